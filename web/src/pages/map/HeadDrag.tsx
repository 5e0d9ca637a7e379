import { type RefObject, useEffect, useState } from "react";
import { NAMES, STAGES, STEPS } from "../../editor/place";
import type { Sheet } from "../../editor/sheet";
import { laneTo, stageTo, stepTo } from "../../editor/structure";
import { firstColumn } from "../../editor/things";
import type { Op } from "../../generated";
import { whilePressed } from "../pressing";
import { useTools } from "./context";

// Stages, steps and lanes are put elsewhere by dragging their heads; Alt and the arrows do the same.

const SLACK = 5; // pixels that a press may wander and still be a click

interface Line {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Goal {
  line: Line;
  ops(sheet: Sheet): Op[];
}

/** Shows with a line where a head that is dragged would land, and puts it there. */
export function HeadDrag({ grid }: { grid: RefObject<HTMLDivElement | null> }) {
  const tools = useTools();
  const [line, setLine] = useState<Line | null>(null);
  useEffect(() => {
    const element = grid.current;
    if (!element || tools.isReadOnly) return undefined;
    const press = (event: PointerEvent) => {
      const head = headUnder(event);
      if (head) follow(event, (x, y) => goalAt(element, head, x, y), setLine, drop);
    };
    const drop = (goal: Goal) => {
      const { sheet, at } = tools.store.getSnapshot();
      tools.edit(goal.ops(sheet));
      if (at) tools.store.set({ at: standing(tools.store.getSnapshot().sheet, sheet, at) });
    };
    element.addEventListener("pointerdown", press);
    return () => element.removeEventListener("pointerdown", press);
  }, [grid, tools]);
  if (!line) return null;
  return (
    <div className="drag-layer" aria-hidden>
      <span
        className="drop-line"
        style={{ left: line.x, top: line.y, inlineSize: line.width, blockSize: line.height }}
      />
    </div>
  );
}

/** The focus on a stage is at its first column, which may be another one now. */
function standing(now: Sheet, before: Sheet, at: { row: string; column: string; card: string }) {
  const stage = before.columns.find(({ id }) => id === at.column)?.stage;
  return at.row === STAGES && stage ? { ...at, column: firstColumn(now, stage) } : at;
}

function headUnder(event: PointerEvent): HTMLElement | null {
  const target = event.target instanceof Element ? event.target : null;
  const isPress = event.button === 0 && event.pointerType !== "touch" && !event.shiftKey && !event.ctrlKey;
  if (!isPress || target?.closest("button, textarea, input, [data-own-keys]")) return null;
  return target?.closest<HTMLElement>(".head, .lane-name") ?? null;
}

function follow(
  start: PointerEvent,
  goalFor: (x: number, y: number) => Goal | null,
  show: (line: Line | null) => void,
  drop: (goal: Goal) => void,
): void {
  let goal: Goal | null = null;
  let isFar = false;
  const move = ({ clientX, clientY }: PointerEvent) => {
    isFar ||= Math.hypot(clientX - start.clientX, clientY - start.clientY) > SLACK;
    if (!isFar) return;
    getSelection()?.removeAllRanges();
    goal = goalFor(clientX, clientY);
    show(goal?.line ?? null);
  };
  whilePressed({ move, up: () => goal && drop(goal), end: () => show(null) });
}

/** Where a dragged head would land: before or after the head of its kind under the pointer. */
function goalAt(grid: HTMLElement, head: HTMLElement, x: number, y: number): Goal | null {
  const { row = "", column = "" } = head.dataset;
  if (column === NAMES) return laneGoal(grid, row, y);
  const heads = [...grid.querySelectorAll<HTMLElement>(row === STAGES ? ".stage-head" : ".step-head")];
  const isMirrored = getComputedStyle(grid).direction === "rtl";
  const other = heads.find((one) => isWithin(one.getBoundingClientRect(), x));
  const target = other?.dataset.column;
  if (!other || !target) return null;
  const box = other.getBoundingClientRect();
  const isLeft = x < box.left + box.width / 2;
  const isAfter = isLeft === isMirrored;
  const line = { x: (isLeft ? box.left : box.right) - 1, y: box.top, width: 2, height: below(grid, box.top) };
  const ops = (sheet: Sheet) =>
    row === STEPS ? stepOps(sheet, column, target, isAfter) : stageOps(sheet, column, target, isAfter);
  return { line, ops };
}

function isWithin({ left, right }: DOMRect, x: number): boolean {
  return left <= x && x < right;
}

/** As far down as the map is seen. */
function below(grid: HTMLElement, top: number): number {
  const end = Math.min(grid.getBoundingClientRect().bottom, innerHeight);
  return Math.max(0, end - top);
}

function stepOps(sheet: Sheet, step: string, target: string, isAfter: boolean): Op[] {
  const column = sheet.columns.find(({ id }) => id === target);
  if (!column || column.folded || target === step) return [];
  const others = sheet.steps.filter(({ id, stage }) => stage === column.stage && id !== step);
  const place = others.findIndex(({ id }) => id === target);
  return stepTo(sheet, step, column.stage, column.step ? place + (isAfter ? 1 : 0) : 0);
}

function stageOps(sheet: Sheet, from: string, to: string, isAfter: boolean): Op[] {
  const stageOf = (id: string) => sheet.columns.find((column) => column.id === id)?.stage ?? "";
  const [stage, target] = [stageOf(from), stageOf(to)];
  const others = sheet.spans.map(({ id }) => id).filter((id) => id !== stage);
  const place = others.indexOf(target);
  return place < 0 ? [] : stageTo(sheet, stage, place + (isAfter ? 1 : 0));
}

function laneGoal(grid: HTMLElement, lane: string, y: number): Goal | null {
  const names = [...grid.querySelectorAll<HTMLElement>(".lane-name")];
  const other = names.find((one) => {
    const { top, bottom } = one.getBoundingClientRect();
    return top <= y && y < bottom;
  });
  const target = other?.dataset.row;
  if (!other || !target) return null;
  const box = other.getBoundingClientRect();
  const isAfter = y >= box.top + box.height / 2;
  const { left, width } = grid.getBoundingClientRect();
  const line = { x: left, y: (isAfter ? box.bottom : box.top) - 1, width, height: 2 };
  const ops = (sheet: Sheet) => {
    const others = sheet.lanes.map(({ id }) => id).filter((id) => id !== lane);
    const place = others.indexOf(target);
    return place < 0 ? [] : laneTo(sheet, lane, place + (isAfter ? 1 : 0));
  };
  return { line, ops };
}
