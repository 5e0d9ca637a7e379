import type { ReactElement } from "react";
import { Tooltip, TooltipTrigger } from "react-aria-components";
import "./controls.css";

/** A word, and the keys that do the same, for what shows only an icon. */
export function Tip({
  text,
  keys,
  children,
}: {
  text: string;
  keys?: string | undefined;
  children: ReactElement;
}) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <Tooltip className="tooltip" offset={6}>
        {text}
        {keys ? <kbd className="keys">{keys}</kbd> : null}
      </Tooltip>
    </TooltipTrigger>
  );
}
