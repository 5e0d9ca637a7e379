/** The words of a text with commas, each once. */
export function listed(text: string): string[] {
  return [...new Set(text.split(",").map((word) => word.trim()))].filter(Boolean);
}
