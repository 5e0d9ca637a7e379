import { messages as en } from "../../locales/portfolio/en.po";
import { speakAlso } from "../../ui/language";

/** The texts about many maps, which come with the first part that shows several. */
export const spoken = speakAlso({ en, nl: () => import("../../locales/portfolio/nl.po") });
