import { t } from "@lingui/core/macro";
import { FileText, Lightbulb, MessageCircleQuestion, Rocket, StickyNote } from "lucide-react";
import { inOrder } from "../../model";
import { useShelf, useShelved } from "../library/context";
import { type Part, Parts } from "../library/ShelfFrame";

/** The parts of the evidence, each with an address of its own. */
export function EvidenceParts() {
  const promoted = [...useShelved("insight").values()].filter((insight) => insight.promoted).length;
  const parts: Part[] = [
    { to: "/evidence/sources", label: t`Sources`, Icon: FileText, count: useShelved("source").size },
    { to: "/evidence/board", label: t`Affinity board`, Icon: StickyNote },
    { to: "/evidence/insights", label: t`Insights`, Icon: Lightbulb, count: promoted },
    { to: "/evidence/plan", label: t`Research plan`, Icon: MessageCircleQuestion },
    {
      to: "/evidence/releases",
      label: t`Releases`,
      Icon: Rocket,
      count: inOrder(useShelf().records, "release").size,
    },
  ];
  return <Parts label={t`Parts of the evidence`} parts={parts} />;
}
