import { msg, t } from "@lingui/core/macro";
import { ChevronRight } from "lucide-react";
import { type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
import { useNavigate } from "react-router";
import { type ImpactNode, impactTree, LEVELS, type Level, type Standing, seen } from "../../editor/grids";
import { spoken } from "../../editor/spoken";
import { Button } from "../../ui/Button";
import { isMirrored } from "../../ui/language";
import { useShelf, useShelved } from "../library/context";
import { PROGRESS_WORDS } from "../map/words";
import { OPPORTUNITIES } from "./addresses";

const LEVEL_WORDS: Readonly<Record<Level, string>> = spoken({
  goal: msg`Goal`,
  persona: msg`Persona`,
  impact: msg`Impact`,
  opportunity: msg`Opportunity`,
});
const MISSING: Readonly<Record<Level, string>> = spoken({
  goal: msg`No goal said yet`,
  persona: msg`No persona said yet`,
  impact: msg`No impact said yet`,
  opportunity: msg`An opportunity that is gone`,
});

/** Why each opportunity is there: the goal it serves, whom that needs, and what they would do differently. */
export function ImpactView() {
  const [isTable, setTable] = useState(false);
  const tree = impactTree(useShelved("opportunity"));
  return (
    <>
      <div className="shelf-tools">
        <p className="shelf-hint">
          {t`Arrow keys walk the tree: up and down, along to open, back to close; Enter opens an opportunity.`}
        </p>
        <Button size="small" look="edged" aria-pressed={isTable} onPress={() => setTable(!isTable)}>
          {t`Table`}
        </Button>
      </div>
      {isTable ? <ImpactTable tree={tree} /> : <Tree tree={tree} />}
    </>
  );
}

/** What a node is called. */
function useNames(): (node: ImpactNode) => string {
  const { records } = useShelf();
  return ({ level, value }) => {
    const record = records.get(value);
    const named = record && "name" in record ? (record.name ?? "") : "";
    const words = level === "persona" || level === "opportunity" ? named : value;
    return words || MISSING[level];
  };
}

function Tree({ tree }: { tree: readonly ImpactNode[] }) {
  const navigate = useNavigate();
  const whole = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState("");
  const rows = seen(tree, closed);
  const here = rows.find(({ node }) => node.key === at) ?? rows[0];
  const go = (row: Standing | undefined) => {
    if (!row) return;
    setAt(row.node.key);
    whole.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(row.node.key)}"]`)?.focus();
  };
  const open = ({ level, value }: ImpactNode) => {
    if (level === "opportunity") navigate(`${OPPORTUNITIES}/${value}`);
  };
  const turn = (key: string) => {
    const next = new Set(closed);
    if (!next.delete(key)) next.add(key);
    setClosed(next);
  };
  const press = (event: KeyboardEvent) => {
    const act = here && keyed(event.key, here, { rows, closed, go, turn, open });
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const pick = (node: ImpactNode) => {
    setAt(node.key);
    if (node.children.length === 0) open(node);
    else turn(node.key);
  };
  return (
    <div ref={whole} role="tree" aria-label={t`Impact map`} className="impact" onKeyDown={press}>
      {tree.map((node) => (
        <Branch
          key={node.key}
          node={node}
          depth={0}
          at={here?.node.key ?? ""}
          closed={closed}
          onPick={pick}
        />
      ))}
    </div>
  );
}

interface BranchProps {
  node: ImpactNode;
  depth: number;
  /** The node in focus. */
  at: string;
  closed: ReadonlySet<string>;
  onPick: (node: ImpactNode) => void;
}

/** A node, and beside it what lies below it. */
function Branch({ node, depth, at, closed, onPick }: BranchProps) {
  const name = useNames()(node);
  const isAt = node.key === at;
  const isClosed = closed.has(node.key);
  const isLeaf = node.children.length === 0;
  const word = LEVEL_WORDS[node.level];
  const pick = (event: MouseEvent) => {
    event.stopPropagation();
    onPick(node);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys of all its nodes
    <div
      role="treeitem"
      aria-level={depth + 1}
      aria-selected={isAt}
      aria-label={`${word}: ${name}`}
      aria-expanded={isLeaf ? undefined : !isClosed}
      tabIndex={isAt ? 0 : -1}
      data-node={node.key}
      className={`impact-node impact-${node.level} ${node.value ? "" : "is-unsaid"}`}
      onClick={pick}
    >
      <span className="impact-words">
        <span className="caption">
          {isLeaf ? null : (
            <ChevronRight size={11} className={isClosed ? "mirrors" : "impact-open"} aria-hidden />
          )}
          {word}
        </span>
        <span dir="auto">{name}</span>
        <Progress node={node} />
      </span>
      {isLeaf || isClosed ? null : (
        // biome-ignore lint/a11y/useSemanticElements: a group of a tree, not of a form
        <div role="group" className="impact-below">
          {node.children.map((child) => (
            <Branch key={child.key} node={child} depth={depth + 1} at={at} closed={closed} onPick={onPick} />
          ))}
        </div>
      )}
    </div>
  );
}

function Progress({ node }: { node: ImpactNode }) {
  const { records } = useShelf();
  const record = records.get(node.value);
  if (node.level !== "opportunity" || record?.type !== "opportunity") return null;
  return <span className="caption">{PROGRESS_WORDS[record.status || "open"]}</span>;
}

interface Walk {
  rows: readonly Standing[];
  closed: ReadonlySet<string>;
  go: (row: Standing | undefined) => void;
  turn: (key: string) => void;
  open: (node: ImpactNode) => void;
}

const SIDES: Readonly<Record<string, string>> = isMirrored
  ? { ArrowLeft: "along", ArrowRight: "back" }
  : { ArrowRight: "along", ArrowLeft: "back" };

/** What a key does at a node, as trees have it. */
function keyed(
  key: string,
  here: Standing,
  { rows, closed, go, turn, open }: Walk,
): (() => void) | undefined {
  const place = rows.indexOf(here);
  const { node, above } = here;
  const isOpen = node.children.length > 0 && !closed.has(node.key);
  const acts: Record<string, () => void> = {
    ArrowDown: () => go(rows[place + 1]),
    ArrowUp: () => go(rows[place - 1]),
    Home: () => go(rows[0]),
    End: () => go(rows.at(-1)),
    along: () => (isOpen ? go(rows[place + 1]) : closed.has(node.key) && turn(node.key)),
    back: () => (isOpen ? turn(node.key) : go(rows.find((row) => row.node.key === above))),
    Enter: () => (node.level === "opportunity" ? open(node) : turn(node.key)),
  };
  return acts[SIDES[key] ?? key];
}

function ImpactTable({ tree }: { tree: readonly ImpactNode[] }) {
  const nameOf = useNames();
  const paths = pathsOf(tree);
  return (
    <div className="opportunity-table">
      <table>
        <thead>
          <tr>
            {LEVELS.map((level) => (
              <th key={level} scope="col">
                {LEVEL_WORDS[level]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {paths.map((path) => (
            <tr key={path.at(-1)?.key}>
              {path.map((node) => (
                <td key={node.key} dir="auto" className={node.value ? "" : "is-missing"}>
                  {nameOf(node)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function pathsOf(nodes: readonly ImpactNode[]): ImpactNode[][] {
  return nodes.flatMap((node) =>
    node.children.length === 0 ? [[node]] : pathsOf(node.children).map((path) => [node, ...path]),
  );
}
