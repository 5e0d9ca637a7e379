import { createContext, useContext } from "react";
import type { OpenedNumber } from "../Population";
import type { Pile } from "./asking";

/** What stands behind a number that was pressed: its customers, or its cards. */
export type Opened =
  | { kind: "number"; number: OpenedNumber; dataset: string }
  | { kind: "pile"; map: string; title: string; pile: Pile };

export const OpenedContext = createContext<(opened: Opened) => void>(() => undefined);
export const useOpen = () => useContext(OpenedContext);
