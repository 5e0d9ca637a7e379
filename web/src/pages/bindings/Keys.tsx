/** The keys of the list that do what a button does, beside its words. */
export function Keys({ keys }: { keys: string }) {
  return <kbd className="keys">{keys}</kbd>;
}
