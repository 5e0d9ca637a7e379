import { plural, t } from "@lingui/core/macro";
import { Copy, Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Link } from "react-router";
import { withoutRule, withRule } from "../../editor/binding";
import type { Binding, TakenByRule } from "../../generated";
import { set } from "../../model";
import { Button, IconButton } from "../../ui/Button";
import { inUnit, plain } from "../../ui/format";
import { RuleLimits } from "../RuleLimits";
import { countedInWords } from "./Coverage";
import { useDesk } from "./context";
import { Fact } from "./EventsPanel";
import { PanelHead } from "./PanelHead";
import { RuleForm } from "./RuleForm";

interface PanelProps {
  id: string;
  onTouchpoint: (id: string) => void;
  onClose: () => void;
}

const EMPTY: Binding = { events: [], channels: [], where: [] };

/** One touchpoint: what each of its rules matches in this dataset, and which others take the same events. */
export function TouchpointPanel({ id, onTouchpoint, onClose }: PanelProps) {
  const { found, touchpoints, edit, isReadOnly } = useDesk();
  const [editing, setEditing] = useState<number | null>(null);
  const touchpoint = touchpoints.get(id);
  if (!touchpoint) return <PanelHead kind={t`Touchpoint`} name={t`It is gone`} onClose={onClose} />;
  const { name, bindings: rules = [] } = touchpoint;
  const taken = found.touchpoints.find((one) => one.id === id);
  const all = found.totals.all.events;
  const save = (next: readonly Binding[], said: string) => {
    edit([set(id, "bindings", next)], said);
    setEditing(null);
  };
  const form = (at: number, rule: Binding) => (
    <RuleForm
      touchpoint={id}
      rule={rule}
      onSave={(changed) => save(withRule(rules, at, changed), t`Saved the rule of “${name}”.`)}
      onCancel={() => setEditing(null)}
    />
  );
  return (
    <>
      <PanelHead kind={t`Touchpoint`} name={name} onClose={onClose} />
      <dl className="facts numbers bind-facts">
        <Fact name={found.counted === "events" ? t`Events` : t`Answers`} value={plain(taken?.events ?? 0)} />
        <Fact name={t`Share`} value={inUnit(all > 0 ? (taken?.events ?? 0) / all : 0, "share")} />
      </dl>
      <section className="shelf-section">
        <h3 className="shelf-head">{t`Rules`}</h3>
        {rules.length === 0 && editing === null ? (
          <p className="shelf-hint">{t`None yet: no event is this touchpoint. Tie events from the list, or write a rule.`}</p>
        ) : null}
        <ul className="bind-rules">
          {rules.map((rule, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name but its place
            <li key={at} className="bind-rule">
              {editing === at ? (
                form(at, rule)
              ) : (
                <Rule
                  rule={rule}
                  taken={taken?.rules[at]}
                  isReadOnly={isReadOnly}
                  onEdit={() => setEditing(at)}
                  onRemove={() => save(withoutRule(rules, at), t`Removed a rule of “${name}”.`)}
                />
              )}
            </li>
          ))}
          {editing === rules.length ? <li className="bind-rule">{form(rules.length, EMPTY)}</li> : null}
        </ul>
        {editing === null ? (
          <span>
            <Button
              look="edged"
              size="small"
              isDisabled={isReadOnly}
              onPress={() => setEditing(rules.length)}
            >
              <Plus size={13} aria-hidden /> {t`Add a rule`}
            </Button>
          </span>
        ) : null}
      </section>
      {taken && taken.overlaps.length > 0 ? (
        <section className="shelf-section">
          <h3 className="shelf-head">{t`Takes the same events`}</h3>
          <ul className="bind-taken">
            {taken.overlaps.map(({ touchpoint: other, events }) => (
              <li key={other}>
                <Copy size={13} aria-hidden />
                <button type="button" className="link" dir="auto" onClick={() => onTouchpoint(other)}>
                  {touchpoints.get(other)?.name ?? other}
                </button>
                <span className="caption numbers">
                  {plain(events)} {countedInWords(found.counted, events)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Link to={`/library/touchpoints/${id}`} className="link">{t`Open in the library`}</Link>
    </>
  );
}

interface RuleProps {
  rule: Binding;
  taken: TakenByRule | undefined;
  isReadOnly: boolean;
  onEdit: () => void;
  onRemove: () => void;
}

function Rule({ rule, taken, isReadOnly, onEdit, onRemove }: RuleProps) {
  const { found } = useDesk();
  return (
    <>
      <span className="bind-rule-acts">
        <IconButton label={t`Edit the rule`} isDisabled={isReadOnly} onPress={onEdit}>
          <Pencil size={14} />
        </IconButton>
        <IconButton label={t`Remove the rule`} isDisabled={isReadOnly} onPress={onRemove}>
          <Trash2 size={14} />
        </IconButton>
      </span>
      <span className="bind-tokens">
        {rule.events.map((event) => (
          <code key={event} dir="auto">
            {event}
          </code>
        ))}
      </span>
      <RuleLimits rule={rule} />
      {taken ? (
        <span className="caption numbers">
          {taken.names === 0
            ? t`matches nothing in this dataset`
            : [
                `${plain(taken.events)} ${countedInWords(found.counted, taken.events)}`,
                plural(taken.names, { one: "# name", other: "# names" }),
              ].join(", ")}
        </span>
      ) : null}
    </>
  );
}
