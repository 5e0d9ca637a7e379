import { t } from "@lingui/core/macro";
import { Lightbulb, Plus } from "lucide-react";
import { type FormEvent, useState } from "react";
import { howMightWe } from "../../../editor/howMightWe";
import { KINDS } from "../../../editor/kinds";
import { plainText } from "../../../editor/markdown";
import { shelve } from "../../../editor/shelf";
import {
  cardFor,
  carriedOver,
  helpedBy,
  isItself,
  mayName,
  naming,
  takenOver,
} from "../../../editor/takingUp";
import { type Thing, thingAt } from "../../../editor/things";
import { inOrder } from "../../../model";
import type { DocumentSession } from "../../../transport";
import { Button } from "../../../ui/Button";
import { Dialog } from "../../../ui/Dialog";
import { Select } from "../../../ui/Select";
import { type Tools, useEditor, useLibrary, useTools } from "../context";
import { Picker } from "../Picker";
import { PROGRESS_WORDS } from "../words";
import { type Reason, useReasons } from "./reasons";

/** What an opportunity is made of, or tied to. */
export type About = Extract<Thing, { kind: "card" }> | Extract<Thing, { kind: "step" }>;

interface DialogProps {
  library: DocumentSession | null;
}

/** Makes an opportunity of what is in focus, or ties it to one that there is. */
export function OpportunityDialog({ library }: DialogProps) {
  const tools = useTools();
  const dialog = useEditor((state) => state.dialog);
  const isOpen = dialog === "opportunity" || dialog === "tie";
  const { sheet, at } = tools.store.getSnapshot();
  const thing = isOpen ? thingAt(sheet, at) : null;
  const about = asked(thing);
  const close = () => tools.store.set({ dialog: "" });
  const isTying = dialog === "tie";
  return (
    <Dialog
      title={isTying ? t`Link to an opportunity` : t`Make an opportunity`}
      isOpen={isOpen}
      onClose={close}
    >
      {about && library ? (
        <Body key={dialog} about={about} library={library} isTying={isTying} onClose={close} />
      ) : (
        <p className="dialog-text">
          {t`Go to a pain point, a barrier, an emotion, an opportunity or a step first: that is what it is made of.`}
        </p>
      )}
    </Dialog>
  );
}

function asked(thing: Thing | null): About | null {
  if (thing?.kind === "card") return mayName(thing.lane) ? thing : null;
  return thing?.kind === "step" && thing.column.step ? thing : null;
}

interface BodyProps {
  about: About;
  library: DocumentSession;
  isTying: boolean;
  onClose: () => void;
}

function Body({ isTying, ...props }: BodyProps) {
  return isTying ? <Tying {...props} /> : <Making {...props} />;
}

type FormProps = Omit<BodyProps, "isTying">;

/** A new opportunity: its name and its question are proposals, its cause and evidence come along. */
function Making({ about, library, onClose }: FormProps) {
  const tools = useTools();
  const { personas } = useLibrary();
  const { sheet } = tools.store.getSnapshot();
  const reasons = useReasons(about);
  const [chosen, setChosen] = useState("");
  const reason = reasons.find(({ id }) => id === chosen) ?? reasons[0];
  const [typed, setTyped] = useState<{ name?: string; question?: string }>({});
  const proposed = reason?.name ?? wordsOf(about);
  const name = typed.name ?? proposed;
  const { language, personas: seen = [] } = sheet.header;
  const question = typed.question ?? howMightWe(proposed, language, personas[seen[0] ?? ""]?.name);
  const make = (event: FormEvent) => {
    event.preventDefault();
    if (!name.trim()) return;
    onClose();
    makeOf({ about, library, tools, reason, name: name.trim(), question: question.trim() });
  };
  return (
    <form className="link-form" onSubmit={make}>
      {reasons.length > 1 ? (
        <Select
          label={t`Because`}
          value={reason?.id ?? ""}
          options={reasons.map(({ id, label }) => ({ id, label }))}
          onChange={setChosen}
        />
      ) : null}
      <Line
        label={t`What to improve`}
        value={name}
        isFirst
        onChange={(text) => setTyped({ ...typed, name: text })}
      />
      <Line
        label={t`The question that opens it up`}
        value={question}
        onChange={(text) => setTyped({ ...typed, question: text })}
      />
      <p className="caption">{whatComesAlong(about, reason)}</p>
      <footer className="dialog-foot">
        <Button look="edged" onPress={onClose}>
          {t`Cancel`}
        </Button>
        <Button look="filled" type="submit" isDisabled={!name.trim()}>
          <Plus size={14} /> {t`Make`}
        </Button>
      </footer>
    </form>
  );
}

