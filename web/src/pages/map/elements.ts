// Where things of the map are drawn, and when the focus may go there.

/** A menu gives the focus back when it closes; only then may a command move it. */
export function afterClosing(act: () => void): void {
  setTimeout(act);
}

/** What is drawn at a place. */
export function elementAt(at: { row: string; column: string; card: string }): Element | null {
  const card = at.card ? `[data-card="${at.card}"]` : ":not([data-card])";
  // The current map beside a future one has the same ids, and is only read.
  return document.querySelector(
    `[data-row="${at.row}"][data-column="${at.column}"]${card}:not(.map-beside *)`,
  );
}
