import { type ReactNode, useEffect } from "react";
import type { EditorState } from "../../editor/store";
import { hold } from "../../ui/holding";
import { later } from "../../ui/later";
import { useEditor } from "./context";

// What an open map does not show at once. All of it comes ahead of its time, once the map stands.

const panel = <aside className="panel" aria-busy="true" />;
// What is typed for a comment must not go into the card that it is about.
const said = (
  <Held>
    <aside className="panel" aria-busy="true" tabIndex={-1} ref={(part) => part?.focus()} />
  </Held>
);
const field = <span className="field select" aria-busy="true" />;
const beyond = () => import("./beyond");
const followed = async () => {
  const parts = await beyond();
  await parts.spoken;
  return parts;
};

/** Fetch a file that the server makes, and keep it where downloads go. */
export const saveFrom = async (address: string) => (await beyond()).saveFrom(address);

const nested = async () => {
  const parts = await import("./nested/parts");
  await parts.spoken;
  return parts;
};

const inspector = async () => {
  const [parts, texts] = await Promise.all([import("./Inspector"), import("./followed/texts")]);
  await texts.spoken;
  return parts;
};

const opportunity = async () => {
  const parts = await import("./opportunity");
  await parts.spoken;
  return parts;
};

const effects = async () => {
  const parts = await import("../opportunities/helped/mark");
  await parts.spoken;
  return parts;
};

/** Keys that come while a part is awaited go into it. */
function Held({ children = null }: { children?: ReactNode }) {
  useEffect(hold, []);
  return children;
}

/** In place of a dialog with a field, once it was asked for. */
function Asked({ dialog }: { dialog: EditorState["dialog"] }) {
  return useEditor((state) => state.dialog === dialog) ? <Held /> : null;
}

/** In place of the bar for searching, once it was asked for. */
function ToFind() {
  return useEditor(({ isFinding }) => isFinding) ? <Held /> : null;
}

export const Inspector = later(async () => (await inspector()).Inspector, panel);
export const Outline = later(async () => (await import("./Outline")).Outline);

export const BesidePanel = later(async () => (await followed()).BesidePanel, panel);
export const ChecklistButton = later(async () => (await beyond()).ChecklistButton);
export const ChecklistPanel = later(async () => (await followed()).ChecklistPanel, panel);
export const CommentsPanel = later(async () => (await followed()).CommentsPanel, said);
export const ContrastPanel = later(async () => (await followed()).ContrastPanel, panel);
export const HistoryPanel = later(async () => (await followed()).HistoryPanel, panel);
export const NotesPanel = later(async () => (await followed()).NotesPanel, panel);
export const Population = later(async () => (await beyond()).Population, panel);

export const FollowedPanel = later(async () => (await followed()).FollowedPanel, panel);
export const LinkFollowed = later(async () => (await followed()).LinkFollowed);
export const StepFollowed = later(async () => (await followed()).StepFollowed);

export const NestedFields = later(async () => (await nested()).NestedFields);
export const OpensMap = later(async () => (await nested()).OpensMap);
export const Related = later(async () => (await nested()).Related);
export const TheWayThere = later(async () => (await nested()).TheWayThere);
export const Trail = later(async () => (await nested()).Trail);

export const Confirm = later(async () => (await import("../../ui/Dialog")).Confirm);
export const Select = later(async () => (await import("../../ui/Select")).Select, field);

export const CellMenu = later(async () => (await beyond()).CellMenu, <Asked dialog="menu" />);
export const EmptyMap = later(async () => (await beyond()).EmptyMap);
export const ExportDialog = later(async () => (await followed()).ExportDialog);
export const InsertMenu = later(async () => (await followed()).InsertMenu, <Asked dialog="insert" />);
export const KeepTemplate = later(async () => (await followed()).KeepTemplate, <Asked dialog="template" />);
export const EffectMark = later(async () => (await effects()).EffectMark);
export const LinkDialog = later(async () => (await followed()).LinkDialog);
export const LinkList = later(async () => (await followed()).LinkList);
export const FindBar = later(async () => (await followed()).FindBar, <ToFind />);
export const LookBanner = later(async () => (await followed()).LookBanner);
export const Pair = later(async () => (await followed()).Pair);
export const Gone = later(async () => (await beyond()).Gone);
export const GapHead = later(async () => (await followed()).GapHead);
export const Overlay = later(async () => (await followed()).Overlay);
export const OpportunityDialog = later(
  async () => (await opportunity()).OpportunityDialog,
  <Asked dialog="opportunity" />,
);
export const OpportunityPart = later(async () => (await opportunity()).OpportunityPart);
export const Palette = later(async () => (await beyond()).Palette, <Asked dialog="palette" />);
export const PhoneMenu = later(async () => (await beyond()).PhoneMenu);
export const Presentation = later(async () => (await followed()).Presentation);
export const Tray = later(async () => (await beyond()).Tray);
export const Shortcuts = later(async () => (await beyond()).Shortcuts, <Asked dialog="shortcuts" />);

/** All of them, those first that are asked for most. */
export const PARTS = [
  Inspector,
  CellMenu,
  Select,
  Confirm,
  EmptyMap,
  ExportDialog,
  FindBar,
  InsertMenu,
  KeepTemplate,
  LinkDialog,
  LinkList,
  OpportunityDialog,
  OpportunityPart,
  GapHead,
  Gone,
  LookBanner,
  Overlay,
  Pair,
  Palette,
  Presentation,
  Shortcuts,
  BesidePanel,
  ChecklistPanel,
  CommentsPanel,
  ContrastPanel,
  HistoryPanel,
  NotesPanel,
  Population,
  Outline,
  FollowedPanel,
  NestedFields,
].map(({ ahead }) => ahead);
