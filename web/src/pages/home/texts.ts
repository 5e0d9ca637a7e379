import { messages as en } from "../../locales/home/en.po";
import { speakAlso } from "../../ui/language";

/** The texts of the home page and of the gallery of templates, which come with the first of these. */
export const spoken = speakAlso({ en, nl: () => import("../../locales/home/nl.po") });
