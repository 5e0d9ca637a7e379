import { i18n } from "@lingui/core";
import { plain } from "../ui/format";
import { saveFile } from "../ui/saving";
import { say } from "../ui/Toast";
import { paintedTheme } from "../ui/theme";
import { inWords } from "./useAsked";

/** Fetch a file that the server makes, keep it, and say what its format has no place for. */
export async function saveFrom(address: string, asked: RequestInit = {}): Promise<void> {
  try {
    const answer = await fetch(address, asked);
    if (!answer.ok) throw new Error((await answer.json()).detail ?? plain(answer.status));
    saveFile(await answer.blob(), nameIn(answer.headers.get("content-disposition") ?? ""));
    const warnings = decodeURIComponent(answer.headers.get("x-footfall-warnings") ?? "");
    if (warnings) say(warnings);
  } catch (error) {
    say(inWords(error), { isBad: true });
  }
}

/** What a board is asked for: which part of it, and as which kind of file. */
export type Wish = Readonly<Record<string, string | number | boolean>>;

/** As it is spoken and seen here. */
export const asHere = (): Wish => ({ language: i18n.locale, theme: paintedTheme() });

/** A board as a file, in the language that is spoken and the colours that are seen. */
export function saveBoard(address: string, wish: Wish): Promise<void> {
  const words = Object.entries({ ...wish, ...asHere() }).map(([name, value]) => [name, String(value)]);
  return saveFrom(`${address}?${new URLSearchParams(words)}`);
}

/** Put a text that the server makes on the clipboard. */
export async function copyText(fetched: () => Promise<unknown>, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText((await fetched()) as string);
    say(said);
  } catch (error) {
    say(inWords(error), { isBad: true });
  }
}

function nameIn(disposition: string): string {
  return /filename="([^"]+)"/.exec(disposition)?.[1] ?? "footfall";
}
