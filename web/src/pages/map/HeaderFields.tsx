import { setField } from "../../editor/ops";
import { newId, put } from "../../model";
import type { DocumentSession } from "../../transport";
import { TextField } from "../../ui/Field";
import { Select } from "../../ui/Select";
import { useEditor, useLibrary, useTools } from "./context";
import { KIND_WORDS } from "./TopBar";

const STATUSES = [
  { id: "draft", label: "Draft" },
  { id: "in-review", label: "In review" },
  { id: "agreed", label: "Agreed" },
  { id: "archived", label: "Archived" },
];

/** The map itself: what it is about, and for whom. */
export function HeaderFields({ library }: { library: DocumentSession | null }) {
  const tools = useTools();
  const header = useEditor((state) => state.sheet.header);
  const { personas } = useLibrary();
  const set = (field: string, value: unknown, base?: unknown) =>
    tools.edit([setField("map", field, value, base)]);
  const text = (field: "scenario" | "customer_goal" | "expectations" | "business_goal", label: string) => (
    <TextField
      label={label}
      isLong
      value={header[field] ?? ""}
      onChange={(value, base) => set(field, value, base)}
    />
  );
  const chosen = header.personas ?? [];
  const [persona] = chosen;
  const found = persona ? personas[persona] : undefined;
  return (
    <>
      <section className="panel-part">
        <div className="field-pair">
          <Select
            label="Kind"
            value={header.kind ?? "current"}
            options={Object.entries(KIND_WORDS).map(([id, label]) => ({ id, label }))}
            onChange={(id) => set("kind", id)}
          />
          <Select
            label="Status"
            value={header.status ?? "draft"}
            options={STATUSES}
            onChange={(id) => set("status", id)}
          />
        </div>
        {text("scenario", "Scenario")}
        {text("customer_goal", "What the customer wants")}
        {text("expectations", "What the customer expects")}
        {text("business_goal", "What we want")}
      </section>
      <section className="panel-part">
        <header className="part-head">
          <h3>Persona</h3>
        </header>
        <Select
          label="Through whose eyes"
          value={persona ?? ""}
          options={[
            { id: "", label: "Nobody in particular" },
            ...Object.entries(personas).map(([id, { name, role }]) => ({
              id,
              label: name,
              hint: role ?? "",
            })),
            { id: "new", label: "New persona" },
          ]}
          onChange={(id) => set("personas", id === "new" ? newPersona(library, chosen) : id ? [id] : [])}
        />
        {persona && found && library ? (
          <>
            <TextField
              label="Name"
              value={found.name}
              onChange={(value, base) => value && library.edit([setField(persona, "name", value, base)])}
            />
            <TextField
              label="Who this is"
              value={found.role ?? ""}
              onChange={(value, base) => library.edit([setField(persona, "role", value, base)])}
            />
            <TextField
              label="Says"
              isLong
              value={found.quote ?? ""}
              onChange={(value, base) => library.edit([setField(persona, "quote", value, base)])}
            />
          </>
        ) : null}
      </section>
      <section className="panel-part">
        <div className="field-pair">
          <TextField
            label="Owner"
            value={header.owner ?? ""}
            onChange={(value, base) => set("owner", value, base)}
          />
          <TextField
            label="Team"
            value={header.team ?? ""}
            onChange={(value, base) => set("team", value, base)}
          />
        </div>
      </section>
    </>
  );
}

function newPersona(library: DocumentSession | null, before: readonly string[]): readonly string[] {
  if (!library) return before;
  const id = newId();
  library.edit([put(id, { type: "persona", name: "New persona" })]);
  return [id];
}
