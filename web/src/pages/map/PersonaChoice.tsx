import { t } from "@lingui/core/macro";
import { Plus, StickyNote, X } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { Link } from "react-router";
import { run } from "../../editor/commands";
import { bare } from "../../editor/search";
import { newId, put, set } from "../../model";
import type { DocumentSession } from "../../transport";
import { Button, IconButton } from "../../ui/Button";
import { Avatar } from "../../ui/Marks";
import { useEditor, useLibrary, useTools } from "./context";
import "./persona-choice.css";

/** Through whose eyes the journey is seen: personas of the library, more of them, or a new one by its name. */
export function PersonaChoice({ library }: { library: DocumentSession | null }) {
  const tools = useTools();
  const { personas } = useLibrary();
  const chosen = useEditor((state) => state.sheet.header.personas) ?? NOBODY;
  const write = (ids: string[]) => tools.edit([set("map", "personas", ids)]);
  const add = (id: string) => write([...chosen, id]);
  const create = (name: string) => {
    if (!library) return;
    const id = newId();
    library.edit([put(id, { type: "persona", name })]);
    add(id);
  };
  const known = chosen.filter((id) => personas[id]);
  return (
    <div className="persona-choice">
      {known.length === 0 ? <p className="panel-hint">{t`Nobody in particular yet.`}</p> : null}
      <ul>
        {known.map((id) => (
          <Chosen key={id} id={id} onRemove={() => write(chosen.filter((one) => one !== id))} />
        ))}
      </ul>
      <AddPersona taken={chosen} onAdd={add} onCreate={create} isDisabled={!library || tools.isReadOnly} />
      {Object.keys(personas).length > 0 ? (
        <span>
          <Button size="small" onPress={() => run("notes", tools)}>
            <StickyNote size={13} /> {t`Notes of the persona`}
          </Button>
        </span>
      ) : null}
    </div>
  );
}

const NOBODY: readonly string[] = [];

function Chosen({ id, onRemove }: { id: string; onRemove: () => void }) {
  const persona = useLibrary().personas[id];
  if (!persona) return null;
  const { name, role } = persona;
  return (
    <li>
      <span aria-hidden>
        <Avatar name={name} size={28} />
      </span>
      <span className="persona-choice-words">
        <Link to={`/library/personas/${id}`} dir="auto">
          {name}
        </Link>
        <span className="caption" dir="auto">
          {role}
        </span>
      </span>
      <IconButton label={t`Take ${name} off this map`} onPress={onRemove}>
        <X size={14} />
      </IconButton>
    </li>
  );
}

interface AddProps {
  taken: readonly string[];
  onAdd: (id: string) => void;
  onCreate: (name: string) => void;
  isDisabled: boolean;
}

interface Offer {
  id: string;
  name: string;
  hint: string;
}

const NEW = "new";

function AddPersona({ taken, onAdd, onCreate, isDisabled }: AddProps) {
  const { personas } = useLibrary();
  const [typed, setTyped] = useState("");
  const name = typed.trim();
  const found: Offer[] = Object.entries(personas)
    .filter(([id, persona]) => !taken.includes(id) && bare(persona.name).includes(bare(name)))
    .map(([id, persona]) => ({ id, name: persona.name, hint: persona.role ?? "" }));
  const isKnown = Object.values(personas).some((persona) => bare(persona.name) === bare(name));
  const offers = name && !isKnown ? [...found, { id: NEW, name: t`New persona “${name}”`, hint: "" }] : found;
  const choose = (id: unknown) => {
    if (id === null) return;
    if (id === NEW) onCreate(name);
    else onAdd(String(id));
    setTyped("");
  };
  /** Enter on a name takes it as it stands, also where no line of the list is chosen yet. */
  const take = (event: KeyboardEvent<HTMLInputElement>) => {
    const isPointing = event.currentTarget.hasAttribute("aria-activedescendant");
    if (event.key !== "Enter" || isPointing || !name) return;
    const same = found.find((offer) => bare(offer.name) === bare(name));
    if (same || !isKnown) choose(same?.id ?? NEW);
  };
  return (
    <ComboBox
      className="field"
      items={offers}
      inputValue={typed}
      onInputChange={setTyped}
      selectedKey={null}
      onSelectionChange={choose}
      allowsCustomValue
      isDisabled={isDisabled}
      menuTrigger="focus"
    >
      <Label className="field-label">{t`Add a persona`}</Label>
      <Input className="input" placeholder={t`Choose, or type a new name`} dir="auto" onKeyDown={take} />
      <Popover className="floating" offset={4}>
        <ListBox<Offer> className="menu">
          {(offer) => (
            <ListBoxItem id={offer.id} textValue={offer.name} className="menu-item">
              <span className="menu-icon">
                {offer.id === NEW ? <Plus size={14} aria-hidden /> : <Avatar name={offer.name} size={18} />}
              </span>
              <span className="menu-label" dir="auto">
                {offer.name}
                {offer.hint ? <span className="caption">{offer.hint}</span> : null}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
