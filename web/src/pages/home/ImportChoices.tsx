import { t } from "@lingui/core/macro";
import type { MapSummary, Understood } from "../../generated";
import { Select } from "../../ui/Select";

/** What a person may set right about a file; "" leaves it to the file. */
export interface Choice {
  format: string;
  /** The map that becomes what the file says; "" for a new one. */
  over: string;
}

export const NO_CHOICE: Choice = { format: "", over: "" };

interface ImportChoicesProps {
  choice: Choice;
  seen: Understood | null;
  maps: readonly MapSummary[];
  onChoose: (choice: Choice) => void;
}

/** What a file is read as, and whether it becomes a new map or changes one. */
export function ImportChoices({ choice, seen, maps, onChoose }: ImportChoicesProps) {
  const names = formatNames();
  const found = seen ? names[seen.format] : undefined;
  const formats = Object.entries(names).map(([id, label]) => ({ id, label }));
  const first = maps.filter((map) => map.id === seen?.origin);
  const others = maps.filter((map) => map.id !== seen?.origin);
  return (
    <div className="import-choices">
      <Select
        label={t`Read it as`}
        value={choice.format}
        options={[{ id: "", label: choice.format || !found ? t`What it seems to be` : found }, ...formats]}
        onChange={(format) => onChoose({ format, over: "" })}
      />
      {seen?.is_whole && maps.length > 0 ? (
        <Select
          label={t`What it becomes`}
          value={choice.over}
          options={[
            { id: "", label: t`A new map` },
            ...first.map((map) => ({ ...optionOf(map), hint: t`The file was exported from it` })),
            ...others.map(optionOf),
          ]}
          onChange={(over) => onChoose({ ...choice, over })}
        />
      ) : null}
    </div>
  );
}

function optionOf(map: MapSummary) {
  return { id: map.id, label: map.title || t`Untitled map` };
}

/** The formats that a map may come in, by the names that the server has for them. */
function formatNames(): Record<string, string> {
  return {
    footfall: t`Map as text`,
    mermaid: t`Mermaid`,
    markdown: t`Markdown`,
    xlsx: t`Excel`,
    csv: "CSV",
    json: "JSON",
    ojf: t`OpenJourney`,
    cjml: "CJML",
  };
}
