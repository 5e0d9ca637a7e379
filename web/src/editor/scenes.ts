import { NOTHING, type Sheet } from "./sheet";

/** The number of a scene among those of its lane, from the first step to the last; 0 when it is not there. */
export function sceneOf(sheet: Sheet, lane: string, card: string): number {
  const cells = sheet.lanes.find(({ id }) => id === lane)?.cells;
  const scenes = sheet.columns.flatMap((column) => cells?.get(column.id) ?? NOTHING);
  return scenes.findIndex(({ id }) => id === card) + 1;
}
