import { t } from "@lingui/core/macro";
import { useState } from "react";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { mapFrom } from "../asking";
import { Failed, useOpening } from "../opening";

interface ImportMapProps {
  isOpen: boolean;
  onClose: () => void;
}

/** A map from its text file. */
export function ImportMap({ isOpen, onClose }: ImportMapProps) {
  const { open, error, isBusy } = useOpening();
  const [file, setFile] = useState<File | null>(null);
  return (
    <Dialog title={t`Import a map`} isOpen={isOpen} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (file) void open(() => mapFrom(file));
        }}
      >
        <div className="dialog-text">
          <p>{t`A map as text: a file that ends in .journey.yaml, as the export makes it.`}</p>
          <label className="field">
            <span className="field-label">{t`File`}</span>
            <input
              className="input file"
              type="file"
              accept=".yaml,.yml"
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
          </label>
          <Failed error={error} />
        </div>
        <footer className="dialog-foot">
          <Button look="edged" onPress={onClose}>
            {t`Cancel`}
          </Button>
          <Button look="filled" type="submit" isDisabled={isBusy || !file}>
            {t`Import`}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}
