import { t } from "@lingui/core/macro";
import { Download } from "lucide-react";
import { Button } from "../ui/Button";
import { type Choices, Menu } from "../ui/Menu";

export type FileKind = "pdf" | "svg" | "png" | "csv";

const KINDS: readonly FileKind[] = ["pdf", "svg", "png", "csv"];

interface ExportMenuProps {
  save: (kind: FileKind) => void;
  size?: "small" | "normal";
  /** What this part alone can be kept as. */
  also?: Choices;
}

/** What is shown as a file: a picture as maps are painted, or its rows. */
export function ExportMenu({ save, size = "normal", also = [] }: ExportMenuProps) {
  return (
    <Menu
      label={t`Export as`}
      trigger={
        <Button size={size} look="edged">
          <Download size={14} aria-hidden /> {t`Export`}
        </Button>
      }
      items={[
        ...KINDS.map((kind) => ({ id: kind, label: kind.toUpperCase(), act: () => save(kind) })),
        ...also,
      ]}
    />
  );
}
