import { plural, t } from "@lingui/core/macro";
import { ArrowRight, Check, Circle, ListChecks, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { doneIn, type Goal, ITEM_WORDS, type Item, WHY } from "../../editor/checklist";
import { addLane } from "../../editor/edits";
import { keysOf } from "../../editor/keymap";
import { KINDS } from "../../editor/kinds";
import { Button, IconButton } from "../../ui/Button";
import { progressWords, useChecklist } from "./ChecklistButton";
import { type Tools, useTools } from "./context";
import { FindingsPart } from "./FindingsPart";
import { visit, visitField } from "./visiting";
import "./checklist.css";

/** What a map needs before others can work with it: what is done, what is missing and why, and the way there. */
export function ChecklistPanel() {
  const tools = useTools();
  const items = useChecklist();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const close = () => tools.store.set({ isPanelOpen: false, panel: "details" });
  const open = items.length - doneIn(items);
  return (
    <aside
      className="panel checklist"
      aria-label={t`Checklist`}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <header className="panel-head">
        <span className="panel-kind">
          <ListChecks size={13} aria-hidden /> {t`Checklist`}
        </span>
        <IconButton label={t`Close the checklist`} keys="Esc" onPress={close}>
          <X size={16} />
        </IconButton>
        <h2 ref={head} tabIndex={-1} className="numbers">
          {progressWords(items)}
        </h2>
        <p className="caption panel-where">
          {open > 0
            ? plural(open, {
                one: "One thing makes the map complete. Nothing here holds you up.",
                other: "# things make the map complete. Nothing here holds you up.",
              })
            : t`Everything that a map needs is there.`}
        </p>
        <Progress items={items} />
      </header>
      <ul className="checks">
        {items.map((item) => (
          <OneItem key={item.name} item={item} />
        ))}
      </ul>
      <FindingsPart />
      <p className="panel-part caption">
        {t`Close it when you like: “Checklist” among all commands (${keysOf("palette")}) opens it again.`}
      </p>
    </aside>
  );
}

/** One bar a thing, filled when done; the words beside it say the same. */
export function Progress({ items }: { items: readonly Item[] }) {
  return (
    <span className="check-bars" aria-hidden>
      {items.map(({ name, isDone }) => (
        <span key={name} className={isDone ? "is-done" : ""} />
      ))}
    </span>
  );
}

function OneItem({ item }: { item: Item }) {
  const tools = useTools();
  const { name, isDone, state, goal } = item;
  const isNew = goal.kind === "lane";
  const canGo = !isNew || (!tools.isReadOnly && goal.stage !== "");
  return (
    <li className={isDone ? "check is-done" : "check"}>
      {isDone ? <Check size={16} aria-hidden /> : <Circle size={16} aria-hidden />}
      <div>
        <h3>
          {ITEM_WORDS[name]}{" "}
          <span className="caption">{isDone ? <span dir="auto">{t`done: ${state}`}</span> : t`open`}</span>
        </h3>
        {isDone ? null : (
          <>
            <p>{state}</p>
            <p className="caption">{WHY[name]}</p>
          </>
        )}
      </div>
      {canGo ? (
        <Button size="small" look={isDone ? "quiet" : "edged"} onPress={() => go(tools, goal)}>
          {isNew ? t`Add lane` : t`Go`}
          <span className="only-read">
            {isNew ? `“${KINDS[goal.lane].name}”` : t`to ${ITEM_WORDS[name]}`}
          </span>
          <ArrowRight size={13} className="mirrors" aria-hidden />
        </Button>
      ) : null}
    </li>
  );
}

/** To where the next thing is done; on a phone the panel gives way. */
function go(tools: Tools, goal: Goal): void {
  const { store } = tools;
  if (goal.kind === "field") {
    store.set({ at: null, isPanelOpen: true, panel: "details" });
    visitField(goal.field);
  } else if (goal.kind === "place" && goal.field) {
    store.set({ at: goal.at, isPanelOpen: true, panel: "details" });
    visitField(goal.field);
  } else {
    const at = goal.kind === "lane" ? madeLane(tools, goal) : goal.at;
    visit(store, at);
  }
}

function madeLane(tools: Tools, { lane, stage }: Extract<Goal, { kind: "lane" }>) {
  const { sheet } = tools.store.getSnapshot();
  const made = addLane(sheet, lane);
  tools.edit(made.ops);
  const column = sheet.columns.find((one) => one.stage === stage && one.step)?.id ?? "names";
  return { row: made.id, column, card: "" };
}
