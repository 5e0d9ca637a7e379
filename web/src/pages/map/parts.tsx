import { later } from "../../ui/later";

// What an open map does not show at once. All of it comes ahead of its time, once the map stands.

const panel = <aside className="panel" aria-busy="true" />;
// Takes the focus while it waits: what is typed for a comment must not go into the card that it is about.
const said = <aside className="panel" aria-busy="true" tabIndex={-1} ref={(part) => part?.focus()} />;
const field = <span className="field select" aria-busy="true" />;
const beyond = () => import("./beyond");

export const Inspector = later(async () => (await import("./Inspector")).Inspector, panel);
export const Outline = later(async () => (await import("./Outline")).Outline);

export const BesidePanel = later(async () => (await beyond()).BesidePanel, panel);
export const ChecklistPanel = later(async () => (await beyond()).ChecklistPanel, panel);
export const CommentsPanel = later(async () => (await beyond()).CommentsPanel, said);
export const HistoryPanel = later(async () => (await beyond()).HistoryPanel, panel);
export const NotesPanel = later(async () => (await beyond()).NotesPanel, panel);
export const Population = later(async () => (await beyond()).Population, panel);

export const Confirm = later(async () => (await import("../../ui/Dialog")).Confirm);
export const Select = later(async () => (await import("../../ui/Select")).Select, field);

export const EmptyMap = later(async () => (await beyond()).EmptyMap);
export const ExportDialog = later(async () => (await beyond()).ExportDialog);
export const InsertMenu = later(async () => (await beyond()).InsertMenu);
export const KeepTemplate = later(async () => (await beyond()).KeepTemplate);
export const LinkDialog = later(async () => (await beyond()).LinkDialog);
export const LinkList = later(async () => (await beyond()).LinkList);
export const Pair = later(async () => (await beyond()).Pair);
export const Palette = later(async () => (await beyond()).Palette);
export const Presentation = later(async () => (await beyond()).Presentation);
export const Shortcuts = later(async () => (await beyond()).Shortcuts);

/** All of them, those first that are asked for most. */
export const PARTS = [
  Inspector,
  Select,
  Confirm,
  EmptyMap,
  ExportDialog,
  InsertMenu,
  KeepTemplate,
  LinkDialog,
  LinkList,
  Pair,
  Palette,
  Presentation,
  Shortcuts,
  BesidePanel,
  ChecklistPanel,
  CommentsPanel,
  HistoryPanel,
  NotesPanel,
  Population,
  Outline,
].map(({ ahead }) => ahead);
