import { t } from "@lingui/core/macro";
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from "react-aria-components";
import "./controls.css";

export interface Option {
  id: string;
  label: string;
  hint?: string;
  icon?: ReactNode;
}

interface SelectProps {
  label: string;
  /** The name of the record's field, by which others on the page find it. */
  field?: string;
  value: string;
  options: Option[];
  onChange: (id: string) => void;
  isLabelHidden?: boolean;
  icon?: ReactNode;
  placeholder?: string;
}

const NONE = "-"; // React Aria takes no empty key

/** A choice of one among a few. The id "" stands for nothing chosen. */
export function Select({
  label,
  field,
  value,
  options,
  onChange,
  isLabelHidden,
  icon,
  placeholder,
}: SelectProps) {
  return (
    <AriaSelect
      className="field"
      data-field={field}
      value={value || NONE}
      onChange={(key) => onChange(key === NONE ? "" : String(key))}
      {...(isLabelHidden ? { "aria-label": label } : {})}
    >
      {isLabelHidden ? null : <Label className="field-label">{label}</Label>}
      <Button className="select">
        {icon}
        <SelectValue className="select-value">
          {({ selectedText }) => selectedText || (placeholder ?? t`None`)}
        </SelectValue>
        <ChevronDown size={14} className="select-arrow" />
      </Button>
      <Popover className="floating" offset={4}>
        <ListBox className="menu">
          {options.map((option) => (
            <ListBoxItem
              key={option.id || NONE}
              id={option.id || NONE}
              textValue={option.label}
              className="menu-item"
            >
              {option.icon ? <span className="menu-icon">{option.icon}</span> : null}
              <span className="menu-label">
                {option.label}
                {option.hint ? <span className="caption">{option.hint}</span> : null}
              </span>
              {option.id === value ? <Check size={14} aria-hidden /> : null}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
