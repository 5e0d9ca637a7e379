import { t } from "@lingui/core/macro";
import type { Narrowing } from "../../editor/opportunities";
import { Select } from "../../ui/Select";
import { useShelf, useShelved } from "../library/context";
import { SearchField } from "../library/SearchField";
import { choicesOf, PROGRESS_WORDS } from "../map/words";

interface NarrowProps {
  narrowing: Narrowing;
  onChange: (narrowing: Narrowing) => void;
  found: number;
}

/** Which opportunities are looked at: by words, status, team and map. */
export function Narrow({ narrowing, onChange, found }: NarrowProps) {
  const teams = useShelved("team");
  const narrow = (change: Partial<Narrowing>) => onChange({ ...narrowing, ...change });
  return (
    <div className="shelf-tools">
      <SearchField value={narrowing.words} onChange={(words) => narrow({ words })} found={found} />
      <Select
        label={t`Status`}
        isLabelHidden
        value={narrowing.status}
        options={choicesOf(PROGRESS_WORDS, t`Any status`)}
        onChange={(status) => narrow({ status })}
      />
      <Select
        label={t`Team`}
        isLabelHidden
        value={narrowing.team}
        options={[
          { id: "", label: t`Any team` },
          ...[...teams].map(([id, { name }]) => ({ id, label: name })),
        ]}
        onChange={(team) => narrow({ team })}
      />
      <Select
        label={t`Map`}
        isLabelHidden
        value={narrowing.map}
        options={[{ id: "", label: t`Any map` }, ...useMaps()]}
        onChange={(map) => narrow({ map })}
      />
    </div>
  );
}

/** The maps in which opportunities stand. */
function useMaps() {
  const shelf = useShelf();
  const opportunities = useShelved("opportunity");
  const uses = [...opportunities.keys()].flatMap((id) => shelf.usesOf(id));
  return [...new Map(uses.map(({ map, title }) => [map, title]))].map(([id, label]) => ({ id, label }));
}
