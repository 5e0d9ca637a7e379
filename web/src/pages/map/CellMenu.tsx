import { msg, t } from "@lingui/core/macro";
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ChevronsUpDown,
  ClipboardPaste,
  Copy,
  CopyPlus,
  EyeOff,
  FoldHorizontal,
  ImagePlus,
  Lightbulb,
  MessageSquare,
  Palette,
  Pencil,
  Plus,
  Repeat,
  Scissors,
  SkipForward,
  Slash,
  Spline,
  StickyNote,
  Trash2,
  UnfoldHorizontal,
  Users,
} from "lucide-react";
import { useRef } from "react";
import { Popover } from "react-aria-components";
import { run } from "../../editor/commands";
import { addLane } from "../../editor/edits";
import { type Command, keysOf } from "../../editor/keymap";
import { KINDS } from "../../editor/kinds";
import { setField } from "../../editor/ops";
import { NAMES } from "../../editor/place";
import { spanOf } from "../../editor/spans";
import { spoken } from "../../editor/spoken";
import { mayName } from "../../editor/takingUp";
import { type Thing, thingAt } from "../../editor/things";
import { isSeveral } from "../../editor/together";
import type { Step } from "../../generated";
import { type Choice, type Choices, MenuList } from "../../ui/Menu";
import { cardsInWords } from "../../ui/words";
import { type Tools, useEditor, useTools } from "./context";
import { afterClosing, elementAt } from "./elements";

type Item = [command: Command, label: string, icon: React.ReactNode];

const noting = (): Item => ["notes", t`Put a note of the persona here`, <StickyNote size={14} key="n" />];

const move = (): Item[] => [
  ["shiftLeft", t`Move left`, <ArrowLeft size={14} key="l" className="mirrors" />],
  ["shiftRight", t`Move right`, <ArrowRight size={14} key="r" className="mirrors" />],
];
const lift = (): Item[] => [
  ["shiftUp", t`Move up`, <ArrowUp size={14} key="u" />],
  ["shiftDown", t`Move down`, <ArrowDown size={14} key="d" />],
];
const DELETING = spoken({ lane: msg`Delete lane`, step: msg`Delete step`, stage: msg`Delete stage` });
const RENAMING = spoken({ lane: msg`Rename lane`, step: msg`Rename step`, stage: msg`Rename stage` });
const ADDING = spoken({
  lane: msg`Add lane below`,
  step: msg`Add step after`,
  stage: msg`Add stage after`,
});
const COPYING = spoken({ lane: msg`Duplicate lane`, step: msg`Duplicate step`, stage: msg`Duplicate stage` });
const FOLDING = spoken({ lane: msg`Fold lane`, stage: msg`Fold stage` });
const OPENING = spoken({ lane: msg`Open lane`, stage: msg`Open stage` });

const clip = (): Item[] => [
  ["copy", t`Copy`, <Copy size={14} key="c" />],
  ["cut", t`Cut`, <Scissors size={14} key="x" />],
];
const pasting = (): Item => ["paste", t`Paste`, <ClipboardPaste size={14} key="v" />];
/** In the order of the tokens, as the records count them. */
export const laneHues = () => [t`Slate`, t`Teal`, t`Ochre`, t`Violet`, t`Red`, t`Blue`, t`Green`, t`Stone`];
export const stageHues = () => [t`Blue`, t`Violet`, t`Rust`, t`Green`];
const saying = (): Item => ["comment", t`Comment`, <MessageSquare size={14} key="m" />];
const DELETE = <Trash2 size={14} />;
const ADD = <Plus size={14} />;
const EDIT = <Pencil size={14} />;

/** What can be done with the thing at the focus; the same for the context menu, the "more" buttons and the panel. */
export function choicesFor(tools: Tools, thing: Thing | null): Choices {
  const state = tools.store.getSnapshot();
  const several = isSeveral(state) ? state.selected.size : 0;
  if (!thing && !several) return [];
  const item = ([command, label, icon]: Item): Choice => ({
    id: command,
    label,
    icon,
    keys: keysOf(command),
    isDanger: command === "remove",
    act: () => afterClosing(() => run(command, tools)),
  });
  const groups = several ? itemsForSeveral(several) : thing ? [...itemsFor(thing), [saying()]] : [];
  const choices = groups.flatMap(
    (group, place): Choices => [...(place > 0 ? ["line" as const] : []), ...group.map(item)],
  );
  if (several || !thing) return choices;
  return [
    ...choices,
    ...opportunityChoices(tools, thing),
    ...pictureChoices(tools, thing),
    ...colourChoices(tools, thing),
  ];
}

