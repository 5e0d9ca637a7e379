import { t } from "@lingui/core/macro";
import { FileText, MessageCircleQuestion } from "lucide-react";
import { useShelved } from "../library/context";
import { type Part, Parts } from "../library/ShelfFrame";

/** The parts of the evidence, each with an address of its own. */
export function EvidenceParts() {
  const parts: Part[] = [
    { to: "/evidence/sources", label: t`Sources`, Icon: FileText, count: useShelved("source").size },
    { to: "/evidence/plan", label: t`Research plan`, Icon: MessageCircleQuestion },
  ];
  return <Parts label={t`Parts of the evidence`} parts={parts} />;
}
