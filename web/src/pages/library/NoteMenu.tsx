import { t } from "@lingui/core/macro";
import { ArrowDown, ArrowUp, CornerDownRight, MoreHorizontal, Trash2 } from "lucide-react";
import { EMPATHY, type EmpathyField, shifted } from "../../editor/shelf";
import { Button } from "../../ui/Button";
import { Menu } from "../../ui/Menu";
import { useShelf } from "./context";
import { EMPATHY_WORDS } from "./words";

interface NoteMenuProps {
  text: string;
  field: EmpathyField;
  texts: readonly string[];
  onWrite: (texts: string[]) => void;
  onMove: (to: EmpathyField) => void;
  onRemove: () => void;
}

/** What can be done with a note of the empathy map: all that a pointer can. */
export function NoteMenu({ text, field, texts, onWrite, onMove, onRemove }: NoteMenuProps) {
  const { isReadOnly } = useShelf();
  const elsewhere = EMPATHY.filter((other) => other !== field).map((other) => ({
    id: other,
    label: t`To ${EMPATHY_WORDS[other]}`,
    icon: <CornerDownRight size={14} className="mirrors" />,
    act: () => onMove(other),
  }));
  return (
    <Menu
      label={t`What can be done with “${text}”`}
      trigger={
        <Button
          className="button-icon text-remove"
          aria-label={t`More for “${text}”`}
          isDisabled={isReadOnly}
        >
          <MoreHorizontal size={14} />
        </Button>
      }
      items={[
        ...elsewhere,
        "line",
        {
          id: "up",
          label: t`Up`,
          icon: <ArrowUp size={14} />,
          isDisabled: texts[0] === text,
          act: () => onWrite(shifted(texts, text, -1)),
        },
        {
          id: "down",
          label: t`Down`,
          icon: <ArrowDown size={14} />,
          isDisabled: texts.at(-1) === text,
          act: () => onWrite(shifted(texts, text, 1)),
        },
        "line",
        { id: "delete", label: t`Delete note`, icon: <Trash2 size={14} />, isDanger: true, act: onRemove },
      ]}
    />
  );
}
