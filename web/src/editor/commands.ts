import { msg, t } from "@lingui/core/macro";
import type { Card } from "../generated";
import { drop } from "../model";
import type { Around } from "./around";
import { whoseNext } from "./curves";
import {
  addCard,
  addLane,
  addStage,
  addStep,
  contentOf,
  duplicateCard,
  moveCard,
  removeWhole,
  shiftLane,
  shiftStage,
  shiftStep,
} from "./edits";
import { headBack, isHeadThing, pickUpHead } from "./heads";
import { askWhatToInsert } from "./inserting";
import type { Command } from "./keymap";
import { KINDS } from "./kinds";
import { askForLink, mark } from "./linking";
import { type Made, setField } from "./ops";
import {
  enter,
  firstPlace,
  type Move,
  moved,
  NAMES,
  type Place,
  STAGES,
  STEPS,
  stands,
  successor,
} from "./place";
import { NO_CARDS } from "./selection";
import { type CellCard, cardsAt, type LaneView, type Sheet } from "./sheet";
import { spoken } from "./spoken";
import type { EditorState, EditorStore } from "./store";
import { showOps } from "./structure";
import { firstColumn, type Thing, thingAt } from "./things";
import { isSeveral, putBack, select, shiftAll, together } from "./together";
import { duplicateWhole, fold, hideLane } from "./wholes";
import { widen } from "./wider";

const HARMLESS = new Set<Command>(["customers", "menu"]);

/** Whether a command would change what stands at the focus. */
function changesHere(command: Command): boolean {
  return command in HERE && !HARMLESS.has(command);
}

const MOVES: readonly string[] = ["left", "right", "up", "down", "rowStart", "rowEnd", "mapStart", "mapEnd"];

/** Do what a key or a menu item asks for. Returns false when it has no meaning here. */
export function run(command: Command, around: Around, typed: string | null = null): boolean {
  const { store } = around;
  const state = store.getSnapshot();
  if (around.isReadOnly && changesHere(command)) return false;
  if (MOVES.includes(command)) return go(command as Move, around);
  if (state.mode === "carrying") return carrying(command, around);
  return select(command, around) ?? anywhere(command, around, state) ?? here(command, around, state, typed);
}

function anywhere(command: Command, around: Around, state: EditorState): boolean | null {
  return ANYWHERE[command]?.(around) ?? (isSeveral(state) ? together(command, around) : null);
}

function here(command: Command, around: Around, { sheet, at }: EditorState, typed: string | null): boolean {
  const thing = thingAt(sheet, at);
  return at && thing ? (HERE[command]?.(around, thing, at, typed) ?? false) : false;
}

type Here = (around: Around, thing: Thing, at: Place, typed: string | null) => boolean;

const ASKING = { isPanelOpen: true, panel: "details", isAsking: true } as const;

const ANYWHERE: Partial<Record<Command, (around: Around) => boolean>> = {
  undo: (around) => done(around.undo()),
  redo: (around) => done(around.redo()),
  copy: (around) => around.clipboard("copy"),
  cut: (around) => around.clipboard("cut"),
  paste: (around) => around.clipboard("paste"),
  pastePlain: (around) => around.clipboard("pastePlain"),
  picture: (around) => !around.isReadOnly && around.choosePictures(),
  saved: (around) => done(around.sayWhenSaved()),
  palette: ({ store }) => done(store.set({ dialog: "palette" })),
  showLanes: (around) => done(around.edit(showOps(around.store.getSnapshot().sheet))),
  find: ({ store }) => done(store.set({ isFinding: true, asked: store.getSnapshot().asked + 1 })),
  showAll: ({ store }) => done(store.set({ filter: {} })),
  present: ({ store }) =>
    done(store.set({ presenting: { at: 0, isBlank: false }, mode: "moving", typed: null })),
  zoomIn: (around) => around.zoom("in"),
  zoomOut: (around) => around.zoom("out"),
  zoomReset: (around) => around.store.getSnapshot().zoom !== 1 && around.zoom("full"),
  fitMap: (around) => around.zoom("map"),
  fitSelection: (around) => around.zoom("selection"),
  shortcuts: ({ store }) => done(store.set({ dialog: "shortcuts" })),
  comment: ({ store }) =>
    done(store.set({ isPanelOpen: true, panel: "comments", saying: store.getSnapshot().saying + 1 })),
  comments: ({ store }) => done(store.set({ isPanelOpen: true, panel: "comments", saying: 0 })),
  follow,
  showOthers: ({ store }) => done(store.set({ showsOthers: !store.getSnapshot().showsOthers })),
  notes: ({ store }) => done(store.set({ isPanelOpen: true, panel: "notes" })),
  checklist: ({ store }) => done(store.set({ isPanelOpen: true, panel: "checklist" })),
  growFuture: (around) => around.future("grow"),
  besideBase: (around) => around.future("beside"),
  nextDifference: (around) => around.future("next"),
  lastDifference: (around) => around.future("previous"),
  history: ({ store }) => done(store.set({ isPanelOpen: true, panel: "history" })),
  details: ({ store }) => done(store.set(ASKING)),
  mapDetails: ({ store }) => done(store.set({ ...ASKING, at: null })),
  keepTemplate: ({ store }) => done(store.set({ dialog: "template" })),
  leave: ({ store }) => leave(store),
  export: ({ store }) => done(store.set({ dialog: "export" })),
  typingOver: switchTypingOver,
  links: ({ store }) => done(store.set({ dialog: "links" })),
  showLinks: ({ store }) => done(store.set({ areLinksShown: !store.getSnapshot().areLinksShown })),
};

