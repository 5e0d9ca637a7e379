import { t } from "@lingui/core/macro";
import { type FormEvent, useState } from "react";
import { stepOf } from "../../editor/linking";
import { LINK_KINDS, type LinkKind, likelyKind, linked } from "../../editor/links";
import type { Column, Sheet } from "../../editor/sheet";
import { thingAt } from "../../editor/things";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Select } from "../../ui/Select";
import { useEditor, useTools } from "./context";
import { LinkMark } from "./LinkMark";
import { LINK_HINTS, LINK_WORDS, stepName } from "./linkWords";
import { Picker } from "./Picker";

/** Links the step at the focus to another one: which, and how. */
export function LinkDialog() {
  const tools = useTools();
  const isOpen = useEditor((state) => state.dialog === "link");
  const { sheet, at } = tools.store.getSnapshot();
  const source = isOpen ? stepOf(tools, thingAt(sheet, at)) : null;
  const close = () => tools.store.set({ dialog: "" });
  const name = source?.step?.name || t`this step`;
  return (
    <Dialog title={t`Link “${name}” to another step`} isOpen={source !== null} onClose={close}>
      {source ? <LinkForm source={source.id} sheet={sheet} onClose={close} /> : null}
    </Dialog>
  );
}

interface FormProps {
  source: string;
  sheet: Sheet;
  onClose: () => void;
}

function LinkForm({ source, sheet, onClose }: FormProps) {
  const tools = useTools();
  const steps = sheet.steps.filter(({ step }) => step);
  const [target, setTarget] = useState(steps.find(({ id }) => id !== source)?.id ?? source);
  const [chosen, setKind] = useState<LinkKind | null>(null);
  const [condition, setCondition] = useState("");
  const kind = chosen ?? likelyKind(sheet, source, target);
  const link = (to: string) => {
    onClose();
    if (!to) return;
    const meant = chosen ?? likelyKind(sheet, source, to);
    tools.edit(linked(sheet, source, to, meant, meant === "branch" ? condition.trim() : "").ops);
    tools.tell(t`Linked to ${stepName(sheet, to)}`, { label: t`Undo`, act: tools.undo });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    link(target);
  };
  return (
    <form className="link-form" onSubmit={submit}>
      <Picker
        label={t`Step`}
        list={t`Steps`}
        placeholder={t`Search the steps`}
        nothing={t`No step is called so.`}
        items={placesFrom(sheet, source, steps)}
        onActive={setTarget}
        onPick={link}
        isPickedByPress={false}
      />
      <KindSelect kind={kind} onChange={setKind} />
      {kind === "branch" ? <Condition value={condition} onChange={setCondition} /> : null}
      <footer className="dialog-foot">
        <Button look="edged" onPress={onClose}>
          {t`Cancel`}
        </Button>
        <Button look="filled" type="submit" isDisabled={!target}>
          {t`Link`}
        </Button>
      </footer>
    </form>
  );
}

/** The steps to link to, the others first and the step itself last. */
function placesFrom({ spans }: Sheet, source: string, steps: readonly Column[]) {
  const stageOf = (id: string) => spans.find((span) => span.id === id)?.stage.name || t`Unnamed stage`;
  const others = steps.filter(({ id }) => id !== source);
  const self = steps.filter(({ id }) => id === source);
  return [...others, ...self].map(({ id, step, stage }) => ({
    id,
    label: step?.name || t`Unnamed step`,
    hint: id === source ? t`this step itself` : stageOf(stage),
  }));
}

interface KindProps {
  kind: LinkKind;
  onChange: (kind: LinkKind) => void;
  isLabelHidden?: boolean;
}

export function KindSelect({ kind, onChange, isLabelHidden = false }: KindProps) {
  return (
    <Select
      label={t`Kind of link`}
      isLabelHidden={isLabelHidden}
      value={kind}
      options={LINK_KINDS.map((id) => ({
        id,
        label: LINK_WORDS[id],
        hint: LINK_HINTS[id],
        icon: <LinkMark kind={id} />,
      }))}
      onChange={(id) => onChange(LINK_KINDS.find((one) => one === id) ?? "next")}
    />
  );
}

function Condition({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  return (
    <label className="field">
      <span className="field-label">{t`When`}</span>
      <input
        className="input"
        dir="auto"
        maxLength={200}
        placeholder={t`such as: it is late`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
