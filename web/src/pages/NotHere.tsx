import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link } from "react-router";
import { Frame } from "./Frame";

export function NotHere() {
  return (
    <Frame title={t`Nothing here`}>
      <p>
        <Trans>
          There is no page at this address. <Link to="/">Go to all maps</Link>
        </Trans>
      </p>
    </Frame>
  );
}
