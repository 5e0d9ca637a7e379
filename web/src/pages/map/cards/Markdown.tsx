import { type MouseEvent, memo } from "react";
import { isStyled, type Line, linesOf, type Run } from "../../../editor/markdown";

/** The words of a card in light Markdown. They become nodes, never markup: nothing that was typed can run. */
export const Markdown = memo(function Markdown({ text }: { text: string }) {
  if (!isStyled(text)) return text;
  return linesOf(text).map((line, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
    <Row key={place} line={line} isFirst={place === 0} />
  ));
});

function Row({ line: { runs, mark }, isFirst }: { line: Line; isFirst: boolean }) {
  const words = runs.map((run, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have no identity but their place
    <Styled key={place} run={run} />
  ));
  if (mark === undefined)
    return (
      <>
        {isFirst ? "" : "\n"}
        {words}
      </>
    );
  return (
    <span className="card-item">
      <span>{mark}</span>
      <span>{words}</span>
    </span>
  );
}

function Styled({ run: { text, isBold, isItalic, link } }: { run: Run }) {
  const slanted = isItalic ? <em>{text}</em> : text;
  const words = isBold ? <strong>{slanted}</strong> : slanted;
  return link ? <CardLink href={link}>{words}</CardLink> : words;
}

/** A link out of a card. The arrow keys walk over cards, not links: for the keyboard it stands in the details too. */
export function CardLink({ href, children }: { href: string; children: React.ReactNode }) {
  return (
    <a
      className="card-link"
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      tabIndex={-1}
      draggable={false}
      onDoubleClick={(event: MouseEvent) => event.stopPropagation()}
    >
      {children}
    </a>
  );
}
