import { t } from "@lingui/core/macro";
import { KIND_NAMES, KINDS } from "../../editor/kinds";
import { setField } from "../../editor/ops";
import type { LaneView } from "../../editor/sheet";
import { TextField } from "../../ui/Field";
import { Select } from "../../ui/Select";
import { laneHues } from "./CellMenu";
import { useLibrary, useTools } from "./context";
import { Guidance } from "./PlaceFields";
import { choicesOf, LINE_WORDS } from "./words";

/** The fields of a lane. */
export function LaneFields({ lane }: { lane: LaneView }) {
  const tools = useTools();
  const { personas } = useLibrary();
  const {
    kind = "free",
    name = "",
    actor = "",
    hint = "",
    persona = "",
    line_below = "",
    colour,
  } = lane.lane;
  const set = (field: string, value: unknown, base?: unknown) =>
    tools.edit([setField(lane.id, field, value, base)]);
  return (
    <section className="panel-part">
      <TextField label={t`Name`} value={name} onChange={(value, base) => set("name", value, base)} />
      <Select
        label={t`Kind`}
        value={kind}
        options={KIND_NAMES.map((id) => ({ id, label: KINDS[id].name, hint: KINDS[id].hint }))}
        onChange={(id) => set("kind", id)}
      />
      <Select
        label={t`Whose`}
        value={persona}
        options={[
          { id: "", label: t`Nobody in particular` },
          ...Object.entries(personas).map(([id, { name: called }]) => ({ id, label: called })),
        ]}
        onChange={(id) => set("persona", id)}
      />
      <TextField label={t`Who acts`} value={actor} onChange={(value, base) => set("actor", value, base)} />
      <Select
        label={t`Line below`}
        value={line_below}
        options={choicesOf(LINE_WORDS, t`None`)}
        onChange={(id) => set("line_below", id)}
      />
      <Select
        label={t`Colour`}
        value={colour == null ? "" : String(colour)}
        options={[
          { id: "", label: t`Of its kind` },
          ...laneHues().map((label, id) => ({ id: String(id), label })),
        ]}
        onChange={(id) => set("colour", id === "" ? null : Number(id))}
      />
      <Guidance hint={hint} set={set} />
    </section>
  );
}
