import { named } from "../../../editor/naming";
import { type Library, useLibrary } from "../context";
import type { FieldsProps } from "./face";

const PLACES = { touchpoint: "touchpoints", team: "teams", channel: "channels" } as const;

/** The id of the library's thing of a name, made there when it is new; null while the library cannot be reached. */
export function useNaming(type: keyof typeof PLACES, library: FieldsProps["library"]) {
  const known: Library[(typeof PLACES)[typeof type]] = useLibrary()[PLACES[type]];
  return (name: string): string | null => {
    const { id, ops } = named(type, known, name);
    if (ops.length === 0) return id;
    library?.edit(ops);
    return library ? id : null;
  };
}
