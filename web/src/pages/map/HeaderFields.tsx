import { t } from "@lingui/core/macro";
import { setField } from "../../editor/ops";
import type { Header } from "../../generated";
import type { DocumentSession } from "../../transport";
import { NumberField, TextField } from "../../ui/Field";
import { Select } from "../../ui/Select";
import { useEditor, useLibrary, useTools } from "./context";
import { PersonaChoice } from "./PersonaChoice";
import { Related } from "./parts";
import { askedOf, choicesOf, KIND_HINTS, KIND_WORDS, STATUS_WORDS } from "./words";

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
      field={field}
      isLong
      value={header[field] ?? ""}
      onChange={(value, base) => set(field, value, base)}
    />
  );
  const asked = askedOf(header.kind);
  const chosen = header.personas ?? [];
  const [persona] = chosen.length === 1 ? chosen : [];
  const found = persona ? personas[persona] : undefined;
  return (
    <>
      <section className="panel-part">
        <div className="field-pair">
          <Select
            label={t`Kind`}
            value={header.kind ?? "current"}
            options={choicesOf(KIND_WORDS).map((one) => ({ ...one, hint: KIND_HINTS[one.id] ?? "" }))}
            onChange={(id) => set("kind", id)}
          />
          <Select
            label={t`Status`}
            value={header.status ?? "draft"}
            options={choicesOf(STATUS_WORDS)}
            onChange={(id) => set("status", id)}
          />
        </div>
        {text("scenario", t`Scenario`)}
        <div className="field-pair">
          <TextField
            label={t`Begins with`}
            field="scope_begin"
            value={header.scope_begin ?? ""}
            onChange={(value, base) => set("scope_begin", value, base)}
          />
          <TextField
            label={t`Ends with`}
            field="scope_end"
            value={header.scope_end ?? ""}
            onChange={(value, base) => set("scope_end", value, base)}
          />
        </div>
        {text("customer_goal", asked.wants)}
        {text("expectations", asked.expects)}
        {text("business_goal", t`What we want`)}
      </section>
      <section className="panel-part">
        <header className="part-head">
          <h3>{t`Through whose eyes`}</h3>
        </header>
        <div data-field="personas">
          <PersonaChoice library={library} />
        </div>
        {persona && found && library ? (
          <>
            <TextField
              label={t`Name`}
              value={found.name}
              onChange={(value, base) => value && library.edit([setField(persona, "name", value, base)])}
            />
            <TextField
              label={t`Who this is`}
              value={found.role ?? ""}
              onChange={(value, base) => library.edit([setField(persona, "role", value, base)])}
            />
            <TextField
              label={t`Says`}
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
            label={t`Owner`}
            field="owner"
            value={header.owner ?? ""}
            onChange={(value, base) => set("owner", value, base)}
          />
          <TextField
            label={t`Team`}
            value={header.team ?? ""}
            onChange={(value, base) => set("team", value, base)}
          />
        </div>
        <ReviewFields header={header} set={set} />
      </section>
      <Related />
    </>
  );
}

interface ReviewProps {
  header: Header;
  set: (field: string, value: unknown) => void;
}

/** When the map was last read with those who know, how often that is due, and what changed since. */
function ReviewFields({ header, set }: ReviewProps) {
  const day = (field: "reviewed" | "released", label: string) => (
    <label className="field" data-field={field}>
      <span className="field-label">{label}</span>
      <input
        className="input"
        type="date"
        value={header[field] ?? ""}
        onChange={({ target }) => set(field, target.value || null)}
      />
    </label>
  );
  return (
    <>
      <div className="field-pair">
        {day("reviewed", t`Reviewed on`)}
        <NumberField
          label={t`To review every … days`}
          value={header.review_interval_days ?? null}
          onChange={(days) => set("review_interval_days", days === null ? null : wholeDays(days))}
        />
      </div>
      {day("released", t`Last release that changed it`)}
    </>
  );
}

/** As the record takes it: whole days, up to ten years. */
function wholeDays(days: number): number {
  return Math.min(3650, Math.max(1, Math.round(days)));
}
