import type { MapSummary, Readings } from "../../generated";

type Score = number | null;

/** The columns of a small picture: the id of each step, and one without an id for a stage that has no steps. */
export function columnsOf({ stages = [], steps = [] }: Pick<MapSummary, "stages" | "steps">): string[] {
  let from = 0;
  return stages.flatMap((stage) => {
    const own = steps.slice(from, from + stage.steps);
    from += stage.steps;
    return own.length > 0 ? own : [""];
  });
}

/** The drawn emotion of each column. */
export function drawnAlong(map: Pick<MapSummary, "stages" | "steps" | "emotion">): Score[] {
  const scores = new Map((map.steps ?? []).map((id, at) => [id, map.emotion?.[at] ?? null]));
  return columnsOf(map).map((id) => scores.get(id) ?? null);
}

/** The measured emotion of each column; a step without a number, or with too few answers, leaves a hole. */
export function measuredAlong(map: Pick<MapSummary, "stages" | "steps">, steps: Readings["steps"]): Score[] {
  return columnsOf(map).map((id) => {
    const emotion = steps?.[id]?.emotion;
    return emotion && !emotion.too_few ? emotion.value : null;
  });
}
