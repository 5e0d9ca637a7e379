// The question that opens a pain up to ideas, as a proposal that people change. It is content of the library, so it
// speaks the language of the map that it comes from, not that of the app.

const PROPOSALS: Readonly<Record<string, (who: string, pain: string) => string>> = {
  en: (who, pain) => `How might we spare ${who} this: ${pain}?`,
  nl: (who, pain) => `Hoe kunnen we ${who} dit besparen: ${pain}?`,
};
const CUSTOMERS: Readonly<Record<string, string>> = { en: "customers", nl: "klanten" };

/** A proposal for a pain, in the language of the map where it is English or Dutch; else in English. */
export function howMightWe(pain: string, language: string | undefined, persona = ""): string {
  const words = pain.trim().replace(/[.!?…]+$/, "");
  if (!words) return "";
  const spoken = (language ?? "").split("-")[0] ?? "";
  const known = spoken in PROPOSALS ? spoken : "en";
  return PROPOSALS[known]?.(persona || (CUSTOMERS[known] ?? ""), words) ?? "";
}
