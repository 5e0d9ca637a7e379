import { t } from "@lingui/core/macro";
import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import type { Mapping } from "../../generated";
import { Button, IconButton } from "../../ui/Button";
import { Choice, Typed } from "./Choice";
import { change } from "./doing";
import { listed, listOf } from "./lists";
import { columnsOf, type Draft } from "./wizard";

type LeftOut = NonNullable<Mapping["leave_out_rows"]>[number];

/** Rows that nobody wants, such as tests and previews: by what one of their columns says. */
export function RowsPart({ draft }: { draft: Draft }) {
  const { mapping } = draft;
  const rules = mapping.leave_out_rows ?? [];
  const set = (leave_out_rows: LeftOut[]) => change({ ...mapping, leave_out_rows });
  return (
    <section className="part" aria-label={t`Rows that are left out`}>
      <h2 className="part-title">{t`Rows that are left out`}</h2>
      {rules.length > 0 ? (
        <ul className="joins">
          {rules.map((rule, place) => (
            <li key={rule.column} className="left-out">
              <OneRule rule={rule} onChange={(changed) => set(rules.with(place, changed))} />
              <IconButton label={t`Keep these rows`} onPress={() => set(rules.filter((one) => one !== rule))}>
                <Trash2 size={14} />
              </IconButton>
            </li>
          ))}
        </ul>
      ) : null}
      <NewRule draft={draft} rules={rules} onAdd={(rule) => set([...rules, rule])} />
    </section>
  );
}

function OneRule({ rule, onChange }: { rule: LeftOut; onChange: (rule: LeftOut) => void }) {
  const [text, setText] = useState(listed(rule.values));
  const type = (typed: string) => {
    setText(typed);
    const values = listOf(typed);
    if (values.length > 0) onChange({ ...rule, values });
  };
  return <Typed label={t`where ${rule.column} says`} value={text} onChange={type} />;
}

interface NewRuleProps {
  draft: Draft;
  rules: readonly LeftOut[];
  onAdd: (rule: LeftOut) => void;
}

/** A column and what it says; the rule counts once something is typed. */
function NewRule({ draft, rules, onAdd }: NewRuleProps) {
  const columns = columnsOf(draft).filter((name) => !rules.some(({ column }) => column === name));
  const [column, setColumn] = useState("");
  const [text, setText] = useState("");
  const values = listOf(text);
  const chosen = column || (columns[0] ?? "");
  const add = () => {
    onAdd({ column: chosen, values });
    setText("");
  };
  if (columns.length === 0) return null;
  return (
    <div className="left-out">
      <Choice
        label={t`Leave out rows in which`}
        value={chosen}
        options={columns.map((name) => ({ id: name, label: name }))}
        onChange={setColumn}
      />
      <Typed label={t`says`} value={text} placeholder={t`test; preview`} onChange={setText} />
      <Button size="small" look="edged" isDisabled={values.length === 0} onPress={add}>
        <Plus size={14} /> {t`Leave out`}
      </Button>
    </div>
  );
}