const HERE: Partial<Record<Command, Here>> = {
  edit: (around, thing, at) => edit(around, thing, at, null),
  // A dialog that was asked for may not have come yet: what is typed is meant for it.
  typeOver: (around, thing, at, typed) =>
    around.store.getSnapshot().dialog !== "" || edit(around, thing, at, typed),
  newCard: (around, thing, at) => addAfter(around, thing, at),
  newAbove: (around, thing, at) => addAbove(around, thing, at),
  duplicate,
  remove: (around, thing) => remove(around, thing),
  pickUp,
  fold: (around, thing) => fold(around, thing),
  hideLane: (around, thing) => hideLane(around, thing),
  shiftLeft: (around, thing, at) => shift(around, thing, at, "left"),
  shiftRight: (around, thing, at) => shift(around, thing, at, "right"),
  shiftUp: (around, thing, at) => shift(around, thing, at, "up"),
  shiftDown: (around, thing, at) => shift(around, thing, at, "down"),
  raise: (around, thing) => bend(around, thing, 0.5),
  lower: (around, thing) => bend(around, thing, -0.5),
  insert: (around, thing) => askWhatToInsert(around, thing),
  linkTo: (around, thing) => askForLink(around, thing),
  optional: (around, thing) => mark(around, thing, "optional"),
  repeatable: (around, thing) => mark(around, thing, "repeatable"),
  widen: (around, thing) => widen(around, thing, 1),
  narrow: (around, thing) => widen(around, thing, -1),
  customers: ({ openCustomers }, _, at) => openCustomers(at),
  menu: ({ store }) => done(store.set({ dialog: "menu" })),
};

function done(_: unknown): true {
  return true;
}

function go(move: Move, around: Around): boolean {
  const { store } = around;
  const { sheet, at, mode, carried } = store.getSnapshot();
  if (mode === "carrying") {
    const thing = thingAt(sheet, at);
    const isSide = move === "left" || move === "right" || move === "up" || move === "down";
    if (isSide && carried.length > 0) return shiftAll(around, move);
    return at && thing && isSide ? shift(around, thing, at, move) : true;
  }
  store.set({ at: at ? moved(sheet, at, move) : firstPlace(sheet), selected: NO_CARDS, anchor: null });
  return true;
}

function follow({ store, colleagues, tell }: Around): true {
  const next = colleagues.after(store.getSnapshot().following);
  if (next) store.set({ following: next.actor.id });
  else tell(t`Nobody else has this map open`);
  return true;
}

function leave(store: EditorStore): boolean {
  const { isPanelOpen, at, selected, following } = store.getSnapshot();
  if (following) store.set({ following: "" });
  else if (selected.size > 0) store.set({ selected: NO_CARDS, anchor: null });
  else if (isPanelOpen) store.set({ isPanelOpen: false, panel: "details" });
  else if (at?.card) store.set({ at: { ...at, card: "" } });
  return true;
}

/** Whether a letter replaces what stands there is a matter of taste; switched off, it begins a new card at most. */
function switchTypingOver({ store, tell }: Around): true {
  const typesOver = !store.getSnapshot().typesOver;
  store.set({ typesOver });
  tell(typesOver ? t`A letter types over what stands there` : t`Letters type over nothing; Enter edits`);
  return true;
}

function edit(around: Around, thing: Thing, at: Place, typed: string | null): boolean {
  if (typed !== null && thing.kind !== "cell" && !around.store.getSnapshot().typesOver) return false;
  if (thing.kind !== "stage" && "column" in thing && thing.column.folded) return fold(around, thing);
  if (thing.kind === "cell") return addAfter(around, thing, at, typed);
  if (thing.kind === "step" && !thing.column.step) return addAfter(around, thing, at, typed);
  around.store.set({ mode: "typing", typed });
  return true;
}

/** Put a new thing on the map, go there, and let its name be typed. */
function begin(around: Around, made: Made, place: (sheet: Sheet) => Place, typed: string | null): boolean {
  around.edit(made.ops);
  const { sheet } = around.store.getSnapshot();
  around.store.set({ at: place(sheet), mode: "typing", typed });
  return true;
}

