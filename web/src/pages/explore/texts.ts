import { messages as en } from "../../locales/explore/en.po";
import { speakAlso } from "../../ui/language";

/** The texts of the Explore page, which come with it. */
export const spoken = speakAlso({ en, nl: () => import("../../locales/explore/nl.po") });
