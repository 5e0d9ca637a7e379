import { plural, t } from "@lingui/core/macro";
import { ShieldCheck } from "lucide-react";
import { privacyOf, roleOf } from "./roles";
import { columnsOf, type Draft } from "./wizard";

/** What of the file will be stored, as what, and what will not. */
export function StoredPart({ draft }: { draft: Draft }) {
  const { mapping } = draft;
  const columns = columnsOf(draft);
  const stored = (privacy: string) => columns.filter((column) => privacyOf(mapping, column) === privacy);
  const codes = [...new Set([...stored("pseudonymise"), mapping.id ?? ""])].filter(Boolean);
  const coarse = stored("generalise");
  const open = stored("keep").filter((column) => roleOf(mapping, column) !== "id");
  const dropped = stored("drop").length;
  return (
    <section className="stored" aria-label={t`What will be stored`}>
      <h3 className="trial-title">
        <ShieldCheck size={14} aria-hidden /> {t`What will be stored`}
      </h3>
      <dl>
        <Line name={t`As a code`} columns={codes} />
        <Line name={t`As it is`} columns={open} />
        <Line name={t`Coarsened`} columns={coarse} />
        <div>
          <dt>{t`Not stored`}</dt>
          <dd>{plural(dropped, { one: "# column", other: "# columns" })}</dd>
        </div>
      </dl>
    </section>
  );
}

const SHOWN = 8;

function Line({ name, columns }: { name: string; columns: readonly string[] }) {
  if (columns.length === 0) return null;
  const more = columns.length - SHOWN;
  return (
    <div>
      <dt>{name}</dt>
      <dd dir="auto">
        {columns.slice(0, SHOWN).join(", ")}
        {more > 0 ? ` ${t`and ${more} more`}` : ""}
      </dd>
    </div>
  );
}
