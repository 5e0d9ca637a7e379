import type { Command } from "./keymap";
import type { Sheet } from "./sheet";

/** A running presentation: the opening is 0, then come the stages; the screen may be blank. */
export interface Presenting {
  at: number;
  isBlank: boolean;
}

/** The presentation after a key; null when it is over. `stages` is how many there are. */
export function presented(now: Presenting, command: Command, stages: number): Presenting | null {
  if (command === "endShow") return null;
  if (command === "blank") return { ...now, isBlank: !now.isBlank };
  const goals: Partial<Record<Command, number>> = {
    next: now.at + 1,
    previous: now.at - 1,
    first: 0,
    last: stages,
  };
  const goal = goals[command] ?? now.at;
  // Whatever key comes after a blank screen only brings the picture back.
  return now.isBlank
    ? { ...now, isBlank: false }
    : { at: Math.max(0, Math.min(stages, goal)), isBlank: false };
}

/** The map with one stage alone; the whole map for the opening. */
export function slideOf(sheet: Sheet, at: number): Sheet {
  const span = sheet.spans[at - 1];
  if (!span) return sheet;
  const columns = sheet.steps.filter((column) => column.stage === span.id);
  return { ...sheet, columns, spans: [{ ...span, start: 0, count: columns.length }] };
}
