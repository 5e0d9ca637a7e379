import type { Op } from "../generated";
import type { Colleagues } from "./colleagues";
import type { Place } from "./place";
import type { EditorStore } from "./store";

/** What a message offers to do. */
export interface Offer {
  label: string;
  act(): void;
}

/** What commands need from the page around the map. */
export interface Around {
  store: EditorStore;
  /** Nothing can be changed now: one looks at the past, or nothing can be saved. */
  isReadOnly?: boolean;
  /** Who else is here, and where. */
  colleagues: Colleagues;
  edit(ops: Op[]): void;
  undo(): void;
  redo(): void;
  /** A message, with something that can be done about it. */
  tell(what: string, offer?: Offer): void;
  /** A message with an undo. */
  removed(what: string): void;
  /** Something with content goes away: ask first. */
  askRemoval(kind: "lane" | "step" | "stage", id: string, cards: number): void;
  openCustomers(place: Place): boolean;
  /** Copy, cut or paste from a menu; the keys do it through the browser's own events. */
  clipboard(command: "copy" | "cut" | "paste" | "pastePlain"): boolean;
  /** Ask for pictures for the card at the focus, or for new ones; false where none can stand. */
  choosePictures(): boolean;
  sayWhenSaved(): void;
  /** What has to do with the future map and the current one that it grew from; false where there are no two. */
  future(wish: FutureWish): boolean;
  /** Zoom the grid; false where there is none. */
  zoom(wish: ZoomWish): boolean;
}

export type FutureWish = "grow" | "beside" | "next" | "previous";
export type ZoomWish = "in" | "out" | "full" | "map" | "selection";
