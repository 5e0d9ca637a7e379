import { t } from "@lingui/core/macro";
import { useEffect } from "react";
import type { DatasetSummary } from "../../generated";
import { Button } from "../../ui/Button";
import { Typed } from "./Choice";
import { bringIn } from "./doing";
import { lacks } from "./kinds";
import { type Draft, nameFor, type Wizard, wizard } from "./wizard";
import { LACK_WORDS } from "./words";

interface BarProps {
  now: Wizard;
  draft: Draft;
  datasets: readonly DatasetSummary[];
}

/** Where the file goes, and the one button that takes it there. */
export function ImportBar({ now, draft, datasets }: BarProps) {
  const { name } = now;
  const usual = nameFor(now, draft, datasets);
  const { file } = draft.preview;
  useEffect(() => {
    if (wizard.get().namedFor !== file) wizard.set({ name: usual, namedFor: file });
  }, [usual, file]);
  const [missing] = lacks(draft.mapping);
  const here = datasets.find((one) => one.name.trim().toLowerCase() === name.trim().toLowerCase());
  return (
    <form
      className="import-bar"
      onSubmit={(event) => {
        event.preventDefault();
        void bringIn(name.trim());
      }}
    >
      <Typed
        label={here ? t`Into the dataset that is here` : t`Into a new dataset`}
        value={name}
        list="dataset-names"
        onChange={(text) => wizard.set({ name: text })}
      />
      <datalist id="dataset-names">
        {datasets.map((dataset) => (
          <option key={dataset.id} value={dataset.name} />
        ))}
      </datalist>
      <p className="import-bar-said caption" aria-live="polite">
        {missing ? LACK_WORDS[missing] : (draft.preview.problem ?? "")}
      </p>
      <Button look="filled" type="submit" isDisabled={Boolean(missing) || !name.trim()}>
        {t`Import`}
      </Button>
    </form>
  );
}
