import { t } from "@lingui/core/macro";
import { PictureField } from "../../PictureField";
import type { FieldsProps } from "./face";

/** Choose the picture of a card, and say what it shows. */
export function CardPictureFields({ id, card, set }: Pick<FieldsProps, "id" | "card" | "set">) {
  return (
    <PictureField
      label={t`Picture`}
      about={id}
      image={card.image ?? ""}
      onChange={(image) => set("image", image)}
      alt={card.alt ?? ""}
      onAlt={(alt, base) => set("alt", alt, base)}
    />
  );
}
