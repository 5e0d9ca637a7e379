import { plain } from "../../ui/format";
import { say } from "../../ui/Toast";
import { inWords } from "../useAsked";

/** A map as a file for another tool. */
export const exportFor = (id: string, format: string) =>
  saveFrom(`/api/v1/maps/${id}/export?format=${format}`);

/** Fetch a file, keep it where downloads go, and say what its format has no place for. */
export async function saveFrom(address: string, asked: RequestInit = {}) {
  try {
    const answer = await fetch(address, asked);
    if (!answer.ok) throw new Error((await answer.json()).detail ?? plain(answer.status));
    keep(await answer.blob(), nameIn(answer.headers.get("content-disposition") ?? ""));
    const warnings = decodeURIComponent(answer.headers.get("x-footfall-warnings") ?? "");
    if (warnings) say(warnings);
  } catch (error) {
    say(inWords(error), { isBad: true });
  }
}

function keep(file: Blob, name: string) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function nameIn(disposition: string): string {
  return /filename="([^"]+)"/.exec(disposition)?.[1] ?? "footfall";
}
