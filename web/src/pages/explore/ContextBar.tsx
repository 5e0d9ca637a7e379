import { t } from "@lingui/core/macro";
import { Database, LayoutGrid } from "lucide-react";
import { useNavigate } from "react-router";
import type { DatasetSummary } from "../../generated";
import { ask, listMaps } from "../../transport";
import { Button } from "../../ui/Button";
import { Select } from "../../ui/Select";
import { useAsked } from "../useAsked";
import type { By } from "./address";
import { analysisFor } from "./asking";
import { useDesk } from "./desk";
import { Filters } from "./Filters";
import { BY_WORDS, GROUPS, groupOf, KIND_WORDS, SHAPES } from "./kinds";
import { useAnalysis } from "./useAnalysis";

/** What is looked at: which data, seen as what, which part of it, in the columns of which map. */
export function ContextBar({ datasets }: { datasets: readonly DatasetSummary[] }) {
  const { dataset, looking, look } = useDesk();
  const go = useNavigate();
  const { data } = useAnalysis(dataset, analysisFor(looking));
  const shape = SHAPES[looking.kind];
  return (
    <div className="explore-context">
      <Kinds />
      <Select
        label={t`Dataset`}
        isLabelHidden
        icon={<Database size={14} aria-hidden />}
        value={dataset}
        options={datasets.map(({ id, name }) => ({ id, label: name }))}
        onChange={(id) => go(`/explore/${id}`)}
      />
      {shape?.hasBy ? (
        <Select
          label={t`Seen as`}
          isLabelHidden
          value={looking.by}
          options={(["touchpoint", "event", "channel"] as const).map((id) => ({ id, label: BY_WORDS[id] }))}
          onChange={(by) => look({ by: by as By })}
        />
      ) : null}
      {looking.kind === "flow" ? <MapChoice /> : null}
      <Filters left={data?.customers} />
    </div>
  );
}

/** The pictures of the group that one is in. */
function Kinds() {
  const { looking, look } = useDesk();
  const { kinds = [] } = GROUPS.find(({ id }) => id === groupOf(looking.kind)) ?? {};
  if (kinds.length < 2) return null;
  return (
    <fieldset className="explore-kinds">
      <legend className="only-read">{t`Picture`}</legend>
      {kinds.map((kind) => (
        <Button key={kind} size="small" aria-pressed={kind === looking.kind} onPress={() => look({ kind })}>
          {KIND_WORDS[kind]}
        </Button>
      ))}
    </fieldset>
  );
}

/** The map whose stages are the columns; only where events are seen as touchpoints, which its steps are. */
function MapChoice() {
  const { looking, look } = useDesk();
  const { data: maps = [] } = useAsked(["maps"], () => ask(listMaps()));
  if (looking.by !== "touchpoint" || maps.length === 0) return null;
  return (
    <Select
      label={t`Stages from`}
      isLabelHidden
      icon={<LayoutGrid size={14} aria-hidden />}
      value={looking.map}
      options={[
        { id: "", label: t`No map` },
        ...maps.map(({ id, title }) => ({ id, label: title, hint: t`its stages as columns` })),
      ]}
      onChange={(map) => look({ map })}
    />
  );
}
