import { t } from "@lingui/core/macro";
import { Check } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from "react-aria-components";
import "./controls.css";

export interface Choice {
  id: string;
  label: string;
  icon?: ReactNode;
  keys?: string | undefined;
  hint?: string;
  isDanger?: boolean;
  isDisabled?: boolean;
  isChosen?: boolean;
  act: () => void;
}

export type Choices = (Choice | "line")[];

/** A menu under the button that opens it. */
export function Menu({ label, trigger, items }: { label: string; trigger: ReactElement; items: Choices }) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="floating" offset={4}>
        <MenuList label={label} items={items} />
      </Popover>
    </MenuTrigger>
  );
}

interface MenuListProps {
  label: string;
  items: Choices;
  onClose?: () => void;
}

/** The items of a menu, wherever it stands. */
export function MenuList({ label, items, onClose }: MenuListProps) {
  return (
    <AriaMenu aria-label={label} className="menu" autoFocus="first" {...(onClose ? { onClose } : {})}>
      {items.map((item, place) =>
        item === "line" ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name but its place
          <Separator key={`line-${place}`} className="menu-line" />
        ) : (
          <Item key={item.id} item={item} />
        ),
      )}
    </AriaMenu>
  );
}

function Item({ item }: { item: Choice }) {
  return (
    <MenuItem
      id={item.id}
      textValue={item.label}
      onAction={item.act}
      isDisabled={item.isDisabled ?? false}
      className={`menu-item ${item.isDanger ? "menu-danger" : ""}`}
    >
      <span className="menu-icon">{item.icon}</span>
      <span className="menu-label">
        {item.label}
        {item.hint ? <span className="caption">{item.hint}</span> : null}
      </span>
      {item.isChosen ? <Check size={14} aria-label={t`chosen`} /> : null}
      {item.keys ? <kbd className="keys">{item.keys}</kbd> : null}
    </MenuItem>
  );
}
