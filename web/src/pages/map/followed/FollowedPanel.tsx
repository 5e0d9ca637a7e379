import { plural, t } from "@lingui/core/macro";
import { Download, Footprints, X } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "react-router";
import type { AdHocEvent, Alignment, Share, Story } from "../../../generated";
import { IconButton } from "../../../ui/Button";
import { interval, inUnit, plain } from "../../../ui/format";
import { customersInWords } from "../../../ui/words";
import { Problem } from "../../Problem";
import { useEditor, useTools } from "../context";
import { useLooking } from "../looking";
import { useAlignment, useOpening, useUnmapped } from "./following";
import { Sign } from "./Numbers";
import { countOf, deviationInWords, MEANINGS, WHATS, type What, WORDS } from "./words";

const SHOWN = 12; // stories, and rows of what the map does not draw

/** What customers really do beside what the map draws: who fits, the steps, the links, the stories, what is not drawn. */
export function FollowedPanel() {
  const { store } = useTools();
  const { data, error } = useAlignment();
  const close = () => store.set({ isPanelOpen: false, panel: "details" });
  return (
    <aside className="panel followed-panel" aria-label={t`Followed?`} aria-busy={!data && !error}>
      <header className="panel-head">
        <span className="panel-kind">
          <Footprints size={13} aria-hidden /> {t`Followed?`}
        </span>
        <IconButton label={t`Close`} keys="Esc" onPress={close}>
          <X size={16} />
        </IconButton>
        {data ? <Fits found={data} /> : null}
      </header>
      {error ? <Problem error={error} /> : null}
      {data?.fits ? <Numbers found={data} /> : null}
      {data ? <Unmapped found={data} /> : null}
    </aside>
  );
}

function Fits({ found }: { found: Alignment }) {
  const open = useOpening();
  const { fits, customers = 0, note } = found;
  if (!fits) return <h2>{noteInWords(found)}</h2>;
  const definition = t`Customers whose path is exactly as drawn. The value is how well a path fits, from 0 to 1.`;
  const rest = customers - fits.customers;
  return (
    <>
      <h2 className="numbers">
        {fits.too_few ? t`Too few to say` : t`${inUnit(fits.share ?? 0, "share")} do as drawn`}
      </h2>
      <p className="panel-value numbers">
        <Opens
          count={fits.customers}
          open={() => open(t`As drawn`, definition, fits.customers, { of: "map", what: "fits" })}
        />
        <span className="caption">{bounds(fits)}</span>
        <Opens
          count={rest}
          open={() =>
            open(
              t`Otherwise than drawn`,
              t`Customers whose path deviates from the map. The value is how well it fits, from 0 to 1.`,
              rest,
              { of: "map", what: "deviates" },
            )
          }
        >
          {t`${plain(rest)} otherwise`}
        </Opens>
      </p>
      <p className="panel-text">
        {t`Each path is laid beside the map in the way that deviates least.`} {note}
      </p>
      <Notes found={found} />
    </>
  );
}

/** Why there are no numbers. */
function noteInWords({ dataset, customers = 0, note }: Alignment): string {
  if (!dataset) return t`Choose a dataset beside which the map is read.`;
  return customers > 0
    ? t`No step of this map has events here yet: bind its touchpoints to events first.`
    : (note ?? "");
}

function Notes({ found }: { found: Alignment }) {
  const names = useNames(found);
  const said = (ids: readonly string[]) => ids.map((id) => `“${names(id)}”`).join(", ");
  const unseen = (found.steps ?? []).filter(({ seen }) => !seen).map(({ step }) => step);
  const { entered = [], ending = [], left_out: leftOut = 0 } = found;
  return (
    <>
      {unseen.length > 0 ? (
        <p className="panel-text">{t`No event can show ${said(unseen)}: passed over.`}</p>
      ) : null}
      {entered.length > 0 ? (
        <p className="panel-text">{t`No way leads to ${said(entered)}: read as coming after the step before.`}</p>
      ) : null}
      {ending.length > 0 ? (
        <p className="panel-text">{t`No way leads on from ${said(ending)} to the end: a journey may end there.`}</p>
      ) : null}
      {leftOut > 0 ? (
        <p className="panel-text">
          {plural(leftOut, {
            one: "# customer did too much to be a person, and is left out.",
            other: "# customers did too much to be persons, and are left out.",
          })}
        </p>
      ) : null}
    </>
  );
}

function Numbers({ found }: { found: Alignment }) {
  return (
    <>
      <Part title={t`Steps`} part="steps">
        <Steps found={found} />
      </Part>
      {(found.links ?? []).length > 0 ? (
        <Part title={t`Links`} part="links">
          <Links found={found} />
        </Part>
      ) : null}
      {(found.stories ?? []).length > 0 ? (
        <Part title={t`The commonest stories`} part="stories">
          <Stories stories={found.stories ?? []} more={found.more_stories ?? 0} />
        </Part>
      ) : null}
      {(found.ad_hoc ?? []).length > 0 ? (
        <Part title={t`What the map does not draw`} part="ad-hoc">
          <AdHoc found={found} />
        </Part>
      ) : null}
    </>
  );
}

