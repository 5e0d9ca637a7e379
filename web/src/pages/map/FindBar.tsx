import { msg, t } from "@lingui/core/macro";
import { ChevronDown, ChevronUp, ListFilter, Search, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import type { Place } from "../../editor/place";
import {
  FACETS,
  type Facet,
  type Filter,
  isFiltered,
  type Known,
  keptBy,
  placesOf,
  toggledIn,
  valuesOf,
} from "../../editor/search";
import { NO_CARDS } from "../../editor/selection";
import { spoken } from "../../editor/spoken";
import { Button, IconButton } from "../../ui/Button";
import { plain } from "../../ui/format";
import { Menu } from "../../ui/Menu";
import { cardsInWords } from "../../ui/words";
import { textOf } from "./CardView";
import { type Library, useEditor, useLibrary, useTools } from "./context";
import { elementAt } from "./elements";
import "./find.css";

const NAMES: Readonly<Record<Facet, string>> = spoken({
  tag: msg`Tag`,
  owner: msg`Owner`,
  evidence: msg`Evidence`,
  channel: msg`Channel`,
  persona: msg`Persona`,
});

function knownFrom(library: Library): Known {
  return {
    wordsOf: (card) => textOf(card, library),
    channelsOf: (card) => card.channels ?? library.touchpoints[card.touchpoint ?? ""]?.channels ?? [],
    personas: library.personas,
    ground: library.ground,
  };
}

/** Looking for words, and showing some cards only: a bar above the map while one does. */
export function FindBar() {
  const { store } = useTools();
  const isFinding = useEditor((state) => state.isFinding);
  const filter = useEditor((state) => state.filter);
  const sheet = useEditor((state) => state.sheet);
  const library = useLibrary();
  const known = useMemo(() => knownFrom(library), [library]);
  const kept = useMemo(() => keptBy(sheet, filter, known), [sheet, filter, known]);
  useEffect(() => {
    if (kept !== store.getSnapshot().kept) store.set({ kept });
  }, [kept, store]);
  if (!isFinding && !kept) return null;
  return (
    <search className="find-bar" aria-label={t`Search and filters`}>
      {isFinding ? <Finding known={known} /> : null}
      <Filters filter={filter} known={known} />
      {kept ? (
        <span className="find-kept" role="status">
          <ListFilter size={13} aria-hidden />
          <b>{t`Filtered: ${plain(kept.size)} of ${cardsInWords(sheet.cards)}`}</b>
          <Button size="small" onPress={() => store.set({ filter: {} })}>
            {t`Show all`}
          </Button>
        </span>
      ) : null}
      {isFinding ? (
        <IconButton label={t`Close search`} keys="Esc" onPress={() => close(store)}>
          <X size={16} />
        </IconButton>
      ) : null}
    </search>
  );
}

function close(store: ReturnType<typeof useTools>["store"]): void {
  const { at } = store.getSnapshot();
  store.set({ isFinding: false, found: NO_CARDS });
  // The bar goes away under the focus; the map takes it.
  setTimeout(() => {
    const element = at && elementAt(at);
    if (element instanceof HTMLElement) element.focus();
  });
}

function Finding({ known }: { known: Known }) {
  const { store } = useTools();
  const sheet = useEditor((state) => state.sheet);
  const at = useEditor((state) => state.at);
  const asked = useEditor((state) => state.asked);
  const [words, setWords] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const places = useMemo(() => placesOf(sheet, words, known), [sheet, words, known]);
  const here = places.findIndex((place) => isSame(place, at));
  useEffect(() => {
    store.set({ found: new Set(places.map(({ card }) => card).filter(Boolean)) });
  }, [places, store]);
  // Ctrl+F with the bar open goes to the field again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each asking counts
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);

  const go = (to: number) => {
    const place = places.at(to % Math.max(places.length, 1));
    if (!place) return;
    store.set({ at: place });
    elementAt(place)?.scrollIntoView({ block: "center", inline: "center" });
  };
  const type = (text: string) => {
    setWords(text);
    const first = placesOf(sheet, text, known)[0];
    if (first) elementAt(first)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") close(store);
    else if (event.key === "Enter") go(event.shiftKey ? before(here) : here + 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <span className="find-field">
        <Search size={14} aria-hidden />
        <input
          ref={field}
          className="input"
          type="text"
          aria-label={t`Search in the map`}
          placeholder={t`Search in the map`}
          dir="auto"
          value={words}
          onChange={(event) => type(event.target.value)}
          onKeyDown={press}
        />
      </span>
      <span className="find-count numbers" role="status">
        {words.trim() === ""
          ? ""
          : here < 0
            ? t`${plain(places.length)} found`
            : t`${plain(here + 1)} of ${plain(places.length)}`}
      </span>
      <IconButton
        label={t`Previous`}
        keys="Shift+Enter"
        isDisabled={places.length === 0}
        onPress={() => go(before(here))}
      >
        <ChevronUp size={16} />
      </IconButton>
      <IconButton label={t`Next`} keys="Enter" isDisabled={places.length === 0} onPress={() => go(here + 1)}>
        <ChevronDown size={16} />
      </IconButton>
      <span className="top-rule" />
    </>
  );
}

/** The one before; before the first comes the last. */
function before(here: number): number {
  return here > 0 ? here - 1 : -1;
}

function isSame(a: Place, b: Place | null): boolean {
  return a.row === b?.row && a.column === b.column && a.card === b.card;
}

/** A menu for each facet that tells cards apart, and the chosen values as chips to take away. */
function Filters({ filter, known }: { filter: Filter; known: Known }) {
  const { store } = useTools();
  const sheet = useEditor((state) => state.sheet);
  const library = useLibrary();
  const nameOf = (facet: Facet, value: string) =>
    (facet === "channel" && library.channels[value]?.name) ||
    (facet === "persona" && library.personas[value]?.name) ||
    value;
  const toggle = (facet: Facet, value: string) => store.set({ filter: toggledIn(filter, facet, value) });
  return (
    <>
      {FACETS.map((facet) => {
        const values = valuesOf(sheet, facet, known);
        if (values.length === 0) return null;
        return (
          <Menu
            key={facet}
            label={t`Show by ${NAMES[facet].toLowerCase()}`}
            trigger={
              <Button size="small">
                {NAMES[facet]} <ChevronDown size={12} />
              </Button>
            }
            items={values.slice(0, 40).map(([value, count]) => ({
              id: value,
              label: nameOf(facet, value),
              hint: cardsInWords(count),
              isChosen: filter[facet]?.includes(value) ?? false,
              act: () => toggle(facet, value),
            }))}
          />
        );
      })}
      {isFiltered(filter)
        ? FACETS.flatMap((facet) =>
            (filter[facet] ?? []).map((value) => (
              <button
                key={`${facet} ${value}`}
                type="button"
                className="chip"
                aria-pressed
                aria-label={t`Filter ${NAMES[facet]}: ${nameOf(facet, value)}; remove`}
                onClick={() => toggle(facet, value)}
              >
                {nameOf(facet, value)} <X size={11} aria-hidden />
              </button>
            )),
          )
        : null}
    </>
  );
}
