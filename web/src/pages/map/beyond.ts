// What opens over or beside a map, in one bundle: most of it shares most of what it is made of.

export { Population } from "../Population";
export { saveFrom } from "../saving";
export { BesidePanel } from "./BesidePanel";
export { CellMenu } from "./CellMenu";
export { ChecklistButton } from "./ChecklistButton";
export { ChecklistPanel } from "./ChecklistPanel";
export { CommentsPanel } from "./CommentsPanel";
export { ContrastPanel } from "./ContrastPanel";
export { EmptyMap } from "./EmptyMap";
export { ExportDialog } from "./ExportDialog";
export { FindBar } from "./FindBar";
export { FollowedPanel } from "./followed/FollowedPanel";
export { LinkFollowed, StepFollowed } from "./followed/Numbers";
export { spoken } from "./followed/texts";
export { Gone } from "./Gone";
export { HistoryPanel } from "./HistoryPanel";
export { InsertMenu } from "./InsertMenu";
export { KeepTemplate } from "./KeepTemplate";
export { LinkDialog } from "./LinkDialog";
export { LinkList } from "./LinkFields";
export { LookBanner } from "./LookBanner";
export { NotesPanel } from "./NotesPanel";
export { GapHead, Overlay, Pair } from "./Pair";
export { Palette, Shortcuts } from "./Palette";
export { PhoneMenu } from "./PhoneMenu";
export { Presentation } from "./Presentation";
export { Tray } from "./Tray";
