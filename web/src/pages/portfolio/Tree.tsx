import { plural, t } from "@lingui/core/macro";
import { ChevronDown, ChevronRight } from "lucide-react";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { Link, useNavigate } from "react-router";
import { GRADES } from "../../editor/grade";
import type { Branch } from "../../generated";
import { ask, readLibrary } from "../../transport";
import { day } from "../../ui/format";
import { GradeMark } from "../../ui/Marks";
import { KIND_WORDS, STATUS_WORDS } from "../map/words";
import { useAsked } from "../useAsked";
import type { Known } from "./asking";
import { CountedCell, PileNumber } from "./Numbers";
import { levelsOf, shownOf, stepTo } from "./unfolding";
import { COLUMNS, MEANINGS, WHY } from "./words";

interface TreeProps {
  branches: readonly Branch[];
  known: ReadonlyMap<string, Known>;
}

/** All journeys by level: each map below the step that opens it. The arrow keys walk it, fold it and unfold it. */
export function Tree({ branches, known }: TreeProps) {
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const [at, setAt] = useState(0);
  const table = useRef<HTMLTableElement>(null);
  const go = useNavigate();
  const shown = useMemo(() => shownOf(branches, folded), [branches, folded]);
  const places = useMemo(() => levelsOf(branches), [branches]);
  const people = usePersonas();
  const fold = (row: number, isFolded: boolean) => {
    const next = new Set(folded);
    if (isFolded) next.add(row);
    else next.delete(row);
    setFolded(next);
  };
  const focus = (row: number) => {
    setAt(row);
    table.current?.querySelector<HTMLElement>(`[data-row="${row}"]`)?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLElement && !event.target.matches("tr")) return;
    const step = stepTo(event.key, { branches, folded, shown, at });
    const branch = branches[at];
    if (event.key === "Enter" && branch && known.has(branch.map)) go(`/maps/${branch.map}`);
    else if (step === null) return;
    else if ("fold" in step) fold(at, step.fold);
    else focus(step.row);
    event.preventDefault();
  };
  return (
    <table
      ref={table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that folds is a treegrid
      role="treegrid"
      aria-label={t`All journeys by level`}
      className="table portfolio-table"
      onKeyDown={press}
    >
      <thead>
        <tr>
          <th scope="col">{t`Journey`}</th>
          <th scope="col" className="tree-owner">{t`Owner, persona`}</th>
          <th scope="col">{t`Status, size`}</th>
          <th scope="col">{t`Proof of its cards`}</th>
          <th scope="col" title={MEANINGS.evidence}>
            {COLUMNS.evidence}
          </th>
          <th scope="col" className="is-number" title={MEANINGS.stale}>
            {COLUMNS.stale}
          </th>
          <th scope="col" title={MEANINGS.review}>
            {COLUMNS.review}
          </th>
          <th scope="col" className="is-number" title={MEANINGS.fit}>
            {COLUMNS.fit}
          </th>
          <th scope="col" className="is-number" title={MEANINGS.score}>
            {COLUMNS.score}
          </th>
          <th scope="col" className="is-number" title={MEANINGS.opportunities}>
            {t`Opportunities`}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => {
          const branch = branches[row];
          if (!branch) return null;
          const place = places[row];
          return (
            <tr
              key={row}
              data-row={row}
              tabIndex={row === at ? 0 : -1}
              aria-level={(branch.level ?? 0) + 1}
              aria-posinset={place?.place}
              aria-setsize={place?.of}
              aria-expanded={place?.isParent ? !folded.has(row) : undefined}
              onFocus={() => setAt(row)}
            >
              <Title
                branch={branch}
                known={known.get(branch.map)}
                isParent={place?.isParent ?? false}
                isFolded={folded.has(row)}
                isAt={row === at}
                fold={(isFolded) => fold(row, isFolded)}
              />
              <Rest known={known.get(branch.map)} people={people} isAt={row === at} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface TitleProps {
  branch: Branch;
  known: Known | undefined;
  isParent: boolean;
  isFolded: boolean;
  isAt: boolean;
  fold: (isFolded: boolean) => void;
}

function Title({ branch, known, isParent, isFolded, isAt, fold }: TitleProps) {
  const { level = 0, name, why } = branch;
  const title = known?.journey.title ?? t`A map that was deleted`;
  return (
    <th scope="row">
      <span className="tree-title" style={{ paddingInlineStart: `${level * 20}px` }}>
        {isParent ? (
          <button
            type="button"
            tabIndex={-1}
            className="tree-fold"
            aria-label={isFolded ? t`Unfold ${title}` : t`Fold ${title}`}
            onClick={() => fold(!isFolded)}
          >
            {isFolded ? <ChevronRight size={14} className="mirrors" /> : <ChevronDown size={14} />}
          </button>
        ) : (
          <span className="tree-fold" />
        )}
        <span className="tree-words">
          {known ? (
            <Link to={`/maps/${branch.map}`} tabIndex={isAt ? 0 : -1} dir="auto">
              {title}
            </Link>
          ) : (
            <span>{title}</span>
          )}
          <span className="caption">
            {known ? KIND_WORDS[known.journey.kind] : ""}
            {known && name ? " · " : ""}
            {name ? (
              <>
                {t`step`} <span dir="auto">{name}</span>
              </>
            ) : null}
            {why && known ? <span className="tree-why"> · {WHY[why]}</span> : null}
          </span>
        </span>
      </span>
    </th>
  );
}

interface RestProps {
  known: Known | undefined;
  people: ReadonlyMap<string, string>;
  isAt: boolean;
}

function Rest({ known, people, isAt }: RestProps) {
  if (!known) return <td colSpan={9} />;
  const { journey } = known;
  const { personas, owner, team, status, stages, cards, grades, evidence, reviewed } = journey;
  const named = personas.map((id) => people.get(id)).filter(Boolean);
  return (
    <>
      <td>
        {owner || team ? (
          <span dir="auto">{[owner, team].filter(Boolean).join(" · ")}</span>
        ) : (
          <span className="is-wanting">{t`nobody`}</span>
        )}
        <span className="tree-below caption" dir="auto">
          {named.join(", ") || t`no persona`}
        </span>
      </td>
      <td>
        {STATUS_WORDS[status as keyof typeof STATUS_WORDS] ?? status}
        <span className="tree-below caption numbers">
          {plural(stages, { one: "# stage", other: "# stages" })},{" "}
          {plural(cards, { one: "# card", other: "# cards" })}
        </span>
      </td>
      <td>
        <span className="tree-grades numbers">
          {GRADES.map((grade) => (
            <span key={grade}>
              <GradeMark grade={grade} isNamed={false} />
              <PileNumber known={known} pile={grade} count={grades[grade] ?? 0} isAt={isAt} />
            </span>
          ))}
        </span>
      </td>
      <td className="numbers">
        {evidence ? day(evidence) : <span className="is-wanting">{t`no date`}</span>}
      </td>
      <td className="is-number">
        <PileNumber known={known} pile="stale" count={known.heat.stale?.value ?? 0} isAt={isAt} />
      </td>
      <td className="numbers">
        {reviewed ? day(reviewed) : <span className="caption">{t`never`}</span>}
        {known.heat.review?.word === "due" ? <span className="is-wanting"> {t`due`}</span> : null}
      </td>
      <td className="is-number">
        <CountedCell known={known} column="fit" isAt={isAt} />
      </td>
      <td className="is-number">
        <CountedCell known={known} column="score" isAt={isAt} />
      </td>
      <td className="is-number">
        <PileNumber
          known={known}
          pile="opportunities"
          count={known.heat.opportunities?.value ?? 0}
          isAt={isAt}
        />
      </td>
    </>
  );
}

/** The names of the personas, by their ids. */
function usePersonas(): ReadonlyMap<string, string> {
  const { data } = useAsked(["library", "records"], () => ask(readLibrary()));
  return useMemo(
    () =>
      new Map(
        Object.entries(data?.records ?? {}).flatMap(([id, record]) =>
          record.type === "persona" ? [[id, record.name] as const] : [],
        ),
      ),
    [data],
  );
}
