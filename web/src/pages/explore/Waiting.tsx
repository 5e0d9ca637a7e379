import { t } from "@lingui/core/macro";

/** A picture that is not there yet. */
export function Waiting() {
  return (
    <div className="explore-waits" role="status" aria-busy="true" aria-label={t`The numbers are counted`} />
  );
}
