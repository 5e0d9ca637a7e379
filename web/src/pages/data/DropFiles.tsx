import { t } from "@lingui/core/macro";
import { FileUp } from "lucide-react";
import { type DragEvent, useState } from "react";
import { Button } from "../../ui/Button";
import { plain } from "../../ui/format";
import { stopSending } from "./doing";

interface DropProps {
  onFiles: (files: File[]) => void;
  /** The share that was sent; null when nothing is on its way. */
  sending: number | null;
}

/** Where files are dropped or chosen, and how far they are on their way. */
export function DropFiles({ onFiles, sending }: DropProps) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping files is a second way; the button below is the first
    <div
      className={`drop ${isOver ? "is-over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2>{t`Drop the files that your tools export`}</h2>
      <p>
        {t`Orders, web analytics, a survey, tickets: CSV, Excel, JSON, Parquet, XES or OCEL, also packed. Bring several at once where one explains the other, such as orders and customers.`}
      </p>
      {sending === null ? (
        <FileButton onFiles={onFiles} look="filled">
          {t`Choose files`}
        </FileButton>
      ) : (
        <Sending share={sending} />
      )}
      <p className="caption">
        {t`You see first what would be stored. Columns that you do not name are left out, and who a customer is becomes a code on the way in.`}
      </p>
    </div>
  );
}

function Sending({ share }: { share: number }) {
  const percent = plain(share * 100);
  return (
    <div className="progress-line" role="status">
      <progress value={share} aria-label={t`Sending the files`} />
      <span className="numbers">{share < 1 ? t`${percent}% sent` : t`Looking into the files`}</span>
      <Button size="small" look="edged" onPress={stopSending}>
        {t`Cancel`}
      </Button>
    </div>
  );
}

interface FileButtonProps {
  onFiles: (files: File[]) => void;
  children: string;
  look?: "filled" | "edged" | "quiet";
}

/** A button that opens the system's dialog for files. */
export function FileButton({ onFiles, children, look = "edged" }: FileButtonProps) {
  return (
    <label className={`button button-${look} button-normal file-button`}>
      <FileUp size={15} aria-hidden /> {children}
      <input
        type="file"
        multiple
        className="only-read"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </label>
  );
}
