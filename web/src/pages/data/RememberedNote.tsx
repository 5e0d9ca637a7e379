import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { History } from "lucide-react";
import type { DatasetSummary } from "../../generated";
import { Button } from "../../ui/Button";
import { when } from "../../ui/format";
import { remember } from "./doing";
import { trimmed } from "./kinds";
import type { Draft } from "./wizard";

/** A mapping that a file like this one was imported with: what is called otherwise now, and what could not be mapped. */
export function RememberedNote({ draft, datasets }: { draft: Draft; datasets: readonly DatasetSummary[] }) {
  const { remembered } = draft.preview;
  if (!remembered) return null;
  const { file, at, renamed = [], lacking = [], mapping } = remembered;
  const dataset = datasets.find(({ id }) => id === remembered.dataset)?.name ?? remembered.dataset;
  const isUsed = JSON.stringify(trimmed(mapping)) === JSON.stringify(trimmed(draft.mapping));
  const day = when(at);
  return (
    <section className="offer is-tall" aria-label={t`A mapping from before`}>
      <History size={15} aria-hidden />
      <div>
        <p>
          <Trans>
            A file like this one was imported before: <b dir="auto">{file}</b> into{" "}
            <b dir="auto">{dataset}</b>, {day}.
          </Trans>
        </p>
        {renamed.length > 0 ? (
          <p className="caption">
            {t`Called otherwise now:`}{" "}
            {renamed.slice(0, 12).map(({ was, now }, place) => (
              <span key={was}>
                {place > 0 ? ", " : ""}
                <s dir="auto">{was}</s> → <b dir="auto">{now}</b>
              </span>
            ))}
            {renamed.length > 12 ? " …" : ""}
          </p>
        ) : null}
        {lacking.length > 0 ? (
          <p className="caption is-warn">
            {t`Could not be mapped, since nothing here is like it:`} <b dir="auto">{lacking.join(", ")}</b>
          </p>
        ) : null}
        {mapping.time_is ? (
          <p className="caption is-warn">
            {t`All rows got the moment ${mapping.time_is} then: check that it holds for this file.`}
          </p>
        ) : null}
      </div>
      {isUsed ? (
        <span className="caption">{t`in use`}</span>
      ) : (
        <Button size="small" look="edged" onPress={() => remember(remembered)}>
          {t`Read it the same way`}
        </Button>
      )}
    </section>
  );
}
