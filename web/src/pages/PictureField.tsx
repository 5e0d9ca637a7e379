import { t } from "@lingui/core/macro";
import { type ClipboardEvent, type DragEvent, useRef, useState } from "react";
import { FileTrigger } from "react-aria-components";
import { bring, bringAgain, forget, PICTURES, pictureAmong, type Sending } from "../transport";
import { Button } from "../ui/Button";
import { TextField } from "../ui/Field";
import { Shown, sendingInWords, useSending } from "./Shown";

interface PictureFieldProps {
  label: string;
  /** What the picture is for: the id of the card or persona. */
  about: string;
  /** The id of the kept picture; "" for none. */
  image: string;
  onChange: (image: string) => void;
  alt?: string;
  /** Absent where the picture needs no words of its own, as beside a name. */
  onAlt?: (alt: string, base: string) => void;
  isRound?: boolean;
}

/** Choose, drop or paste a picture; see it on its way; write what it shows; replace it or take it away. */
export function PictureField({ label, about, image, onChange, alt = "", onAlt, isRound }: PictureFieldProps) {
  const [isOver, setOver] = useState(false);
  const sending = useSending(about);
  const chooser = useRef<HTMLButtonElement>(null);
  const take = (files: Iterable<File> | null) => {
    const file = pictureAmong(files ?? []);
    if (file) bring(about, file, onChange);
    return file !== undefined;
  };
  const paste = (event: ClipboardEvent) => {
    if (take(event.clipboardData.files)) event.preventDefault();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  const remove = () => {
    if (sending) forget(about);
    else onChange("");
    chooser.current?.focus();
  };
  const isFilled = Boolean(image || sending);
  const look = `${isFilled ? "is-filled" : ""} ${isOver ? "is-over" : ""} ${isRound ? "is-round" : ""}`;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be disabled and styled as one of fields */}
      <div
        role="group"
        aria-label={label}
        className={`picture-field ${look}`}
        onPaste={paste}
        onDrop={drop}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
      >
        <Shown image={image} alt={alt} sending={sending} />
        <div className="picture-acts">
          <FileTrigger acceptedFileTypes={PICTURES} onSelect={(files) => take(files)}>
            <Button look="edged" size="small" ref={chooser}>
              {isFilled ? t`Replace…` : t`Choose a picture…`}
            </Button>
          </FileTrigger>
          {isFilled ? (
            <Button size="small" onPress={remove}>{t`Remove`}</Button>
          ) : (
            <span className="caption">{t`or drop or paste one here`}</span>
          )}
        </div>
        {sending ? <OnItsWay about={about} sending={sending} /> : null}
      </div>
      {isFilled && onAlt ? (
        <TextField label={t`What it shows, for who does not see it`} value={alt} onChange={onAlt} />
      ) : null}
    </>
  );
}

/** Uploading, or why it is not kept and what can be done. */
function OnItsWay({ about, sending }: { about: string; sending: Sending }) {
  if (sending.state === "failed")
    return (
      <div className="picture-note is-bad" role="alert">
        <span>{sending.why}</span>
        <Button size="small" look="edged" onPress={() => bringAgain(about)}>{t`Try again`}</Button>
      </div>
    );
  return (
    <p className="picture-note" role="status">
      {sendingInWords(sending)}
    </p>
  );
}
