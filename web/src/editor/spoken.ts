import { i18n, type MessageDescriptor } from "@lingui/core";

/** Words by name, looked up in the language of the moment when they are read, not when the module loads. */
export function spoken<K extends string>(
  words: Readonly<Record<K, MessageDescriptor>>,
): Readonly<Record<K, string>> {
  const said = {} as Record<K, string>;
  for (const name of Object.keys(words) as K[])
    Object.defineProperty(said, name, { enumerable: true, get: () => i18n._(words[name]) });
  return said;
}
