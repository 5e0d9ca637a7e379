import { useEffect } from "react";
import type { OpenSession } from "./useSession";

/** Ctrl+Z takes back one's own last edit of the library; within a text it is the browser's, letter by letter. */
export function useUndoKeys({ session }: OpenSession) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) session.redo();
      else session.undo();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [session]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest("input:not([type=range]), textarea, [role=dialog]") !== null
  );
}
