import { safeLink } from "./markdown";

const LONGEST = 2000;

/** What was meant: a bare host is a page, a bare address of a mailbox a mailbox. Null: nothing that we open. */
export function addressFrom(text: string): string | null {
  const typed = text.trim();
  if (typed.length > LONGEST - 8 || typed.includes("\\")) return null;
  if (!typed || safeLink(typed)) return typed;
  if (/^[^\s@/:<>"\\]+@[^\s@/:<>"\\]+\.\p{L}{2,}$/u.test(typed)) return `mailto:${typed}`;
  if (/^[\p{L}\d-]+(\.[\p{L}\d-]+)+([/?#][^\s<>"\\]*)?$/u.test(typed)) return `https://${typed}`;
  return null;
}
