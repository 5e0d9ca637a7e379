import { t } from "@lingui/core/macro";
import type { Difference } from "../../generated";
import { useDifference } from "./looking";
import "./history.css";

export const SIGNS: Record<Difference["what"], string> = {
  added: "+",
  removed: "−",
  moved: "→",
  changed: "~",
};

export function wordOf(what: Difference["what"]): string {
  if (what === "added") return t`added`;
  if (what === "removed") return t`removed`;
  return what === "moved" ? t`moved` : t`changed`;
}

/** What stands beside a record and is not of it: how it differs from the past. The layout does not move. */
export function Beside({ id }: { id: string }) {
  const what = useDifference(id);
  if (!what) return null;
  return (
    <span className={`differs differs-${what}`}>
      <span className="differs-word">
        <b aria-hidden>{SIGNS[what]}</b> {wordOf(what)}
      </span>
    </span>
  );
}
