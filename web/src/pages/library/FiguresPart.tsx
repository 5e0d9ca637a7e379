import { t } from "@lingui/core/macro";
import { Plus, X } from "lucide-react";
import { useRef } from "react";
import { setField } from "../../editor/ops";
import type { Figure, Persona } from "../../generated";
import { Button, IconButton } from "../../ui/Button";
import { plain } from "../../ui/format";
import { Select } from "../../ui/Select";
import { choicesOf } from "../map/words";
import { useShelf } from "./context";
import { FigureChart } from "./FigureChart";
import { InPlace } from "./InPlace";
import type { PersonaProps } from "./PersonaPage";
import { CHART_WORDS } from "./words";

type Chart = NonNullable<Persona["chart"]>;

/** Numbers typed by hand, and the small chart that they make; the numbers are its table. */
export function FiguresPart({ id, persona }: PersonaProps) {
  const shelf = useShelf();
  const section = useRef<HTMLElement>(null);
  const figures = persona.figures ?? [];
  const chart: Chart = persona.chart ?? "bars";
  const most = Math.max(...figures.map(({ value = 0 }) => Math.abs(value)), 1e-9);
  const write = (changed: Figure[]) => shelf.edit([setField(id, "figures", changed)]);
  const add = () => {
    write([...figures, { label: "", value: 0 }]);
    setTimeout(() =>
      [...(section.current?.querySelectorAll<HTMLElement>(".figure-label") ?? [])].at(-1)?.focus(),
    );
  };
  return (
    <section className="shelf-section" ref={section}>
      <h2 className="shelf-head">
        {t`In numbers`}
        {figures.length > 1 ? (
          <Select
            label={t`How it is drawn`}
            isLabelHidden
            value={chart}
            options={choicesOf(CHART_WORDS)}
            onChange={(kind) => shelf.edit([setField(id, "chart", kind)])}
          />
        ) : null}
      </h2>
      {figures.length > 0 && chart !== "bars" ? <FigureChart figures={figures} chart={chart} /> : null}
      {figures.length === 0 ? <p className="shelf-hint">{t`Such as orders a month, by channel.`}</p> : null}
      <ul className="figures" aria-label={t`Numbers`}>
        {figures.map((figure, at) => (
          <FigureRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a number has no id; its place is what is changed
            key={at}
            figure={figure}
            share={chart === "bars" ? Math.abs(figure.value ?? 0) / most : null}
            onChange={(patch) =>
              write(figures.map((one, place) => (place === at ? { ...one, ...patch } : one)))
            }
            onRemove={() => write(figures.filter((_, place) => place !== at))}
          />
        ))}
      </ul>
      <span>
        <Button size="small" onPress={add} isDisabled={shelf.isReadOnly || figures.length >= 50}>
          <Plus size={13} /> {t`Add a number`}
        </Button>
      </span>
    </section>
  );
}

interface RowProps {
  figure: Figure;
  /** How long its bar is, of the longest; null where it has none. */
  share: number | null;
  onChange: (patch: Partial<Figure>) => void;
  onRemove: () => void;
}

function FigureRow({ figure, share, onChange, onRemove }: RowProps) {
  const { isReadOnly } = useShelf();
  const { label = "", value = 0 } = figure;
  const send = (text: string) => {
    const number = Number(text.replace(",", ".").replace("−", "-"));
    if (text.trim() && Number.isFinite(number)) onChange({ value: number });
  };
  return (
    <li className={`figure ${share === null ? "" : "has-bar"}`}>
      <InPlace
        label={t`What the number is of`}
        value={label}
        placeholder={t`What it is of`}
        className="figure-label"
        onChange={(text) => onChange({ label: text.slice(0, 100) })}
      />
      {share === null ? null : (
        <span className="chart-track" aria-hidden>
          <span className="chart-fill" style={{ inlineSize: `${100 * share}%` }} />
        </span>
      )}
      <InPlace
        label={t`The number`}
        value={asTyped(value)}
        isNeeded
        className="figure-value numbers"
        onChange={send}
      />
      <IconButton
        label={t`Remove this number`}
        className="text-remove"
        isDisabled={isReadOnly}
        onPress={onRemove}
      >
        <X size={13} />
      </IconButton>
    </li>
  );
}

function asTyped(value: number): string {
  const digits = Number.isInteger(value) ? 0 : Math.min(3, String(value).split(".")[1]?.length ?? 1);
  return plain(value, digits).replaceAll(/[\s ]/g, "");
}
