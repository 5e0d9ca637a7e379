import { useEffect } from "react";
import { run } from "../../editor/commands";
import { type Command, commandFor, EVERYWHERE } from "../../editor/keymap";
import { useTools } from "./context";

/** The keys that mean the same wherever the focus is on an open map, also while one types. */
export function usePageKeys(): void {
  const tools = useTools();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = commandEverywhere(event);
      if (!command) return;
      // The browser prints no map, not even from within a dialog.
      if (command === "export") event.preventDefault();
      if (!isMeantElsewhere(event) && run(command, tools)) event.preventDefault();
    };
    addEventListener("keydown", press, true);
    return () => removeEventListener("keydown", press, true);
  }, [tools]);
}

function commandEverywhere(event: KeyboardEvent): Command | null {
  const command = event.defaultPrevented ? null : commandFor(event, "moving");
  return command && EVERYWHERE.includes(command) ? command : null;
}

function isMeantElsewhere(event: KeyboardEvent): boolean {
  const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
  return isInDialog(event.target) || (isText(event.target) && isLetter);
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[role=dialog], [role=alertdialog]") !== null;
}

function isText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea") !== null;
}
