import { i18n } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { setField } from "../../editor/ops";
import { spoken } from "../../editor/spoken";
import type { Explained, Rule } from "../../generated";
import { put } from "../../model";
import { ask, listChecks } from "../../transport";
import { Select } from "../../ui/Select";
import { Problem } from "../Problem";
import { useAsked } from "../useAsked";
import { useShelf, useShelved } from "./context";
import { ShelfFrame } from "./ShelfFrame";
import { TextList } from "./TextList";
import "./rules.css";

const LEVELS = spoken({ off: msg`Off`, note: msg`Note`, warning: msg`Warning`, error: msg`Error` });
const COMES = spoken({
  off: msg`As it comes: off`,
  note: msg`As it comes: note`,
  warning: msg`As it comes: warning`,
  error: msg`As it comes: error`,
});

/** How seriously this workspace takes each check of its maps. */
export function RulesPage() {
  const language = i18n.locale;
  const { data, error } = useAsked(["checks", language], () => ask(listChecks({ query: { language } })));
  return (
    <ShelfFrame title={t`Rules`}>
      <p className="rules-lead">
        {t`Maps are checked in the editor, in a terminal and in CI by the same rules. Say here how seriously this workspace takes each.`}
      </p>
      {error ? <Problem error={error} /> : null}
      <ul className="rules" aria-busy={!data && !error}>
        {(data ?? []).map((check) => (
          <OneRule key={check.code} check={check} />
        ))}
      </ul>
    </ShelfFrame>
  );
}

function OneRule({ check }: { check: Explained }) {
  const shelf = useShelf();
  const rule = useShelved("rule").get(check.code);
  const set = (field: "level" | "words", value: unknown) => {
    const made = { type: "rule", [field]: value } as Rule;
    shelf.edit([rule ? setField(check.code, field, value) : put(check.code, made)]);
  };
  const options = [
    { id: "", label: COMES[check.level] },
    ...(["off", "note", "warning", "error"] as const).map((id) => ({ id, label: LEVELS[id] })),
  ];
  return (
    <li className="rule">
      <div>
        <h2>{check.meaning}</h2>
        <p className="caption">
          {check.reason} {check.fix}
        </p>
        {check.takes_words ? (
          <section className="rule-words">
            <h3 className="field-label">{t`The company's names`}</h3>
            <TextList
              label={t`The company's names`}
              one={t`a name`}
              look="chips"
              texts={rule?.words ?? []}
              onChange={(words) => set("words", words)}
            />
          </section>
        ) : null}
      </div>
      <fieldset disabled={shelf.isReadOnly}>
        <Select
          label={t`Level of: ${check.meaning}`}
          isLabelHidden
          value={rule?.level ?? ""}
          options={options}
          onChange={(level) => set("level", level)}
        />
      </fieldset>
    </li>
  );
}
