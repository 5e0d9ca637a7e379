import { t } from "@lingui/core/macro";
import { Fragment, useState } from "react";
import { run } from "../../editor/commands";
import { type Binding, GROUP_WORDS, KEYMAP, shown } from "../../editor/keymap";
import { Dialog } from "../../ui/Dialog";
import { useEditor, useTools } from "./context";

function matching(words: string): Binding[] {
  const wanted = words.trim().toLowerCase();
  return KEYMAP.filter((binding) => binding.does.toLowerCase().includes(wanted));
}

/** All shortcuts, searchable: made from the list that drives them. */
export function Shortcuts() {
  const { store } = useTools();
  const isOpen = useEditor((state) => state.dialog === "shortcuts");
  const [words, setWords] = useState("");
  const found = matching(words);
  return (
    <Dialog title={t`Keyboard shortcuts`} isOpen={isOpen} onClose={() => store.set({ dialog: "" })} isWide>
      <div className="shortcuts">
        <input
          className="input"
          autoFocus
          aria-label={t`Search shortcuts`}
          placeholder={t`Search`}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <div className="shortcut-groups">
          {Object.entries(GROUP_WORDS).map(([group, name]) => (
            <Group key={group} name={name} bindings={found.filter((binding) => binding.group === group)} />
          ))}
        </div>
        <p className="caption">
          {t`With the pointer: double-click edits, dragging moves cards and faces, right-click shows all.`}
        </p>
      </div>
    </Dialog>
  );
}

function Group({ name, bindings }: { name: string; bindings: Binding[] }) {
  if (bindings.length === 0) return null;
  return (
    <section className="shortcut-group">
      <h3>{name}</h3>
      <dl>
        {bindings.map((binding) => (
          <Fragment key={`${binding.mode}-${binding.command}`}>
            <dt>{binding.does}</dt>
            <dd>{binding.keys.filter(Boolean).slice(0, 2).map(shown).join(`  ${t`or`}  `) || "A, B, 1 …"}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

/** Every command by name, with its key. */
export function Palette() {
  const tools = useTools();
  const isOpen = useEditor((state) => state.dialog === "palette");
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState(0);
  const found = matching(words).filter(
    (one) => one.mode === "moving" && one.command !== "typeOver" && one.command !== "palette",
  );
  const close = () => {
    tools.store.set({ dialog: "" });
    setWords("");
    setChosen(0);
  };
  const act = (binding: Binding | undefined) => {
    close();
    if (binding) setTimeout(() => run(binding.command, tools));
  };
  const press = (event: React.KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) setChosen(Math.max(0, Math.min(found.length - 1, chosen + by)));
    else if (event.key === "Enter") act(found[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title={t`All commands`} isOpen={isOpen} onClose={close}>
      <div className="shortcuts">
        <input
          className="input"
          autoFocus
          role="combobox"
          aria-label={t`Command`}
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={found[chosen] ? `palette-${found[chosen].command}` : undefined}
          placeholder={t`What do you want to do?`}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setChosen(0);
          }}
          onKeyDown={press}
        />
        <div id="palette-list" role="listbox" aria-label={t`Commands`} className="palette">
          {found.map((binding, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are on the field, which names the active one
            <div
              key={binding.command}
              id={`palette-${binding.command}`}
              role="option"
              aria-selected={place === chosen}
              tabIndex={-1}
              className={`menu-item ${place === chosen ? "is-chosen" : ""}`}
              onClick={() => act(binding)}
            >
              <span className="menu-label">{binding.does}</span>
              <kbd className="keys">{shown(binding.keys[0] ?? "")}</kbd>
            </div>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
