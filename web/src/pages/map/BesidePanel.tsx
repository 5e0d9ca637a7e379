import { plural, t } from "@lingui/core/macro";
import { GitCompareArrows, X } from "lucide-react";
import { keysOf } from "../../editor/keymap";
import { IconButton } from "../../ui/Button";
import { useTools } from "./context";
import { Differences } from "./Differences";
import { useLooking } from "./looking";
import { TheWayThere } from "./parts";

/** What the future map has differently from the current one, in words; each leads to its place. */
export function BesidePanel() {
  const { look, tools } = useLooking();
  const { store } = useTools();
  const close = () => {
    for (const one of new Set([tools.store, store])) one.set({ isPanelOpen: false, panel: "details" });
  };
  const found = look?.differences ?? [];
  return (
    <aside className="panel history" aria-label={t`Differences`}>
      <header className="panel-head">
        <span className="panel-kind">
          <GitCompareArrows size={13} aria-hidden /> {t`Differences`}
        </span>
        <IconButton label={t`Close differences`} keys="Esc" onPress={close}>
          <X size={16} />
        </IconButton>
        <h2 className="numbers">{plural(found.length, { one: "# difference", other: "# differences" })}</h2>
        <p className="caption panel-where">
          {t`From the current map to this future map.`}{" "}
          <span className="beside-keys">{t`${keysOf("nextDifference")} goes to the next one.`}</span>
        </p>
      </header>
      <TheWayThere />
      <section className="panel-part">
        <h3 className="only-read">{t`What is different`}</h3>
        {found.length > 0 ? <Differences found={found} /> : <NoneYet />}
      </section>
    </aside>
  );
}

function NoneYet() {
  return (
    <p className="panel-hint">
      {t`Both maps say the same. Change, add or delete something: it is marked here and on the map.`}
    </p>
  );
}
