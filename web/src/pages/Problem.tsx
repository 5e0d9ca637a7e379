import { t } from "@lingui/core/macro";
import { idOf, inWords } from "./useAsked";

/** What went wrong, with the id to quote. */
export function Problem({ error }: { error: unknown }) {
  const id = idOf(error);
  return (
    <div className="problem" role="alert">
      <p>{inWords(error)}</p>
      {id ? <p className="caption">{t`Quote ${id} when you ask for help.`}</p> : null}
    </div>
  );
}
