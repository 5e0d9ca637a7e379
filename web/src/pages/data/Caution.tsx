import { t } from "@lingui/core/macro";
import { useQueryClient } from "@tanstack/react-query";
import { ask, cautionDataset } from "../../transport";
import { TextField } from "../../ui/Field";
import { say } from "../../ui/Toast";
import { inWords } from "../useAsked";

/** What a reader of any number of a dataset must know; it saves by itself, and every answer then says it. */
export function Caution({ id, caution }: { id: string; caution: string }) {
  const asked = useQueryClient();
  const keep = async (words: string) => {
    try {
      await ask(cautionDataset({ path: { id }, body: { caution: words } }));
      await asked.invalidateQueries();
    } catch (failed) {
      say(inWords(failed), { isBad: true });
    }
  };
  return (
    <div className="caution">
      <TextField
        label={t`What readers must know`}
        value={caution}
        onChange={keep}
        isLong
        placeholder={t`Such as: a sample that holds all cancelled orders, but one in twenty of the others`}
      />
      <p className="caption">{t`Every number out of these data says it.`}</p>
    </div>
  );
}
