import { plural, t } from "@lingui/core/macro";
import { Inbox } from "lucide-react";
import { moveCard } from "../../editor/edits";
import type { CellCard } from "../../editor/sheet";
import { drop } from "../../model";
import { Button } from "../../ui/Button";
import { textOf } from "./CardView";
import { useEditor, useLibrary, useTools } from "./context";

/** Cards whose lane or step is gone: nothing typed is lost. Drag them into a cell, or place them where the focus is. */
export function Tray() {
  const tray = useEditor((state) => state.sheet.tray);
  if (tray.length === 0) return null;
  return (
    <section className="tray" aria-label={t`Tray`}>
      <h2>
        <Inbox size={14} aria-hidden />{" "}
        {plural(tray.length, { one: "# card without a place", other: "# cards without a place" })}
      </h2>
      <ul>
        {tray.map((found) => (
          <TrayCard key={found.id} found={found} />
        ))}
      </ul>
    </section>
  );
}

function TrayCard({ found }: { found: CellCard }) {
  const tools = useTools();
  const library = useLibrary();
  const place = () => {
    const { sheet, at } = tools.store.getSnapshot();
    const isCell = at && sheet.lanes.some((lane) => lane.id === at.row);
    const column =
      sheet.columns.find((one) => one.step && one.id === at?.column) ?? sheet.columns.find((one) => one.step);
    const row = isCell ? at.row : sheet.lanes[0]?.id;
    if (row && column) tools.edit(moveCard(sheet, found, row, column.id, Number.POSITIVE_INFINITY));
  };
  return (
    <li className="tray-card">
      <span dir="auto">{textOf(found.card, library) || t`Empty card`}</span>
      <Button size="small" look="edged" onPress={place}>
        {t`Place it`}
      </Button>
      <Button size="small" onPress={() => tools.edit([drop(found.id)])}>
        {t`Delete`}
      </Button>
    </li>
  );
}
