import { plural, t } from "@lingui/core/macro";
import { Bookmark, History as HistoryIcon, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { type Day, type Look, type Moment, timeline, versionsOf } from "../../editor/timeline";
import { drop, recordsFrom } from "../../model";
import { ask, nameVersion, readDifferences, readMapAt } from "../../transport";
import { Button, IconButton } from "../../ui/Button";
import { clock, day } from "../../ui/format";
import { Avatar } from "../../ui/Marks";
import { shownAs } from "../../ui/people";
import { say } from "../../ui/Toast";
import { Problem } from "../Problem";
import { inWords } from "../useAsked";
import { useTools } from "./context";
import { Differences } from "./Differences";
import { type Looking, useLooking } from "./looking";
import { usePages } from "./usePages";

/** Who changed the map when, its named versions, and the way to look at each and back. */
export function HistoryPanel() {
  const { id, records } = useLooking();
  const { pages, error, earlier, reload } = usePages(id, records);
  const close = useClose();
  const days = timeline(pages, versionsOf(records));
  return (
    <aside className="panel history" aria-label={t`History`}>
      <header className="panel-head">
        <span className="panel-kind">
          <HistoryIcon size={13} aria-hidden /> {t`History`}
        </span>
        <IconButton label={t`Close history`} keys="Esc" onPress={close}>
          <X size={16} />
        </IconButton>
      </header>
      <NameNow onNamed={reload} />
      {error ? <Problem error={error} /> : null}
      {days.map((one) => (
        <OneDay key={one.day} one={one} />
      ))}
      {earlier ? (
        <div className="panel-tools">
          <Button size="small" look="edged" onPress={earlier}>
            {t`Earlier`}
          </Button>
        </div>
      ) : null}
    </aside>
  );
}

/** A field that names the map as it stands, or the past that is looked at. */
function NameNow({ onNamed }: { onNamed: () => void }) {
  const { id, look } = useLooking();
  const close = useClose();
  const [name, setName] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const isReal = name.trim() !== "";
  const keep = async () => {
    if (!isReal) return;
    try {
      await ask(
        nameVersion({ path: { id }, body: { name: name.trim(), ...(look ? { seq: look.seq } : {}) } }),
      );
      setName("");
      say(t`The version “${name.trim()}” is kept.`);
      onNamed();
    } catch (error) {
      say(inWords(error), { isBad: true });
    }
  };
  return (
    <form
      className="panel-part name-version"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        field.current?.blur();
        close();
      }}
    >
      <label className="field">
        <span className="field-label">{look ? t`Name this point` : t`Name the map as it is now`}</span>
        <input
          ref={field}
          className="input"
          dir="auto"
          value={name}
          maxLength={500}
          placeholder={t`Before the review`}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <Button type="submit" size="small" look="edged" isDisabled={!isReal}>
        <Bookmark size={13} /> {t`Keep as a version`}
      </Button>
    </form>
  );
}

/** The panel closes; the past that is looked at stays until one goes back to now. */
function useClose() {
  const { tools } = useLooking();
  const { store } = useTools();
  return () => {
    for (const one of new Set([tools.store, store])) one.set({ isPanelOpen: false, panel: "details" });
  };
}

