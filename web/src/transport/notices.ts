import type { Op, Problem } from "../generated";

/** Something that the person must know: what happened, and what was typed, so that it can be kept. */
export interface Notice {
  readonly id: string;
  /**
   * `refused`: a change was not taken. `failed`: the server cannot store now. `gone`: the document was deleted.
   * `unkept`: this browser keeps nothing, a reload would lose what is not saved yet.
   */
  readonly kind: "refused" | "failed" | "gone" | "unkept";
  readonly problem: Problem | undefined;
  /** The typed text, for copying; empty when none was typed. */
  readonly text: string;
  /** All that was asked, for a download that loses nothing. */
  readonly ops: readonly Op[];
}

/** The texts in some ops, one paragraph each. */
export function typedText(ops: readonly Op[]): string {
  return ops.flatMap(textsOf).join("\n\n");
}

function textsOf(op: Op): string[] {
  if (op.op === "drop") return [];
  const values = op.op === "set" ? [op.value] : ["text", "name", "title"].map((field) => op.record[field]);
  return values.filter((value): value is string => typeof value === "string" && value.trim() !== "");
}
