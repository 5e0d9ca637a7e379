import { useQuery } from "@tanstack/react-query";
import { ApiError } from "../transport";

/** Something from the server, asked once and kept under its key; asked again after `again` milliseconds, if that says so. */
export function useAsked<T>(
  key: readonly unknown[],
  ask: () => Promise<T>,
  isWanted = true,
  again?: (seen: T | undefined) => number | false,
) {
  return useQuery<T, ApiError>({
    queryKey: key,
    queryFn: ask,
    enabled: isWanted,
    retry: false,
    refetchInterval: again ? ({ state }) => again(state.data) : false,
  });
}

/** An error in words. */
export function inWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The id to quote when asking for help, if the server gave one. */
export function idOf(error: unknown): string {
  return error instanceof ApiError ? (error.problem.id ?? "") : "";
}
