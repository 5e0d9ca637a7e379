import { useEffect } from "react";
import { useTools } from "./context";

const KEPT = "footfall-typing-over";

/** Whether a letter types over a card, as this browser was left. */
export function useTypingOver(): void {
  const { store } = useTools();
  useEffect(() => {
    let last = localStorage.getItem(KEPT) !== "off";
    store.set({ typesOver: last });
    return store.subscribe(() => {
      const { typesOver } = store.getSnapshot();
      if (typesOver === last) return;
      last = typesOver;
      localStorage.setItem(KEPT, typesOver ? "on" : "off");
    });
  }, [store]);
}
