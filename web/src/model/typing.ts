import type { Op } from "../generated";

/**
 * A text that is typed in a box of its own, such as during an IME's composition, and sent now and then.
 *
 * It remembers on which text the typing stands, which is what the server needs to merge two people's typing. A box
 * that shows the view's value and sends each keystroke needs none of this: the session then knows the base.
 */
export class TextDraft {
  private agreed: string;
  text: string;

  constructor(
    private readonly id: string,
    private readonly field: string,
    value: string,
  ) {
    this.agreed = value;
    this.text = value;
  }

  /** The op that sends what was typed, or undefined when there is nothing to send. */
  send(): Op | undefined {
    if (this.text === this.agreed) return undefined;
    const base = this.agreed;
    this.agreed = this.text;
    return { op: "set", id: this.id, field: this.field, value: this.text, base };
  }

  /** Take the view's value, unless something is typed that was not sent yet. Returns the text to show. */
  receive(value: string): string {
    if (this.text === this.agreed) {
      this.text = value;
      this.agreed = value;
    }
    return this.text;
  }
}
