import { t } from "@lingui/core/macro";
import { useState } from "react";
import { useNavigate } from "react-router";
import { starter } from "../../editor/starters";
import { ask, createMap } from "../../transport";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { mapFrom } from "../asking";
import { idOf, inWords } from "../useAsked";

interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
}

function useOpening() {
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const open = async (make: () => Promise<{ id: string }>) => {
    setBusy(true);
    setError(null);
    try {
      const { id } = await make();
      navigate(`/maps/${id}`);
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  return { open, error, isBusy };
}

function Failed({ error }: { error: unknown }) {
  if (!error) return null;
  const id = idOf(error);
  return (
    <p role="alert" className="is-bad">
      {inWords(error)} {id ? <span className="caption">{t`Quote ${id} when you ask for help.`}</span> : null}
    </p>
  );
}

/** A new map: its title, and whether it begins with the five general stages. */
export function NewMap({ isOpen, onClose }: DialogProps) {
  const { open, error, isBusy } = useOpening();
  const [title, setTitle] = useState("");
  const [isEmpty, setEmpty] = useState(false);
  const make = () =>
    open(() => ask(createMap({ body: { records: starter(title.trim() || t`Untitled map`, isEmpty) } })));
  return (
    <Dialog title={t`New map`} isOpen={isOpen} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <div className="dialog-text">
          <label className="field">
            <span className="field-label">{t`What is it about?`}</span>
            <input
              className="input"
              autoFocus
              placeholder={t`Ordering and delivery`}
              value={title}
              maxLength={500}
              onChange={(event) => setTitle(event.target.value)}
            />
          </label>
          <fieldset className="radios">
            <legend className="field-label">{t`Begin with`}</legend>
            <label>
              <input type="radio" name="start" checked={!isEmpty} onChange={() => setEmpty(false)} />
              <span>
                {t`Five general stages`}
                <span className="caption">{t`become aware, consider, buy, use, stay or leave; seven lanes`}</span>
              </span>
            </label>
            <label>
              <input type="radio" name="start" checked={isEmpty} onChange={() => setEmpty(true)} />
              <span>{t`An empty map`}</span>
            </label>
          </fieldset>
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
    </Dialog>
  );
}

/** A map from its text file. */
export function ImportMap({ isOpen, onClose }: DialogProps) {
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
