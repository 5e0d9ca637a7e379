import { t } from "@lingui/core/macro";
import { useState } from "react";
import { useNavigate } from "react-router";
import { idOf, inWords } from "./useAsked";

/** Make a map and go there; what goes wrong is kept to be said. */
export function useOpening() {
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

/** What went wrong, with the id to quote. */
export function Failed({ error }: { error: unknown }) {
  if (!error) return null;
  const id = idOf(error);
  return (
    <p role="alert" className="is-bad">
      {inWords(error)} {id ? <span className="caption">{t`Quote ${id} when you ask for help.`}</span> : null}
    </p>
  );
}
