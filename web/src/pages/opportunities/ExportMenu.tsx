import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import { Download } from "lucide-react";
import { Button } from "../../ui/Button";
import { Menu } from "../../ui/Menu";
import { saveFrom } from "../map/exporting";

const FORMATS = ["pdf", "svg", "png", "csv"] as const;

/** What is shown as a file: a picture as maps are painted, or its rows. */
export function ExportMenu({ address }: { address: string }) {
  const bring = (format: string) => saveFrom(`${address}&format=${format}&language=${i18n.locale}`);
  return (
    <Menu
      label={t`Export as`}
      trigger={
        <Button>
          <Download size={15} /> {t`Export`}
        </Button>
      }
      items={FORMATS.map((format) => ({
        id: format,
        label: format.toUpperCase(),
        act: () => void bring(format),
      }))}
    />
  );
}
