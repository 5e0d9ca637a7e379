import { t } from "@lingui/core/macro";
import { Image as ImageIcon } from "lucide-react";
import { sceneOf } from "../../../editor/scenes";
import type { Card } from "../../../generated";
import { Shown, sendingInWords, useSending } from "../../Shown";
import { useEditor } from "../context";
import type { BodyProps, Face } from "./face";
import "./picture.css";

/** The picture of a card above its words, in whichever lane it stands; while it is on its way, how far it is. */
export function CardPicture({ id, card }: Pick<BodyProps, "id" | "card">) {
  const sending = useSending(id);
  if (!card.image && !sending) return null;
  return (
    <span className="card-picture">
      <Shown image={card.image ?? ""} alt={card.alt ?? ""} sending={sending} />
      {sending ? (
        <span role="status" className={`caption ${sending.state === "failed" ? "is-bad" : ""}`}>
          {sending.state === "failed" ? sending.why : sendingInWords(sending)}
        </span>
      ) : null}
    </span>
  );
}

/** Where a card's picture will be. */
function NoPicture({ id, card }: BodyProps) {
  const sending = useSending(id);
  if (card.image || sending) return null;
  return (
    <span className="card-picture is-none" aria-hidden>
      <ImageIcon size={16} />
    </span>
  );
}

/** The number of a scene among those of its lane, over its picture. */
function SceneTop(props: BodyProps) {
  const number = useEditor((state) => sceneOf(state.sheet, props.card.lane ?? "", props.id));
  return (
    <>
      <NoPicture {...props} />
      {number > 0 ? <span className="scene-number numbers">{number}</span> : null}
    </>
  );
}

/** What the picture of a card shows, for its accessible name. */
export function pictureInWords({ image, alt }: Card): string[] {
  if (!image) return [];
  return [alt ? t`picture: ${alt}` : t`picture without a description`];
}

/** What it looks like: a picture with a caption. */
export const PICTURE: Face = {
  Top: NoPicture,
  facts: pictureInWords,
  empty: () => t`No caption`,
  says: ({ image }) => Boolean(image),
  proof: "name",
};

/** A scene of a storyboard: numbered, with what happens in it. */
export const SCENE: Face = { ...PICTURE, Top: SceneTop };
