import { createContext, useCallback, useContext, useSyncExternalStore } from "react";
import type { Around } from "../../editor/around";
import type { Colleagues } from "../../editor/colleagues";
import type { Ground } from "../../editor/grade";
import type { Opportunities } from "../../editor/named";
import type { EditorState, EditorStore } from "../../editor/store";
import type {
  Channel,
  Measure,
  Person,
  Persona,
  Readings,
  Release,
  Source,
  Team,
  Touchpoint,
} from "../../generated";
import type { Question, Told } from "../../ui/measure";
import type { OpenedNumber } from "../Population";

// What the parts of an open map share. Each context changes for a reason of its own, so that typing redraws one card.

export interface Tools extends Around {
  store: EditorStore;
  isReadOnly: boolean;
  /** Show the customers behind a question. */
  openPopulation(title: string, measure: Told): void;
  /** Show the customers of any number. */
  openNumber(opened: OpenedNumber): void;
}

export const ToolsContext = createContext<Tools | null>(null);

export function useTools(): Tools {
  const tools = useContext(ToolsContext);
  if (!tools) throw new Error("a part of the map stands outside of a map page");
  return tools;
}

/** A part of the editor's state; `select` must give back the same value while that part is the same. */
export function useEditor<T>(select: (state: EditorState) => T): T {
  const { store } = useTools();
  return useSyncExternalStore(store.subscribe, () => select(store.getSnapshot()));
}

/** Whether it is shown how the map is followed. */
export const useFollowed = () => useEditor(({ isPanelOpen, panel }) => isPanelOpen && panel === "followed");

/** The living numbers of the map, by card, step and stage. */
export type Numbers = Pick<Required<Readings>, "cards" | "steps" | "stages"> & {
  isWaiting: boolean;
  note: string;
  /** Changes when the steps, links, places, questions or bindings do that numbers depend on, once that is saved. */
  asked: string;
};

export const NO_READINGS: Numbers = {
  cards: {},
  steps: {},
  stages: {},
  isWaiting: false,
  note: "",
  asked: "",
};
export const ReadingsContext = createContext<Numbers>(NO_READINGS);
export const useReadings = () => useContext(ReadingsContext);

export interface Library {
  channels: Readonly<Record<string, Channel>>;
  touchpoints: Readonly<Record<string, Touchpoint>>;
  personas: Readonly<Record<string, Persona>>;
  teams: Readonly<Record<string, Team>>;
  /** Undefined while the library is not known: then nothing is called gone. */
  sources: ReadonlyMap<string, Source> | undefined;
  /** On what claims can stand. */
  ground: Ground;
  releases: readonly Release[];
  opportunities: Opportunities;
}

export const NO_LIBRARY: Library = {
  channels: {},
  touchpoints: {},
  personas: {},
  teams: {},
  sources: undefined,
  ground: {},
  releases: [],
  opportunities: undefined,
};
export const LibraryContext = createContext<Library>(NO_LIBRARY);
export const useLibrary = () => useContext(LibraryContext);

/** Which curves are shown. */
export interface View {
  assumed: boolean;
  measured: boolean;
}

export const ViewContext = createContext<View>({ assumed: true, measured: true });
export const useView = () => useContext(ViewContext);

/** The colleagues in a cell; for the name of a lane the column is "". */
export function usePeopleAt(row: string, column: string): readonly Person[] {
  return useColleagues((colleagues, cell) => colleagues.at(cell), `${row}|${column}`);
}

/** All colleagues who have the map open. */
export function usePeople(): readonly Person[] {
  return useColleagues((colleagues) => colleagues.all(), "");
}

function useColleagues<T>(read: (colleagues: Colleagues, cell: string) => T, cell: string): T {
  const { colleagues } = useTools();
  const subscribe = useCallback(
    (listener: () => void) => colleagues.subscribe(cell, listener),
    [colleagues, cell],
  );
  return useSyncExternalStore(subscribe, () => read(colleagues, cell));
}

export type { Measure, Question, Told };
