import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import { Tip } from "./Tooltip";
import "./controls.css";

interface ButtonProps extends Omit<AriaButtonProps, "className" | "style"> {
  look?: "filled" | "edged" | "quiet";
  size?: "small" | "normal";
  className?: string;
  ref?: Ref<HTMLButtonElement>;
}

/** A button with words; at most one on a screen is filled. */
export function Button({ look = "quiet", size = "normal", className = "", ...rest }: ButtonProps) {
  return <AriaButton {...rest} className={`button button-${look} button-${size} ${className}`} />;
}

interface IconButtonProps extends Omit<AriaButtonProps, "className" | "style" | "children"> {
  label: string;
  keys?: string;
  children: ReactNode;
  className?: string;
}

/** A button with an icon alone (close, more, undo): its word is in the tooltip and its name. */
export function IconButton({ label, keys, children, className = "", ...rest }: IconButtonProps) {
  return (
    <Tip text={label} keys={keys}>
      <AriaButton {...rest} aria-label={label} className={`button button-quiet button-icon ${className}`}>
        {children}
      </AriaButton>
    </Tip>
  );
}
