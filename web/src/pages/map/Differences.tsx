import { t } from "@lingui/core/macro";
import { calledIn } from "../../editor/finding";
import { placeOfDifference } from "../../editor/futures";
import { KINDS } from "../../editor/kinds";
import type { AnyRecord, Difference, FieldDifference } from "../../generated";
import { fieldOf, type Records } from "../../model";
import { ask, listMaps } from "../../transport";
import { differenceWord } from "../../ui/words";
import { useAsked } from "../useAsked";
import { SIGNS } from "./Beside";
import { useLibrary, useTools } from "./context";
import { fieldWord } from "./fieldWords";
import { useLooking } from "./looking";
import { visit } from "./visiting";

const FIRST = 40; // differences that are shown until somebody asks for all

/** Differences by stage and lane, each in words and with its sign; a click goes there. */
export function Differences({ found }: { found: readonly Difference[] }) {
  const records = useBoth();
  if (found.length === 0) return <p className="caption">{t`Nothing is different.`}</p>;
  const groups = new Map<string, Difference[]>();
  for (const one of found.slice(0, FIRST)) {
    const group = groupOf(one, records);
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return (
    <div className="differences">
      {[...groups].map(([group, members]) => (
        <section key={group}>
          <h4 dir="auto">{group}</h4>
          <ul>
            {members.map((one) => (
              <OneDifference key={one.id} one={one} records={records} />
            ))}
          </ul>
        </section>
      ))}
      {found.length > FIRST ? <p className="caption">{t`and ${found.length - FIRST} more`}</p> : null}
    </div>
  );
}

/** Then and now together with what they name, so that what is gone has a name too. */
function useBoth(): Records {
  const { look, records } = useLooking();
  const { personas, channels, touchpoints, teams, opportunities, sources } = useLibrary();
  const { data: maps = [] } = useAsked(["maps"], () => ask(listMaps()));
  const shared = Object.entries({ ...personas, ...channels, ...touchpoints, ...teams, ...opportunities });
  const opened = maps.map(({ id, title }) => [id, { type: "map", title } as const] as const);
  return new Map<string, AnyRecord>([
    ...opened,
    ...shared,
    ...(sources ?? []),
    ...(look?.records ?? []),
    ...records,
  ]);
}

function OneDifference({ one, records }: { one: Difference; records: Records }) {
  const { store } = useTools();
  const { look } = useLooking();
  const go = () => {
    const at = placeOfDifference(store.getSnapshot().sheet, one, look?.records ?? new Map());
    if (at) visit(store, at);
    else showGap(one.id, look?.records.get(one.id));
  };
  return (
    <li>
      <button type="button" className="difference" onClick={go}>
        <span className={`difference-sign differs-${one.what}`} aria-hidden>
          {SIGNS[one.what]}
        </span>
        <span>
          <span dir="auto">{one.name || typeWord(one.type)}</span>{" "}
          <span className="caption">{differenceWord(one.what)}</span>
          {one.what === "changed" || one.what === "moved"
            ? (one.fields ?? []).map((field) => (
                <FieldLine key={field.field} field={field} records={records} />
              ))
            : null}
        </span>
      </button>
    </li>
  );
}

/** What is gone with its whole step is seen where the step has left a gap. */
function showGap(id: string, record: AnyRecord | undefined): void {
  const step = record?.type === "card" ? (record.step ?? "") : id;
  const gap = document.querySelector<HTMLElement>(`[data-gap="${CSS.escape(step)}"]`);
  gap?.focus({ preventScroll: true });
  gap?.scrollIntoView({ block: "nearest", inline: "center" });
}

function FieldLine({ field, records }: { field: FieldDifference; records: Records }) {
  return (
    <span className="difference-field caption">
      {fieldWord(field.field)}: <del dir="auto">{valueInWords(field.field, field.before, records)}</del>{" "}
      <span aria-hidden>→</span> <ins dir="auto">{valueInWords(field.field, field.after, records)}</ins>
    </span>
  );
}

const NAMING: readonly string[] = ["opportunity", "touchpoint", "map", "persona"];

/** A value of a field; of what it names and is gone only that. */
function valueInWords(field: string, value: unknown, records: Records): string {
  const isGone = NAMING.includes(field) && typeof value === "string" && value && !records.has(value);
  return isGone ? t`one that was deleted` : inWords(value, records);
}

function inWords(value: unknown, records: Records): string {
  if (value === null || value === undefined || value === "") return t`none`;
  if (Array.isArray(value)) return value.map((member) => inWords(member, records)).join(", ") || t`none`;
  if (typeof value === "boolean") return value ? t`yes` : t`no`;
  if (typeof value === "object") {
    const { note, name, kind, source } = value as Record<string, unknown>;
    const told = note || name || (typeof source === "string" && nameIn(records, source)) || kind;
    return String(told || t`a reading`);
  }
  const text = String(value);
  return nameIn(records, text) || (text.length > 80 ? `${text.slice(0, 79)}…` : text);
}

function groupOf(one: Difference, records: Records): string {
  const stage = one.stage ? nameIn(records, one.stage) : "";
  const lane = one.lane ? nameIn(records, one.lane) : "";
  return [stage, lane].filter(Boolean).join(" · ") || plainGroup(one.type);
}

function plainGroup(type: string): string {
  if (type === "map") return t`Map`;
  if (type === "lane") return t`Lanes`;
  return type === "link" ? t`Links` : t`Steps`;
}

/** What a record is called; a lane without a name has that of its kind. */
function nameIn(records: Records, id: string): string {
  const record = records.get(id);
  if (!record) return "";
  const kind = record.type === "lane" ? (fieldOf(record, "kind") ?? "free") : "";
  return calledIn(records, id) || (kind ? (KINDS[kind as keyof typeof KINDS]?.name ?? "") : "");
}

function typeWord(type: string): string {
  const words: Record<string, string> = {
    map: t`Map`,
    stage: t`Stage`,
    step: t`Step`,
    lane: t`Lane`,
    card: t`Card`,
    link: t`Link`,
  };
  return words[type] ?? type;
}
