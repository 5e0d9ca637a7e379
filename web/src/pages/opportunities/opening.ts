import { createContext, useContext } from "react";
import type { OpenedNumber, RowsOf } from "../Population";

/** A number whose customers are shown beside the page. */
export interface Asking {
  opened: Omit<OpenedNumber, "rows">;
  dataset: string;
  rows: RowsOf;
}

export type OpenCustomers = (asking: Asking | null) => void;

export const OpenCustomersContext = createContext<OpenCustomers>(() => undefined);
export const useOpenCustomers = () => useContext(OpenCustomersContext);
