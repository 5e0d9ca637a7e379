import { plural, t } from "@lingui/core/macro";
import { Clock } from "lucide-react";
import { memo, useId } from "react";
import { isBlank } from "../../editor/blank";
import { gradeOf } from "../../editor/grade";
import type { Mode } from "../../editor/keymap";
import type { Shape } from "../../editor/kinds";
import { plainText } from "../../editor/markdown";
import { setField } from "../../editor/ops";
import type { CellCard } from "../../editor/sheet";
import { type Lying, spanOf } from "../../editor/spans";
import type { EditorState } from "../../editor/store";
import type { Card } from "../../generated";
import { drop } from "../../model";
import { sendingFor } from "../../transport";
import { iconNamed } from "../../ui/icons";
import { Diamond } from "../../ui/Marks";
import { GRADE_WORDS, staleInWords } from "../../ui/words";
import { useStale } from "./Ageing";
import { Beside, openWords } from "./Beside";
import type { BodyProps } from "./cards/face";
import { FACES } from "./cards/faces";
import { Markdown } from "./cards/Markdown";
import { Named, namedInWords } from "./cards/named";
import { Proof } from "./cards/Proof";
import { CardPicture, pictureInWords } from "./cards/picture";
import { useOpenComments } from "./commenting";
import { type Library, type Measure, useEditor, useLibrary, useReadings, useTools } from "./context";
import { NameEditor } from "./NameEditor";
import { EffectMark } from "./parts";

interface CardProps {
  found: CellCard;
  shape: Shape;
  row: string;
  column: string;
  isAt: boolean;
  mode: Mode;
  /** Say how well the card is proven in a word beside the mark: where there is no pointer to ask with. */
  isWordy?: boolean;
  /** Who else is at this card, in words. */
  who?: string;
  /** How it lies where it covers several columns. */
  lying?: Lying;
  /** What is at its end edge. */
  edge?: React.ReactNode;
}

const SELECTED = "is-selected";

/** One card. While it is typed in, only it is drawn again. */
export const CardView = memo(function CardView(props: CardProps) {
  const { found, shape, row, column, isAt, mode, isWordy = false, who = "", lying, edge } = props;
  const { id, card } = found;
  const library = useLibrary();
  const self = useId();
  const reading = useReadings().cards[id];
  const shown = useEditor((state) => `${shownAs(state, id)} ${state.selected.has(id) ? SELECTED : ""}`);
  const isSelected = shown.endsWith(SELECTED);
  const marks = `${isAt ? "is-at" : ""} ${shown} ${mode === "carrying" ? "is-carried" : ""}`;
  const comments = useOpenComments(id);
  const look = `card card-${shape} ${lying ? "card-wide" : ""} ${marks}`;
  const { Top, Body } = FACES[shape];
  const body = { id, card, library, isWordy };
  const own = nameOf(card, shape, library, reading);
  const span = spanOf(found);
  const over = span > 1 && lying ? plural(span, { one: "over # step", other: "over # steps" }) : "";
  const stale = useStale().get(id);
  const old = stale ? staleInWords(stale.days) : "";
  const name = [own, old, over, comments > 0 && openWords(comments), who].filter(Boolean).join(", ");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups form fields; this groups what a card says
    <div
      role="group"
      aria-roledescription={mode === "carrying" ? t`carried card` : t`card`}
      aria-label={isSelected ? t`${name}, selected` : name}
      {...withHelped(card, self)}
      className={look}
      style={lying ? ({ gridRow: lying.row + 1, "--over": lying.width } as React.CSSProperties) : undefined}
      tabIndex={isAt ? 0 : -1}
      data-row={row}
      data-column={column}
      data-card={id}
    >
      <CardPicture id={id} card={card} />
      {Top ? <Top {...body} /> : null}
      {mode === "typing" ? (
        <CardEditor found={found} shape={shape} library={library} />
      ) : (
        <CardText {...body} shape={shape} />
      )}
      {Body ? <Body {...body} /> : null}
      <Named card={card} library={library} />
      {old ? (
        <span className="card-stale caption numbers">
          <Clock size={11} aria-hidden /> {old}
        </span>
      ) : null}
      <Helped card={card} id={`${self}-helped`} />
      <Beside id={id} />
      {edge}
    </div>
  );
});

