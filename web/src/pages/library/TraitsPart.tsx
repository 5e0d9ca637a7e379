import { t } from "@lingui/core/macro";
import { Plus, X } from "lucide-react";
import { useRef } from "react";
import { setField } from "../../editor/ops";
import type { Trait } from "../../generated";
import { Button, IconButton } from "../../ui/Button";
import { plain } from "../../ui/format";
import { useShelf } from "./context";
import { InPlace, Slider } from "./InPlace";
import type { PersonaProps } from "./PersonaPage";

/** Sliders between two opposite words, with both ends named by hand. */
export function TraitsPart({ id, persona }: PersonaProps) {
  const shelf = useShelf();
  const section = useRef<HTMLElement>(null);
  const traits = persona.traits ?? [];
  const write = (changed: Trait[]) => shelf.edit([setField(id, "traits", changed)]);
  const change = (at: number, patch: Partial<Trait>) =>
    write(traits.map((trait, place) => (place === at ? { ...trait, ...patch } : trait)));
  const add = () => {
    write([...traits, { low: "", high: "", value: 50 }]);
    setTimeout(() =>
      [...(section.current?.querySelectorAll<HTMLElement>(".trait-low") ?? [])].at(-1)?.focus(),
    );
  };
  return (
    <section className="shelf-section" ref={section}>
      <h2 className="shelf-head">{t`Traits`}</h2>
      {traits.length === 0 ? <p className="shelf-hint">{t`Such as patient or in a hurry.`}</p> : null}
      <ul className="traits" aria-label={t`Traits`}>
        {traits.map((trait, at) => (
          <TraitRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a trait has no id; its place is what is changed
            key={at}
            trait={trait}
            onChange={(patch) => change(at, patch)}
            onRemove={() => write(traits.filter((_, place) => place !== at))}
          />
        ))}
      </ul>
      <span>
        <Button size="small" onPress={add} isDisabled={shelf.isReadOnly}>
          <Plus size={13} /> {t`Add a trait`}
        </Button>
      </span>
    </section>
  );
}

interface RowProps {
  trait: Trait;
  onChange: (patch: Partial<Trait>) => void;
  onRemove: () => void;
}

function TraitRow({ trait, onChange, onRemove }: RowProps) {
  const { isReadOnly } = useShelf();
  const { low = "", high = "", value = 50 } = trait;
  const from = low || t`one end`;
  const until = high || t`the other end`;
  const share = plain(value);
  return (
    <li className="trait">
      <InPlace
        label={t`Word on the left`}
        value={low}
        placeholder={t`Patient`}
        className="trait-low"
        onChange={(text) => onChange({ low: text.slice(0, 60) })}
      />
      <Slider
        label={t`Between ${from} and ${until}`}
        isLabelHidden
        value={value}
        low={0}
        high={100}
        step={5}
        words={t`${share} of 100 towards ${until}`}
        onChange={(moved) => onChange({ value: moved })}
      />
      <InPlace
        label={t`Word on the right`}
        value={high}
        placeholder={t`In a hurry`}
        className="trait-high"
        onChange={(text) => onChange({ high: text.slice(0, 60) })}
      />
      <IconButton
        label={t`Remove this trait`}
        className="text-remove"
        isDisabled={isReadOnly}
        onPress={onRemove}
      >
        <X size={13} />
      </IconButton>
    </li>
  );
}
