import { t } from "@lingui/core/macro";
import type { ReactNode } from "react";
import type { Kind } from "./roles";
import { KIND_HINTS, KIND_WORDS } from "./words";

const KINDS: readonly Kind[] = ["events", "wide", "answers", "customers", "aliases"];

/** What a row of the file is, each kind with a picture and an example. */
export function KindChoice({ kind, onChange }: { kind: Kind; onChange: (kind: Kind) => void }) {
  return (
    <fieldset className="kinds">
      <legend className="part-title">{t`What a row is`}</legend>
      {KINDS.map((one) => (
        <label key={one} className={`kind ${one === kind ? "is-chosen" : ""}`}>
          <input
            type="radio"
            name="kind"
            className="only-read"
            checked={one === kind}
            onChange={() => onChange(one)}
          />
          <svg viewBox="0 0 96 36" aria-hidden="true" className="kind-picture">
            {PICTURES[one]}
          </svg>
          <b>{KIND_WORDS[one]}</b>
          <span className="caption">{KIND_HINTS[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}

const LINE = { stroke: "currentColor", strokeWidth: 1.5, fill: "none" };

// A row of a table as bars, and what becomes of it as dots in time.
const PICTURES: Readonly<Record<Kind, ReactNode>> = {
  events: (
    <>
      {[6, 18, 30].map((y, row) => (
        <g key={y}>
          <path d={`M4 ${y}h44`} {...LINE} opacity={0.35} />
          <circle cx={62 + row * 12} cy={y} r={3.5} fill="var(--accent)" />
        </g>
      ))}
    </>
  ),
  wide: (
    <>
      <path d="M4 18h24" {...LINE} opacity={0.35} />
      <path d="M44 18h44" stroke="var(--accent)" strokeWidth={1.5} />
      {[44, 66, 88].map((x) => (
        <circle key={x} cx={x} cy={18} r={3.5} fill="var(--accent)" />
      ))}
    </>
  ),
  answers: (
    <>
      <path d="M4 18h24" {...LINE} opacity={0.35} />
      {[44, 56, 68, 80, 92].map((x) => (
        <circle
          key={x}
          cx={x - 2}
          cy={18}
          r={4}
          stroke="var(--accent)"
          strokeWidth={1.5}
          fill={x === 80 ? "var(--accent)" : "none"}
        />
      ))}
    </>
  ),
  customers: (
    <>
      <circle cx={12} cy={13} r={5} {...LINE} />
      <path d="M3 30a9 8 0 0 1 18 0" {...LINE} />
      <path d="M36 12h26M36 24h40" stroke="var(--accent)" strokeWidth={1.5} />
    </>
  ),
  aliases: (
    <>
      <circle cx={16} cy={18} r={7} {...LINE} />
      <circle cx={80} cy={18} r={7} {...LINE} />
      <path d="M30 15h36M30 21h36" stroke="var(--accent)" strokeWidth={1.5} />
    </>
  ),
};
