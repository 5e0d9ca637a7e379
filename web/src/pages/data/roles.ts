import type { Asked, Mapping, WideStep } from "../../generated";
import { questionFor, wordsOf } from "./guessing";

// What each column of a file is: its part in the mapping, and what of it is stored.

export type Attribute = NonNullable<Mapping["attributes"]>[number];
export type Kind = NonNullable<Mapping["kind"]>;

const SINGLE = [
  "customer",
  "customer_else",
  "id",
  "time",
  "event",
  "event_else",
  "channel",
  "due",
  "on_time",
  "about",
  "question",
  "score",
  "weight",
  "text",
  "language",
] as const;

export type Single = (typeof SINGLE)[number];
export type Role = Single | "also_known_as" | "moment" | "promised" | "asked" | "attribute" | "left";
export type Privacy = "drop" | "pseudonymise" | "keep" | "generalise";

const WHO: Role[] = ["customer", "customer_else", "also_known_as"];
const FIELD = new Set<Role>(SINGLE);

/** The parts that a column can have, by what a row of the file is; the usual ones first. */
export const ROLES: Readonly<Record<Kind, readonly Role[]>> = {
  events: [...WHO, "time", "event", "event_else", "channel", "due", "on_time", "attribute", "id", "left"],
  wide: [...WHO, "moment", "promised", "on_time", "channel", "attribute", "id", "left"],
  answers: [
    ...WHO,
    "time",
    "asked",
    "score",
    "text",
    "question",
    "about",
    "channel",
    "weight",
    "language",
    "attribute",
    "id",
    "left",
  ],
  customers: [...WHO, "attribute", "left"],
  aliases: ["customer", "also_known_as", "left"],
};

/** What `customer` says where no column names anybody: each row is somebody else's. */
export const EACH_ROW = "(row)";

/** The parts that a column can have, with the one that it has. */
export function rolesFor(kind: Kind, role: Role): readonly Role[] {
  return ROLES[kind].includes(role) ? ROLES[kind] : [...ROLES[kind], role];
}

/** What a column is in a mapping. */
export function roleOf(mapping: Mapping, column: string): Role {
  const single = SINGLE.find((name) => mapping[name] === column);
  if (single) return single;
  if (mapping.also_known_as?.includes(column)) return "also_known_as";
  if (mapping.steps?.some((step) => step.column === column)) return "moment";
  if (mapping.asked?.some((one) => one.column === column)) return "asked";
  if (mapping.steps?.some((step) => step.due === column || step.after === column)) return "promised";
  return mapping.attributes?.some((one) => one.column === column) ? "attribute" : "left";
}

/** What of a column is stored. */
export function privacyOf(mapping: Mapping, column: string): Privacy {
  const role = roleOf(mapping, column);
  if (role === "left") return "drop";
  if (WHO.includes(role)) return "pseudonymise";
  return mapping.attributes?.find((one) => one.column === column)?.privacy ?? "keep";
}

/** Whether a person may choose what of a column is stored; elsewhere its part in the mapping decides. */
export function isPrivacyFree(role: Role): boolean {
  return role === "attribute" || role === "left";
}

/** The mapping in which a column has another part; a column that had this part alone has none then. */
export function assign(
  mapping: Mapping,
  column: string,
  role: Role,
  samples: readonly string[] = [],
): Mapping {
  const rest = without(mapping, column);
  if (FIELD.has(role)) return { ...rest, [role]: column };
  switch (role) {
    case "also_known_as":
      return { ...rest, also_known_as: [...(rest.also_known_as ?? []), column] };
    case "moment":
      return { ...rest, steps: [...(rest.steps ?? []), { column, event: eventOf(column) }] };
    case "promised":
      return { ...rest, steps: promise(rest.steps ?? [], column) };
    case "asked":
      return { ...rest, asked: [...(rest.asked ?? []), questionFor(column, samples)] };
    case "attribute":
      return { ...rest, attributes: [...(rest.attributes ?? []), { column }] };
    default:
      return rest;
  }
}

