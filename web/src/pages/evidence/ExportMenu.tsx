import { t } from "@lingui/core/macro";
import { FileDown } from "lucide-react";
import { Button } from "../../ui/Button";
import { Menu } from "../../ui/Menu";

interface ExportMenuProps<Format extends string> {
  label: string;
  formats: Readonly<Record<Format, string>>;
  keep: (format: Format) => void;
}

/** A part of the evidence as a file, in one of some formats. */
export function ExportMenu<Format extends string>({ label, formats, keep }: ExportMenuProps<Format>) {
  return (
    <Menu
      label={label}
      trigger={
        <Button look="edged">
          <FileDown size={14} /> {t`Export`}
        </Button>
      }
      items={(Object.keys(formats) as Format[]).map((id) => ({
        id,
        label: formats[id],
        icon: <FileDown size={14} />,
        act: () => keep(id),
      }))}
    />
  );
}
