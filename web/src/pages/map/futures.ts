import { t } from "@lingui/core/macro";
import { useCallback, useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import type { FutureWish } from "../../editor/around";
import { differenceAfter, inTheJourney, placesOf } from "../../editor/futures";
import type { EditorStore } from "../../editor/store";
import type { Look } from "../../editor/timeline";
import { recordsFrom } from "../../model";
import { ask, readDifferencesBetween, readMap, type Snapshot } from "../../transport";
import { say } from "../../ui/Toast";
import { inWords } from "../useAsked";
import { useFamily, useGrowing } from "./growing";
import { visit } from "./visiting";

const CALM = 400; // milliseconds without an edit until the differences are asked again

interface Laid {
  id: string;
  /** The map that this one grew from, as its header says. */
  from: string;
  snapshot: Snapshot;
  store: EditorStore;
  look: Look | null;
  setLook: React.Dispatch<React.SetStateAction<Look | null>>;
}

/** The current map beside the future one: laid there and taken away, its differences asked again as one edits. */
export function useFuture(laid: Laid): (wish: FutureWish) => boolean {
  const { id, from, store, look, setLook } = laid;
  const { base: known } = useFamily(id, from);
  const base = known?.id ?? "";
  const grow = useGrowing();
  const now = useRef(look);
  now.current = look;
  const lay = useCallback(async () => {
    try {
      const fresh = await lookBeside(id, base, now.current);
      setLook(fresh);
    } catch (error) {
      say(inWords(error), { isBad: true });
    }
  }, [id, base, setLook]);
  const wait = useWished(base, lay);
  useFollowing(laid, base);
  return useCallback(
    (wish: FutureWish) => {
      const { current } = now;
      if (wish === "grow") void grow(id);
      else if (wish !== "beside") return walk(store, current, wish === "next" ? 1 : -1);
      else if (current?.of === "base") setLook(null);
      else if (base) void lay();
      else if (from && known === undefined) wait();
      else say(whyNot(from));
      return true;
    },
    [id, from, known, base, store, grow, lay, wait, setLook],
  );
}

function whyNot(from: string): string {
  return from
    ? t`The current map that this one grew from was deleted.`
    : t`This map grew from no other. Grow a future map from it first.`;
}

/** A map that was just grown opens with the current one beside it; what is wished before that is known waits for it. */
function useWished(base: string, lay: () => Promise<void>): () => void {
  const { state } = useLocation();
  const [isWished, setWished] = useState(() => Boolean((state as { beside?: boolean } | null)?.beside));
  useEffect(() => {
    if (!isWished || !base) return;
    setWished(false);
    void lay();
  }, [isWished, base, lay]);
  return useCallback(() => setWished(true), []);
}

function useFollowing({ id, snapshot, look, setLook }: Laid, base: string): void {
  const isLaid = look?.of === "base";
  const isSaved = snapshot.status.pending === 0;
  const { records } = snapshot;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the records say when, not what
  useEffect(() => {
    if (!isLaid || !isSaved) return undefined;
    const timer = setTimeout(async () => {
      const fresh = await lookBeside(id, base, look).catch(() => null);
      if (fresh) setLook((now) => (now?.of === "base" ? { ...fresh, side: now.side } : now));
    }, CALM);
    return () => clearTimeout(timer);
  }, [id, base, isLaid, isSaved, records, setLook]);
}

async function lookBeside(id: string, base: string, before: Look | null): Promise<Look> {
  const [then, found] = await Promise.all([
    ask(readMap({ path: { id: base } })),
    ask(readDifferencesBetween({ path: { id: base, other: id } })),
  ]);
  const isSame = before?.of === "base" && before.seq === then.seq;
  const records = isSame ? before.records : recordsFrom(then.records);
  const header = records.get("map");
  return {
    of: "base",
    base,
    seq: then.seq,
    title: (header?.type === "map" && header.title) || t`Untitled map`,
    records,
    differences: inTheJourney(found),
    side: "now",
  };
}

function walk(store: EditorStore, look: Look | null, by: 1 | -1): boolean {
  if (!look) return false;
  const { sheet, at } = store.getSnapshot();
  const place = differenceAfter(sheet, at, placesOf(sheet, look.differences, look.records), by);
  if (place) visit(store, place);
  else say(t`Nothing is different.`);
  return true;
}
