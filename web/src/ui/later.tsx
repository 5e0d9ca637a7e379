import { t } from "@lingui/core/macro";
import { type ComponentType, type ReactNode, useEffect, useLayoutEffect, useState } from "react";
import { say } from "./Toast";

type Get<Props> = () => Promise<ComponentType<Props>>;

/** A part of a page whose code comes when it is first drawn, or ahead of that; from then on it is drawn at once. */
export interface Later<Props> {
  (props: Props): ReactNode;
  ahead(): Promise<void>;
}

/** Not React's `lazy`: code that is here is drawn with the key that asks for it, so that the next key goes into it. */
export function later<Props extends object>(get: Get<Props>, meanwhile: ReactNode = null): Later<Props> {
  let Part: ComponentType<Props> | null = null;
  const ahead = async () => {
    Part = await get();
  };
  const Drawn = (props: Props) => {
    const isHere = useComing(Part !== null, ahead);
    return Part && isHere ? <Part {...props} /> : meanwhile;
  };
  return Object.assign(Drawn, { ahead });
}

/** Whether the code is here; it is fetched if not, and who waits in vain is told. */
function useComing(isHere: boolean, get: () => Promise<void>): boolean {
  const [hasCome, setCome] = useState(isHere);
  useEffect(() => {
    if (hasCome) return;
    get().then(
      () => setCome(true),
      () => say(t`The server was not reached. Is it still running?`),
    );
  }, [hasCome, get]);
  return hasCome;
}

let stands = () => {};
const standing = new Promise<void>((done) => {
  stands = done;
});

/** Say that the page stands: what was fetched before is what it took, and a test keeps that small. */
export function useStanding(): void {
  // Before the effects of what stands, that fetch more.
  useLayoutEffect(() => {
    performance.mark("footfall-stands");
    stands();
  }, []);
}

/** Get code that is not needed yet, so long after the page stands: opening a part is then quick, and needs no server. */
export function useAhead(gets: readonly (() => Promise<unknown>)[], wait: number): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isGone = false;
    const get = () => void Promise.allSettled(gets.map((each) => each()));
    void standing.then(() => {
      if (!isGone) timer = setTimeout(get, wait);
    });
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [gets, wait]);
}
