import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useContext } from "react";
import type { AnalysedRow, Effect, Opportunity } from "../../../generated";
import { ask, readEffect } from "../../../transport";
import { interval, inUnit, plain } from "../../../ui/format";
import { ExportMenu } from "../../ExportMenu";
import { figureRows } from "../../explore/answers";
import { OpenShelfContext } from "../../library/ShelfFrame";
import { Problem } from "../../Problem";
import { saveBoard } from "../../saving";
import type { OpportunityProps } from "../OpportunityPage";
import { useOpenCustomers } from "../opening";
import { isOfGroups } from "./drawing";
import { EffectBar } from "./EffectBar";
import { EffectPicture } from "./EffectPicture";
import "./helped.css";
import { boundsInWords, changeInWords, rowInWords } from "./words";

/** The answer in a sentence, as a picture and as a table; each number opens its customers. */
export function Answer({ id, opportunity }: OpportunityProps) {
  const { data: effect, error } = useEffectOf(id, opportunity);
  if (error) return <Problem error={error} />;
  if (!effect) return <p className="shelf-hint" aria-busy>{t`Reckoning …`}</p>;
  const { said, verdict = "cannot-tell", lacking, effect: change, unit, method, answer } = effect;
  return (
    <div className="helped-answer">
      <p className={`helped-said is-${verdict}`} role="status">
        {said}
      </p>
      {change && unit ? <EffectBar effect={change} unit={unit} verdict={verdict} /> : null}
      {answer && lacking !== "before" && lacking !== "after" ? (
        <Numbers effect={effect} name={opportunity.name} />
      ) : null}
      {method && change ? <p className="caption">{method}</p> : null}
    </div>
  );
}

/** The effect, asked again whenever what it depends on is saved. */
function useEffectOf(id: string, opportunity: Opportunity) {
  const pending = useContext(OpenShelfContext)?.snapshot.status.pending ?? 0;
  const { started, dataset, question, better, comparison, matters } = opportunity;
  const depends = JSON.stringify([started, dataset, question, better, comparison, matters]);
  const language = i18n.locale;
  return useQuery<Effect, Error>({
    queryKey: ["effect", id, depends, language],
    queryFn: () => ask(readEffect({ path: { id }, query: { language } })),
    enabled: pending === 0,
    placeholderData: keepPreviousData,
    retry: false,
  });
}

function Numbers({ effect, name }: { effect: Effect; name: string }) {
  const openCustomers = useOpenCustomers();
  const { answer } = effect;
  if (!answer) return null;
  const dataset = effect.dataset ?? "";
  const open = (row: AnalysedRow) => {
    const figure = row.figures.value;
    if (!figure) return;
    const measure = { ...figure, definition: answer.definition, customers: figure.customers };
    openCustomers({
      opened: { title: `${name}: ${rowInWords(row, everyOf(effect))}`, measure },
      dataset,
      rows: figureRows(dataset, answer.analysis, row.key, "value"),
    });
  };
  return (
    <>
      <EffectPicture effect={effect} onOpen={open} />
      <p className="caption">
        {isOfGroups(effect)
          ? t`Dashed: where those who got the change would be, had they changed as the others. Bars are 95% intervals; a dot opens its customers.`
          : t`Dashed: the trend before the start, carried on. Bars are 95% intervals; periods with fewer than 10 customers are not drawn; a dot opens its customers.`}
      </p>
      <details className="helped-table">
        <summary>{t`All numbers as a table`}</summary>
        <Table effect={effect} onOpen={open} />
        <ExportMenu
          size="small"
          save={(format) =>
            void saveBoard(`/api/v1/opportunities/${effect.opportunity}/effect/export`, { format })
          }
        />
      </details>
    </>
  );
}

const everyOf = ({ answer }: Effect) => String((answer?.analysis as { every?: string })?.every ?? "");

function Table({ effect, onOpen }: { effect: Effect; onOpen: (row: AnalysedRow) => void }) {
  const { effect: mean, level, slope, unit = "", answer } = effect;
  const every = everyOf(effect);
  const changes = [
    [t`Effect`, mean],
    [t`Step at the start`, level],
    [every === "week" ? t`Change of slope, each week` : t`Change of slope, each day`, slope],
  ] as const;
  return (
    <table className="table numbers">
      <thead>
        <tr>
          <th>{t`When`}</th>
          <th className="is-number">{t`Number`}</th>
          <th className="is-number">{t`95% interval`}</th>
          <th className="is-number">n</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(([label, one]) =>
          one ? (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="is-number">{changeInWords(one.value, unit ?? "")}</td>
              <td className="is-number">{boundsInWords(one, unit ?? "")}</td>
              <td />
            </tr>
          ) : null,
        )}
        {inOrder(answer?.rows ?? []).map((row) => (
          <Line key={JSON.stringify(row.key)} row={row} words={rowInWords(row, every)} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

/** Whole sides first, then the periods as they came. */
function inOrder(rows: readonly AnalysedRow[]): AnalysedRow[] {
  const side = ({ key }: AnalysedRow) => (key.period ? 1 : 0);
  return [...rows].sort(
    (one, other) =>
      side(one) - side(other) ||
      (one.key.group ?? "").localeCompare(other.key.group ?? "") * -1 ||
      (one.key.period ?? "").localeCompare(other.key.period ?? "") ||
      (one.key.side === "before" ? -1 : 1),
  );
}

interface LineProps {
  row: AnalysedRow;
  words: string;
  onOpen: (row: AnalysedRow) => void;
}

function Line({ row, words, onOpen }: LineProps) {
  const figure = row.figures.value;
  if (!figure) return null;
  const { value, low, high, unit, n, too_few } = figure;
  return (
    <tr>
      <th scope="row">{words}</th>
      <td className="is-number">{value === null ? "" : too_few ? t`too few to say` : inUnit(value, unit)}</td>
      <td className="is-number">
        {!too_few && low != null && high != null ? interval(low, high, unit, value) : ""}
      </td>
      <td className="is-number">
        {n > 0 ? (
          <button type="button" className="link" onClick={() => onOpen(row)}>
            {plain(n)}
          </button>
        ) : (
          plain(n)
        )}
      </td>
    </tr>
  );
}
