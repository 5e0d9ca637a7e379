import { t } from "@lingui/core/macro";
import { setField } from "../../editor/ops";
import type { Brand } from "../../generated";
import { put } from "../../model";
import { Button } from "../../ui/Button";
import { useDraft } from "../../ui/useDraft";
import { PictureField } from "../PictureField";
import { useShelf, useShelved } from "./context";
import { ShelfFrame } from "./ShelfFrame";
import "./brand.css";

const ID = "brand";
const OURS = "#2d4ccb"; // what pictures have while no colour is chosen

/** The workspace's logo and colour, for pictures of maps. */
export function BrandPage() {
  const shelf = useShelf();
  const brand = useShelved("brand").get(ID);
  const set = (field: "logo" | "alt" | "accent", value: string) =>
    shelf.edit([
      brand ? setField(ID, field, value) : put(ID, { type: "brand", [field]: value } as unknown as Brand),
    ]);
  return (
    <ShelfFrame title={t`House style`}>
      <p className="brand-lead">
        {t`Pictures of maps bear this logo above their title. The colour takes the place of the blue of links and of measured data, as dark or light as its words need.`}
      </p>
      <fieldset className="brand" disabled={shelf.isReadOnly}>
        <PictureField
          label={t`Logo`}
          about={ID}
          image={brand?.logo ?? ""}
          onChange={(logo) => set("logo", logo)}
          alt={brand?.alt ?? ""}
          onAlt={(alt) => set("alt", alt)}
        />
        <Colour accent={brand?.accent ?? ""} onChange={(accent) => set("accent", accent)} />
        {brand?.accent ? (
          <Button onPress={() => set("accent", "")}>{t`Without a colour of our own`}</Button>
        ) : null}
      </fieldset>
    </ShelfFrame>
  );
}

/** A colour that is kept once the hand rests, not at every shade on the way. */
function Colour({ accent, onChange }: { accent: string; onChange: (accent: string) => void }) {
  const { draft, type, flush } = useDraft(accent, onChange);
  return (
    <label className="brand-colour">
      {t`Colour`}
      <input
        type="color"
        value={(draft || OURS).toLowerCase()}
        onChange={(event) => type(event.target.value)}
        onBlur={flush}
      />
      <span className="caption numbers">{draft || t`Footfall's own blue`}</span>
    </label>
  );
}
