import { t } from "@lingui/core/macro";
import { asideOf, type Curve, curveKey, curvesOf } from "../../editor/curves";
import type { Card, Persona } from "../../generated";
import { useEditor, useLibrary } from "./context";

// How the curves of a lane are told apart: by colour, by dash, by the ring of their points, and by name.

// The hues of those whose persona has no colour of its own; blue is kept for what is measured.
const TURNS = [3, 1, 2, 6, 4, 0];

/** The curves of a lane; the same while only points move. */
export function useCurves(lane: string): readonly Curve[] {
  return useEditor(({ sheet }) => {
    const view = sheet.lanes.find(({ id }) => id === lane);
    return view ? curvesOf(view, sheet.steps) : NONE;
  });
}

const NONE: readonly Curve[] = [];

/** The classes that tell a curve apart; none while it is the only one. */
export function looksOf(curve: Curve | undefined, count: number, personas: Personas): string {
  if (!curve || count < 2) return curve?.basis === "measured" ? "basis-measured" : "";
  const hue = personas[curve.persona]?.colour ?? TURNS[curve.rank % TURNS.length];
  const own = curve.persona ? `curve-hue-${hue}` : "";
  const basis = curve.basis === "measured" ? "basis-measured" : "";
  return `${own} dash-${curve.rank % 4} ring-${curve.rank % 4} ${basis}`;
}

type Personas = Readonly<Record<string, Persona>>;

/** Whose curve it is, and whether somebody measured it. */
export function whoseInWords({ persona, basis }: Curve, personas: Personas): string {
  const name = personas[persona]?.name ?? t`Customers`;
  return basis === "measured" ? t`${name}, measured` : name;
}

/** What tells a point apart: its place beside the middle of the column, its looks, and whose it is in words. */
export interface Whose {
  aside: number;
  looks: string;
  /** Nothing while there is one curve of nobody in particular. */
  words: string;
}

/** Whose the points of a lane are. */
export function useWhose(lane: string): (card: Card) => Whose {
  const { personas } = useLibrary();
  const curves = useCurves(lane);
  const persona = useEditor(({ sheet }) => sheet.lanes.find(({ id }) => id === lane)?.lane.persona ?? "");
  return (card) => {
    const key = curveKey({ type: "lane", persona }, card);
    const curve = curves.find((one) => one.key === key);
    const isPlain = curves.length < 2 && !curve?.persona && curve?.basis !== "measured";
    return {
      aside: asideOf(curve?.rank ?? 0, curves.length),
      looks: looksOf(curve, curves.length, personas),
      words: curve && !isPlain ? whoseInWords(curve, personas) : "",
    };
  };
}
