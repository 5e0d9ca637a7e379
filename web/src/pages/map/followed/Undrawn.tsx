import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import type { AdHocEvent, Alignment } from "../../../generated";
import { plain } from "../../../ui/format";
import { useNames, useOpening, useUnmapped } from "./following";
import { More, Opens, SHOWN } from "./Opens";

/** What the map does not draw, and between which steps it happens. */
export function AdHoc({ found }: { found: Alignment }) {
  const rows = found.ad_hoc ?? [];
  const rest = (found.more_ad_hoc ?? 0) + Math.max(0, rows.length - SHOWN);
  return (
    <>
      <ul className="followed-list">
        {rows.slice(0, SHOWN).map((row) => (
          <AdHocRow key={`${row.node} ${row.after} ${row.before}`} row={row} found={found} />
        ))}
      </ul>
      <More count={rest} />
    </>
  );
}

function AdHocRow({ row, found }: { row: AdHocEvent; found: Alignment }) {
  const names = useNames(found);
  const open = useOpening();
  const { node, name, after, before, customers } = row;
  const definition = t`Customers who did this between these steps, which the map does not draw.`;
  const title = `${name}, ${betweenInWords(names(after), names(before))}`;
  const show = () => open(title, definition, customers, { of: "ad-hoc", id: node, after, before });
  return (
    <li>
      <span>
        <b dir="auto">{name}</b>{" "}
        <span className="caption">{betweenInWords(names(after), names(before))}</span>
      </span>
      <Opens count={customers} label={title} open={show}>
        {plain(customers)}
      </Opens>
    </li>
  );
}

function betweenInWords(after: string, before: string): string {
  if (after && before) return t`between “${after}” and “${before}”`;
  if (after) return t`after “${after}”, the last step`;
  return before ? t`before “${before}”, the first step` : t`without any step`;
}

/** The events that no touchpoint takes, and whether they count. */
export function Unmapped({ found }: { found: Alignment }) {
  const [unmapped, setUnmapped] = useUnmapped();
  const open = useOpening();
  const events = found.unmapped ?? [];
  const rest = (found.more_unmapped ?? 0) + Math.max(0, events.length - SHOWN);
  const definition = t`Customers with such events, which no touchpoint takes.`;
  if (events.length === 0) return null;
  return (
    <section className="panel-part">
      <header className="part-head">
        <h3>{t`Events that no touchpoint takes`}</h3>
        <Link to={`/data/${found.dataset}/bindings`}>{t`Bind them`}</Link>
      </header>
      <label className="followed-check">
        <input
          type="checkbox"
          checked={unmapped === "count"}
          onChange={(event) => setUnmapped(event.target.checked ? "count" : "show")}
        />
        {t`Count them as deviations`}
      </label>
      <ul className="followed-list">
        {events.slice(0, SHOWN).map(({ event, customers }) => (
          <li key={event}>
            <span dir="auto">{event}</span>
            <Opens
              count={customers}
              label={event}
              open={() => open(event, definition, customers, { of: "unmapped", id: event })}
            />
          </li>
        ))}
      </ul>
      <More count={rest} />
    </section>
  );
}
