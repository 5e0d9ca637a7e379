import { msg, plural, t } from "@lingui/core/macro";
import { Circle, CircleCheck, Copy, List } from "lucide-react";
import type { Shown } from "../../editor/binding";
import { spoken } from "../../editor/spoken";
import type { EventTotal } from "../../generated";
import { inUnit, plain } from "../../ui/format";
import { useDesk } from "./context";

const WORDS: Readonly<Record<Shown, string>> = spoken({
  all: msg`All`,
  unbound: msg`Unbound`,
  twice: msg`Bound twice`,
  bound: msg`Bound`,
});
const ICONS = { all: List, unbound: Circle, twice: Copy, bound: CircleCheck };
const PIECES: readonly Shown[] = ["bound", "twice", "unbound"];
const ORDER: readonly Shown[] = ["all", "unbound", "twice", "bound"];

interface CoverageProps {
  shown: Shown;
  onShow: (shown: Shown) => void;
}

/** How much is bound, unbound and bound twice: one bar, and the same numbers as what the list below shows. */
export function Coverage({ shown, onShow }: CoverageProps) {
  const { found } = useDesk();
  const { all, once, twice, unbound } = found.totals;
  const totals: Record<Shown, EventTotal> = { all, unbound, twice, bound: once };
  const share = (total: EventTotal) => (all.events > 0 ? total.events / all.events : 0);
  return (
    <section className="bind-cover" aria-label={t`How much is bound`}>
      <div className="bind-whole" aria-hidden>
        {PIECES.map((piece) =>
          totals[piece].events > 0 ? (
            <span key={piece} className={`is-${piece}`} style={{ flexGrow: share(totals[piece]) }} />
          ) : null,
        )}
      </div>
      <fieldset className="bind-lists">
        <legend className="only-read">{t`Which events are shown`}</legend>
        {ORDER.map((one) => (
          <Tally
            key={one}
            which={one}
            total={totals[one]}
            share={share(totals[one])}
            isOn={one === shown}
            act={onShow}
          />
        ))}
      </fieldset>
    </section>
  );
}

interface TallyProps {
  which: Shown;
  total: EventTotal;
  share: number;
  isOn: boolean;
  act: (shown: Shown) => void;
}

function Tally({ which, total, share, isOn, act }: TallyProps) {
  const { found } = useDesk();
  const Icon = ICONS[which];
  return (
    <button type="button" className={`bind-list is-${which}`} aria-pressed={isOn} onClick={() => act(which)}>
      <span className="bind-list-name">
        <Icon size={14} className={`bind-mark-${which}`} aria-hidden /> {WORDS[which]}
      </span>
      <b className="numbers">{which === "all" ? plain(total.events) : inUnit(share, "share")}</b>
      <span className="caption numbers">
        {which === "all" ? countedInWords(found.counted, total.events) : plain(total.events)}
        {", "}
        {plural(total.names, { one: "# name", other: "# names" })}
      </span>
    </button>
  );
}

/** What is counted, without the number. */
export function countedInWords(counted: "events" | "answers", count: number): string {
  return counted === "events"
    ? plural(count, { one: "event", other: "events" })
    : plural(count, { one: "answer", other: "answers" });
}
