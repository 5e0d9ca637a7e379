import { t } from "@lingui/core/macro";
import { Fragment, useState } from "react";
import { run } from "../../editor/commands";
import { type Binding, type Command, GROUP_WORDS, KEYMAP, shown } from "../../editor/keymap";
import { Dialog } from "../../ui/Dialog";
import { useEditor, useTools } from "./context";
import { type AroundMap, usePageCommands } from "./pageCommands";

/** Those whose words hold all that was typed, in whatever order. */
function naming<T extends { does: string }>(all: readonly T[], words: string): T[] {
  const wanted = words.toLowerCase().split(/\s+/);
  return all.filter(({ does }) => wanted.every((word) => does.toLowerCase().includes(word)));
}

/** All shortcuts, searchable: made from the list that drives them. */
export function Shortcuts() {
  const { store } = useTools();
  const isOpen = useEditor((state) => state.dialog === "shortcuts");
  const [words, setWords] = useState("");
  const found = naming(KEYMAP, words);
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

/** One line of the palette. */
interface Line {
  id: string;
  does: string;
  keys: string;
  act: () => void;
}

/** The commands of the map with their keys, then what the page around it can do. */
function useLines(around: AroundMap): Line[] {
  const page = usePageCommands(around);
  const tools = useTools();
  const own = KEYMAP.filter(({ mode, command }) => mode === "moving" && !UNNAMED.includes(command));
  own.sort((one, other) => Number(isOfArrows(one)) - Number(isOfArrows(other)));
  return [
    ...own.map(({ command, does, keys }) => ({
      id: command,
      does,
      keys: shown(keys[0] ?? ""),
      act: () => run(command, tools),
    })),
    ...page.map((one) => ({ ...one, keys: "" })),
  ];
}

/** Who looks for something to do does not look for the arrow keys: they stand last. */
function isOfArrows({ group }: Binding): boolean {
  return group === "Move" || group === "Select";
}

// A letter types over what stands there; and who reads the palette has found it.
const UNNAMED: readonly Command[] = ["typeOver", "palette"];

/** Every command by name, with its key. */
export function Palette({ around }: { around: AroundMap }) {
  const tools = useTools();
  const isOpen = useEditor((state) => state.dialog === "palette");
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState(0);
  const found = naming(useLines(around), words);
  const close = () => {
    tools.store.set({ dialog: "" });
    setWords("");
    setChosen(0);
  };
  const act = (line: Line | undefined) => {
    close();
    if (line) setTimeout(line.act);
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
          aria-activedescendant={found[chosen] ? `palette-${found[chosen].id}` : undefined}
          placeholder={t`What do you want to do?`}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setChosen(0);
          }}
          onKeyDown={press}
        />
        <div id="palette-list" role="listbox" aria-label={t`Commands`} className="palette">
          {found.map((line, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are on the field, which names the active one
            <div
              key={line.id}
              id={`palette-${line.id}`}
              role="option"
              aria-selected={place === chosen}
              tabIndex={-1}
              className={`menu-item ${place === chosen ? "is-chosen" : ""}`}
              onClick={() => act(line)}
            >
              <span className="menu-label">{line.does}</span>
              {line.keys ? <kbd className="keys">{line.keys}</kbd> : null}
            </div>
          ))}
        </div>
      </div>
    </Dialog>
  );
}
