import { createContext, useContext, useSyncExternalStore } from "react";
import type { Around } from "../../editor/commands";
import type { EditorState, EditorStore } from "../../editor/store";
import type { Channel, Person, Persona, Touchpoint } from "../../generated";
import type { Measure, Question } from "../../ui/measure";

// What the parts of an open map share. Each context changes for a reason of its own, so that typing redraws one card.

export interface Tools extends Around {
  store: EditorStore;
  isReadOnly: boolean;
  /** Show the customers behind a question. */
  openPopulation(title: string, measure: Measure): void;
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

export interface StepReadings {
  reach?: Measure | null;
  emotion?: Measure | null;
  drop_off?: Measure | null;
}

export interface StageReadings {
  duration?: Measure | null;
  funnel?: Measure | null;
}

export interface Readings {
  cards: Readonly<Record<string, Measure>>;
  steps: Readonly<Record<string, StepReadings>>;
  stages: Readonly<Record<string, StageReadings>>;
}

export const NO_READINGS: Readings = { cards: {}, steps: {}, stages: {} };
export const ReadingsContext = createContext<Readings>(NO_READINGS);
export const useReadings = () => useContext(ReadingsContext);

export interface Library {
  channels: Readonly<Record<string, Channel>>;
  touchpoints: Readonly<Record<string, Touchpoint>>;
  personas: Readonly<Record<string, Persona>>;
}

export const NO_LIBRARY: Library = { channels: {}, touchpoints: {}, personas: {} };
export const LibraryContext = createContext<Library>(NO_LIBRARY);
export const useLibrary = () => useContext(LibraryContext);

/** Which curves are shown. */
export interface View {
  assumed: boolean;
  measured: boolean;
}

export const ViewContext = createContext<View>({ assumed: true, measured: true });
export const useView = () => useContext(ViewContext);

/** Who else is where: for each cell `lane|step` (or `lane|` for a lane's name) the people in it. */
export type Presence = ReadonlyMap<string, readonly Person[]>;
export const PresenceContext = createContext<Presence>(new Map());

const NOBODY: readonly Person[] = [];
export function usePeopleAt(row: string, column: string): readonly Person[] {
  return useContext(PresenceContext).get(`${row}|${column}`) ?? NOBODY;
}

export type { Measure, Question };
