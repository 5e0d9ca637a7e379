import { useEffect } from "react";
import { run } from "../../editor/commands";
import { commandFor, EVERYWHERE } from "../../editor/keymap";
import { useTools } from "./context";

/** The keys that mean the same wherever the focus is on an open map, also while one types. */
export function usePageKeys(): void {
  const tools = useTools();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = event.defaultPrevented ? null : commandFor(event, "moving");
      if (!command || !EVERYWHERE.includes(command) || isInDialog(event.target)) return;
      if (isText(event.target) && event.key.length === 1 && !event.ctrlKey && !event.metaKey) return;
      if (run(command, tools)) event.preventDefault();
    };
    addEventListener("keydown", press, true);
    return () => removeEventListener("keydown", press, true);
  }, [tools]);
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role=dialog], [role=alertdialog]") !== null;
}

function isText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea") !== null;
}
