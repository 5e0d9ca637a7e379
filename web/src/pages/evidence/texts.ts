import { messages as en } from "../../locales/evidence/en.po";
import { speakAlso } from "../../ui/language";

/** The texts of the pages about evidence, which come with the first of these pages. */
export const spoken = speakAlso({ en, nl: () => import("../../locales/evidence/nl.po") });
