// What a document is, in the browser: records, changes, lookups, undo. No framework, no network.

export { apply, diff, invert, same } from "./changes";
export {
  type InOrder,
  inOrder,
  type LibraryDocument,
  libraryDocument,
  type MapDocument,
  mapDocument,
} from "./document";
export { newChangeId, newId } from "./ids";
export { orderOf, type Placement, place } from "./keys";
export { normalOps } from "./normal";
export {
  drop,
  fieldOf,
  HEADER_ID,
  put,
  type RecordOf,
  type Records,
  recordsFrom,
  ruleOf,
  set,
  valueIn,
} from "./records";
export { TextDraft } from "./typing";
export { UndoStack } from "./undo";
