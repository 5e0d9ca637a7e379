import { t } from "@lingui/core/macro";
import { safeLink } from "../../../editor/markdown";
import type { Card } from "../../../generated";
import { TextField } from "../../../ui/Field";
import { Address, AddressField, addressInWords } from "./address";
import type { BodyProps, Face, FieldsProps } from "./face";

function Where({ card }: BodyProps) {
  return (
    <>
      {card.source ? (
        <span className="caption" dir="auto">
          {card.source}
        </span>
      ) : null}
      <Address card={card} />
    </>
  );
}

function WhereFields({ card, set }: FieldsProps) {
  return (
    <div className="field-pair">
      <TextField
        label={t`Where it is`}
        value={card.source ?? ""}
        placeholder={t`A folder, a person, a shelf`}
        onChange={(value, base) => set("source", value, base)}
      />
      <AddressField card={card} set={set} />
    </div>
  );
}

function factsOf({ source, url }: Card): string[] {
  const link = safeLink(url);
  return [source ?? "", link ? t`link to ${addressInWords(link)}` : ""].filter(Boolean);
}

/** A thing that one can look up: a paper, a system, a rule, what customers hold. */
export function thing(icon: string): Face {
  return { Body: Where, Fields: WhereFields, facts: factsOf, icon, proof: "line" };
}
