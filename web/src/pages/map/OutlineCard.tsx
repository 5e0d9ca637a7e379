import { t } from "@lingui/core/macro";
import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp, Copy, PanelRight, Shuffle, Trash2 } from "lucide-react";
import { place as moveTo, run } from "../../editor/commands";
import type { Command, Mode } from "../../editor/keymap";
import { KINDS, type Shape } from "../../editor/kinds";
import { type CellCard, cardsAt, type LaneView } from "../../editor/sheet";
import { Button } from "../../ui/Button";
import { type Choice, type Choices, Menu } from "../../ui/Menu";
import { CardView } from "./CardView";
import { type Tools, useTools } from "./context";
import { afterClosing } from "./elements";

export interface OutlineCardProps {
  found: CellCard;
  view: LaneView;
  column: string;
  isAt: boolean;
  mode: Mode;
}

/** A card of the outline: a tap edits its words; what else can be done with it appears below it. */
export function OutlineCard({ shape, view, ...props }: OutlineCardProps & { shape: Shape }) {
  return (
    <div data-edits>
      <CardView {...props} shape={shape} row={view.id} isWordy />
      {props.isAt ? <CardActs found={props.found} view={view} column={props.column} /> : null}
    </div>
  );
}

/** What can be done with the chosen card, in words. */
export function CardActs({ found, view, column }: Pick<OutlineCardProps, "found" | "view" | "column">) {
  const tools = useTools();
  const at = { row: view.id, column, card: found.id };
  const act = (command: Command) => () => {
    tools.store.set({ at });
    run(command, tools);
  };
  if (tools.isReadOnly) return null;
  return (
    <span className="card-acts" data-own-keys>
      <Button size="small" onPress={() => tools.store.set({ at, isPanelOpen: true })}>
        <PanelRight size={14} /> {t`Details`}
      </Button>
      <Menu
        label={t`Move the card`}
        trigger={
          <Button size="small">
            <Shuffle size={14} /> {t`Move`}
          </Button>
        }
        items={moves(tools, found, view, column)}
      />
      <Button size="small" onPress={act("duplicate")}>
        <Copy size={14} /> {t`Duplicate`}
      </Button>
      <Button size="small" className="act-delete" onPress={act("remove")}>
        <Trash2 size={14} /> {t`Delete`}
      </Button>
    </span>
  );
}

/** Where a card can go: up and down, to the neighbouring steps, or to any step by its name. */
function moves(tools: Tools, found: CellCard, view: LaneView, column: string): Choices {
  const { sheet } = tools.store.getSnapshot();
  const item = (command: Command, label: string, icon: React.ReactNode): Choice => ({
    id: command,
    label,
    icon,
    act: () => afterClosing(() => run(command, tools)),
  });
  const isEmotion = KINDS[view.lane.kind ?? "free"].shape === "emotion";
  const upAndDown: Choices = isEmotion
    ? []
    : [
        item("shiftUp", t`Up`, <ArrowUp size={14} />),
        item("shiftDown", t`Down`, <ArrowDown size={14} />),
        "line",
      ];
  const end = (step: string) => cardsAt(sheet, view.id, step).length;
  const steps = sheet.columns.filter(({ step, id }) => step && id !== column);
  return [
    ...upAndDown,
    item("shiftLeft", t`To the step before`, <ArrowLeft size={14} />),
    item("shiftRight", t`To the step after`, <ArrowRight size={14} />),
    "line",
    ...steps.map(({ id, step }) => ({
      id: `to-${id}`,
      label: step?.name || t`Unnamed step`,
      act: () => afterClosing(() => moveTo(tools, found, view.id, id, end(id))),
    })),
  ];
}
