import { t } from "@lingui/core/macro";
import { MoreHorizontal, X } from "lucide-react";
import { setOnAll, tagAll } from "../../editor/batch";
import { meantCards, NO_CARDS, type Selection } from "../../editor/selection";
import type { CellCard, Sheet } from "../../editor/sheet";
import type { Card } from "../../generated";
import { Button, IconButton } from "../../ui/Button";
import { TextField } from "../../ui/Field";
import { plain } from "../../ui/format";
import { Menu } from "../../ui/Menu";
import { Select } from "../../ui/Select";
import { cardsInWords } from "../../ui/words";
import { choicesFor } from "./CellMenu";
import { useTools } from "./context";
import { PROGRESS_WORDS } from "./words";

/** The details of several selected cards: what one changes here, changes on all of them. */
export function SelectionPanel({ sheet, selected }: { sheet: Sheet; selected: Selection }) {
  const tools = useTools();
  const cards = meantCards(sheet, { selected, at: null });
  const letGo = () => tools.store.set({ selected: NO_CARDS, anchor: null });
  return (
    <aside className="panel" aria-label={t`Details`}>
      <header className="panel-head">
        <span className="panel-kind">{t`Selection`}</span>
        <Menu
          label={t`What can be done with them`}
          trigger={
            <Button className="button-icon" aria-label={t`More`}>
              <MoreHorizontal size={16} />
            </Button>
          }
          items={choicesFor(tools, null)}
        />
        <IconButton label={t`Clear the selection`} keys="Esc" onPress={letGo}>
          <X size={16} />
        </IconButton>
        <h2>{cardsInWords(cards.length)}</h2>
        <p className="caption panel-where">{t`What you change here changes on all of them.`}</p>
      </header>
      <fieldset className="panel-fields" disabled={tools.isReadOnly} key={[...selected].join()}>
        <legend className="only-read">{t`Fields`}</legend>
        <SelectionFields cards={cards} />
      </fieldset>
    </aside>
  );
}

const MIXED = "mixed";

function SelectionFields({ cards }: { cards: readonly CellCard[] }) {
  const tools = useTools();
  const status = sameOn(cards, "status");
  const owner = sameOn(cards, "owner");
  const add = (tag: string) => tag.trim() && tools.edit(tagAll(cards, tag.trim(), true));
  return (
    <section className="panel-part">
      <TextField
        label={t`Owner`}
        value={owner ?? ""}
        placeholder={owner === null ? t`several` : ""}
        onChange={(value) => tools.edit(setOnAll(cards, "owner", value))}
      />
      <Select
        label={t`Status`}
        value={status ?? MIXED}
        options={[
          ...(status === null ? [{ id: MIXED, label: t`Several` }] : []),
          { id: "", label: t`None` },
          ...Object.entries(PROGRESS_WORDS).map(([id, label]) => ({ id, label: capital(label) })),
        ]}
        onChange={(id) => (id === MIXED ? undefined : tools.edit(setOnAll(cards, "status", id)))}
      />
      <Tags cards={cards} />
      <TextField label={t`Add a tag to all`} value="" onChange={add} />
    </section>
  );
}

/** The tags that any of the cards has, with how many have it; a press puts it on all, or takes it off all. */
function Tags({ cards }: { cards: readonly CellCard[] }) {
  const tools = useTools();
  const counts = new Map<string, number>();
  for (const { card } of cards)
    for (const tag of card.tags ?? []) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  if (counts.size === 0) return null;
  return (
    <fieldset className="chips">
      <legend className="field-label">{t`Tags`}</legend>
      {[...counts].map(([tag, count]) => (
        <button
          key={tag}
          type="button"
          className="chip"
          aria-pressed={count === cards.length}
          onClick={() => tools.edit(tagAll(cards, tag, count < cards.length))}
        >
          {count < cards.length ? t`${tag}, on ${plain(count)}` : tag}
        </button>
      ))}
    </fieldset>
  );
}

/** What all of the cards have in a text field; null when they differ. */
function sameOn(cards: readonly CellCard[], field: "owner" | "status"): string | null {
  const values = new Set(cards.map(({ card }: { card: Card }) => card[field] ?? ""));
  return values.size === 1 ? ([...values][0] ?? "") : null;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
