import { t } from "@lingui/core/macro";
import { Pencil } from "lucide-react";
import { useState } from "react";
import type { Asked, Mapping } from "../../generated";
import { Button } from "../../ui/Button";
import { plain } from "../../ui/format";
import { Choice, Typed } from "./Choice";
import { change } from "./doing";
import { SCALES } from "./guessing";
import { changeAsked, scoreAlike } from "./roles";
import { INSTRUMENT_WORDS } from "./words";

type Scored = Pick<Asked, "instrument" | "scale_min" | "scale_max" | "better" | "not_applicable" | "blank">;
type Instrument = NonNullable<Asked["instrument"]>;

const INSTRUMENTS: readonly Instrument[] = ["nps", "csat", "ces", "rating", ""];

/** One question with a column of its own: in a line, opened to change it. */
export function AskedDetail({ column, mapping }: { column: string; mapping: Mapping }) {
  const asked = mapping.asked?.find((one) => one.column === column);
  const isWhole = !asked?.instrument || asked.scale_min != null;
  const [isOpen, setOpen] = useState(!isWhole);
  if (!asked) return null;
  const set = (part: Partial<Asked>) => change(changeAsked(mapping, column, part));
  const others = (mapping.asked ?? []).filter((one) => one.instrument === asked.instrument).length - 1;
  return (
    <div className="column-detail">
      <p className="column-line">
        {asked.question ? <span dir="auto">{asked.question}</span> : null}
        <span className="caption">{askedInWords(asked)}</span>
        <Button size="small" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          <Pencil size={12} /> {isOpen ? t`Close` : t`Change`}
        </Button>
      </p>
      {isOpen ? (
        <>
          <Typed
            label={t`Question`}
            value={asked.question ?? ""}
            placeholder={column.trim()}
            onChange={(question) => set({ question })}
          />
          <ScaleFields scored={asked} set={set} />
          <Typed
            label={t`About the event`}
            value={asked.about ?? ""}
            placeholder={mapping.about_is || t`as for the whole file`}
            onChange={(about) => set({ about })}
          />
          {asked.instrument && others > 0 ? (
            <Button size="small" look="edged" onPress={() => change(scoreAlike(mapping, column))}>
              {t`Score the ${plain(others)} others alike`}
            </Button>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

/** How the one column of scores is read, where a row is one answer. */
export function ScoreDetail({ mapping }: { mapping: Mapping }) {
  const set = (part: Partial<Scored>) => change({ ...mapping, ...part } as Mapping);
  return (
    <div className="column-detail">
      <ScaleFields scored={{ ...mapping, instrument: mapping.instrument || "rating" }} set={set} isScored />
    </div>
  );
}

interface ScaleProps {
  scored: Scored;
  set: (part: Partial<Scored>) => void;
  isScored?: boolean;
}

/** The instrument, its scale, which end is the good one, and what is written where nothing was answered. */
function ScaleFields({ scored, set, isScored = false }: ScaleProps) {
  const { instrument = "", scale_min, scale_max, better = "high" } = scored;
  const offered = isScored ? INSTRUMENTS.filter(Boolean) : INSTRUMENTS;
  const choose = (id: Instrument) => {
    const [low, high] = SCALES[id] ?? [null, null];
    set({ instrument: id, scale_min: low, scale_max: high });
  };
  return (
    <>
      <Choice
        label={t`Kind of question`}
        value={instrument}
        options={offered.map((id) => ({ id, label: INSTRUMENT_WORDS[id || "none"] }))}
        onChange={choose}
      />
      {instrument ? (
        <>
          <NumberIn label={t`Lowest score`} value={scale_min} onChange={(low) => set({ scale_min: low })} />
          <NumberIn
            label={t`Highest score`}
            value={scale_max}
            onChange={(high) => set({ scale_max: high })}
          />
          <Choice
            label={t`The good end`}
            value={better}
            options={[
              { id: "high", label: t`${numberOr(scale_max, t`The highest`)} is good` },
              { id: "low", label: t`${numberOr(scale_min, t`The lowest`)} is good` },
            ]}
            onChange={(end) => set({ better: end })}
          />
          <Codes
            label={t`Means “does not apply”`}
            codes={scored.not_applicable}
            onChange={(not_applicable) => set({ not_applicable })}
          />
          <Codes label={t`Means “no answer”`} codes={scored.blank} onChange={(blank) => set({ blank })} />
        </>
      ) : null}
    </>
  );
}

function numberOr(value: number | null | undefined, word: string): string {
  return value == null ? word : String(value);
}

interface NumberInProps {
  label: string;
  value: number | null | undefined;
  onChange: (value: number | null) => void;
}

function NumberIn({ label, value, onChange }: NumberInProps) {
  const field = useTyped(value == null ? "" : String(value), (text) => {
    const number = Number(text.replace(",", ".").replace("−", "-"));
    const read = text.trim() === "" || !Number.isFinite(number) ? null : number;
    onChange(read);
    return read == null ? "" : String(read);
  });
  return <Typed label={label} isNumber {...field} />;
}

/** What was typed, for as long as it means what is kept: "1." and "1, " are on their way to something. */
function useTyped(kept: string, take: (text: string) => string) {
  const [typed, setTyped] = useState({ text: kept, means: kept });
  const onChange = (text: string) => setTyped({ text, means: take(text) });
  return { value: typed.means === kept ? typed.text : kept, onChange };
}

interface CodesProps {
  label: string;
  codes: readonly string[] | undefined;
  onChange: (codes: string[]) => void;
}

/** Codes with commas between them, kept as they are typed. */
function Codes({ label, codes = [], onChange }: CodesProps) {
  const field = useTyped(codes.join(", "), (text) => {
    const read = split(text);
    onChange(read);
    return read.join(", ");
  });
  return <Typed label={label} placeholder={t`such as 99, n/a`} {...field} />;
}

function split(text: string): string[] {
  return text
    .split(",")
    .map((code) => code.trim())
    .filter(Boolean);
}

/** A question in a line. */
export function askedInWords(asked: Asked): string {
  const { instrument, scale_min, scale_max, better, not_applicable = [], blank = [] } = asked;
  if (!instrument) return t`A written answer; personal data are masked.`;
  const scale = scale_min == null || scale_max == null ? t`without a scale` : `${scale_min}–${scale_max}`;
  const parts = [`${INSTRUMENT_WORDS[instrument]}, ${scale}`];
  parts.push(better === "low" ? t`low is good` : t`high is good`);
  if (not_applicable.length > 0) parts.push(t`${not_applicable.join(", ")} = does not apply`);
  if (blank.length > 0) parts.push(t`${blank.join(", ")} = no answer`);
  return parts.join("; ");
}