/** An opportunity for a card that may name one, or for a step. */
function opportunityChoices({ store }: Tools, thing: Thing): Choices {
  const isStep = thing.kind === "step" && !!thing.column.step;
  if (!isStep && !(thing.kind === "card" && mayName(thing.lane))) return [];
  const choice = (id: "opportunity" | "tie", label: string): Choice => ({
    id,
    label,
    icon: <Lightbulb size={14} />,
    act: () => afterClosing(() => store.set({ dialog: id })),
  });
  return ["line", choice("opportunity", t`Make an opportunity…`), choice("tie", t`Link to an opportunity…`)];
}

/** A picture for a card, or for a new card of a cell. */
function pictureChoices(tools: Tools, thing: Thing): Choices {
  if ((thing.kind !== "card" && thing.kind !== "cell") || thing.lane.lane.kind === "emotion") return [];
  const has = thing.kind === "card" && thing.found.card.image;
  const label = has ? t`Replace the picture…` : t`Add a picture…`;
  const icon = <ImagePlus size={14} />;
  return ["line", { id: "picture", label, icon, act: () => afterClosing(() => run("picture", tools)) }];
}

/** The hues of a stage or a lane, with the one that it has. */
function colourChoices(tools: Tools, thing: Thing): Choices {
  if (thing.kind !== "lane" && thing.kind !== "stage") return [];
  const { sheet } = tools.store.getSnapshot();
  const id = thing.kind === "lane" ? thing.lane.id : thing.column.stage;
  const record = thing.kind === "lane" ? thing.lane.lane : sheet.spans.find((span) => span.id === id)?.stage;
  const hues = thing.kind === "lane" ? laneHues() : stageHues();
  const look = thing.kind === "lane" ? "lane-hue" : "hue";
  const choice = (label: string, colour: number | null): Choice => ({
    id: `colour-${colour}`,
    label,
    icon: colour === null ? <Palette size={14} /> : <span className={`hue-dot ${look}-${colour}`} />,
    isChosen: (record?.colour ?? null) === colour,
    act: () => afterClosing(() => tools.edit([setField(id, "colour", colour)])),
  });
  const first = choice(thing.kind === "lane" ? t`Colour of its kind` : t`Colour in turn`, null);
  return ["line", first, ...hues.map((label, colour) => choice(label, colour))];
}

function itemsForSeveral(count: number): Item[][] {
  return [
    [...clip(), ["duplicate", t`Duplicate ${cardsInWords(count)}`, <CopyPlus size={14} key="c" />]],
    [...move(), ...lift()],
    [["remove", t`Delete ${cardsInWords(count)}`, DELETE]],
  ];
}

function itemsFor(thing: Thing): Item[][] {
  if (thing.kind === "card") return cardItems(thing);
  if ("column" in thing && thing.kind !== "stage" && thing.column.folded) return [[folding("stage", true)]];
  if (thing.kind === "cell")
    return [
      [
        ["newCard", t`Add ${oneOf(thing)}`, ADD],
        ["insert", t`Insert…`, <Slash size={14} key="i" />],
        noting(),
        pasting(),
      ],
    ];
  if (thing.kind === "step" && !thing.column.step) return [[["newCard", t`Add step`, ADD]]];
  const rest: Item[] = [["remove", DELETING[thing.kind], DELETE]];
  const first: Item[] = [
    ["edit", RENAMING[thing.kind], EDIT],
    ["newCard", ADDING[thing.kind], ADD],
    ["duplicate", COPYING[thing.kind], <CopyPlus size={14} key="c" />],
  ];
  if (thing.kind === "step") return [first, stepItems(thing.column.step), move(), rest];
  if (thing.kind === "stage") return [first, [folding("stage", !!thing.column.folded)], move(), rest];
  const hide: Item = ["hideLane", t`Hide lane`, <EyeOff size={14} key="h" />];
  return [first, [folding("lane", !!thing.lane.lane.collapsed), hide], lift(), rest];
}

