import type { AnyRecord, Op } from "../generated";
import { apply, type Records, recordsFrom } from "../model";
import type { Around, Offer } from "./around";
import { Colleagues } from "./colleagues";
import { type EditorStore, editorStore } from "./store";

// A small map for the tests of this room: two stages, three steps, three lanes.

export const SMALL: Record<string, AnyRecord> = {
  map: { type: "map", title: "Small" },
  buy: { type: "stage", name: "Buy", order: "a0" },
  use: { type: "stage", name: "Use", order: "a1" },
  look: { type: "step", stage: "buy", name: "Look", order: "a0" },
  pay: { type: "step", stage: "buy", name: "Pay", order: "a1" },
  read: { type: "step", stage: "use", name: "Read", order: "a0" },
  actions: { type: "lane", kind: "actions", order: "a0" },
  emotion: { type: "lane", kind: "emotion", order: "a1" },
  pains: { type: "lane", kind: "pain-points", order: "a2" },
  one: { type: "card", lane: "actions", step: "look", text: "One", order: "a0" },
  two: { type: "card", lane: "actions", step: "look", text: "Two", order: "a1" },
  mood: { type: "card", lane: "emotion", step: "look", score: 1, order: "a0" },
};

export function small(more: Record<string, AnyRecord> = {}): Records {
  return recordsFrom({ ...SMALL, ...more });
}

export interface Played {
  around: Around;
  store: EditorStore;
  records(): Records;
  log: string[];
  offers: Offer[];
}

/** An editor over records in memory: what is edited is applied at once, what is asked of the page is written down. */
export function played(records: Records = small()): Played {
  let now = records;
  const store = editorStore(records);
  const log: string[] = [];
  const offers: Offer[] = [];
  const note = (line: string) => () => {
    log.push(line);
  };
  const around: Around = {
    store,
    colleagues: new Colleagues(),
    edit(ops: readonly Op[]) {
      now = apply(now, ops);
      store.follow(now);
    },
    undo: note("undo"),
    redo: note("redo"),
    tell(what, offer) {
      log.push(offer ? `${what} [${offer.label}]` : what);
      if (offer) offers.push(offer);
    },
    removed: (what) => log.push(what),
    askRemoval: (kind, id, cards) => log.push(`ask ${kind} ${id} ${cards}`),
    clipboard: (command) => log.push(command) > 0,
    choosePictures: () => log.push("picture") > 0,
    openCustomers: () => false,
    future: (wish) => log.push(`future ${wish}`) > 0,
    zoom: (wish) => log.push(`zoom ${wish}`) > 0,
    sayWhenSaved: note("saved"),
  };
  return { around, store, records: () => now, log, offers };
}