function Part({ title, part, children }: { title: string; part: string; children: ReactNode }) {
  const { id } = useLooking();
  const [unmapped] = useUnmapped();
  return (
    <section className="panel-part">
      <header className="part-head">
        <h3>{title}</h3>
        <a
          className="link"
          href={`/api/v1/maps/${id}/alignment/csv?part=${part}&unmapped=${unmapped}`}
          download
          aria-label={t`${title} as CSV`}
        >
          <Download size={13} aria-hidden /> CSV
        </a>
      </header>
      {children}
    </section>
  );
}

function Steps({ found }: { found: Alignment }) {
  const steps = found.steps ?? [];
  const told = WHATS.filter((what) => what === "followed" || steps.some((step) => countOf(step, what) > 0));
  return (
    <div className="followed-table">
      <table className="table numbers">
        <thead>
          <tr>
            <th>{t`Step`}</th>
            {told.map((what) => (
              <th key={what} className="is-number" title={MEANINGS[what]}>
                <Sign what={what} /> {WORDS[what]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.step}>
              <th scope="row" dir="auto">
                {step.name}
              </th>
              {told.map((what) => (
                <td key={what} className="is-number">
                  <StepCount step={step.step} name={step.name} what={what} count={countOf(step, what)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function StepCount({ step, name, what, count }: { step: string; name: string; what: What; count: number }) {
  const open = useOpening();
  const title = `${name}: ${WORDS[what]}`;
  const show = () => open(title, MEANINGS[what], count, { of: "step", id: step, what });
  return (
    <Opens count={count} label={title} open={show}>
      {plain(count)}
    </Opens>
  );
}

interface OpensProps {
  count: number;
  label?: string;
  open: () => void;
  children?: ReactNode;
}

/** A number of customers; a press shows them. */
function Opens({ count, label, open, children }: OpensProps) {
  if (count === 0) return <span className="caption">0</span>;
  return (
    <button
      type="button"
      className="number-link"
      aria-label={label ? `${label}, ${customersInWords(count)}` : undefined}
      onClick={open}
    >
      {children ?? customersInWords(count)}
    </button>
  );
}

function Links({ found }: { found: Alignment }) {
  const names = useNames(found);
  const open = useOpening();
  return (
    <ul className="followed-list">
      {(found.links ?? []).map(({ link, source, target, followed }) => {
        const title = t`${names(source)} to ${names(target)}`;
        const definition = t`Customers who went on along this link.`;
        const isShare = !followed.too_few && followed.share != null;
        const shown = isShare ? inUnit(followed.share ?? 0, "share") : plain(followed.customers);
        return (
          <li key={link}>
            <span dir="auto">{title}</span>
            <span className="numbers">
              <Opens
                count={followed.customers}
                label={`${title}, ${shown}`}
                open={() => open(title, definition, followed.customers, { of: "link", id: link })}
              >
                {shown}
              </Opens>{" "}
              <span className="caption">{t`of ${plain(followed.of)}`}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Stories({ stories, more }: { stories: readonly Story[]; more: number }) {
  const open = useOpening();
  const rest = more + Math.max(0, stories.length - SHOWN);
  return (
    <>
      <ol className="followed-list">
        {stories.slice(0, SHOWN).map(({ story, deviations, customers }) => {
          const title = deviations.map(deviationInWords).join(", ");
          const definition = t`Customers with exactly these deviations in this order.`;
          return (
            <li key={story}>
              <ul className="followed-story">
                {deviations.map((one, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a deviation has no name but its place
                  <li key={place} dir="auto">
                    <Sign what={one.what} /> {deviationInWords(one)}
                  </li>
                ))}
              </ul>
              <span className="numbers">
                <Opens
                  count={customers.customers}
                  label={title}
                  open={() => open(title, definition, customers.customers, { of: "story", id: story })}
                >
                  {plain(customers.customers)}
                </Opens>{" "}
                <span className="caption">
                  {customers.share == null ? "" : inUnit(customers.share, "share")}
                </span>
              </span>
            </li>
          );
        })}
      </ol>
      <More count={rest} />
    </>
  );
}

function More({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p className="panel-hint numbers">
      {plural(count, { one: "and # more, in the CSV file", other: "and # more, the first in the CSV file" })}
    </p>
  );
}

function AdHoc({ found }: { found: Alignment }) {
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
function Unmapped({ found }: { found: Alignment }) {
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

function bounds({ low, high, share }: Share): string {
  return low == null || high == null || share == null ? "" : interval(low, high, "share", share);
}

/** The names of the steps, by id. */
function useNames(found: Alignment): (id: string) => string {
  const columns = useEditor((state) => state.sheet.columns);
  return (id) =>
    found.steps?.find(({ step }) => step === id)?.name ??
    columns.find((column) => column.id === id)?.step?.name ??
    "";
}
