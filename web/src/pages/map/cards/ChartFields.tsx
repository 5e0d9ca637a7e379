import { t } from "@lingui/core/macro";
import { Plus, Trash2 } from "lucide-react";
import type { Figure } from "../../../generated";
import { IconButton } from "../../../ui/Button";
import { NumberField, TextField } from "../../../ui/Field";
import { plain } from "../../../ui/format";
import { Select } from "../../../ui/Select";
import { CHART_WORDS, choicesOf } from "../words";
import type { FieldsProps } from "./face";
import { MeasureFields } from "./measureFields";

const MOST = 50;

/** The numbers of a chart, each with its label, and how they are drawn; or a question to the data. */
export function ChartFields(props: FieldsProps) {
  const { card, set } = props;
  const figures = card.figures ?? [];
  return (
    <>
      <Select
        label={t`Drawn as`}
        value={card.chart ?? "bars"}
        options={choicesOf(CHART_WORDS)}
        onChange={(id) => set("chart", id)}
      />
      <FigureRows figures={figures} onChange={(next) => set("figures", next)} />
      {figures.length === 0 || card.question ? <MeasureFields {...props} /> : null}
    </>
  );
}

interface RowsProps {
  figures: readonly Figure[];
  onChange: (figures: Figure[]) => void;
}

function FigureRows({ figures, onChange }: RowsProps) {
  const change = (at: number, part: Figure) =>
    onChange(figures.map((one, place) => (place === at ? { ...one, ...part } : one)));
  const remove = (at: number) => onChange(figures.filter((_, place) => place !== at));
  return (
    <fieldset className="figures">
      <legend className="field-label">{t`Numbers`}</legend>
      {figures.map((figure, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: figures have no identity but their place
        <div key={place} className="figure-row">
          <TextField
            isLabelHidden
            label={t`What number ${plain(place + 1)} is of`}
            placeholder={t`Label`}
            value={figure.label ?? ""}
            onChange={(label) => change(place, { label: label.slice(0, 100) })}
          />
          <NumberField
            isLabelHidden
            label={t`Number ${plain(place + 1)}`}
            value={figure.value ?? 0}
            onChange={(value) => change(place, { value: value ?? 0 })}
          />
          <IconButton label={t`Remove number ${plain(place + 1)}`} onPress={() => remove(place)}>
            <Trash2 size={13} />
          </IconButton>
        </div>
      ))}
      {figures.length < MOST ? (
        <button
          type="button"
          className="link"
          onClick={() => onChange([...figures, { label: "", value: 0 }])}
        >
          <Plus size={12} /> {t`Add a number`}
        </button>
      ) : null}
    </fieldset>
  );
}
