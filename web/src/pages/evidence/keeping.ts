import { say } from "../../ui/Toast";
import { inWords } from "../useAsked";

/** Keep a file that the server makes where downloads go; what goes wrong is said. */
export async function keepFile(name: string, fetched: () => Promise<unknown>): Promise<void> {
  try {
    const link = document.createElement("a");
    link.href = URL.createObjectURL((await fetched()) as Blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  } catch (error) {
    say(inWords(error), { isBad: true });
  }
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
