import { Trans } from "@lingui/react/macro";

/** Stands where a page should be whose code did not come. */
export function NotReached() {
  return (
    <main className="map-waits">
      <div className="problem" role="alert">
        <p>
          <Trans>The server was not reached. Is it still running?</Trans>
        </p>
        <button type="button" className="link" onClick={() => location.reload()}>
          <Trans>Try again</Trans>
        </button>
      </div>
    </main>
  );
}
