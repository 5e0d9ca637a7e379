import { messages as en } from "../../locales/opportunities/en.po";
import { speakAlso } from "../../ui/language";

/** The texts of the pages about opportunities, which come with the first of these pages. */
export const spoken = speakAlso({ en, nl: () => import("../../locales/opportunities/nl.po") });
