import { plural, t } from "@lingui/core/macro";
import { Download, Footprints, X } from "lucide-react";
import type { ReactNode } from "react";
import type { Alignment, Share, Story } from "../../../generated";
import { IconButton } from "../../../ui/Button";
import { interval, inUnit, plain } from "../../../ui/format";
import { Problem } from "../../Problem";
import { useTools } from "../context";
import { useLooking } from "../looking";
import { useAlignment, useNames, useOpening, useUnmapped } from "./following";
import { Sign } from "./Numbers";
import { More, Opens, SHOWN } from "./Opens";
import { AdHoc, Unmapped } from "./Undrawn";
import { countOf, deviationInWords, MEANINGS, WHATS, type What, WORDS } from "./words";

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
  const { entered = [], ending = [], left_out: leftOut = 0, without_step: idle = 0 } = found;
  return (
    <>
      {idle > 0 ? <WithoutStep count={idle} /> : null}
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

/** Customers who did no step of the map in its place. */
function WithoutStep({ count }: { count: number }) {
  const open = useOpening();
  const words = t`no step in its place`;
  const definition = t`Customers who did no step in its place, though the map requires some. The value is how well a path fits, from 0 to 1.`;
  return (
    <p className="panel-text numbers">
      <Opens
        count={count}
        label={words}
        open={() => open(words, definition, count, { of: "map", what: "no-step" })}
      />{" "}
      {words}
    </p>
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

function bounds({ low, high, share }: Share): string {
  return low == null || high == null || share == null ? "" : interval(low, high, "share", share);
}
