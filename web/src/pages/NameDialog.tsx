import { t } from "@lingui/core/macro";
import { type FormEvent, useState } from "react";
import { rename } from "../transport";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";

interface NameProps {
  name: string;
  onDone: () => void;
}

/** Asks once for the name of who sits here. */
export function NameDialog(props: NameProps) {
  return (
    <Dialog title={t`Who are you?`} isOpen onClose={props.onDone}>
      <NameForm {...props} />
    </Dialog>
  );
}

function NameForm({ name, onDone }: NameProps) {
  const [draft, setDraft] = useState(name);
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (draft.trim()) rename(draft);
    onDone();
  };
  return (
    <form onSubmit={keep}>
      <div className="dialog-text">
        <p>{t`Colleagues see this name beside your edits. It is kept in this browser; there is no account.`}</p>
        <label className="field">
          <span className="field-label">{t`Your name`}</span>
          <input
            className="input"
            // biome-ignore lint/a11y/noAutofocus: the dialog begins with this field
            autoFocus
            value={draft}
            maxLength={80}
            onChange={(event) => setDraft(event.target.value)}
          />
        </label>
      </div>
      <footer className="dialog-foot">
        <Button look="edged" onPress={onDone}>
          {t`Cancel`}
        </Button>
        <Button look="filled" type="submit">
          {t`Use this name`}
        </Button>
      </footer>
    </form>
  );
}