interface LineProps {
  label: string;
  value: string;
  isFirst?: boolean;
  onChange: (text: string) => void;
}

function Line({ label, value, isFirst = false, onChange }: LineProps) {
  return (
    <label className="field">
      <span className="field-label">{label}</span>
      <input
        className="input"
        dir="auto"
        maxLength={500}
        // biome-ignore lint/a11y/noAutofocus: the field is what the dialog is for
        autoFocus={isFirst}
        value={value}
        onFocus={({ target }) => (isFirst ? target.select() : undefined)}
        onChange={({ target }) => onChange(target.value)}
      />
    </label>
  );
}

/** Ties what is in focus to an opportunity that there is, also one of other maps. */
function Tying({ about, library, onClose }: FormProps) {
  const tools = useTools();
  const all = [...inOrder(library.getSnapshot().records, "opportunity")];
  const tie = (id: string) => {
    onClose();
    const name = all.find(([one]) => one === id)?.[1].name ?? "";
    tools.edit(opsFor(tools, about, id, name));
    tools.tell(t`Linked to “${name}”`, { label: t`Undo`, act: tools.undo });
  };
  return (
    <Picker
      label={t`Opportunity`}
      list={t`Opportunities`}
      placeholder={t`Search the opportunities`}
      nothing={t`No opportunity is called so. “Make an opportunity” makes one.`}
      items={all.map(([id, { name, status }]) => ({
        id,
        label: name,
        hint: PROGRESS_WORDS[status || "open"],
        icon: <Lightbulb size={14} />,
      }))}
      onPick={tie}
    />
  );
}

/** What a card says, or what a step is called. */
function wordsOf(about: About): string {
  return about.kind === "card" ? plainText(about.found.card.text ?? "") : (about.column.step?.name ?? "");
}

function whatComesAlong(about: About, reason: Reason | undefined): string {
  if (about.kind === "card" && isItself(about.lane))
    return t`Its worth, effort, owner, teams, status and due day move into the record; the card keeps its words.`;
  const count = carriedOver(about.kind === "card" ? about.found.card : null, reason?.evidence ?? null).length;
  return count > 0 ? t`Its evidence comes along.` : t`It cites nothing yet, so the opportunity is assumed.`;
}

interface Making {
  about: About;
  library: DocumentSession;
  tools: Tools;
  reason: Reason | undefined;
  name: string;
  question: string;
}

function makeOf({ about, library, tools, reason, name, question }: Making): void {
  const card = about.kind === "card" ? about.found.card : null;
  const evidence = carriedOver(card, reason?.evidence ?? null);
  const own = about.kind === "card" && isItself(about.lane) && card ? takenOver(card) : {};
  const made = shelve(library.getSnapshot().records, "opportunity", {
    ...helpedBy(evidence),
    ...own,
    name,
    ...(reason?.cause ? { cause: reason.cause } : {}),
    ...(question ? { how_might_we: question } : {}),
    ...(evidence.length > 0 ? { evidence } : {}),
  });
  library.edit(made.ops);
  tools.edit(opsFor(tools, about, made.id, name));
  const undo = () => {
    tools.undo();
    library.undo();
  };
  tools.tell(t`“${name}” is an opportunity now`, { label: t`Undo`, act: undo });
}

/** The map names the opportunity: at the card itself, or on a new card for an emotion or a step. */
function opsFor(tools: Tools, about: About, id: string, name: string) {
  const { sheet } = tools.store.getSnapshot();
  if (about.kind === "step") return cardFor(sheet, about.column.id, id, name);
  const { found, lane } = about;
  const isFace = KINDS[lane.lane.kind ?? "free"].shape === "emotion";
  return isFace ? cardFor(sheet, found.card.step ?? "", id, name) : naming(found, lane, id);
}
