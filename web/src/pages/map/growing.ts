import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useNavigate } from "react-router";
import type { MapSummary } from "../../generated";
import { ask, growFutureMap, listMaps } from "../../transport";
import { say } from "../../ui/Toast";
import { inWords, useAsked } from "../useAsked";

/** Grow a future map out of a map, and go there; the current one lies beside it from the start. */
export function useGrowing(): (id: string) => Promise<void> {
  const navigate = useNavigate();
  const asked = useQueryClient();
  return useCallback(
    async (id: string) => {
      try {
        const made = await ask(growFutureMap({ path: { id } }));
        await asked.invalidateQueries({ queryKey: ["maps"] });
        navigate(`/maps/${made.id}`, { state: { beside: true } });
      } catch (error) {
        say(inWords(error), { isBad: true });
      }
    },
    [navigate, asked],
  );
}

export interface Family {
  /** The map that this one grew from; undefined while that is not known, null when it is gone. */
  base: MapSummary | null | undefined;
  futures: readonly MapSummary[];
}

/** The map that a map grew from, and those that grew from it. */
export function useFamily(id: string, base: string): Family {
  const { data: maps } = useAsked(["maps"], () => ask(listMaps()));
  return {
    base: maps && base ? (maps.find((map) => map.id === base) ?? null) : undefined,
    futures: (maps ?? []).filter((map) => map.base_map === id),
  };
}
