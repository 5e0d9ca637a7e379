import { t } from "@lingui/core/macro";
import type { CSSProperties } from "react";
import { Switch } from "../../ui/Field";
import { plain } from "../../ui/format";
import { Select } from "../../ui/Select";
import { customersInWords } from "../../ui/words";
import { type Figure, nameOf, pathOf, type Result, valueInWords } from "./answers";
import { hues } from "./barcode";
import { useDesk } from "./desk";
import { type Block, branchId, icicle, TALL } from "./icicle";
import { PlaceChoice } from "./PlaceChoice";
import { Split } from "./Split";

const LEGIBLE = 15; // pixels below which a block has no words

/** What followed a place, or went before it: blocks as tall as their customers, each beside the one that it follows. */
export function TreeView({ result }: { result: Result }) {
  const { looking } = useDesk();
  const rows = new Map((result.rows ?? []).map((row) => [branchId(pathOf(row.key.path ?? "") ?? []), row]));
  const branches = [...rows.values()].map((row) => ({
    path: pathOf(row.key.path ?? "") ?? [],
    customers: row.figures.customers?.value ?? 0,
  }));
  const blocks = icicle(branches);
  const depth = Math.max(1, ...blocks.map((block) => block.depth));
  const colours = hues(blocks.flatMap(({ path }) => path));
  const isBack = looking.asked.back === true;
  return (
    <Split
      label={t`Path tree`}
      result={result}
      about={t`Path`}
      figures={["customers", "share", "median_hours"]}
      picture={(chosen, choose) => (
        <div className={`icicle ${isBack ? "is-back" : ""}`} style={{ blockSize: TALL + 8 }}>
          {blocks.map((block) => {
            const row = rows.get(block.id);
            const at = isBack ? depth - block.depth : block.depth - 1;
            return (
              <BlockButton
                key={block.id}
                block={block}
                result={result}
                share={row?.figures.share}
                isChosen={row !== undefined && row === chosen}
                choose={() => (row ? choose(row === chosen ? null : row) : undefined)}
                style={{
                  insetInlineStart: `${(at / depth) * 100}%`,
                  inlineSize: `calc(${100 / depth}% - 4px)`,
                  borderColor: colours.get(block.path.at(-1) ?? ""),
                }}
              />
            );
          })}
        </div>
      )}
    />
  );
}

interface BlockProps {
  block: Block;
  result: Result;
  share: Figure | undefined;
  isChosen: boolean;
  choose: () => void;
  style: CSSProperties;
}

function BlockButton({ block, result, share, isChosen, choose, style }: BlockProps) {
  const { path, top, height, customers } = block;
  const names = path.map((one) => nameOf(result.names, one));
  return (
    <button
      type="button"
      className={`icicle-block ${isChosen ? "is-chosen" : ""}`}
      aria-pressed={isChosen}
      title={`${names.at(-1)}, ${customersInWords(customers)}`}
      style={{ ...style, insetBlockStart: top, blockSize: Math.max(height - 1, 1) }}
      onClick={choose}
    >
      <span className={`numbers ${height >= LEGIBLE ? "" : "only-read"}`} dir="auto">
        <span className="only-read">{names.slice(0, -1).map((name) => `${name} → `)}</span>
        {names.at(-1)} <span className="caption">{plain(customers)}</span>{" "}
        <span className={height >= 2 * LEGIBLE ? "caption" : "only-read"}>{valueInWords(share)}</span>
      </span>
    </button>
  );
}

/** From where the tree grows, in which direction, and how far. */
export function TreeAsked() {
  const { looking, look } = useDesk();
  const { asked } = looking;
  const root = (asked.root as string[] | undefined)?.[0] ?? "";
  const set = (name: string, value: unknown) => {
    const { [name]: _, ...others } = asked;
    look({ asked: value ? { ...others, [name]: value } : others });
  };
  return (
    <fieldset className="asked asked-line">
      <legend className="only-read">{t`What the tree asks`}</legend>
      <PlaceChoice
        label={t`From`}
        value={root}
        none={asked.back === true ? t`the end of each path` : t`the beginning of each path`}
        onChange={(id) => set("root", id ? [id] : null)}
      />
      <Select
        label={t`Steps`}
        value={String(asked.depth ?? 3)}
        options={[2, 3, 4, 5, 6].map((depth) => ({ id: String(depth), label: plain(depth) }))}
        onChange={(depth) => set("depth", Number(depth))}
      />
      <Switch isOn={asked.back === true} onChange={(isOn) => set("back", isOn)}>
        {t`What went before`}
      </Switch>
    </fieldset>
  );
}
