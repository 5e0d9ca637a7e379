import { t } from "@lingui/core/macro";
import {
  ChartNoAxesColumn,
  Footprints,
  Layers,
  Lightbulb,
  type LucideIcon,
  MapPin,
  Quote,
  Smile,
  TriangleAlert,
} from "lucide-react";
import { useState } from "react";
import type { Grade } from "../editor/grade";
import type { Family } from "../editor/kinds";
import { GRADE_WORDS, SEVERITY_WORDS } from "./words";
import "./marks.css";

const FAMILY_ICONS: Record<Family, LucideIcon> = {
  actions: Footprints,
  touchpoints: MapPin,
  emotion: Smile,
  thoughts: Quote,
  pain: TriangleAlert,
  measures: ChartNoAxesColumn,
  opportunities: Lightbulb,
  backstage: Layers,
};

/** The icon of a lane, in the colour of its family. */
export function FamilyIcon({ family, size = 16 }: { family: Family; size?: number }) {
  const Icon = FAMILY_ICONS[family];
  return <Icon size={size} className={`family family-${family}`} aria-hidden />;
}

/** How well a claim is proven: the mark fills up as proof grows; its word is the tooltip and the name. */
export function GradeMark({ grade, isNamed = true }: { grade: Grade; isNamed?: boolean }) {
  const name = isNamed ? { role: "img", "aria-label": GRADE_WORDS[grade] } : { "aria-hidden": true };
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by its label, or hidden
    <svg className={`grade grade-${grade}`} width={grade === "measured" ? 16 : 12} height={12} {...name}>
      {isNamed ? <title>{GRADE_WORDS[grade]}</title> : null}
      {SHAPES[grade]}
    </svg>
  );
}

const SHAPES: Record<Grade, React.ReactNode> = {
  assumed: (
    <circle
      cx={6}
      cy={6}
      r={4}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.4}
      strokeDasharray="1.9 1.25"
    />
  ),
  heard: (
    <>
      <circle cx={6} cy={6} r={4} fill="none" stroke="currentColor" strokeWidth={1.3} />
      <path d="M6 2a4 4 0 0 0 0 8z" fill="currentColor" />
    </>
  ),
  counted: <circle cx={6} cy={6} r={4.5} fill="currentColor" />,
  measured: (
    <>
      <path d="M1 3.5v5M15 3.5v5M1 6h14" stroke="currentColor" strokeWidth={1.5} fill="none" />
      <circle cx={8} cy={6} r={3.4} fill="currentColor" />
    </>
  ),
};

const MOODS = ["m2", "m1", "0", "p1", "p2"];

/** The face of a score: the nearest whole one, halves away from zero, as in pictures. */
export function faceOf(score: number): number {
  return Math.sign(score) * Math.floor(Math.abs(score) + 0.5);
}

/** A face for a score from −2 to +2. */
export function Face({ score, size = 18 }: { score: number; size?: number }) {
  const mood = MOODS[Math.max(0, Math.min(4, faceOf(score) + 2))] ?? "0";
  return (
    <svg className={`face face-${mood}`} width={size} height={size} viewBox="-9 -9 18 18" aria-hidden>
      <circle r={9} className="face-ring" />
      <circle r={7.6} className="face-disc" />
      <g className="face-lines">{FEATURES[mood]}</g>
    </svg>
  );
}

const STROKES = <path d="M-2.7 -2.6v1.7M2.7 -2.6v1.7" />;
const FEATURES: Record<string, React.ReactNode> = {
  m2: (
    <>
      <path d="M-4.3 -3.9l2.7 1.3M4.3 -3.9l-2.7 1.3" />
      <path d="M-2.7 -1.1v.3M2.7 -1.1v.3" />
      <path d="M-3.3 4.3a3.6 3.6 0 0 1 6.6 0" />
    </>
  ),
  m1: (
    <>
      {STROKES}
      <path d="M-3 3.5a4.6 4.6 0 0 1 6 0" />
    </>
  ),
  0: (
    <>
      {STROKES}
      <path d="M-3 2.8h6" />
    </>
  ),
  p1: (
    <>
      {STROKES}
      <path d="M-3.2 1.9a4.4 4.4 0 0 0 6.4 0" />
    </>
  ),
  p2: (
    <>
      <path d="M-4.2 -1.4a1.6 1.6 0 0 1 3 0M1.2 -1.4a1.6 1.6 0 0 1 3 0" />
      <path className="face-smile" d="M-3.9 1h7.8a3.9 3.9 0 0 1-7.8 0z" />
    </>
  ),
};

export type Severity = "minor" | "moderate" | "severe";
const BARS: Record<Severity, number> = { minor: 1, moderate: 2, severe: 3 };

/** One to three rising bars, and the word. */
export function SeverityMark({ severity }: { severity: Severity }) {
  return (
    <span className={`severity severity-${severity}`}>
      <svg width={11} height={10} aria-hidden>
        {[0, 1, 2].map((bar) => (
          <rect
            key={bar}
            x={bar * 4}
            y={6 - bar * 3}
            width={3}
            height={4 + bar * 3}
            className={bar < BARS[severity] ? "severity-full" : "severity-empty"}
          />
        ))}
      </svg>
      {SEVERITY_WORDS[severity]}
    </span>
  );
}

/** A moment of truth: a filled diamond before the name. */
export function Diamond() {
  return (
    <svg className="diamond" width={9} height={9} role="img" aria-label={t`moment of truth`}>
      <title>{t`moment of truth`}</title>
      <path d="M4.5 0L9 4.5 4.5 9 0 4.5z" />
    </svg>
  );
}

interface AvatarProps {
  name: string;
  /** What stands in the circle; else the initials of the name. */
  letters?: string;
  hue?: number;
  size?: number;
  /** The address of a picture of them; the letters stay where its file is gone. */
  photo?: string;
}

/** Somebody, as initials in a colour of their own. */
export function Avatar({ name, letters, hue, size = 24, photo = "" }: AvatarProps) {
  const [missing, setMissing] = useState("");
  return (
    <span
      className={`avatar person-${hue ?? hueOf(name)}`}
      style={{ inlineSize: size, blockSize: size, fontSize: size > 40 ? size * 0.34 : size > 20 ? 10 : 9 }}
      role="img"
      aria-label={name}
      title={name}
    >
      {photo && photo !== missing ? (
        <img src={photo} alt="" onError={() => setMissing(photo)} />
      ) : (
        (letters ?? initials(name))
      )}
    </span>
  );
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters =
    words.length > 1
      ? [words[0], words.at(-1)].map((word) => [...(word ?? "")][0])
      : [...(words[0] ?? "?")].slice(0, 2);
  return letters.join("").toUpperCase();
}

/** The same person has the same colour on every screen. */
export function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return sum % 3;
}
