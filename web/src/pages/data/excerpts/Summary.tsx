import { t } from "@lingui/core/macro";
import type { Counts } from "../../../generated";
import { plain, signed } from "../../../ui/format";
import type { Wanted } from "./Filters";
import { feelingInWords, themeInWords } from "./words";

const FEELINGS = ["negative", "neutral", "positive", "none"];

interface SummaryProps {
  counts: Counts;
  wanted: Wanted;
  set: (part: Partial<Wanted>) => void;
}

/** How those feel that were found, and what they are about. */
export function Summary({ counts, wanted, set }: SummaryProps) {
  return (
    <div className="excerpt-summary">
      <dl className="excerpt-feelings numbers">
        {FEELINGS.map((feeling) => (
          <div key={feeling}>
            <dt className={`feels-${feeling}`}>{feelingInWords(feeling)}</dt>
            <dd>{plain(counts.feelings[feeling] ?? 0)}</dd>
          </div>
        ))}
        <div>
          <dt>{t`overruled by people`}</dt>
          <dd>{plain(counts.overruled)}</dd>
        </div>
      </dl>
      {counts.themes.length > 0 ? (
        <ul className="excerpt-themes numbers" aria-label={t`Themes`}>
          {counts.themes.slice(0, 12).map(({ theme, excerpts, feeling }) => (
            <li key={theme}>
              <button
                type="button"
                className="excerpt-theme"
                aria-pressed={wanted.theme === theme}
                onClick={() => set({ theme: wanted.theme === theme ? "" : theme })}
              >
                <b dir="auto">{themeInWords(theme)}</b> {plain(excerpts)}
                {feeling == null ? null : <span className="caption">{t`feeling ${signed(feeling, 2)}`}</span>}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
