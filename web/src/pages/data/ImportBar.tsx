import { t } from "@lingui/core/macro";
import { useEffect } from "react";
import type { DatasetSummary } from "../../generated";
import { Button } from "../../ui/Button";
import { when } from "../../ui/format";
import { datasetOf } from "../asking";
import { useAsked } from "../useAsked";
import { Choice, Typed } from "./Choice";
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
        onChange={(text) => wizard.set({ name: text, replaces: "" })}
      />
      <datalist id="dataset-names">
        {datasets.map((dataset) => (
          <option key={dataset.id} value={dataset.name} />
        ))}
      </datalist>
      {here ? <Replaces dataset={here.id} chosen={now.replaces} /> : null}
      <p className="import-bar-said caption" aria-live="polite">
        {missing ? LACK_WORDS[missing] : draft.preview.missing || draft.preview.problem}
      </p>
      <Button
        look="filled"
        type="submit"
        isDisabled={Boolean(missing || draft.preview.missing) || !name.trim()}
      >
        {t`Import`}
      </Button>
    </form>
  );
}

/** Whether the file takes the place of an earlier one, such as last week's export of the same orders. */
function Replaces({ dataset, chosen }: { dataset: string; chosen: string }) {
  const { data } = useAsked(["dataset", dataset], () => datasetOf(dataset));
  const reports = data?.reports ?? [];
  if (reports.length === 0) return null;
  return (
    <Choice
      label={t`Beside or in place of`}
      value={chosen}
      options={[
        { id: "", label: t`Beside what is there` },
        ...[...reports].reverse().map(({ part, file, at }) => ({
          id: part,
          label: t`In place of ${file}, ${when(at)}`,
        })),
      ]}
      onChange={(replaces) => wizard.set({ replaces })}
    />
  );
}