function stepItems(step: Step | null): Item[] {
  return [
    ["linkTo", t`Link to another step…`, <Spline size={14} key="l" />],
    [
      "optional",
      step?.optional ? t`Customers may not skip it` : t`Customers may skip it`,
      <SkipForward size={14} key="o" className="mirrors" />,
    ],
    [
      "repeatable",
      step?.repeatable ? t`It happens once` : t`May happen more than once`,
      <Repeat size={14} key="r" />,
    ],
  ];
}

function folding(kind: "lane" | "stage", isFolded: boolean): Item {
  return ["fold", isFolded ? OPENING[kind] : FOLDING[kind], <ChevronsUpDown size={14} key="f" />];
}

function oneOf(thing: Extract<Thing, { lane: unknown }>): string {
  return KINDS[thing.lane.lane.kind ?? "free"].one;
}

function cardItems(thing: Extract<Thing, { kind: "card" }>): Item[][] {
  const { shape } = KINDS[thing.lane.lane.kind ?? "free"];
  const edit: Item[] = [["edit", t`Edit text`, EDIT]];
  if (thing.found.card.question) edit.push(["customers", t`Open customers`, <Users size={14} key="u" />]);
  const more: Item[] = [
    ["newCard", t`Add ${oneOf(thing)} below`, ADD],
    ["duplicate", t`Duplicate`, <CopyPlus size={14} key="c" />],
  ];
  const better: Item[] = [
    ["raise", t`Half a point better`, <ArrowUp size={14} key="u" />],
    ["lower", t`Half a point worse`, <ArrowDown size={14} key="d" />],
  ];
  const wider: Item[] = [["widen", t`Over one more step`, <UnfoldHorizontal size={14} key="w" />]];
  if (spanOf(thing.found) > 1)
    wider.push(["narrow", t`Over one step less`, <FoldHorizontal size={14} key="n" />]);
  return [
    [...edit, ...more],
    [...clip(), pasting()],
    [...move(), ...(shape === "emotion" ? better : [...lift(), ...wider])],
    [["remove", t`Delete card`, DELETE]],
  ];
}

/** The menu at the focus. */
export function CellMenu() {
  const tools = useTools();
  const isOpen = useEditor((state) => state.dialog === "menu");
  const at = useEditor((state) => state.at);
  const anchor = useRef<Element>(null);
  if (isOpen && at) anchor.current = elementAt(at);
  const close = (open: boolean) => {
    if (!open) tools.store.set({ dialog: "" });
  };
  const thing = isOpen ? thingAt(tools.store.getSnapshot().sheet, at) : null;
  return (
    <Popover
      aria-label={t`What can be done here`}
      triggerRef={anchor}
      isOpen={isOpen && thing !== null}
      onOpenChange={close}
      className="floating"
      placement="bottom start"
      offset={2}
    >
      <MenuList
        label={t`What can be done here`}
        items={[...choicesFor(tools, thing), ...kindsBelow(tools, thing)]}
        onClose={() => close(false)}
      />
    </Popover>
  );
}

/** For a lane: lanes of the usual kinds that the map does not have yet. */
function kindsBelow(tools: Tools, thing: Thing | null): Choices {
  if (thing?.kind !== "lane") return [];
  const { sheet } = tools.store.getSnapshot();
  const has = new Set(sheet.lanes.map((view) => view.lane.kind ?? "free"));
  const usual = [
    "goals",
    "thoughts",
    "emotion",
    "touchpoints",
    "quotes",
    "pain-points",
    "measures",
    "opportunities",
    "free",
  ] as const;
  const missing = usual.filter((kind) => !has.has(kind)).slice(0, 4);
  const add = (kind: (typeof usual)[number]) => {
    const made = addLane(sheet, kind, thing.lane.id);
    tools.edit(made.ops);
    tools.store.set({ at: { row: made.id, column: NAMES, card: "" } });
  };
  const items = missing.map((kind) => ({
    id: `below-${kind}`,
    label: t`Add ${KINDS[kind].name.toLowerCase()} below`,
    icon: ADD,
    act: () => afterClosing(() => add(kind)),
  }));
  return items.length > 0 ? ["line", ...items] : [];
}
