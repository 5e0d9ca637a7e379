import { languageNow } from "../../ui/language";
import type { Choices } from "../../ui/Menu";

/** A view as a file, in the language that is spoken. */
export function filesOf(address: string, asked: Record<string, string>): Choices {
  return ["PDF", "SVG", "PNG", "CSV"].map((label) => ({
    id: label,
    label,
    act: () => {
      const wanted = { ...asked, format: label.toLowerCase(), language: languageNow.get() };
      const link = document.createElement("a");
      link.href = `${address}?${new URLSearchParams(wanted)}`;
      link.download = "";
      link.click();
    },
  }));
}
