import { i18n, type MessageDescriptor as Words } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { ChartNoAxesColumn, ListTree, type LucideIcon, PanelRight, Plus, Smile } from "lucide-react";
import { KINDS } from "../../editor/kinds";
import { headOf, type Leaf, lanesOf } from "../../editor/outline";
import type { Column, Sheet } from "../../editor/sheet";
import { Button } from "../../ui/Button";
import { FamilyIcon } from "../../ui/Marks";
import { Menu } from "../../ui/Menu";
import { addTo } from "./Cell";
import { useEditor, useReadings, useTools } from "./context";
import { afterClosing } from "./elements";
import { LaneCards } from "./OutlineLane";

/** The pages of the outline: one step with all its lanes, or one thing along all steps. */
export type Page = "outline" | "emotion" | "measure";

const PAGES: [Page, Words, LucideIcon][] = [
  ["outline", msg`Outline`, ListTree],
  ["emotion", msg`Curve`, Smile],
  ["measure", msg`Measures`, ChartNoAxesColumn],
];

interface PhoneBarProps {
  page: Page;
  setPage: (page: Page) => void;
  leaf: Leaf | null;
}

/** The bar at the bottom of a phone. */
export function PhoneBar({ page, setPage, leaf }: PhoneBarProps) {
  const { store, isReadOnly } = useTools();
  const [outline, curve, measures] = PAGES.map(([id, label, Icon]) => (
    <button
      key={id}
      type="button"
      className="bar-item"
      aria-current={page === id ? "page" : undefined}
      onClick={() => setPage(id)}
    >
      <Icon size={21} aria-hidden /> {i18n._(label)}
    </button>
  ));
  return (
    <nav className="phone-bar" aria-label={t`Views of the map`}>
      {outline}
      {curve}
      {leaf?.column.step && !isReadOnly ? <AddCard step={leaf.column.id} setPage={setPage} /> : null}
      {measures}
      <button type="button" className="bar-item" onClick={() => store.set({ isPanelOpen: true })}>
        <PanelRight size={21} aria-hidden /> {t`Details`}
      </button>
    </nav>
  );
}

function AddCard({ step, setPage }: { step: string; setPage: (page: Page) => void }) {
  const tools = useTools();
  const lanes = useEditor((state) => state.sheet.lanes);
  const add = (lane: string) => {
    setPage("outline");
    afterClosing(() => addTo(tools, lane, step));
  };
  const items = lanes.map((view) => {
    const kind = KINDS[view.lane.kind ?? "free"];
    return {
      id: view.id,
      label: view.lane.name || kind.name,
      icon: <FamilyIcon family={kind.family} />,
      act: () => add(view.id),
    };
  });
  return (
    <Menu
      label={t`Lane of the new card`}
      trigger={
        <Button className="bar-item">
          <Plus size={21} aria-hidden /> {t`Add card`}
        </Button>
      }
      items={items}
    />
  );
}

interface AlongProps {
  shape: Exclude<Page, "outline">;
  sheet: Sheet;
  open: () => void;
}

/** The emotion, or the measures, from the first step to the last. */
export function AlongSteps({ shape, sheet, open }: AlongProps) {
  const lanes = lanesOf(sheet, shape);
  const { steps } = useReadings();
  const has = ({ id }: Column) =>
    lanes.some((view) => view.cells.has(id)) || (shape === "emotion" && steps[id]?.emotion);
  const columns = sheet.columns.filter(has);
  const none = shape === "emotion" ? t`No emotion on this map yet.` : t`No measures on this map yet.`;
  return (
    <div className="outline-page">
      {columns.map((column) => (
        <section key={column.id} className="outline-lane">
          <StepLink column={column} open={open} />
          {lanes.map((view) => (
            <LaneCards key={view.id} view={view} column={column} />
          ))}
        </section>
      ))}
      {columns.length === 0 ? <p className="outline-none">{none}</p> : null}
    </div>
  );
}

function StepLink({ column, open }: { column: Column; open: () => void }) {
  const { store } = useTools();
  const go = () => {
    store.set({ at: headOf(column) });
    open();
  };
  return (
    <h3 className="lane-head">
      <button type="button" className="link" onClick={go}>
        {column.step?.name || t`Unnamed step`}
      </button>
    </h3>
  );
}