function addAfter(around: Around, thing: Thing, at: Place, typed: string | null = null): boolean {
  const { sheet } = around.store.getSnapshot();
  if (thing.kind === "step") {
    const made = addStep(sheet, thing.column.stage, thing.column.step ? thing.column.id : undefined);
    return begin(around, made, () => ({ row: STEPS, column: made.id, card: "" }), typed);
  }
  if (thing.kind === "stage") {
    const made = addStage(sheet, thing.column.stage);
    const place = (now: Sheet) => ({ row: STAGES, column: firstColumn(now, made.id), card: "" });
    return begin(around, made, place, typed);
  }
  if (thing.kind === "lane") {
    const made = addLane(sheet, thing.lane.lane.kind ?? "free", thing.lane.id);
    return begin(around, made, () => ({ row: made.id, column: NAMES, card: "" }), typed);
  }
  const below = cardsAt(sheet, at.row, at.column).findIndex((card) => card.id === at.card) + 1;
  return thing.kind === "cell"
    ? newCard(around, thing.lane, at, typed)
    : newCard(around, thing.lane, at, typed, below);
}

function addAbove(around: Around, thing: Thing, at: Place): boolean {
  if (thing.kind !== "card") return thing.kind === "cell" && addAfter(around, thing, at);
  const { sheet } = around.store.getSnapshot();
  const above = cardsAt(sheet, at.row, at.column).findIndex((card) => card.id === at.card);
  return newCard(around, thing.lane, at, null, above);
}

function newCard(around: Around, lane: LaneView, at: Place, typed: string | null, place?: number): boolean {
  const { sheet } = around.store.getSnapshot();
  if (!sheet.columns.some((column) => column.id === at.column && column.step)) return false;
  const made = addCard(sheet, at.row, at.column, firstFields(lane, at.column, sheet.header.personas), place);
  const where = { row: at.row, column: at.column, card: made.id };
  const { asks } = KINDS[lane.lane.kind ?? "free"];
  begin(around, made, () => where, typed);
  if (asks) around.store.set({ isPanelOpen: true, panel: "details" });
  // Who is chosen, or how long: there is nothing to type until somebody types.
  if (asks === "first" && typed === null) around.store.set({ mode: "moving", isAsking: true });
  return true;
}

/** What a new card of a lane has from the start. */
export function firstFields(view: LaneView, step: string, personas: readonly string[] = []): Partial<Card> {
  if (KINDS[view.lane.kind ?? "free"].shape !== "emotion") return {};
  const persona = whoseNext(view, step, personas);
  return persona ? { score: 0, persona } : { score: 0 };
}

function duplicate(around: Around, thing: Thing, at: Place): boolean {
  if (thing.kind !== "card") return duplicateWhole(around, thing);
  const made = duplicateCard(around.store.getSnapshot().sheet, thing.found);
  around.edit(made.ops);
  around.store.set({ at: { ...at, card: made.id } });
  return true;
}

function remove(around: Around, thing: Thing): boolean {
  if (thing.kind === "cell") return false;
  if (thing.kind === "card") return removeCard(around, thing.found);
  const id =
    thing.kind === "lane" ? thing.lane.id : thing.kind === "step" ? thing.column.id : thing.column.stage;
  if (thing.kind === "step" && !thing.column.step) return false;
  const cards = contentOf(around.store.getSnapshot().sheet, thing.kind, id).length;
  if (cards > 0) around.askRemoval(thing.kind, id, cards);
  else removeNow(around, thing.kind, id);
  return true;
}

const GONE = spoken({
  lane: msg`The lane is deleted`,
  step: msg`The step is deleted`,
  stage: msg`The stage is deleted`,
});

/** Take a lane, a step or a stage away, with what is in it. */
export function removeNow(around: Around, kind: "lane" | "step" | "stage", id: string): void {
  const { sheet, at } = around.store.getSnapshot();
  const next = at && successor(sheet, kind, id, at);
  around.edit(removeWhole(sheet, kind, id));
  if (next && stands(around.store.getSnapshot().sheet, next)) around.store.set({ at: next });
  around.removed(GONE[kind]);
}

function removeCard(around: Around, { id, card }: CellCard): boolean {
  const { sheet, at } = around.store.getSnapshot();
  const cards = cardsAt(sheet, card.lane ?? "", card.step ?? "");
  const here = cards.findIndex((other) => other.id === id);
  const next = cards[here + 1] ?? cards[here - 1];
  if (at?.card === id) around.store.set({ at: { ...at, card: next?.id ?? "" } });
  around.edit([drop(id)]);
  around.removed(t`The card is deleted`);
  return true;
}

