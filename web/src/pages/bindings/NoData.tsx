import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { FileUp } from "lucide-react";
import { useNavigate } from "react-router";
import { Button } from "../../ui/Button";
import { Frame } from "../Frame";

/** Before anything is imported: what bindings are for, and how to come to have some. */
export function NoData() {
  const navigate = useNavigate();
  return (
    <Frame title={t`Bindings`}>
      <div className="shelf-offer">
        <h2>{t`Which events are your touchpoints?`}</h2>
        <p>{t`Bindings tie the events of your data to the touchpoints of the library, so that every map counts the same. They need a dataset.`}</p>
        <p className="shelf-hint">
          <Trans>
            Or look at sample data first: <code>footfall demo</code> in a terminal.
          </Trans>
        </p>
        <span>
          <Button look="filled" onPress={() => navigate("/data")}>
            <FileUp size={15} aria-hidden /> {t`Import a file`}
          </Button>
        </span>
      </div>
    </Frame>
  );
}
