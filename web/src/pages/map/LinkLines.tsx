import { t } from "@lingui/core/macro";
import { memo, useMemo } from "react";
import { type Line, linesOf } from "../../editor/links";
import type { Column, StepLink } from "../../editor/sheet";
import { useEditor, useFollowed } from "./context";
import { LinkMark } from "./LinkMark";
import { LinkFollowed } from "./parts";
import "./links.css";

interface LinesProps {
  links: readonly StepLink[];
  columns: readonly Column[];
}

/** The links as lines that hang below the heads of the steps; in words they are in each head, the panel and the outline. */
export const LinkLines = memo(function LinkLines({ links, columns }: LinesProps) {
  const isShown = useEditor((state) => state.areLinksShown);
  const { lines, tracks } = useMemo(() => linesOf(links, columns), [links, columns]);
  if (!isShown || tracks === 0) return null;
  return (
    <div className="row row-links" aria-hidden>
      <span className="corner">{t`Links`}</span>
      <div className="link-lines" style={{ "--tracks": tracks } as React.CSSProperties}>
        {lines.map((line) => (
          <LinkLine key={line.found.id} line={line} />
        ))}
      </div>
    </div>
  );
});

function LinkLine({ line: { found, start, end, isBack, track } }: { line: Line }) {
  const here = useEditor(({ at }) => at?.column === found.link.source || at?.column === found.link.target);
  const isFollowed = useFollowed();
  const { kind = "next", condition = "" } = found.link;
  const isBoth = kind === "two-way";
  const ends =
    kind === "parallel"
      ? "" // neither leads to the other
      : `${isBack || isBoth ? "leads-back" : ""} ${!isBack || isBoth ? "leads-on" : ""}`;
  const style = {
    insetInlineStart: `${start * 100}%`,
    inlineSize: `${(end - start) * 100}%`,
    "--track": track,
  } as React.CSSProperties;
  return (
    <span className={`link-line link-${kind} ${ends} ${here ? "is-near" : ""}`} style={style}>
      {kind === "next" ? null : (
        <span className="link-label" title={condition}>
          <LinkMark kind={kind} size={11} />
          {condition ? <span dir="auto">{condition}</span> : null}
        </span>
      )}
      {isFollowed ? <LinkFollowed id={found.id} /> : null}
    </span>
  );
}
