import { t } from "@lingui/core/macro";
import { Frown, Smile } from "lucide-react";
import { run } from "../../editor/commands";
import type { Command } from "../../editor/keymap";
import { plainText } from "../../editor/markdown";
import { setField } from "../../editor/ops";
import { percentOf } from "../../editor/outline";
import type { Card } from "../../generated";
import { interval, inWords, plain, signed } from "../../ui/format";
import { Face } from "../../ui/Marks";
import { type Measure, useReadings, useTools, useView } from "./context";
import { useWhose } from "./curves";
import { basisInWords } from "./EmotionCell";
import { Whose } from "./EmotionCurves";
import { gapOf, isTold } from "./emotion";
import { Customers } from "./MeasureBody";
import { NameEditor } from "./NameEditor";
import { CardActs, type OutlineCardProps } from "./OutlineCard";

const NEAR = 0.4; // scores closer than this would cover each other on a phone

type Reading = Measure | null | undefined;

/** A drawn emotion on its scale, with the measured one beside it, and buttons to change it. */
export function OutlineEmotion(props: OutlineCardProps & { isFirst: boolean }) {
  const { found, view, column, isAt, mode, isFirst } = props;
  const { id, card } = found;
  const shown = useView();
  const isShown = card.basis === "measured" ? shown.measured : shown.assumed;
  const all = useReadings().steps[column]?.emotion;
  const reading = isFirst && shown.measured ? all : null;
  const score = card.score ?? 0;
  const words = scoreInWords(score);
  const whose = useWhose(view.id)(card);
  const basis = basisInWords(card, words);
  const says = [card.feeling, plainText(card.text ?? "")].filter(Boolean).join(": ") || t`Drawn emotion`;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields; the buttons inside rule out a slider */}
      <div
        role="group"
        aria-roledescription={t`card`}
        className={`card card-emotion ${isAt ? "is-at" : ""}`}
        tabIndex={isAt ? 0 : -1}
        aria-label={[says, whose.words, basis].filter(Boolean).join(", ")}
        data-row={view.id}
        data-column={column}
        data-card={id}
      >
        {whose.words ? <Whose looks={whose.looks} words={whose.words} /> : null}
        <div className="level">
          <Bend found={id} column={column} row={view.id} command="lower" isOff={score <= -2} />
          <Level drawn={isShown ? score : null} reading={reading} />
          <Bend found={id} column={column} row={view.id} command="raise" isOff={score >= 2} />
        </div>
        <Why card={card} id={id} basis={basis} isTyping={isAt && mode === "typing"} />
      </div>
      {reading ? <Answers reading={reading} /> : null}
      {isAt ? <CardActs found={found} view={view} column={column} /> : null}
    </>
  );
}

/** Where nothing is drawn, what was measured still shows. */
export function MeasuredAlone({ step }: { step: string }) {
  const reading = useReadings().steps[step]?.emotion;
  const { measured } = useView();
  if (!reading || !measured) return null;
  return (
    <li>
      <div className="level is-alone">
        <Level drawn={null} reading={reading} />
      </div>
      <Answers reading={reading} />
    </li>
  );
}

function scoreInWords(score: number): string {
  return signed(score, score % 1 ? 1 : 0);
}

function Level({ drawn, reading }: { drawn: number | null; reading: Reading }) {
  const told = isTold(reading) ? reading : null;
  const gap = gapOf(drawn, reading);
  const isNear = told !== null && drawn !== null && Math.abs(told.value - drawn) < NEAR;
  return (
    <span className={`level-line ${isNear ? "is-near" : ""}`} aria-hidden>
      {[-2, -1, 0, 1, 2].map((tick) => (
        <span key={tick} className="level-tick" style={{ insetInlineStart: `${percentOf(tick)}%` }} />
      ))}
      {told && drawn !== null && gap ? <Between className="level-gap" from={drawn} to={told.value} /> : null}
      {told?.low != null && told.high != null ? (
        <Between className="level-band" from={told.low} to={told.high} />
      ) : null}
      {told ? <span className="level-dot" style={{ insetInlineStart: `${percentOf(told.value)}%` }} /> : null}
      {drawn === null ? null : (
        <span className="level-face" style={{ insetInlineStart: `${percentOf(drawn)}%` }}>
          <Face score={drawn} size={22} />
        </span>
      )}
    </span>
  );
}

function Between({ className, from, to }: { className: string; from: number; to: number }) {
  const [low, high] = [percentOf(Math.min(from, to)), percentOf(Math.max(from, to))];
  return <span className={className} style={{ insetInlineStart: `${low}%`, inlineSize: `${high - low}%` }} />;
}

interface BendProps {
  found: string;
  row: string;
  column: string;
  command: Extract<Command, "raise" | "lower">;
  isOff: boolean;
}

function Bend({ found, row, column, command, isOff }: BendProps) {
  const tools = useTools();
  if (tools.isReadOnly) return null;
  const bend = () => {
    tools.store.set({ at: { row, column, card: found } });
    run(command, tools);
  };
  const Icon = command === "raise" ? Smile : Frown;
  return (
    <button
      type="button"
      className="bend"
      disabled={isOff}
      aria-label={command === "raise" ? t`Half a point better` : t`Half a point worse`}
      onClick={bend}
    >
      <Icon size={16} />
      <span aria-hidden>{command === "raise" ? "+" : "−"}</span>
    </button>
  );
}

/** The drawn score, and what makes it feel so. */
function Why({ card, id, basis, isTyping }: { card: Card; id: string; basis: string; isTyping: boolean }) {
  const tools = useTools();
  return (
    <span className="level-why" data-edits>
      <b className="numbers">{basis}</b>
      {isTyping ? (
        <NameEditor
          label={t`What makes it feel so`}
          value={card.text ?? ""}
          onChange={(value) => tools.edit([setField(id, "text", value, card.text ?? "")])}
        />
      ) : (
        <span dir="auto" className={card.text ? "" : "is-unnamed"}>
          {[card.feeling, plainText(card.text ?? "")].filter(Boolean).join(": ") || t`What makes it feel so?`}
        </span>
      )}
    </span>
  );
}

function Answers({ reading }: { reading: Measure }) {
  if (!isTold(reading)) {
    return reading.n > 0 ? (
      <p className="level-answers caption">
        {t`too few to say,`} <Customers reading={reading} name={t`Answers at this step`} />
      </p>
    ) : null;
  }
  return (
    <p className="level-answers caption numbers" title={inWords(reading)}>
      <b>{t`${plain(reading.value, 1)} measured`}</b>
      {reading.low != null && reading.high != null ? `${interval(reading.low, reading.high, "score")}, ` : ""}
      <Customers reading={reading} name={t`Answers at this step`} />
    </p>
  );
}
