export const NEW = "new"; // where a note is dropped to begin a group

/** What notes do on the board, whether by pointer, keys or menu. */
export interface Moving {
  /** Into a group; "" takes it out of all, NEW begins one. */
  move: (key: string, to: string) => void;
  /** To the column beside the one in which it stands. */
  step: (key: string, from: string, by: -1 | 1) => void;
}
