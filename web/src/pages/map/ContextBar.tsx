import { t } from "@lingui/core/macro";
import { Database, Footprints, ListTree, Spline, Split, Table2 } from "lucide-react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { Link } from "react-router";
import { setField } from "../../editor/ops";
import { customersInWords } from "../../ui/words";
import { listDatasets } from "../asking";
import { useAsked } from "../useAsked";
import { useEditor, useFollowed, useTools, type View } from "./context";
import { BesideSwitch } from "./FamilyMenu";
import { FindButton } from "./FindButton";
import { PresentButton } from "./PresentButton";
import { Select } from "./parts";

interface ContextBarProps {
  id: string;
  view: View;
  setView: (view: View) => void;
  layout: Layout;
  setLayout: (layout: Layout) => void;
}

/** The map as a table, or one step after another. */
export type Layout = "grid" | "outline";

/** Beside which data the map is read, and what of it is shown. */
export function ContextBar({ id, view, setView, layout, setLayout }: ContextBarProps) {
  const tools = useTools();
  const chosen = useEditor((state) => state.sheet.header.dataset ?? "");
  const { data: datasets = [] } = useAsked(["datasets"], listDatasets);
  const here = datasets.find((dataset) => dataset.id === chosen);
  const options = [
    { id: "", label: t`No dataset` },
    ...datasets.map((dataset) => ({
      id: dataset.id,
      label: dataset.name,
      hint: customersInWords(dataset.customers),
    })),
    ...(chosen && !here ? [{ id: chosen, label: t`${chosen} (not here)` }] : []),
  ];
  const isMeasurable = chosen !== "";
  return (
    <section className="context-bar" aria-label={t`What the map is read beside`}>
      <span>{t`Beside`}</span>
      <Select
        label={t`Dataset beside the map`}
        isLabelHidden
        value={chosen}
        options={options}
        icon={<Database size={14} />}
        onChange={(id) => tools.edit([setField("map", "dataset", id)])}
      />
      {here ? (
        <Link to={`/data/${here.id}`} className="numbers">
          {customersInWords(here.customers)}
        </Link>
      ) : datasets.length === 0 ? (
        <Link to="/data">{t`Import customer data`}</Link>
      ) : null}
      <span className="top-rule" />
      <Curve
        name={t`Assumed`}
        mark="mark-assumed"
        isOn={view.assumed}
        set={(assumed) => setView({ ...view, assumed })}
      />
      {isMeasurable ? (
        <Curve
          name={t`Measured`}
          mark="mark-measured"
          isOn={view.measured}
          set={(measured) => setView({ ...view, measured })}
        />
      ) : null}
      {isMeasurable ? <ContrastSwitch /> : null}
      <LinksSwitch />
      {isMeasurable ? <FollowedSwitch /> : null}
      <BesideSwitch id={id} />
      <FindButton />
      <PresentButton />
      <LayoutSwitch layout={layout} setLayout={setLayout} />
    </section>
  );
}

/** Two groups of customers beside each other, or not. */
function ContrastSwitch() {
  const { store } = useTools();
  const isOn = useEditor((state) => state.isPanelOpen && state.panel === "contrast");
  return (
    <ToggleButton
      isSelected={isOn}
      onChange={(isPanelOpen) => store.set({ isPanelOpen, panel: isPanelOpen ? "contrast" : "details" })}
      className="curve-switch"
    >
      <Split size={14} aria-hidden /> {t`Two groups`}
    </ToggleButton>
  );
}

/** Shows what customers really do, step by step. */
function FollowedSwitch() {
  const { store } = useTools();
  const isOn = useFollowed();
  const set = (isWanted: boolean) =>
    store.set({ isPanelOpen: isWanted, panel: isWanted ? "followed" : "details" });
  return (
    <ToggleButton isSelected={isOn} onChange={set} className="curve-switch">
      <Footprints size={14} aria-hidden /> {t`Followed?`}
    </ToggleButton>
  );
}

/** Shows or hides the links, where there are any. */
function LinksSwitch() {
  const { store } = useTools();
  const isOn = useEditor((state) => state.areLinksShown);
  const hasLinks = useEditor((state) => state.sheet.links.length > 0);
  if (!hasLinks) return null;
  return (
    <ToggleButton
      isSelected={isOn}
      onChange={(areLinksShown) => store.set({ areLinksShown })}
      className="curve-switch"
    >
      <Spline size={14} aria-hidden /> {t`Links`}
    </ToggleButton>
  );
}

function LayoutSwitch({ layout, setLayout }: Pick<ContextBarProps, "layout" | "setLayout">) {
  return (
    <ToggleButtonGroup
      aria-label={t`Show the map as`}
      className="layout-switch"
      disallowEmptySelection
      selectedKeys={[layout]}
      onSelectionChange={(keys) => setLayout(keys.has("outline") ? "outline" : "grid")}
    >
      <ToggleButton id="grid" className="curve-switch">
        <Table2 size={14} aria-hidden /> {t`Grid`}
      </ToggleButton>
      <ToggleButton id="outline" className="curve-switch">
        <ListTree size={14} aria-hidden /> {t`Outline`}
      </ToggleButton>
    </ToggleButtonGroup>
  );
}

interface CurveProps {
  name: string;
  mark: string;
  isOn: boolean;
  set: (isOn: boolean) => void;
}

function Curve({ name, mark, isOn, set }: CurveProps) {
  return (
    <ToggleButton isSelected={isOn} onChange={set} className="curve-switch">
      <span className={`curve-mark ${mark}`} aria-hidden />
      {name}
    </ToggleButton>
  );
}
