import { t } from "@lingui/core/macro";
import { plainText } from "../../../editor/markdown";
import type { Cause } from "../../../editor/takingUp";
import type { Deviated, Evidence, StepAlignment } from "../../../generated";
import { inUnit, plain, signed } from "../../../ui/format";
import { type Measure, useEditor, useReadings } from "../context";
import { gapOf } from "../emotion";
import { useAlignment, useUnmapped } from "../followed/following";
import { useLooking } from "../looking";
import type { About } from "./OpportunityDialog";

/** Why there is something to improve: what it is called, and what was read that says so. */
export interface Reason {
  id: string;
  label: string;
  name: string;
  cause: Cause;
  evidence: Evidence | null;
}

/** The reasons that a card or a step gives, the gravest deviation first. */
export function useReasons(about: About): Reason[] {
  const dataset = useEditor((state) => state.sheet.header.dataset ?? "");
  const { steps } = useReadings();
  const { data } = useAlignment();
  const { id: map } = useLooking();
  const [unmapped] = useUnmapped();
  if (about.kind === "step") {
    const found = data?.steps?.find(({ step }) => step === about.column.id);
    return found ? deviations(found, data?.customers ?? 0, { dataset, map, unmapped }) : [];
  }
  const { found, lane } = about;
  const words = plainText(found.card.text ?? "");
  if (lane.lane.kind === "pain-points" || lane.lane.kind === "barriers")
    return [{ id: "pain", label: words, name: words, cause: "pain", evidence: null }];
  if (lane.lane.kind !== "emotion") return [];
  const reading = steps[found.card.step ?? ""]?.emotion;
  return gapOf(found.card.score, reading) === 0 || !reading
    ? []
    : [gap(found.card.score ?? 0, reading, dataset)];
}

function gap(drawn: number, reading: Measure, dataset: string): Reason {
  const { question, value, low = null, high = null, unit, n } = reading;
  const note = t`Drawn ${signed(drawn)}, measured ${signed(value ?? 0)}`;
  return {
    id: "gap",
    label: note,
    name: note,
    cause: "gap",
    evidence: { note, dataset, question, value, low, high, unit, n, at: new Date().toISOString() },
  };
}

type Beside = Pick<Deviated, "map" | "unmapped"> & { dataset: string };

function deviations(step: StepAlignment, customers: number, { dataset, ...beside }: Beside): Reason[] {
  const { name, failed, missing, stopped, out_of_order: shuffled, again } = step;
  const all = [
    { id: "failed", count: failed, words: t`“${name}” fails` },
    { id: "missing", count: missing, words: t`“${name}” is skipped` },
    { id: "stopped", count: stopped, words: t`Customers stop at “${name}”` },
    { id: "out-of-order", count: shuffled, words: t`“${name}” happens out of order` },
    { id: "again", count: again, words: t`“${name}” has to be done again` },
    { id: "ad-hoc", count: step.ad_hoc, words: t`Customers do something else after “${name}”` },
  ] as const;
  return all
    .filter(({ count }) => count > 0)
    .map(({ id, count, words }) => {
      const share = customers > 0 ? count / customers : 0;
      const note = t`${words}: ${plain(count)} of ${plain(customers)} customers`;
      const evidence = {
        note,
        dataset,
        deviation: { ...beside, step: step.step, what: id },
        value: share,
        unit: "share",
        n: customers,
        at: new Date().toISOString(),
      };
      return { id, label: `${words}, ${inUnit(share, "share")}`, name: words, cause: "deviation", evidence };
    });
}