function OneDay({ one }: { one: Day }) {
  const isToday = one.day === new Date().setHours(0, 0, 0, 0);
  return (
    <section className="panel-part history-day">
      <h2 className="caption">{isToday ? t`Today` : day(one.day)}</h2>
      <ul>
        {one.moments.map((moment) => (
          <li key={moment.key}>
            <OneMoment moment={moment} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneMoment({ moment }: { moment: Moment }) {
  const looking = useLooking();
  const [isComing, setComing] = useState(false);
  const isShown = looking.look?.title === titleOf(moment) && looking.look.seq === moment.seq;
  const open = async () => {
    if (isShown) return looking.setLook(null);
    setComing(true);
    try {
      looking.setLook(await lookAt(looking, moment));
    } catch (error) {
      say(inWords(error), { isBad: true });
    } finally {
      setComing(false);
    }
  };
  return (
    <>
      <button
        type="button"
        className={`moment ${isShown ? "is-chosen" : ""}`}
        aria-expanded={isShown}
        aria-busy={isComing}
        onClick={open}
      >
        {moment.kind === "version" ? <VersionLine moment={moment} /> : <SittingLine moment={moment} />}
      </button>
      {isShown ? <Shown moment={moment} /> : null}
    </>
  );
}

type OfKind<K extends Moment["kind"]> = Extract<Moment, { kind: K }>;

function VersionLine({ moment }: { moment: OfKind<"version"> }) {
  const { name, author_name: by, at } = moment.version;
  return (
    <>
      <Bookmark size={16} className="moment-mark" aria-hidden />
      <span className="moment-words">
        <b dir="auto">{name}</b>
        <span className="caption">
          {[by, at ? `${day(at)}, ${clock(at)}` : ""].filter(Boolean).join(" · ")}
        </span>
      </span>
    </>
  );
}

function SittingLine({ moment }: { moment: OfKind<"sitting"> }) {
  const { actor, begin, end, changes } = moment.sitting;
  const times = clock(begin) === clock(end) ? clock(end) : `${clock(begin)}–${clock(end)}`;
  return (
    <>
      <Avatar {...shownAs(actor)} size={20} />
      <span className="moment-words">
        <span dir="auto">{shownAs(actor).name}</span>
        <span className="caption numbers">
          {times} · {plural(changes, { one: "# change", other: "# changes" })}
        </span>
      </span>
    </>
  );
}

/** Below the chosen line: what can be done with it, what happened then, what is different since. */
function Shown({ moment }: { moment: Moment }) {
  const { look, setLook, tools } = useLooking();
  const close = useClose();
  if (!look) return null;
  const forget = () => {
    if (moment.kind === "version") tools.edit([drop(moment.id)]);
    setLook(null);
  };
  return (
    <div className="moment-shown">
      {moment.kind === "version" && moment.version.note ? <p dir="auto">{moment.version.note}</p> : null}
      {moment.kind === "sitting" ? <Then moment={moment} /> : null}
      <h3 className="caption">{t`Different now`}</h3>
      <Differences found={look.differences} />
      <Button size="small" look="edged" className="moment-map" onPress={close}>
        {t`See it on the map`}
      </Button>
      {moment.kind === "version" ? (
        <button type="button" className="link" onClick={forget}>
          {t`Forget this name`}
        </button>
      ) : null}
    </div>
  );
}

/** What this person changed in this sitting. */
function Then({ moment }: { moment: OfKind<"sitting"> }) {
  const { id } = useLooking();
  const { first, last, actor } = moment.sitting;
  const [found, setFound] = useState<Look["differences"] | null>(null);
  useEffect(() => {
    let isGone = false;
    const query = { since: first - 1, until: last, by: actor.id };
    ask(readDifferences({ path: { id }, query })).then(
      (told) => isGone || setFound(told),
      () => isGone || setFound([]),
    );
    return () => {
      isGone = true;
    };
  }, [id, first, last, actor.id]);
  return (
    <>
      <h3 className="caption">{t`Changed in this sitting`}</h3>
      {found ? <Differences found={found} /> : <p className="caption">…</p>}
    </>
  );
}

function titleOf(moment: Moment): string {
  if (moment.kind === "version") return moment.version.name;
  const { actor, end } = moment.sitting;
  return `${shownAs(actor).name}, ${day(end)}, ${clock(end)}`;
}

async function lookAt({ id }: Looking, moment: Moment): Promise<Look> {
  const [then, differences] = await Promise.all([
    ask(readMapAt({ path: { id, seq: moment.seq } })),
    ask(readDifferences({ path: { id }, query: { since: moment.seq } })),
  ]);
  const records = recordsFrom(then.records);
  return { of: "past", seq: moment.seq, title: titleOf(moment), records, differences, side: "then" };
}
