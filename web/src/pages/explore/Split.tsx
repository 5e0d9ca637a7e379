import { t } from "@lingui/core/macro";
import { type ReactNode, useState } from "react";
import { AnalysisTable, Definition, rowsShown } from "./AnalysisTable";
import type { Result, Row } from "./answers";
import { FigurePanel } from "./FigurePanel";

interface SplitProps {
  label: string;
  result: Result;
  /** The answers whose rows may be chosen; the first is the one of the table beside. */
  figures?: readonly string[];
  about?: string;
  /** The picture tells all numbers itself; beside it stand those of what is chosen alone. */
  isWhole?: boolean;
  picture: (chosen: Row | null, choose: (row: Row | null, of?: Result) => void) => ReactNode;
}

/** A picture, and beside it the numbers of what is chosen in it, and all numbers. */
export function Split({ label, result, figures, about, isWhole = false, picture }: SplitProps) {
  const [chosen, setChosen] = useState<{ row: Row; of: Result } | null>(null);
  const choose = (row: Row | null, of = result) => setChosen(row ? { row, of } : null);
  return (
    <div className="explore-body">
      <section className="explore-picture is-scrolling" aria-label={label}>
        {picture(chosen?.row ?? null, choose)}
      </section>
      {chosen || !isWhole ? (
        <aside className="panel" aria-label={t`Numbers`}>
          {chosen ? (
            <FigurePanel chosen={{ result: chosen.of, row: chosen.row }} onClose={() => setChosen(null)} />
          ) : null}
          {isWhole ? null : (
            <section className="panel-part explore-all">
              <header className="part-head">
                <h2>{t`All numbers`}</h2>
                <span className="caption numbers">{rowsShown((result.rows ?? []).length, result)}</span>
              </header>
              <AnalysisTable
                result={result}
                label={label}
                {...(figures ? { figures } : {})}
                {...(about ? { about } : {})}
                isChosen={(row) => row === chosen?.row}
              />
              <Definition result={result} />
            </section>
          )}
        </aside>
      ) : null}
    </div>
  );
}