/** The name of a card ends with whether the opportunity that it names helped. */
function withHelped({ opportunity }: Card, id: string) {
  return opportunity ? { id, "aria-labelledby": `${id} ${id}-helped` } : {};
}

/** Whether the opportunity that a card names helped. */
function Helped({ card: { opportunity }, id }: { card: Card; id: string }) {
  return opportunity ? <EffectMark id={id} opportunity={opportunity} /> : null;
}

/** How search and filters show a card. */
export function shownAs({ found, kept }: Pick<EditorState, "found" | "kept">, id: string): string {
  if (kept && !kept.has(id)) return "is-dim";
  return found.has(id) ? "is-found" : "";
}

/** The words of a card; a touchpoint without words of its own has the library's name. */
export function textOf(card: Card, library: Library): string {
  return card.text || library.touchpoints[card.touchpoint ?? ""]?.name || "";
}

/** What a card is called in a word or two: its words, else what it says without any. */
export function titleOf(card: Card, shape: Shape, library: Library): string {
  const facts = isWordless(card, shape) ? (FACES[shape].facts?.(card, library, undefined) ?? []) : [];
  return plainText(textOf(card, library)) || facts.join(", ");
}

function nameOf(card: Card, shape: Shape, library: Library, reading: Measure | undefined): string {
  const { facts, proof } = FACES[shape];
  const more = [
    card.moment_of_truth ? t`moment of truth` : "",
    ...(facts === pictureInWords ? [] : pictureInWords(card)),
    ...(facts?.(card, library, reading) ?? []),
    namedInWords(card, library),
    proof === "number" ? "" : GRADE_WORDS[gradeOf(card, library.ground)],
  ];
  const words = plainText(textOf(card, library));
  return [words || (isWordless(card, shape) ? "" : t`empty card`), ...more].filter(Boolean).join(", ");
}

/** Whether what a card says needs no words: the name of a team, a time, a channel. */
function isWordless(card: Card, shape: Shape): boolean {
  return !card.text && FACES[shape].says?.(card) === true;
}

function CardText({ card, shape, library, isWordy }: BodyProps & { shape: Shape }) {
  const text = textOf(card, library);
  const { proof, empty, icon, isSpoken } = FACES[shape];
  if (isWordless(card, shape)) return null;
  return (
    <span className="card-line">
      {card.moment_of_truth ? <Diamond /> : null}
      {icon ? <KindIcon name={icon} /> : null}
      <span className={text ? "card-text" : "card-text is-empty"} dir="auto">
        {text ? <Markdown text={isSpoken ? quoted(text) : text} /> : (empty?.() ?? t`Empty card`)}
      </span>
      {proof === "line" ? <Proof card={card} isWordy={isWordy} /> : null}
    </span>
  );
}

function KindIcon({ name }: { name: string }) {
  const Icon = iconNamed(name);
  return <Icon className="kind-icon" size={12} aria-hidden />;
}

function quoted(text: string): string {
  return /^["“‘„«]/.test(text) ? text : `“${text}”`;
}

/** The words of a card while they are typed; one that is left without any, and says nothing else, goes again. */
function CardEditor({ found, shape, library }: { found: CellCard; shape: Shape; library: Library }) {
  const tools = useTools();
  const { id, card } = found;
  const change = (value: string, base: string) => {
    tools.edit([setField(id, "text", value, card.text ?? base)]);
  };
  const end = (value: string) => {
    if (!value && isBlank(card) && !sendingFor(id)) return tools.edit([drop(id)]);
    const taken = FACES[shape].takes?.(value, card);
    if (!taken) return;
    const fields = Object.entries({ ...taken, text: "" });
    tools.edit(fields.map(([field, meant]) => setField(id, field, meant)));
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
