import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import type { Stale, staleCards } from "../../editor/ageing";
import { useEditor, useLibrary } from "./context";

type Stales = ReadonlyMap<string, Stale>;

const NONE: Stales = new Map();
const StaleContext = createContext(NONE);

/** The cards whose evidence is too old today, by id. */
export const useStale = () => useContext(StaleContext);

/** Tells the parts of a map which cards are stale, soon after it stands; the same cards are told once. */
export function Ageing({ children }: { children: ReactNode }) {
  const header = useEditor(({ sheet }) => sheet.header);
  const steps = useEditor(({ sheet }) => sheet.steps);
  const all = useEditor(({ sheet }) => sheet.all);
  const { sources, ground, releases } = useLibrary();
  const find = useFinding();
  const found = useMemo(
    () => find?.(all, steps, header, { sources, ground, releases }) ?? NONE,
    [find, header, steps, all, sources, ground, releases],
  );
  const key = JSON.stringify([...found]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it says decides, not that it was made anew
  const stale = useMemo(() => found, [key]);
  return <StaleContext value={stale}>{children}</StaleContext>;
}

type Find = typeof staleCards;

function useFinding(): Find | null {
  const [find, setFind] = useState<Find | null>(null);
  useEffect(() => {
    import("../../editor/ageing").then(
      (room) => setFind(() => room.staleCards),
      () => {}, // without a server nothing is called stale
    );
  }, []);
  return find;
}
