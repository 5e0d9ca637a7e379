import { t } from "@lingui/core/macro";
import { Eraser, MoreHorizontal } from "lucide-react";
import { useState } from "react";
import type { Source } from "../../generated";
import { Button } from "../../ui/Button";
import { Confirm } from "../../ui/Dialog";
import { Menu } from "../../ui/Menu";
import { useErasing } from "./using";

interface EraseProps {
  id: string;
  source: Source;
  isDisabled: boolean;
}

/** Take the words of a source away for good, as somebody may ask who spoke them. */
export function EraseMenu({ id, source, isDisabled }: EraseProps) {
  const [isAsking, setAsking] = useState(false);
  const erase = useErasing(id);
  const { name } = source;
  return (
    <>
      <Menu
        label={t`More for ${name}`}
        trigger={
          <Button className="button-icon" aria-label={t`More for ${name}`} isDisabled={isDisabled}>
            <MoreHorizontal size={16} />
          </Button>
        }
        items={[
          {
            id: "erase",
            label: t`Erase its words for good`,
            icon: <Eraser size={14} />,
            isDanger: true,
            act: () => setAsking(true),
          },
        ]}
      />
      <Confirm
        title={t`Erase the words of “${name}”?`}
        verb={t`Erase`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={erase}
      >
        <p>{t`Its transcript and all its excerpts go for good: there is no undo. The source and what cites it stay, without words.`}</p>
      </Confirm>
    </>
  );
}