/** The mapping in which another part of a column is stored: what is to be stored beside is an attribute. */
export function keep(mapping: Mapping, column: string, privacy: Privacy): Mapping {
  if (privacy === "drop") return without(mapping, column);
  const others = (mapping.attributes ?? []).filter((one) => one.column !== column);
  const before = mapping.attributes?.find((one) => one.column === column) ?? { column };
  const attributes = [...others, { ...before, privacy }];
  return { ...without(mapping, column), attributes: inOrder(attributes, mapping.attributes) };
}

/** Attributes where they stood before; a new one last. */
function inOrder(attributes: Attribute[], before: readonly Attribute[] = []): Attribute[] {
  const place = (one: Attribute) => {
    const at = before.findIndex((other) => other.column === one.column);
    return at < 0 ? before.length : at;
  };
  return [...attributes].sort((a, b) => place(a) - place(b));
}

function without(mapping: Mapping, column: string): Mapping {
  const cleared = Object.fromEntries(
    SINGLE.filter((name) => mapping[name] === column).map((name) => [name, ""]),
  );
  return {
    ...mapping,
    ...cleared,
    also_known_as: (mapping.also_known_as ?? []).filter((one) => one !== column),
    attributes: (mapping.attributes ?? []).filter((one) => one.column !== column),
    asked: (mapping.asked ?? []).filter((one) => one.column !== column),
    steps: (mapping.steps ?? [])
      .filter((step) => step.column !== column)
      .map((step) => ({
        ...step,
        due: step.due === column ? undefined : step.due,
        after: step.after === column ? undefined : step.after,
      })),
  };
}

/** A promise belongs to the moment whose name shares most words with it, else to the last one. */
function promise(steps: readonly WideStep[], column: string): WideStep[] {
  const words = new Set(wordsOf(column).map(stem));
  const shared = steps.map((step) => wordsOf(step.column).filter((word) => words.has(stem(word))).length);
  const best = shared.lastIndexOf(Math.max(...shared));
  return steps.map((step, place) => (place === best ? { ...step, due: column } : step));
}

function stem(word: string): string {
  return word.slice(0, 6);
}

const FILLERS = new Set(["at", "on", "date", "time", "timestamp", "datetime", "ts", "order", "ticket"]);

/** What a column of moments is called as an event: its words without those that only say that it is a moment. */
export function eventOf(column: string): string {
  const words = wordsOf(column).filter((word) => !FILLERS.has(word));
  const name = words.join(" ") || column.trim();
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function changeStep(mapping: Mapping, column: string, part: Partial<WideStep>): Mapping {
  const steps = (mapping.steps ?? []).map((step) => (step.column === column ? { ...step, ...part } : step));
  return { ...mapping, steps };
}

export function changeAsked(mapping: Mapping, column: string, part: Partial<Asked>): Mapping {
  const asked = (mapping.asked ?? []).map((one) => (one.column === column ? { ...one, ...part } : one));
  return { ...mapping, asked };
}

export function changeAttribute(mapping: Mapping, column: string, part: Partial<Attribute>): Mapping {
  const attributes = (mapping.attributes ?? []).map((one) =>
    one.column === column ? { ...one, ...part } : one,
  );
  return { ...mapping, attributes };
}

/** The moments with one a place earlier or later: their order is the usual one. */
export function moveStep(mapping: Mapping, column: string, by: -1 | 1): Mapping {
  const steps = [...(mapping.steps ?? [])];
  const at = steps.findIndex((step) => step.column === column);
  const [moved] = steps.splice(at, 1);
  if (moved) steps.splice(Math.max(0, at + by), 0, moved);
  return { ...mapping, steps };
}

/** Every question that is scored as this one is, with its scale, direction and codes. */
export function scoreAlike(mapping: Mapping, column: string): Mapping {
  const model = mapping.asked?.find((one) => one.column === column);
  if (!model) return mapping;
  const { instrument, scale_min, scale_max, better, not_applicable, blank } = model;
  const shared = { instrument, scale_min, scale_max, better, not_applicable, blank };
  const asked = (mapping.asked ?? []).map((one) =>
    one.instrument === instrument ? { ...one, ...shared } : one,
  );
  return { ...mapping, asked } as Mapping;
}
