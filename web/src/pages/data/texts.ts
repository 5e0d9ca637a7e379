import { messages as en } from "../../locales/data/en.po";
import { speakAlso } from "../../ui/language";

/** The texts of the pages about data, which come with the first of these pages. */
export const spoken = speakAlso({ en, nl: () => import("../../locales/data/nl.po") });
