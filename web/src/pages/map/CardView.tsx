import { plural, t } from "@lingui/core/macro";
import { memo } from "react";
import { gradeOf } from "../../editor/grade";
import type { Mode } from "../../editor/keymap";
import type { Shape } from "../../editor/kinds";
import { setField } from "../../editor/ops";
import type { CellCard } from "../../editor/sheet";
import type { EditorState } from "../../editor/store";
import type { Card } from "../../generated";
import { drop } from "../../model";
import { plain, shortDay } from "../../ui/format";
import { iconNamed } from "../../ui/icons";
import { Diamond, GradeMark, SeverityMark } from "../../ui/Marks";
import { GRADE_WORDS, SEVERITY_WORDS } from "../../ui/words";
import { Beside, openWords } from "./Beside";
import { useOpenComments } from "./commenting";
import { type Library, useEditor, useLibrary, useReadings, useTools } from "./context";
import { MeasureBody, measureInWords } from "./MeasureBody";
import { NameEditor } from "./NameEditor";
import { PROGRESS_WORDS } from "./words";

interface CardProps {
  found: CellCard;
  shape: Shape;
  row: string;
  column: string;
  isAt: boolean;
  mode: Mode;
  /** Say how well the card is proven in a word beside the mark: where there is no pointer to ask with. */
  isWordy?: boolean;
}

/** One card. While it is typed in, only it is drawn again. */
export const CardView = memo(function CardView(props: CardProps) {
  const { found, shape, row, column, isAt, mode, isWordy = false } = props;
  const { id, card } = found;
  const library = useLibrary();
  const reading = useReadings().cards[id];
  const isSelected = useEditor((state) => state.selected.has(id));
  const shown = useEditor((state) => shownAs(state, id));
  const marks = `${isAt ? "is-at" : ""} ${isSelected ? "is-selected" : ""} ${shown} ${mode === "carrying" ? "is-carried" : ""}`;
  const comments = useOpenComments(id);
  const look = `card card-${shape} ${marks}`;
  const measured = shape === "measure" ? measureInWords(card, reading) : "";
  const own = nameOf(card, shape, library, measured);
  const name = comments > 0 ? `${own}, ${openWords(comments)}` : own;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields; this groups what a card says
    <div
      role="group"
      aria-roledescription={mode === "carrying" ? t`carried card` : t`card`}
      aria-label={isSelected ? t`${name}, selected` : name}
      className={look}
      tabIndex={isAt ? 0 : -1}
      data-row={row}
      data-column={column}
      data-card={id}
    >
      {mode === "typing" ? (
        <CardEditor found={found} library={library} />
      ) : (
        <CardText card={card} shape={shape} library={library} isWordy={isWordy} />
      )}
      <CardBody id={id} card={card} shape={shape} library={library} isWordy={isWordy} />
      <Beside id={id} />
    </div>
  );
});

/** How search and filters show a card. */
export function shownAs({ found, kept }: Pick<EditorState, "found" | "kept">, id: string): string {
  if (kept && !kept.has(id)) return "is-dim";
  return found.has(id) ? "is-found" : "";
}

/** The words of a card; a touchpoint without words of its own has the library's name. */
export function textOf(card: Card, library: Library): string {
  return card.text || library.touchpoints[card.touchpoint ?? ""]?.name || "";
}

function nameOf(card: Card, shape: Shape, library: Library, measured: string): string {
  const text = textOf(card, library) || t`empty card`;
  const channels = (card.channels ?? []).map((id) => library.channels[id]?.name);
  const more = [
    card.moment_of_truth ? t`moment of truth` : "",
    ...channels,
    card.severity && shape === "pain" ? SEVERITY_WORDS[card.severity] : "",
    measured,
    shape === "measure" ? "" : GRADE_WORDS[gradeOf(card)],
  ];
  return [text, ...more].filter(Boolean).join(", ");
}

function CardText({ card, shape, library, isWordy }: Omit<BodyProps, "id">) {
  const text = textOf(card, library);
  const isMeasure = shape === "measure";
  return (
    <span className="card-line">
      {card.moment_of_truth ? <Diamond /> : null}
      <span className={text ? "card-text" : "card-text is-empty"} dir="auto">
        {text ? quoted(text, shape) : isMeasure ? t`Name this measure` : t`Empty card`}
      </span>
      {shape === "card" || shape === "touchpoint" ? <Proof card={card} isWordy={isWordy} /> : null}
    </span>
  );
}

