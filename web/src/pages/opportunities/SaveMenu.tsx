import { t } from "@lingui/core/macro";
import { Download } from "lucide-react";
import { Button } from "../../ui/Button";
import { Menu } from "../../ui/Menu";

export type FileKind = "pdf" | "svg" | "png" | "csv";

const KINDS: readonly FileKind[] = ["pdf", "svg", "png", "csv"];

/** The files as which a view leaves. */
export function SaveMenu({ save }: { save: (kind: FileKind) => void }) {
  const label = t`Export`;
  return (
    <Menu
      label={label}
      trigger={
        <Button size="small" look="edged">
          <Download size={13} /> {label}
        </Button>
      }
      items={KINDS.map((kind) => ({ id: kind, label: kind.toUpperCase(), act: () => save(kind) }))}
    />
  );
}
