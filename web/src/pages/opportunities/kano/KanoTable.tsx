import { t } from "@lingui/core/macro";
import type { Drift, Estimate, KanoFeature, KanoFound } from "../../../generated";
import { between, plain } from "../../../ui/format";
import { LETTERS } from "./kano";
import { SetClass } from "./SetClass";
import { CLASS_WORDS } from "./words";

export type KanoNumber = "M" | "O" | "A" | "I" | "R" | "Q" | "better" | "worse" | "refused" | "incomplete";

interface TableProps {
  features: readonly KanoFeature[];
  datasets: readonly string[];
  chosen: string;
  onOpen: (feature: KanoFeature, wave: number, number: KanoNumber) => void;
}

/** What features are to customers: counts, class, what they add and cost; each count opens its customers. */
export function KanoTable({ features, datasets, chosen, onOpen }: TableProps) {
  const isTwo = datasets.length === 2;
  return (
    <div className="moments-table">
      <table className="table table-wide numbers" aria-label={t`Kano's classes`}>
        <thead>
          <tr>
            <th>{t`Feature`}</th>
            {isTwo ? <th>{t`Wave`}</th> : null}
            <th>{t`Class`}</th>
            <th className="is-number">n</th>
            {LETTERS.map((letter) => (
              <th key={letter} className="is-number">
                <abbr title={CLASS_WORDS[letter]}>{letter}</abbr>
              </th>
            ))}
            <th className="is-number">{t`Better`}</th>
            <th className="is-number">{t`Worse`}</th>
            <th className="is-number">{t`Refused`}</th>
            <th>{isTwo ? t`Changed` : t`Opportunity`}</th>
          </tr>
        </thead>
        <tbody>
          {features.flatMap((feature) =>
            feature.waves.map((found, wave) => (
              <Row
                key={`${feature.pair.feature}-${datasets[wave]}-${wave === 0 ? "first" : "second"}`}
                feature={feature}
                found={found}
                wave={isTwo ? wave : null}
                dataset={datasets[wave] ?? ""}
                isChosen={feature.pair.feature === chosen}
                onOpen={(number) => onOpen(feature, wave, number)}
              />
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  feature: KanoFeature;
  found: KanoFound;
  /** Which of two waves; nothing of one. */
  wave: number | null;
  dataset: string;
  isChosen: boolean;
  onOpen: (number: KanoNumber) => void;
}

function Row({ feature, found, wave, dataset, isChosen, onOpen }: RowProps) {
  const { kano, refused, incomplete, refused_answers = [] } = found;
  const name = feature.pair.feature;
  const isLast = wave === null || wave === feature.waves.length - 1;
  return (
    <tr className={isChosen ? "is-chosen" : ""}>
      <th scope="row" dir="auto">
        {name}
      </th>
      {wave === null ? null : <td>{wave === 0 ? t`first` : t`second`}</td>}
      <td>{classInWords(found)}</td>
      <td className="is-number">{plain(kano.n)}</td>
      {LETTERS.map((letter) => (
        <td key={letter} className="is-number">
          <Count
            n={kano.counts[letter] ?? 0}
            name={t`${name}, ${CLASS_WORDS[letter]}: ${plain(kano.counts[letter] ?? 0)}`}
            onOpen={() => onOpen(letter)}
          />
        </td>
      ))}
      <Share estimate={kano.better} name={t`${name}, better`} onOpen={() => onOpen("better")} />
      <Share estimate={kano.worse} name={t`${name}, worse`} onOpen={() => onOpen("worse")} />
      <td className="is-number">
        <Count n={refused} name={t`${name}, refused: ${plain(refused)}`} onOpen={() => onOpen("refused")} />
        {refused > 0 ? (
          <span className="caption" dir="auto">
            {refused_answers
              .slice(0, 3)
              .map(({ said_with, said_without }) => `${said_with} / ${said_without}`)
              .join("; ")}
          </span>
        ) : null}
        {incomplete > 0 ? (
          <button type="button" className="link caption" onClick={() => onOpen("incomplete")}>
            {t`${plain(incomplete)} gave one answer of two`}
          </button>
        ) : null}
      </td>
      <td>
        {feature.drift && isLast ? driftInWords(feature.drift) : null}
        {isLast ? <SetClass feature={name} found={found} dataset={dataset} /> : null}
      </td>
    </tr>
  );
}

function classInWords({ kano }: KanoFound): string {
  if (kano.too_few || !kano.letter) return t`too few to say`;
  const word = CLASS_WORDS[kano.letter];
  return kano.sure ? word : t`${word} (class not sure)`;
}

function driftInWords({ was, now, p, q, changed }: Drift): string {
  if (p == null || q == null || !was || !now) return t`too few to say`;
  return changed ? t`was ${CLASS_WORDS[was]}, is ${CLASS_WORDS[now]}` : t`no change beyond chance`;
}

function Count({ n, name, onOpen }: { n: number; name: string; onOpen: () => void }) {
  if (n === 0) return <span>{plain(0)}</span>;
  return (
    <button type="button" className="link" aria-label={name} onClick={onOpen}>
      {plain(n)}
    </button>
  );
}

interface ShareProps {
  estimate: Estimate | null | undefined;
  name: string;
  onOpen: () => void;
}

function Share({ estimate, name, onOpen }: ShareProps) {
  if (!estimate) return <td className="is-number">–</td>;
  const { value, low, high } = estimate;
  const words = plain(value, 2);
  return (
    <td className="is-number">
      {value === 0 ? (
        words
      ) : (
        <button type="button" className="link" aria-label={`${name}: ${words}`} onClick={onOpen}>
          {words}
        </button>
      )}
      <span className="caption">{low != null && high != null ? between(low, high, 2) : ""}</span>
    </td>
  );
}
