import { plural, t } from "@lingui/core/macro";
import type { Difference, Glance, Understood } from "../../generated";
import { cardsInWords, differenceWord } from "../../ui/words";

const FEW = 12; // names of what changes that are shown

interface MapFileSeenProps {
  seen: Understood;
  /** Whether a map becomes what the file says. */
  isOver: boolean;
}

/** What a file holds, what the library would get or a map would change, and what has no place. */
export function MapFileSeen({ seen, isOver }: MapFileSeenProps) {
  const notes = seen.notes ?? [];
  const shared = Object.entries(seen.library ?? {});
  return (
    <div className="file-seen">
      {seen.maps.map((map, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: maps of a file have no id yet
        <MapSeen key={at} map={map} />
      ))}
      {isOver ? <ChangesSeen changes={seen.changes ?? []} /> : null}
      {shared.length > 0 ? (
        <section>
          <h3>{t`New in the library`}</h3>
          <ul>
            {shared.map(([kind, names]) => (
              <li key={kind} dir="auto">
                <strong>{sharedInWords(kind, names.length)}</strong>: {names.join(", ")}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section>
        <h3>{notes.length > 0 ? t`Not placed, or doubtful` : t`All of it has its place`}</h3>
        {notes.length > 0 ? (
          <ul className="file-notes">
            {notes.map((note, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same may be said of two lines
              <li key={at} dir="auto">
                {note.line ? <span className="caption numbers">{t`Line ${note.line}`}</span> : null}{" "}
                {note.says}
              </li>
            ))}
          </ul>
        ) : null}
      </section>
    </div>
  );
}

/** What changes in the map, counted, with what each is called. */
function ChangesSeen({ changes }: { changes: readonly Difference[] }) {
  const kinds = [...new Set(changes.map((one) => one.what))];
  return (
    <section>
      <h3>{changes.length > 0 ? t`What changes in the map` : t`Nothing changes in the map`}</h3>
      <ul>
        {kinds.map((what) => {
          const those = changes.filter((one) => one.what === what);
          return (
            <li key={what} dir="auto">
              <strong>
                {differenceWord(what)} ({those.length})
              </strong>
              : {namesOf(those)}
            </li>
          );
        })}
      </ul>
      <p className="caption">{t`All in one change: comments and versions stay, and the history has the map as it was.`}</p>
    </section>
  );
}

function namesOf(changes: readonly Difference[]): string {
  const names = changes.slice(0, FEW).map((one) => one.name || one.sentence);
  return changes.length > FEW ? `${names.join(", ")} …` : names.join(", ");
}

function MapSeen({ map }: { map: Glance }) {
  const cards = Object.values(map.counts ?? {}).reduce((sum, count) => sum + count, 0);
  const stages = map.stages ?? [];
  return (
    <section>
      <h3 dir="auto">{map.title}</h3>
      <p className="caption numbers">
        {plural(stages.length, { one: "# stage", other: "# stages" })},{" "}
        {plural((map.steps ?? []).length, { one: "# step", other: "# steps" })}, {cardsInWords(cards)}
      </p>
      <ol className="file-stages">
        {stages.map((stage, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two stages may have one name
          <li key={at} dir="auto">
            {stage.name}
          </li>
        ))}
      </ol>
    </section>
  );
}

function sharedInWords(kind: string, count: number): string {
  const words: Record<string, string> = {
    persona: plural(count, { one: "# persona", other: "# personas" }),
    touchpoint: plural(count, { one: "# touchpoint", other: "# touchpoints" }),
    channel: plural(count, { one: "# channel", other: "# channels" }),
    team: plural(count, { one: "# team", other: "# teams" }),
    stakeholder: plural(count, { one: "# stakeholder", other: "# stakeholders" }),
  };
  return words[kind] ?? kind;
}
