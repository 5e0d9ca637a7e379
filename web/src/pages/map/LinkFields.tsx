import { t } from "@lingui/core/macro";
import { Plus, Trash2 } from "lucide-react";
import { type Beyond, linksAt, unlinked } from "../../editor/links";
import { setField } from "../../editor/ops";
import type { StepLink } from "../../editor/sheet";
import { Button, IconButton } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { TextField } from "../../ui/Field";
import { useEditor, useTools } from "./context";
import { KindSelect } from "./LinkDialog";
import { LinkMark } from "./LinkMark";
import { beyondInWords, stepName } from "./linkWords";

/** The links of a step: where customers come from and go to, each to be changed or removed. */
export function LinkFields({ step }: { step: string }) {
  const tools = useTools();
  const sheet = useEditor((state) => state.sheet);
  const links = linksAt(sheet, step);
  return (
    <section className="panel-part">
      <header className="part-head">
        <h3>{t`Links`}</h3>
        {tools.isReadOnly ? null : (
          <Button size="small" onPress={() => tools.store.set({ dialog: "link" })}>
            <Plus size={14} /> {t`Link to a step`}
          </Button>
        )}
      </header>
      {links.length === 0 ? <p className="panel-hint">{t`None: customers go on to the next step.`}</p> : null}
      <ul className="link-rows">
        {links.map((beyond) => (
          <LinkRow key={beyond.found.id} found={beyond.found} name={nameFrom(beyond, sheet)} />
        ))}
      </ul>
    </section>
  );
}

function nameFrom(beyond: Beyond, sheet: Parameters<typeof stepName>[0]): string {
  return beyond.isOut ? beyondInWords(sheet, beyond) : t`from ${stepName(sheet, beyond.other)}`;
}

/** One link: what it means, when it is taken, and its end. */
function LinkRow({ found: { id, link }, name }: { found: StepLink; name: string }) {
  const tools = useTools();
  const { kind = "next", condition = "" } = link;
  const set = (field: string, value: unknown, base?: unknown) =>
    tools.edit([setField(id, field, value, base)]);
  const remove = ({ target }: { target: Element }) => {
    const rows = target.closest(".link-rows");
    tools.edit(unlinked(id));
    tools.removed(t`The link is removed`);
    setTimeout(() => focusBeside(rows));
  };
  return (
    <li className="link-row">
      <LinkMark kind={kind} />
      <span className="link-row-name" dir="auto">
        {name}
      </span>
      <IconButton label={t`Remove the link: ${name}`} onPress={remove} isDisabled={tools.isReadOnly}>
        <Trash2 size={14} />
      </IconButton>
      <KindSelect isLabelHidden kind={kind} onChange={(wanted) => set("kind", wanted)} />
      {kind === "branch" ? (
        <TextField
          label={t`When`}
          value={condition}
          onChange={(value, base) => set("condition", value, base)}
        />
      ) : null}
    </li>
  );
}

/** The row that had the focus is gone: its neighbour takes it, or what stands around the list. */
function focusBeside(rows: Element | null): void {
  const around = rows?.closest("section, [role=dialog]");
  const next = rows?.querySelector<HTMLElement>(".select");
  (next ?? around?.querySelector<HTMLElement>("button"))?.focus();
}

/** All links of the map in one list. */
export function LinkList() {
  const tools = useTools();
  const isOpen = useEditor((state) => state.dialog === "links");
  const sheet = useEditor((state) => state.sheet);
  const nameOf = (found: StepLink) => {
    const { source, target } = found.link;
    return `${stepName(sheet, source)} · ${beyondInWords(sheet, { found, other: target, isOut: true })}`;
  };
  return (
    <Dialog title={t`Links between steps`} isOpen={isOpen} onClose={() => tools.store.set({ dialog: "" })}>
      <div className="link-form">
        {sheet.links.length === 0 ? (
          <p>{t`There are none yet. Go to a step and choose “Link to another step” from its menu.`}</p>
        ) : null}
        <fieldset className="panel-fields" disabled={tools.isReadOnly}>
          <legend className="only-read">{t`Links`}</legend>
          <ul className="link-rows">
            {sheet.links.map((found) => (
              <LinkRow key={found.id} found={found} name={nameOf(found)} />
            ))}
          </ul>
        </fieldset>
      </div>
    </Dialog>
  );
}
