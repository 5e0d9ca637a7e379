import { t } from "@lingui/core/macro";
import { useState } from "react";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { beginWith } from "../asking";
import { Failed, useOpening } from "../opening";
import { useChoosing } from "./choosing";
import { MapLanguage, TemplateChoice } from "./TemplateChoice";

interface NewMapProps {
  /** The id of the template that is chosen first, "" for an empty map; null while the dialog is closed. */
  begin: string | null;
  onClose: () => void;
}

/** A new map: its title, its language, and the template that it begins with. */
export function NewMap({ begin, onClose }: NewMapProps) {
  return (
    <Dialog title={t`New map`} isOpen={begin !== null} onClose={onClose} isWide>
      <NewMapForm first={begin ?? ""} onClose={onClose} />
    </Dialog>
  );
}

function NewMapForm({ first, onClose }: { first: string; onClose: () => void }) {
  const choosing = useChoosing(first);
  const { open, error, isBusy } = useOpening();
  const [title, setTitle] = useState("");
  const { chosen, language } = choosing;
  const named = title.trim() || (chosen ? "" : t`Untitled map`);
  const make = () => open(() => beginWith(chosen, language, named));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void make();
      }}
    >
      <div className="dialog-text">
        <div className="new-map-head">
          <label className="field">
            <span className="field-label">{t`What is it about?`}</span>
            <input
              className="input"
              // biome-ignore lint/a11y/noAutofocus: the first field of a dialog
              autoFocus
              placeholder={t`Ordering and delivery`}
              dir="auto"
              value={title}
              maxLength={500}
              onChange={(event) => setTitle(event.target.value)}
            />
          </label>
          <MapLanguage choosing={choosing} />
        </div>
        <TemplateChoice choosing={choosing} empty={t`An empty map`} />
        <Failed error={error} />
      </div>
      <footer className="dialog-foot">
        <Button look="edged" onPress={onClose}>
          {t`Cancel`}
        </Button>
        <Button look="filled" type="submit" isDisabled={isBusy}>
          {t`Make map`}
        </Button>
      </footer>
    </form>
  );
}
