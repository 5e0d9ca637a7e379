import { plural, t } from "@lingui/core/macro";
import type { Glance, Understood } from "../../generated";
import { cardsInWords } from "../../ui/words";

/** What a file holds, what the library would get, and what has no place. */
export function MapFileSeen({ seen }: { seen: Understood }) {
  const notes = seen.notes ?? [];
  const shared = Object.entries(seen.library ?? {});
  return (
    <div className="file-seen">
      {seen.maps.map((map, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: maps of a file have no id yet
        <MapSeen key={at} map={map} />
      ))}
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
