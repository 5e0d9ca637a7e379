import { plural } from "@lingui/core/macro";
import type { MapKind, Template } from "../../generated";

/** The template that fits most journeys: what a new map begins with unless one chooses another. */
export const USUAL = "general-five";

/** Those in which every word is found: in the name, what it is for, its kind, or its stages and steps. */
export function matching(
  templates: readonly Template[],
  words: string,
  kindWords: Readonly<Record<string, string>>,
): Template[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return templates.filter((template) => {
    const said = textOf(template, kindWords);
    return wanted.every((word) => said.includes(word));
  });
}

function textOf(template: Template, kindWords: Readonly<Record<string, string>>): string {
  const stages = (template.stages ?? []).flatMap(({ name, steps = [] }) => [name, ...steps]);
  const { name, description = "", kind } = template;
  return [name, description, kindWords[kind] ?? "", ...stages].join(" ").toLowerCase();
}

/** What somebody who looks for these words most likely means: a template of that name before others. */
export function likeliest(found: readonly Template[], words: string): Template | undefined {
  const wanted = words.trim().toLowerCase();
  return found.find(({ name }) => name.toLowerCase().includes(wanted)) ?? found[0];
}

/** The kinds that some template has, in the order of the shelf, with how many. */
export function kindsOf(templates: readonly Template[]): [MapKind, number][] {
  const counts = new Map<MapKind, number>();
  for (const { kind } of templates) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts];
}

/** "5 stages, 9 steps, 7 lanes". */
export function shapeInWords({ stages = [], lanes = [] }: Template): string {
  const steps = stages.reduce((sum, stage) => sum + (stage.steps?.length ?? 0), 0);
  return [
    plural(stages.length, { one: "# stage", other: "# stages" }),
    plural(steps, { one: "# step", other: "# steps" }),
    plural(lanes.length, { one: "# lane", other: "# lanes" }),
  ].join(", ");
}
