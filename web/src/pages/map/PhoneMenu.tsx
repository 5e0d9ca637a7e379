import { t } from "@lingui/core/macro";
import { History, ListChecks, MessageSquare, MoreHorizontal, Redo2, Undo2, Waypoints } from "lucide-react";
import { useNavigate } from "react-router";
import { run } from "../../editor/commands";
import type { Snapshot } from "../../transport";
import { Button } from "../../ui/Button";
import { type Choices, Menu } from "../../ui/Menu";
import { languageChoices, useThemeChoices } from "../Switches";
import { progressWords, useChecklist } from "./ChecklistButton";
import { useEditor, useTools } from "./context";
import { useFamilyChoices } from "./FamilyMenu";

interface PhoneMenuProps {
  id: string;
  exports: Choices;
  snapshot: Snapshot;
}

/** What the bar on top holds on a wide screen. */
export function PhoneMenu({ id, exports, snapshot }: PhoneMenuProps) {
  const tools = useTools();
  const { undo, redo } = tools;
  const themes = useThemeChoices();
  const dataset = useEditor((state) => state.sheet.header.dataset);
  const go = useNavigate();
  const { choices: family } = useFamilyChoices(id);
  const progress = progressWords(useChecklist());
  const items: Choices = [
    { id: "undo", label: t`Undo`, icon: <Undo2 size={14} />, isDisabled: !snapshot.canUndo, act: undo },
    { id: "redo", label: t`Redo`, icon: <Redo2 size={14} />, isDisabled: !snapshot.canRedo, act: redo },
    {
      id: "comments",
      label: t`Comments`,
      icon: <MessageSquare size={14} />,
      act: () => setTimeout(() => run("comments", tools)),
    },
    {
      id: "history",
      label: t`History`,
      icon: <History size={14} />,
      act: () => setTimeout(() => run("history", tools)),
    },
    {
      id: "checklist",
      label: t`Checklist`,
      hint: progress,
      icon: <ListChecks size={14} />,
      act: () => setTimeout(() => run("checklist", tools)),
    },
    "line",
    ...(dataset
      ? [
          {
            id: "explore",
            label: t`Explore`,
            icon: <Waypoints size={14} />,
            act: () => go(`/explore/${dataset}?map=${id}`),
          },
        ]
      : []),
    ...family,
    "line",
    ...exports.filter((item) => item !== "line"),
    "line",
    ...themes,
    "line",
    ...languageChoices(),
  ];
  return (
    <Menu
      label={t`Map`}
      trigger={
        <Button className="button-icon" aria-label={t`More`}>
          <MoreHorizontal size={18} />
        </Button>
      }
      items={items}
    />
  );
}
