import type { Records } from "../model";
import type { Mode } from "./keymap";
import { type Place, settled } from "./place";
import type { Presenting } from "./presenting";
import type { Filter } from "./search";
import { cardsOf, NO_CARDS, type Selected, type Selection } from "./selection";
import { type CellCard, type Sheet, sheetOf } from "./sheet";

/** Where a card stood before it was picked up: its place, its rank among the cards there, and its emotion. */
export interface Origin extends Place {
  rank: number;
  score: number | null;
  /** The stage of a step. */
  stage?: string;
}

export interface EditorState extends Selected {
  sheet: Sheet;
  mode: Mode;
  /** What a first letter typed over; null: edit what stands there. */
  typed: string | null;
  /** Where a card that is carried came from. */
  from: Origin | null;
  /** Several cards that are carried, as they were before. */
  carried: readonly CellCard[];
  isPanelOpen: boolean;
  /** Whether the search bar is open, and how often it was asked for. */
  isFinding: boolean;
  asked: number;
  /** The cards that a search found, and those that a filter keeps; null: no filter. */
  found: Selection;
  kept: Selection | null;
  filter: Filter;
  /** How large the grid is drawn; 1 is as designed. */
  zoom: number;
  presenting: Presenting | null;
  /** What the panel shows. */
  panel: "details" | "history" | "comments" | "notes" | "beside" | "checklist" | "contrast" | "followed";
  /** Grows when somebody asks to write a comment: the panel then takes the focus. */
  saying: number;
  /** The colleague whose place the view follows, "" for nobody; and whether one sees where the others are. */
  following: string;
  showsOthers: boolean;
  /** Whether the details are to take the focus over: what the kind of a card asks first. */
  isAsking: boolean;
  /** Which dialog is up. */
  dialog:
    | ""
    | "palette"
    | "shortcuts"
    | "menu"
    | "template"
    | "link"
    | "links"
    | "insert"
    | "export"
    | "opportunity"
    | "tie";
  /** Whether the links between steps are drawn. */
  areLinksShown: boolean;
  /** Whether a letter types over what stands at the focus. */
  typesOver: boolean;
}

export interface EditorStore {
  getSnapshot(): EditorState;
  subscribe(listener: () => void): () => void;
  set(patch: Partial<Omit<EditorState, "sheet">>): void;
  /** Take new records: the focus stays on the map, and typing goes on. */
  follow(records: Records): void;
}

/** The state of one open editor that belongs to nobody else: where the focus is, and what is being done. */
export function editorStore(records: Records, begin: Partial<EditorState> = {}): EditorStore {
  const sheet = sheetOf(records);
  let taken = records;
  let state: EditorState = {
    sheet,
    at: null,
    mode: "moving",
    typed: null,
    from: null,
    carried: [],
    selected: NO_CARDS,
    anchor: null,
    isPanelOpen: false,
    isFinding: false,
    asked: 0,
    found: NO_CARDS,
    kept: null,
    filter: {},
    zoom: 1,
    presenting: null,
    panel: "details",
    saying: 0,
    following: "",
    showsOthers: true,
    isAsking: false,
    ...begin,
    dialog: "",
    areLinksShown: true,
    typesOver: true,
  };
  const listeners = new Set<() => void>();
  const become = (next: EditorState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (patch) => become({ ...state, ...alone(state, patch), ...patch }),
    follow(now) {
      if (now === taken) return;
      taken = now;
      const next = sheetOf(now, state.sheet);
      const at = settled(next, travelled(now, state.at));
      const isGone = at === null || (state.at?.card ? at.card !== state.at.card : !samePlace(at, state.at));
      become({
        ...state,
        sheet: next,
        at: samePlace(at, state.at) ? state.at : at,
        selected: standing(next, state.selected),
        ...(isGone ? { mode: "moving", typed: null } : {}),
      });
    },
  };
}

/** A focus that goes elsewhere leaves the selection behind. */
function alone({ selected }: EditorState, { at, ...rest }: Partial<EditorState>): Partial<EditorState> {
  const isKept = at === undefined || "selected" in rest || selected.has(at?.card ?? "");
  return isKept || selected.size === 0 ? {} : { selected: NO_CARDS, anchor: null };
}

/** The selected cards that are still on the map. */
function standing(sheet: Sheet, selected: Selection): Selection {
  if (selected.size === 0) return selected;
  const left = cardsOf(sheet).filter(({ id }) => selected.has(id));
  return left.length === selected.size ? selected : new Set(left.map(({ id }) => id));
}

/** A card that was moved, by oneself or by a colleague, takes the focus along. */
function travelled(records: Records, at: Place | null): Place | null {
  const card = at?.card ? records.get(at.card) : undefined;
  if (!at || card?.type !== "card") return at;
  return { row: card.lane ?? "", column: card.step ?? "", card: at.card };
}

function samePlace(a: Place | null, b: Place | null): boolean {
  return a?.row === b?.row && a?.column === b?.column && a?.card === b?.card;
}
