import { messages as en } from "../../locales/opportunities/en.po";
import { speakAlso } from "../../ui/language";
import { spoken as ofQuestions } from "../map/followed/texts";

/** The texts of the pages about opportunities, which come with the first of these pages; and those of choosing a number. */
export const spoken = Promise.all([
  speakAlso({ en, nl: () => import("../../locales/opportunities/nl.po") }),
  ofQuestions,
]);
