import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ApiError } from "../../transport";
import { type Analysis, type Result, resultOf } from "./answers";

const FRESH = 60_000; // milliseconds: data changes by imports alone

/** The answer to an analysis; leaving ends the question on its way, and what is shown stays until the next answer. */
export function useAnalysis(dataset: string, analysis: Analysis | null) {
  return useQuery<Result, ApiError>({
    queryKey: ["analysis", dataset, JSON.stringify(analysis)],
    queryFn: ({ signal }) => resultOf(dataset, analysis as Analysis, signal),
    enabled: analysis !== null,
    placeholderData: keepPreviousData,
    staleTime: FRESH,
    retry: false,
  });
}