function Proof({ card, isWordy }: { card: Card; isWordy: boolean }) {
  const grade = gradeOf(card);
  if (!isWordy) return <GradeMark grade={grade} />;
  return (
    <span className="grade-said caption">
      {GRADE_WORDS[grade]} <GradeMark grade={grade} isNamed={false} />
    </span>
  );
}

function quoted(text: string, shape: Shape): string {
  const isBare = shape === "quote" && !/^["“‘„«]/.test(text);
  return isBare ? `“${text}”` : text;
}

function CardEditor({ found, library }: { found: CellCard; library: Library }) {
  const tools = useTools();
  const { id, card } = found;
  const change = (value: string, base: string) => {
    tools.edit([setField(id, "text", value, card.text ?? base)]);
  };
  const end = (value: string) => {
    if (!value && isBlank(card)) tools.edit([drop(id)]);
  };
  return (
    <NameEditor
      label={t`Text of the card`}
      value={textOf(card, library)}
      onChange={change}
      onEnd={end}
      isLong
    />
  );
}

/** A card that says nothing: left empty right after it was added, it goes again. */
function isBlank(card: Card): boolean {
  const said = card.text || card.touchpoint || card.question || card.severity || card.feeling;
  return !said && (card.evidence ?? []).length === 0 && card.score == null;
}

interface BodyProps {
  id: string;
  card: Card;
  shape: Shape;
  library: Library;
  isWordy: boolean;
}

/** What stands below the words, by kind. */
function CardBody({ id, card, shape, library, isWordy }: BodyProps) {
  if (shape === "measure") return <MeasureBody id={id} card={card} />;
  if (shape === "touchpoint") return <Channels card={card} library={library} />;
  if (shape === "pain") return <Pain card={card} isWordy={isWordy} />;
  if (shape === "quote") return <Source card={card} />;
  if (shape === "opportunity") return <Worth card={card} />;
  return null;
}

function Channels({ card, library }: { card: Card; library: Library }) {
  const own = card.channels ?? library.touchpoints[card.touchpoint ?? ""]?.channels ?? [];
  const channels = own.flatMap((id) => library.channels[id] ?? []);
  if (channels.length === 0) return null;
  return (
    <span className="card-channels">
      {channels.map((channel) => {
        const Icon = iconNamed(channel.icon);
        return (
          <span key={channel.name} className="card-channel">
            <Icon size={12} aria-hidden />
            {channel.name}
          </span>
        );
      })}
    </span>
  );
}

function Pain({ card, isWordy }: { card: Card; isWordy: boolean }) {
  return (
    <span className="card-foot">
      {card.severity ? <SeverityMark severity={card.severity} /> : <span />}
      <Proof card={card} isWordy={isWordy} />
    </span>
  );
}

function Source({ card }: { card: Card }) {
  const grade = gradeOf(card);
  return (
    <span className="card-source">
      <GradeMark grade={grade} isNamed={false} />
      <span className="caption">{sourceInWords(card) || GRADE_WORDS[grade]}</span>
    </span>
  );
}

function sourceInWords(card: Card): string {
  const evidence = card.evidence ?? [];
  if (evidence.length > 1) return plural(evidence.length, { one: "# source", other: "# sources" });
  const [only] = evidence;
  return only?.note || (only?.n == null ? "" : `n ${plain(only.n)}`);
}

function Worth({ card }: { card: Card }) {
  const due = card.due ? t`due ${shortDay(card.due)}` : "";
  const worth = card.customer_value == null ? "" : t`value ${plain(card.customer_value)}`;
  const effort = card.effort == null ? "" : t`effort ${plain(card.effort)}`;
  const words = [worth, effort, due].filter(Boolean).join(" · ");
  if (!words && !card.status) return null;
  return (
    <span className="card-worth caption">
      {card.status ? <b>{PROGRESS_WORDS[card.status]}</b> : null} {words}
    </span>
  );
}
