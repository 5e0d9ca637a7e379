import { plural, t } from "@lingui/core/macro";
import { Check, CloudOff, LoaderCircle, TriangleAlert } from "lucide-react";
import type { Snapshot } from "../transport";
import { clock } from "../ui/format";
import "./save.css";

/** "Saving", "Saved 14:02", "Offline, n changes kept on this device": never anything else. */
export function SaveState({ snapshot }: { snapshot: Snapshot }) {
  const { state, pending, savedAt } = snapshot.status;
  const [icon, words] =
    state === "failed"
      ? [<TriangleAlert size={13} key="bad" />, t`Not saved`]
      : state === "offline"
        ? [<CloudOff size={13} key="off" />, offlineInWords(pending)]
        : state === "saving" || state === "connecting"
          ? [<LoaderCircle size={13} key="on" />, t`Saving`]
          : [<Check size={13} key="ok" />, savedAt ? t`Saved ${clock(savedAt)}` : t`Saved`];
  return (
    <span className={`save-state save-${state}`} role="status">
      {icon} {words}
    </span>
  );
}

function offlineInWords(pending: number): string {
  return plural(pending, {
    one: "Offline, # change kept on this device",
    other: "Offline, # changes kept on this device",
  });
}