function pickUp(around: Around, thing: Thing, at: Place): boolean {
  if (isHeadThing(thing)) return pickUpHead(around, thing, at);
  if (thing.kind !== "card") return true;
  const cards = cardsAt(around.store.getSnapshot().sheet, at.row, at.column);
  const rank = cards.findIndex((card) => card.id === at.card);
  around.store.set({ mode: "carrying", from: { ...at, rank, score: thing.found.card.score ?? null } });
  return true;
}

/** Carried cards travel for real, so that everybody sees the same; Esc takes them back. */
function carrying(command: Command, around: Around): boolean {
  if (command === "leave") takeBack(around);
  around.store.set({ mode: "moving", from: null, carried: [] });
  return true;
}

function takeBack(around: Around): void {
  const { sheet, at, from, carried } = around.store.getSnapshot();
  const thing = thingAt(sheet, at);
  if (carried.length > 0) around.edit(putBack(sheet, carried));
  if (from && thing && isHeadThing(thing)) around.edit(headBack(sheet, thing, from));
  if (!from || thing?.kind !== "card") return;
  const { id, card } = thing.found;
  const isBent = (card.score ?? null) !== from.score;
  const ops = moveCard(sheet, thing.found, from.row, from.column, from.rank);
  around.edit([...ops, ...(isBent ? [setField(id, "score", from.score)] : [])]);
}

type Side = "left" | "right" | "up" | "down";

function shift(around: Around, thing: Thing, at: Place, side: Side): boolean {
  const { sheet } = around.store.getSnapshot();
  const by = side === "left" || side === "up" ? -1 : 1;
  const isSideways = side === "left" || side === "right";
  if (thing.kind === "card")
    return isSideways ? carrySideways(around, thing, at, side) : carryUp(around, thing, at, by);
  if (thing.kind === "lane" && !isSideways) around.edit(shiftLane(sheet, thing.lane.id, by));
  if (thing.kind === "step" && isSideways) around.edit(shiftStep(sheet, thing.column.id, by));
  if (thing.kind === "stage" && isSideways) around.edit(shiftStage(sheet, thing.column.stage, by));
  return true;
}

type CardThing = Extract<Thing, { kind: "card" }>;

function carrySideways(around: Around, { found }: CardThing, at: Place, side: Side): boolean {
  const { sheet } = around.store.getSnapshot();
  const next = moved(sheet, { ...at, card: "" }, side as Move);
  if (next.column === NAMES || next.column === at.column) return true;
  if (!sheet.columns.some((column) => column.id === next.column && column.step)) return true;
  place(around, found, at.row, next.column, cardsAt(sheet, at.row, next.column).length);
  return true;
}

function carryUp(around: Around, { found, lane }: CardThing, at: Place, by: 1 | -1): boolean {
  if (KINDS[lane.lane.kind ?? "free"].shape === "emotion")
    return bend(around, { kind: "card", found, lane }, -by / 2);
  const { sheet } = around.store.getSnapshot();
  const cards = cardsAt(sheet, at.row, at.column);
  const here = cards.findIndex((card) => card.id === at.card);
  if (cards[here + by]) return place(around, found, at.row, at.column, here + by);
  const lanes = sheet.lanes.filter(
    (view) => KINDS[view.lane.kind ?? "free"].shape !== "emotion" || view.id === at.row,
  );
  const next = lanes[lanes.findIndex((view) => view.id === at.row) + by];
  if (!next) return true;
  return place(around, found, next.id, at.column, by === 1 ? 0 : cardsAt(sheet, next.id, at.column).length);
}

/** A card to a cell, and the focus with it. */
export function place(around: Around, found: CellCard, row: string, column: string, order: number): true {
  around.edit(moveCard(around.store.getSnapshot().sheet, found, row, column, order));
  around.store.set({ at: { row, column, card: found.id } });
  return true;
}

/** The emotion of a card up or down, inside the scale. */
function bend(around: Around, thing: Thing, by: number): boolean {
  if (thing.kind !== "card" || KINDS[thing.lane.lane.kind ?? "free"].shape !== "emotion") return false;
  const before = thing.found.card.score ?? 0;
  const score = Math.max(-2, Math.min(2, before + by));
  if (score !== thing.found.card.score) around.edit([setField(thing.found.id, "score", score)]);
  return true;
}

/** Typing ended: where the focus goes from here. */
export function afterTyping(store: EditorStore, command: Command): void {
  const { sheet, at } = store.getSnapshot();
  const next = at && command === "commitRight" ? moved(sheet, at, "right") : at;
  const last = next && command === "commitLeft" ? moved(sheet, next, "left") : next;
  store.set({ mode: "moving", typed: null, at: last ?? null });
}

/** The cell of a place with its first card in focus: for a click beside a card. */
export function cellOf(sheet: Sheet, place: Place): Place {
  return enter(sheet, place.row, place.column);
}
