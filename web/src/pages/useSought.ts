import { useEffect, useRef } from "react";
import { useSearchParams } from "react-router";

/** For a part of a page that an address may name as `?at=`: then it stands out, and has the focus as soon as it is there. */
export function useSought<Part extends HTMLElement>(id: string) {
  const [asked] = useSearchParams();
  const isSought = asked.get("at") === id;
  const ref = useRef<Part>(null);
  useEffect(() => {
    if (!isSought) return;
    ref.current?.focus({ preventScroll: true });
    ref.current?.scrollIntoView({ block: "center" });
  }, [isSought]);
  return isSought ? { ref, tabIndex: -1, className: "is-sought" } : { ref };
}
