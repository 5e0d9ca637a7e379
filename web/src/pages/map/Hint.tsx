import type { Column, Sheet } from "../../editor/sheet";
import { useEditor } from "./context";

/** The guidance of a template, in the map's language, where nothing is filled in yet. */
export function Hint({ children, className = "" }: { children: string; className?: string }) {
  const language = useEditor((state) => state.sheet.header.language ?? "en");
  return (
    <span className={`hint ${className}`} lang={language} dir="auto">
      {children}
    </span>
  );
}

/** The guidance of a step, as long as no card stands in its column. */
export function StepHint({ column }: { column: Column }) {
  const isBare = useEditor(({ sheet }) => !!column.step?.hint && isEmpty(sheet, [column.id]));
  return isBare && column.step?.hint ? <Hint>{column.step.hint}</Hint> : null;
}

/** The guidance of a stage, as long as no card stands in it. */
export function StageHint({ stage, hint }: { stage: string; hint: string | undefined }) {
  const isBare = useEditor(({ sheet }) => !!hint && isEmpty(sheet, columnsOf(sheet, stage)));
  return isBare && hint ? <Hint>{hint}</Hint> : null;
}

function columnsOf(sheet: Sheet, stage: string): string[] {
  return sheet.columns.filter((column) => column.stage === stage).map(({ id }) => id);
}

function isEmpty(sheet: Sheet, columns: readonly string[]): boolean {
  return sheet.lanes.every((view) => columns.every((column) => !view.cells.get(column)?.length));
}
