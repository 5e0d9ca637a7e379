import { t } from "@lingui/core/macro";
import { KINDS } from "../../editor/kinds";
import { namedBy } from "../../editor/named";
import { setField } from "../../editor/ops";
import type { CellCard, LaneView } from "../../editor/sheet";
import { isItself } from "../../editor/takingUp";
import type { DocumentSession } from "../../transport";
import { TextField } from "../../ui/Field";
import { BindingFields } from "./BindingFields";
import { CardLinks } from "./cards/addressFields";
import { ASKS } from "./cards/asks";
import type { FieldsProps } from "./cards/face";
import { CardPictureFields } from "./cards/pictureFields";
import { useLibrary, useTools } from "./context";
import { EvidenceFields } from "./EvidenceFields";
import { listed } from "./listed";
import { OpportunityPart } from "./parts";

interface CardFieldsProps {
  found: CellCard;
  lane: LaneView;
  library: DocumentSession | null;
}

/** The fields of a card: its words, what its kind asks, what it stands on, and who keeps it. */
export function CardFields({ found, lane, library }: CardFieldsProps) {
  const tools = useTools();
  const { id, card } = found;
  const { shape } = KINDS[lane.lane.kind ?? "free"];
  const named = namedBy(card, useLibrary().opportunities);
  // What the library says of an opportunity is edited there.
  const Fields = named && isItself(lane) ? undefined : ASKS[shape];
  const set: FieldsProps["set"] = (field, value, base) => tools.edit([setField(id, field, value, base)]);
  return (
    <>
      <section className="panel-part">
        <TextField
          label={t`Text`}
          isLong
          value={card.text ?? ""}
          onChange={(value, base) => set("text", value, base)}
        />
        <CardLinks card={card} />
        {card.image && Fields !== CardPictureFields ? (
          <CardPictureFields id={id} card={card} set={set} />
        ) : null}
        {Fields ? (
          <div className="asks">
            <Fields id={id} card={card} set={set} library={library} />
          </div>
        ) : null}
      </section>
      <OpportunityPart found={found} lane={lane} library={library} />
      {shape === "touchpoint" && card.touchpoint ? (
        <BindingFields id={card.touchpoint} library={library} />
      ) : null}
      <EvidenceFields card={card} set={set} />
      <Keeping card={card} set={set} />
    </>
  );
}

function Keeping({ card, set }: Pick<FieldsProps, "card" | "set">) {
  return (
    <section className="panel-part">
      <div className="field-pair">
        <TextField
          label={t`Owner`}
          field="owner"
          value={card.owner ?? ""}
          onChange={(value, base) => set("owner", value, base)}
        />
        <TextField
          label={t`Tags`}
          value={(card.tags ?? []).join(", ")}
          onChange={(value) => set("tags", listed(value))}
          placeholder={t`with commas`}
        />
      </div>
    </section>
  );
}
