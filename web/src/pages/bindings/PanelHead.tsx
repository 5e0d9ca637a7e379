import { t } from "@lingui/core/macro";
import { ChevronLeft, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button, IconButton } from "../../ui/Button";

interface HeadProps {
  kind: string;
  name: string;
  onClose: () => void;
  children?: ReactNode;
}

/** The head of what stands beside the list; on a narrow screen it leads back to it. */
export function PanelHead({ kind, name, onClose, children }: HeadProps) {
  return (
    <header className="bind-panel-head">
      <Button className="bind-back" onPress={onClose}>
        <ChevronLeft size={15} className="mirrors" aria-hidden /> {t`Back to the list`}
      </Button>
      <span className="caption">{kind}</span>
      <span className="bind-panel-acts">
        {children}
        <IconButton label={t`Close`} keys="Esc" onPress={onClose}>
          <X size={16} />
        </IconButton>
      </span>
      <h2 dir="auto">{name}</h2>
    </header>
  );
}
