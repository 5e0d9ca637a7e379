import { t } from "@lingui/core/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { say } from "../../ui/Toast";
import { keepAsTemplate } from "../asking";
import { Failed } from "../opening";
import { useEditor, useTools } from "./context";

/** Keep the open map as a template of the workspace. */
export function KeepTemplate({ id }: { id: string }) {
  const { store } = useTools();
  const isOpen = useEditor((state) => state.dialog === "template");
  const close = () => store.set({ dialog: "" });
  return (
    <Dialog title={t`Save as template`} isOpen={isOpen} onClose={close}>
      <KeepForm id={id} onClose={close} />
    </Dialog>
  );
}

function useKeeping(id: string, onClose: () => void) {
  const asked = useQueryClient();
  const navigate = useNavigate();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const keep = async (name: string, description: string, cards: boolean) => {
    setBusy(true);
    try {
      await keepAsTemplate(id, { name, description, cards });
      onClose();
      void asked.invalidateQueries({ queryKey: ["templates"] });
      const act = () => void navigate("/templates");
      say(t`“${name}” is a template now`, { action: { label: t`See all templates`, act } });
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  return { keep, error, isBusy };
}

function KeepForm({ id, onClose }: { id: string; onClose: () => void }) {
  const title = useEditor((state) => state.sheet.header.title);
  const [name, setName] = useState(title);
  const [about, setAbout] = useState("");
  const [withCards, setWithCards] = useState(false);
  const { keep, error, isBusy } = useKeeping(id, onClose);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() && !isBusy) void keep(name.trim(), about.trim(), withCards);
      }}
    >
      <div className="dialog-text">
        <label className="field">
          <span className="field-label">{t`Name`}</span>
          <input
            className="input"
            // biome-ignore lint/a11y/noAutofocus: the first field of a dialog
            autoFocus
            dir="auto"
            value={name}
            maxLength={500}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <label className="field">
          <span className="field-label">{t`What it is for`}</span>
          <textarea
            className="input"
            dir="auto"
            rows={2}
            value={about}
            maxLength={2000}
            onChange={(event) => setAbout(event.target.value)}
          />
        </label>
        <label className="keep-cards">
          <input
            type="checkbox"
            checked={withCards}
            onChange={(event) => setWithCards(event.target.checked)}
          />
          <span>
            {t`With the cards, as examples`}
            <span className="caption">{t`their evidence, owners and status stay behind`}</span>
          </span>
        </label>
        <Failed error={error} />
      </div>
      <footer className="dialog-foot">
        <Button look="edged" onPress={onClose}>
          {t`Cancel`}
        </Button>
        <Button look="filled" type="submit" isDisabled={isBusy || !name.trim()}>
          {t`Save as template`}
        </Button>
      </footer>
    </form>
  );
}
