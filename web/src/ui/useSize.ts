import { useEffect, useState } from "react";

const START = { width: 640, height: 520 };
const LEAST = 220; // px: narrower than this nothing is drawn, there is the table

/** How large a part of the page is, from its first size on; one too narrow to draw in keeps its last. */
export function useSize(ref: { current: HTMLElement | null }): { width: number; height: number } {
  const [size, setSize] = useState(START);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const seen = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width >= LEAST && height > 0)
        setSize((old) => (old.width === width && old.height === height ? old : { width, height }));
    });
    seen.observe(element);
    return () => seen.disconnect();
  }, [ref]);
  return size;
}
