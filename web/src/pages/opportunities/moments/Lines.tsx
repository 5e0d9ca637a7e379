import { t } from "@lingui/core/macro";
import { Button } from "../../../ui/Button";
import { plain } from "../../../ui/format";
import type { Axis } from "./moment";

export interface OwnLines {
  importance: number | null;
  quality: number | null;
}

export const NO_OWN: OwnLines = { importance: null, quality: null };

interface LinesProps {
  lines: { importance: number; quality: number } | null;
  own: OwnLines;
  bounds: Readonly<Record<Axis, readonly [number, number]>>;
  onChange: (own: OwnLines) => void;
}

/** Where the lines stand that part the quarters: at the usual place, or where a person puts them. */
export function Lines({ lines, own, bounds, onChange }: LinesProps) {
  const isOwn = own.importance !== null || own.quality !== null;
  const field = (axis: Axis, label: string) => (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        className="input numbers"
        type="number"
        key={`${own[axis]}`}
        min={bounds[axis][0]}
        max={bounds[axis][1]}
        step={axis === "importance" && bounds[axis][1] === 1 ? 0.01 : 0.1}
        placeholder={lines ? plain(lines[axis], 2) : ""}
        defaultValue={own[axis] ?? ""}
        onBlur={({ target }) => onChange({ ...own, [axis]: lineFrom(target.value, bounds[axis]) })}
        onKeyDown={({ key, currentTarget }) => {
          if (key === "Enter") onChange({ ...own, [axis]: lineFrom(currentTarget.value, bounds[axis]) });
        }}
      />
    </label>
  );
  return (
    <>
      {field("importance", t`Important from`)}
      {field("quality", t`Good from`)}
      {isOwn ? (
        <Button size="small" onPress={() => onChange(NO_OWN)}>
          {t`Usual lines`}
        </Button>
      ) : null}
    </>
  );
}

function lineFrom(text: string, [low, high]: readonly [number, number]): number | null {
  const value = Number.parseFloat(text);
  return Number.isFinite(value) ? Math.max(low, Math.min(high, value)) : null;
}

interface WeightedProps {
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}

/** Whether answers count for the people they stand for. */
export function Weighted({ isOn, onChange }: WeightedProps) {
  return (
    <Button size="small" look="edged" aria-pressed={isOn} onPress={() => onChange(!isOn)}>
      {t`Weighted`}
    </Button>
  );
}
