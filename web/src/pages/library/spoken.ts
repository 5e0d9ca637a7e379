import { messages as en } from "../../locales/library/en.po";
import { speakAlso } from "../../ui/language";

/** The texts of the library's own pages, which come with them. */
export const spoken = speakAlso({ en, nl: () => import("../../locales/library/nl.po") });
