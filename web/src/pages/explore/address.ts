import type { Only } from "../../generated";

// What the page looks at, as its address says it: going back goes back to what was looked at before.

export type By = "touchpoint" | "event" | "channel";
export type Colour = "time" | "score";

export interface Looking {
  /** Which analysis. */
  kind: string;
  by: By;
  only: Only;
  /** What else the analysis is asked, by the names of its fields. */
  asked: Readonly<Record<string, unknown>>;
  /** The map whose stages are the columns of the flows, "" for none. */
  map: string;
  isTable: boolean;
  colour: Colour;
  /** The customer whose journey is shown, "" for none. */
  open: string;
  /** How much of the flows is left out, from 0 to 100; nothing: as it begins. */
  detail: number | null;
}

export const START: Looking = {
  kind: "flow",
  by: "touchpoint",
  only: {},
  asked: {},
  map: "",
  isTable: false,
  colour: "time",
  open: "",
  detail: null,
};

const WAYS: readonly By[] = ["touchpoint", "event", "channel"];

/** What an address asks for; what it says wrongly is not asked. */
export function lookingAt(search: string): Looking {
  const said = new URLSearchParams(search);
  const detail = Number(said.get("detail") ?? Number.NaN);
  return {
    kind: said.get("view") || START.kind,
    by: WAYS.find((one) => one === said.get("by")) ?? START.by,
    only: objectIn(said.get("only")) as Only,
    asked: objectIn(said.get("ask")),
    map: said.get("map") ?? "",
    isTable: said.get("as") === "table",
    colour: said.get("colour") === "score" ? "score" : "time",
    open: said.get("open") ?? "",
    detail: Number.isFinite(detail) ? Math.min(Math.max(Math.round(detail), 0), 100) : null,
  };
}

/** The address that asks for it, as short as can be; `by` is how events are seen where an address says nothing. */
export function searchFor(looking: Looking, by: By = START.by): string {
  const said = new URLSearchParams();
  const say = (name: string, value: string, isSaid: boolean) => (isSaid ? said.set(name, value) : undefined);
  say("view", looking.kind, looking.kind !== START.kind);
  say("by", looking.by, looking.by !== by);
  say("only", JSON.stringify(looking.only), Object.keys(looking.only).length > 0);
  say("ask", JSON.stringify(looking.asked), Object.keys(looking.asked).length > 0);
  say("map", looking.map, looking.map !== "");
  say("as", "table", looking.isTable);
  say("colour", looking.colour, looking.colour !== START.colour);
  say("open", looking.open, looking.open !== "");
  say("detail", String(looking.detail), looking.detail !== null);
  const text = said.toString();
  return text ? `?${text}` : "";
}

function objectIn(text: string | null): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
