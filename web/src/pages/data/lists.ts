// Several values in one field of text.

/** Values as they are typed: with a semicolon between two, since values may hold commas. */
export function listed(values: readonly string[]): string {
  return values.join("; ");
}

/** The values of a typed text, each once, without blanks around them. */
export function listOf(text: string): string[] {
  const values = text.split(";").map((value) => value.trim());
  return [...new Set(values.filter((value) => value !== ""))];
}
