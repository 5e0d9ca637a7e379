import { t } from "@lingui/core/macro";
import type { Actor } from "../generated";
import { hueOf, initials } from "./Marks";

/** A person as screens show them. */
export interface Shown {
  name: string;
  letters: string;
  hue: number;
}

/** Who somebody is; those who gave no name are told apart by two characters from their id: "Someone 4f". */
export function shownAs({ id, name }: Actor): Shown {
  if (name) return { name, letters: initials(name), hue: hueOf(name) };
  const tag = tagOf(id);
  return { name: t`Someone ${tag}`, letters: tag.toUpperCase(), hue: hueOf(id) };
}

function tagOf(id: string): string {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return (sum % 256).toString(16).padStart(2, "0");
}
