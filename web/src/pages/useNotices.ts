import { t } from "@lingui/core/macro";
import { useEffect } from "react";
import type { DocumentSession, Snapshot } from "../transport";
import { say } from "../ui/Toast";

/** Say what the server refused, with the text that was typed, so that nothing is lost. */
export function useNotices(snapshot: Snapshot, session: DocumentSession) {
  const { notices } = snapshot;
  useEffect(() => {
    for (const notice of notices) {
      if (notice.kind === "failed" || notice.kind === "gone") continue;
      const why =
        notice.problem?.detail ?? t`This browser keeps nothing: a reload would lose what is not saved yet.`;
      const copy = () => navigator.clipboard.writeText(notice.text);
      say(why, {
        isBad: true,
        ...(notice.text ? { action: { label: t`Copy what was typed`, act: copy } } : {}),
      });
      session.dismiss(notice.id);
    }
  }, [notices, session]);
}
