import { useContext } from "react";
import type { AllConcerned, Concerned, Owners, StandingOnMap } from "../../generated";
import { ask, readConcerned, readOwners, readStanding } from "../../transport";
import { OpenShelfContext } from "../library/ShelfFrame";
import { useAsked } from "../useAsked";

export type Gone = NonNullable<AllConcerned["gone"]>[string];

// What the server knows of opportunities beside their records; asked again once an edit is saved.

const NOWHERE: readonly StandingOnMap[] = [];
const NOBODY: readonly Concerned[] = [];

/** Where opportunities stand, by id. */
export function useStanding(): (id: string) => readonly StandingOnMap[] {
  const { data } = useAsked(["opportunities", "standing", useSaved()], () => ask(readStanding()));
  return (id) => data?.standing[id] ?? NOWHERE;
}

/** Whom opportunities concern, by id. */
export function useConcerned() {
  const { data, error } = useAsked(["opportunities", "customers", useSaved()], () => ask(readConcerned()));
  return {
    of: (id: string): readonly Concerned[] => data?.concerned[id] ?? NOBODY,
    /** Why the number that it cites cannot be counted any more; empty: it can, or there is none. */
    goneOf: (id: string): Gone | "" => data?.gone?.[id] ?? "",
    error,
  };
}

/** Who answers for what. */
export function useOwners(): { owners: Owners | undefined; error: unknown } {
  const { data, error } = useAsked(["opportunities", "owners", useSaved()], () => ask(readOwners()));
  return { owners: data, error };
}

/** Changes when edits of the library have been saved. */
export function useSaved(): string {
  const status = useContext(OpenShelfContext)?.snapshot.status;
  return status?.pending === 0 ? String(status.savedAt ?? "") : "";
}

/** How many customers it concerns at most, over the datasets of its maps; null where nobody knows. */
export function mostConcerned(all: readonly Concerned[]): number | null {
  return all.length === 0 ? null : Math.max(...all.map(({ customers }) => customers));
}
