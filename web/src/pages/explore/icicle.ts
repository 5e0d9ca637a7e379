// A path tree as blocks: each as tall as its customers, beside the one that it follows.

export interface Branch {
  /** The nodes from the root to here. */
  path: readonly string[];
  customers: number;
}

export interface Block extends Branch {
  id: string;
  depth: number;
  top: number;
  height: number;
}

export const TALL = 520;

export function branchId(path: readonly string[]): string {
  return JSON.stringify(path);
}

/** The blocks of a tree: those with the most customers on top, each within the height of its parent. */
export function icicle(branches: readonly Branch[], tall = TALL): Block[] {
  const scale = tall / Math.max(1, sum(branches.filter(({ path }) => path.length === 1)));
  const below = new Map<string, Branch[]>();
  for (const branch of branches) {
    const parent = branchId(branch.path.slice(0, -1));
    below.set(parent, [...(below.get(parent) ?? []), branch]);
  }
  const blocks: Block[] = [];
  const place = (parent: string, start: number) => {
    let top = start;
    for (const branch of [...(below.get(parent) ?? [])].sort(
      (one, other) => other.customers - one.customers,
    )) {
      const height = branch.customers * scale;
      const id = branchId(branch.path);
      blocks.push({ ...branch, id, depth: branch.path.length, top, height });
      place(id, top);
      top += height;
    }
  };
  place(branchId([]), 0);
  return blocks;
}

function sum(branches: readonly Branch[]): number {
  return branches.reduce((total, { customers }) => total + customers, 0);
}
