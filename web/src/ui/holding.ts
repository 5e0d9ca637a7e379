const FRAMES = 120; // that a part may take to put the focus into its field
const FIELD = "input, textarea";
const TAKES_KEYS = `${FIELD}, [role=menu], [role^=menuitem]`;

/** Hold keys back for a part that was asked for and is on its way; what is returned types them into its field. */
export function hold(): () => void {
  const before = document.activeElement;
  const keys: string[] = [];
  const take = (event: KeyboardEvent) => {
    const isTyping = event.key.length === 1 || event.key === "Enter";
    if (!isTyping || !event.isTrusted || event.ctrlKey || event.metaKey || event.altKey || event.isComposing)
      return;
    event.preventDefault();
    event.stopImmediatePropagation();
    keys.push(event.key);
  };
  addEventListener("keydown", take, true);
  return async () => {
    const field = await focused(before);
    while (field && keys.length > 0) {
      type(document.activeElement ?? field, keys.shift() as string);
      // The part draws what one key did before it gets the next.
      await new Promise((done) => setTimeout(done));
    }
    removeEventListener("keydown", take, true);
  };
}

/** The field or menu that gets the focus, or null when none does. */
async function focused(before: Element | null): Promise<Element | null> {
  for (let frame = 0; frame < FRAMES; frame += 1) {
    const now = document.activeElement;
    if (now !== before && now?.matches(TAKES_KEYS)) return now;
    await new Promise((done) => requestAnimationFrame(done));
  }
  return null;
}

function type(at: Element, key: string): void {
  // The one way to type that fields with a state of their own, such as React's, take for typing.
  if (key.length === 1 && at.matches(FIELD)) document.execCommand("insertText", false, key);
  else
    for (const kind of ["keydown", "keyup"])
      at.dispatchEvent(new KeyboardEvent(kind, { key, bubbles: true, cancelable: true }));
}
