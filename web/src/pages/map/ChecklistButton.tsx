import { t } from "@lingui/core/macro";
import { ListChecks } from "lucide-react";
import { useMemo } from "react";
import { checklist, doneIn, type Item } from "../../editor/checklist";
import { Button } from "../../ui/Button";
import { useEditor, useTools } from "./context";

export function useChecklist(): Item[] {
  const sheet = useEditor((state) => state.sheet);
  return useMemo(() => checklist(sheet), [sheet]);
}

/** "5 of 9". */
export function progressWords(items: readonly Item[]): string {
  const [done, all] = [doneIn(items), items.length];
  return t`${done} of ${all}`;
}

/** How far the map is, below it; a press shows what is missing. */
export function ChecklistButton() {
  const { store } = useTools();
  const items = useChecklist();
  const isShown = useEditor(({ isPanelOpen, panel }) => isPanelOpen && panel === "checklist");
  const toggle = () =>
    store.set(isShown ? { isPanelOpen: false, panel: "details" } : { isPanelOpen: true, panel: "checklist" });
  return (
    <Button size="small" aria-pressed={isShown} onPress={toggle}>
      <ListChecks size={13} aria-hidden /> {t`Checklist`}{" "}
      <span className="numbers">{progressWords(items)}</span>
    </Button>
  );
}
