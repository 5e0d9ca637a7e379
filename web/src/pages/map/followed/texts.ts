import { messages as en } from "../../../locales/followed/en.po";
import { speakAlso } from "../../../ui/language";

/** The texts of what opens over or beside a map, which come with it. */
export const spoken = speakAlso({ en, nl: () => import("../../../locales/followed/nl.po") });
