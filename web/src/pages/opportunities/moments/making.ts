import { t } from "@lingui/core/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "react-router";
import { howMightWe } from "../../../editor/howMightWe";
import { setField } from "../../../editor/ops";
import { type Sheet, sheetOf } from "../../../editor/sheet";
import { shelve } from "../../../editor/shelf";
import { cardFor, helpedBy } from "../../../editor/takingUp";
import type { Estimate, Evidence, MapMoment, Measure, Op, Opportunity, Question } from "../../../generated";
import { newChangeId, recordsFrom } from "../../../model";
import { ask, changeMap, readMap } from "../../../transport";
import { plain } from "../../../ui/format";
import { say } from "../../../ui/Toast";
import { useShelf } from "../../library/context";
import { inWords } from "../../useAsked";
import { OPPORTUNITIES } from "../addresses";
import { amount, spread } from "./words";

/** Where a moment stands, and what its importance was derived from. */
interface Around {
  map: string;
  dataset: string;
  overall: string;
}

/** Makes an opportunity of a moment: with its numbers as evidence, what would show that it helped, and its cells. */
export function useMaking(around: Around) {
  const shelf = useShelf();
  const navigate = useNavigate();
  const client = useQueryClient();
  return async (one: MapMoment) => {
    try {
      const { records } = await ask(readMap({ path: { id: around.map } }));
      const sheet = sheetOf(recordsFrom(records as never));
      const fields = fieldsOf(one, around, sheet);
      const made = shelve(shelf.records, "opportunity", fields);
      shelf.edit(made.ops);
      const ops = opsFor(sheet, one, made.id, fields.name);
      await ask(changeMap({ path: { id: around.map }, body: { id: newChangeId(), ops } }));
      await Promise.all(
        [["moments"], ["opportunities"], ["map", around.map]].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      );
      const open = { label: t`Open it`, act: () => void navigate(`${OPPORTUNITIES}/${made.id}`) };
      say(t`“${fields.name}” is an opportunity now`, { action: open });
    } catch (error) {
      say(inWords(error), { isBad: true });
    }
  };
}

type Fields = Partial<Opportunity> & { name: string };

function fieldsOf(one: MapMoment, { dataset, overall }: Around, sheet: Sheet): Fields {
  const name = one.late ? t`Keep the promise at “${one.name}”` : t`Improve “${one.name}”`;
  const pain = one.late ? t`“${one.name}” comes after the promised time` : t`“${one.name}” is poor`;
  const evidence = [
    ...cited(one.rate, dataset, t`“${one.name}” comes after the promised time`),
    ...cited(
      one.measure,
      dataset,
      one.late ? t`What they score then` : t`What customers score at “${one.name}”`,
    ),
  ];
  const [low, high] = one.measure?.scale ?? [0, 1];
  return {
    name,
    text: standingOf(one, overall),
    how_might_we: howMightWe(pain, sheet.header.language),
    evidence,
    ...(low > high ? { better: "lower" as const } : {}),
    ...helpedBy(evidence),
    ...(painsOf(sheet, one).length > 0 ? { cause: "pain" as const } : {}),
  };
}

/** How much it matters and how good it is, as it was when the opportunity was made. */
function standingOf({ importance, importance_is, pairs = 0, quality }: MapMoment, overall: string): string {
  const [how, good] = [inWhole(importance), inWhole(quality)];
  return importance_is === "derived"
    ? t`Importance ${how}, n ${plain(pairs)}: how strongly it goes with “${overall}”. Quality ${good} of 5.`
    : t`Importance ${how}, as judged. Quality ${good} of 5.`;
}

/** A number, and its interval where it has one. */
function inWhole(estimate: Estimate | null | undefined): string {
  if (!estimate) return "";
  const off = spread(estimate);
  return off ? `${amount(estimate)} (${off})` : amount(estimate);
}

function cited(measure: Measure | null | undefined, dataset: string, note: string): Evidence[] {
  if (!measure || measure.value == null) return [];
  const { question, value, low = null, high = null, unit, n } = measure;
  return [{ note, dataset, question, value, low, high, unit, n, at: new Date().toISOString() }];
}

/** The pain points of its step say so themselves; without any, a card below the step names the opportunity. */
function opsFor(sheet: Sheet, one: MapMoment, opportunity: string, name: string): Op[] {
  const pains = painsOf(sheet, one);
  if (pains.length > 0) return pains.map((id) => setField(id, "opportunity", opportunity));
  return cardFor(sheet, stepOf(sheet, one), opportunity, name);
}

const stepOf = (sheet: Sheet, { card }: MapMoment) =>
  sheet.all.find(({ id }) => id === card)?.card.step ?? "";

/** Pain points and barriers of its step that cite what it is about, and name no opportunity yet. */
function painsOf(sheet: Sheet, one: MapMoment): string[] {
  const lanes = new Set(
    [...sheet.lanes, ...sheet.hidden]
      .filter(({ lane }) => lane.kind === "pain-points" || lane.kind === "barriers")
      .map(({ id }) => id),
  );
  const about = one.late ? one.rate?.question : one.measure?.question;
  const step = stepOf(sheet, one);
  return sheet.all
    .filter(({ card }) => lanes.has(card.lane ?? "") && card.step === step && !card.opportunity)
    .filter(({ card }) => (card.evidence ?? []).some(({ question }) => isAlike(question, about)))
    .map(({ id }) => id);
}

function isAlike(one: Question | null | undefined, other: Question | undefined): boolean {
  if (!one || !other || one.kind !== other.kind || !("at" in one) || !("at" in other)) return false;
  return other.at.every((place) => one.at.includes(place));
}
