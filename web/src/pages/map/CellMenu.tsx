import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  ClipboardPaste,
  Copy,
  CopyPlus,
  Pencil,
  Plus,
  Scissors,
  Trash2,
  Users,
} from "lucide-react";
import { useRef } from "react";
import { Popover } from "react-aria-components";
import { run, type Thing, thingAt } from "../../editor/commands";
import { addLane } from "../../editor/edits";
import { type Command, keysOf } from "../../editor/keymap";
import { KINDS } from "../../editor/kinds";
import { NAMES } from "../../editor/place";
import { isSeveral } from "../../editor/together";
import { plural } from "../../ui/format";
import { type Choice, type Choices, MenuList } from "../../ui/Menu";
import { type Tools, useEditor, useTools } from "./context";

type Item = [command: Command, label: string, icon: React.ReactNode];

const MOVE: Item[] = [
  ["shiftLeft", "Move left", <ArrowLeft size={14} key="l" />],
  ["shiftRight", "Move right", <ArrowRight size={14} key="r" />],
];
const LIFT: Item[] = [
  ["shiftUp", "Move up", <ArrowUp size={14} key="u" />],
  ["shiftDown", "Move down", <ArrowDown size={14} key="d" />],
];
const CLIP: Item[] = [
  ["copy", "Copy", <Copy size={14} key="c" />],
  ["cut", "Cut", <Scissors size={14} key="x" />],
];
const PASTE: Item = ["paste", "Paste", <ClipboardPaste size={14} key="v" />];
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
  const groups = several ? itemsForSeveral(several) : thing ? itemsFor(thing) : [];
  return groups.flatMap(
    (group, place): Choices => [...(place > 0 ? ["line" as const] : []), ...group.map(item)],
  );
}

/** A menu gives the focus back when it closes; only then may a command move it. */
export function afterClosing(act: () => void): void {
  setTimeout(act);
}

function itemsForSeveral(count: number): Item[][] {
  return [
    [...CLIP, ["duplicate", `Duplicate ${plural(count, "card")}`, <CopyPlus size={14} key="c" />]],
    [...MOVE, ...LIFT],
    [["remove", `Delete ${plural(count, "card")}`, DELETE]],
  ];
}

function itemsFor(thing: Thing): Item[][] {
  if (thing.kind === "cell") return [[["newCard", `Add ${oneOf(thing)}`, ADD], PASTE]];
  if (thing.kind === "card") return cardItems(thing);
  const word = thing.kind;
  const rest: Item[] = [["remove", `Delete ${word}`, DELETE]];
  const rename: Item[] = [["edit", `Rename ${word}`, EDIT]];
  if (thing.kind === "lane") return [[...rename, ["newCard", "Add lane below", ADD]], LIFT, rest];
  if (thing.kind === "step" && !thing.column.step) return [[["newCard", "Add step", ADD]]];
  return [[...rename, ["newCard", `Add ${word} after`, ADD]], MOVE, rest];
}

function oneOf(thing: Extract<Thing, { lane: unknown }>): string {
  return KINDS[thing.lane.lane.kind ?? "free"].one;
}

function cardItems(thing: Extract<Thing, { kind: "card" }>): Item[][] {
  const { shape } = KINDS[thing.lane.lane.kind ?? "free"];
  const edit: Item[] = [["edit", "Edit text", EDIT]];
  if (thing.found.card.question) edit.push(["customers", "Open customers", <Users size={14} key="u" />]);
  const more: Item[] = [
    ["newCard", `Add ${oneOf(thing)} below`, ADD],
    ["duplicate", "Duplicate", <CopyPlus size={14} key="c" />],
  ];
  const better: Item[] = [
    ["raise", "Half a point better", <ArrowUp size={14} key="u" />],
    ["lower", "Half a point worse", <ArrowDown size={14} key="d" />],
  ];
  return [
    [...edit, ...more],
    [...CLIP, PASTE],
    [...MOVE, ...(shape === "emotion" ? better : LIFT)],
    [["remove", "Delete card", DELETE]],
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
      aria-label="What can be done here"
      triggerRef={anchor}
      isOpen={isOpen && thing !== null}
      onOpenChange={close}
      className="floating"
      placement="bottom start"
      offset={2}
    >
      <MenuList
        label="What can be done here"
        items={[...choicesFor(tools, thing), ...kindsBelow(tools, thing)]}
        onClose={() => close(false)}
      />
    </Popover>
  );
}

export function elementAt(at: { row: string; column: string; card: string }): Element | null {
  const card = at.card ? `[data-card="${at.card}"]` : ":not([data-card])";
  return document.querySelector(`[data-row="${at.row}"][data-column="${at.column}"]${card}`);
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
    label: `Add ${KINDS[kind].name.toLowerCase()} below`,
    icon: ADD,
    act: () => afterClosing(() => add(kind)),
  }));
  return items.length > 0 ? ["line", ...items] : [];
}
