import { t } from "@lingui/core/macro";
import { useNavigate } from "react-router";
import type { Choices } from "../../ui/Menu";
import { languageChoices, useThemeChoices } from "../Switches";
import type { Layout } from "./ContextBar";
import { type Tools, useTools, type View } from "./context";
import { laneAdder, laneChoices } from "./Grid";
import { followChoices } from "./People";
import { exportChoices, moreChoice } from "./TopBar";

/** What the page around the map can do, as the palette names it. */
export interface PageCommand {
  id: string;
  does: string;
  act: () => void;
}

/** What the page around a map hands to what opens over it. */
export interface AroundMap {
  id: string;
  view: View;
  setView: (view: View) => void;
  setLayout: (layout: Layout) => void;
}

/** All that the bars and their menus do, so that the palette can do it too. */
export function usePageCommands({ id, view, setView, setLayout }: AroundMap): PageCommand[] {
  const tools = useTools();
  const go = useNavigate();
  const themes = useThemeChoices();
  return [
    ...named((what) => t`Export as: ${what}`, exportChoices(id)),
    ...named((what) => what, [moreChoice(tools)]),
    ...laneCommands(tools),
    ...named((what) => what, followChoices(tools)),
    one("contrast", t`Compare two groups of customers`, () =>
      tools.store.set({ isPanelOpen: true, panel: "contrast" }),
    ),
    one("opportunity", t`Make an opportunity…`, () => tools.store.set({ dialog: "opportunity" })),
    one("tie", t`Link to an opportunity…`, () => tools.store.set({ dialog: "tie" })),
    one("grid", t`Show the map as: Grid`, () => setLayout("grid")),
    one("outline", t`Show the map as: Outline`, () => setLayout("outline")),
    one("assumed", t`Show or hide the assumed curve`, () => setView({ ...view, assumed: !view.assumed })),
    one("measured", t`Show or hide the measured curve`, () => setView({ ...view, measured: !view.measured })),
    one("followed", t`Show what customers really do, step by step`, () =>
      tools.store.set({ isPanelOpen: true, panel: "followed" }),
    ),
    ...named((what) => t`Theme: ${what}`, themes),
    ...named((what) => t`Language: ${what}`, languageChoices()),
    one("search", t`Search everything…`, () => go("/search")),
    one("portfolio", t`Go to all journeys`, () => go("/portfolio")),
    one("home", t`Go to all maps`, () => go("/")),
    one("templates", t`Go to the templates`, () => go("/templates")),
    one("to-opportunities", t`Go to the opportunities`, () => go("/opportunities")),
    one("data", t`Go to the data`, () => go("/data")),
  ];
}

function one(id: string, does: string, act: () => void): PageCommand {
  return { id: `page-${id}`, does, act };
}

/** The items of a menu under a name of their own: "Theme: Dark". */
function named(words: (what: string) => string, items: Choices): PageCommand[] {
  return items.flatMap((item) => (item === "line" ? [] : [one(item.id, words(item.label), item.act)]));
}

function laneCommands(tools: Tools): PageCommand[] {
  if (tools.isReadOnly) return [];
  return named((what) => t`Add lane: ${what}`, laneChoices(laneAdder(tools)));
}
