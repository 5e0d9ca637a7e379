import { t } from "@lingui/core/macro";
import { Filter, MapPin, Users, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button, IconButton } from "../../ui/Button";
import { customersInWords } from "../../ui/words";
import { boundsInWords, isCount } from "./answers";
import { type Chosen, FigureButton, useDesk } from "./desk";
import { KIND_WORDS } from "./kinds";
import { narrowings, pinnable } from "./pinning";
import { conditionInWords, figureWord, rowInWords } from "./words";

interface FigurePanelProps {
  chosen: Chosen;
  onClose: () => void;
  /** What it is about, where its key does not say it well. */
  title?: string;
  children?: ReactNode;
}

/** All that is known of one row: each number with its interval, its customers, and what to do with it. */
export function FigurePanel({ chosen, onClose, title, children }: FigurePanelProps) {
  const { open, pin, narrow, places } = useDesk();
  const { result, row } = chosen;
  const figures = Object.entries(row.figures);
  const [first, main] = figures[0] ?? [];
  const pinned = pinnable(result.analysis, row)[0];
  return (
    <>
      <header className="panel-head">
        <span className="panel-kind">{KIND_WORDS[result.analysis.analysis]}</span>
        <IconButton label={t`Close`} keys="Esc" onPress={onClose}>
          <X size={16} />
        </IconButton>
        <h2 dir="auto">{title ?? rowInWords(row, result.names)}</h2>
      </header>
      <section className="panel-part">
        <div className="explore-acts">
          {first && main && main.n > 0 ? (
            <Button look="filled" onPress={() => open(chosen, first)}>
              <Users size={14} />{" "}
              {typeof main.customers === "number"
                ? t`Open ${customersInWords(main.customers)}`
                : t`Open the rows`}
            </Button>
          ) : null}
          {pinned ? (
            <Button look="edged" onPress={() => pin(chosen, pinned.figure)}>
              <MapPin size={14} /> {t`Pin to a map`}
            </Button>
          ) : null}
        </div>
        <dl className="explore-figures numbers">
          {figures.map(([name, figure]) => (
            <div key={name}>
              <dt title={result.figures?.[name]}>{figureWord(name)}</dt>
              <dd>
                <FigureButton result={result} row={row} name={name} />
                {isCount(figure) ? null : <span className="caption">{boundsInWords(figure)}</span>}
              </dd>
            </div>
          ))}
        </dl>
        {children}
      </section>
      <section className="panel-part" aria-label={t`Look at fewer`}>
        {narrowings(result.analysis, row).map((one) => (
          <button
            key={JSON.stringify(one)}
            type="button"
            className="explore-narrow"
            onClick={() => narrow(one)}
          >
            <Filter size={13} aria-hidden />
            {one.kind === "without"
              ? t`Look without it`
              : t`Only customers who ${conditionInWords(one, places)}`}
          </button>
        ))}
      </section>
    </>
  );
}
