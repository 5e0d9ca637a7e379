import { t } from "@lingui/core/macro";
import { type FormEvent, useState, useSyncExternalStore } from "react";
import { identity, rename, subscribeIdentity } from "../transport";
import { Button } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Avatar } from "../ui/Marks";

export function useIdentity() {
  return useSyncExternalStore(subscribeIdentity, identity);
}

/** Who sits here: a name picked once, kept in this browser, shown to those who edit beside you. */
export function NamePicker() {
  const { name } = useIdentity();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)} className="name-picker">
        <Avatar name={name || "?"} size={22} />
        <span>{name || t`Who are you?`}</span>
      </Button>
      <Dialog title={t`Who are you?`} isOpen={isOpen} onClose={() => setOpen(false)}>
        <NameForm name={name} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function NameForm({ name, onDone }: { name: string; onDone: () => void }) {
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
