import { plural, t } from "@lingui/core/macro";
import { ListChecks } from "lucide-react";
import { type Look, restoring } from "../../editor/timeline";
import { Button } from "../../ui/Button";
import { say } from "../../ui/Toast";
import { useTools } from "./context";
import { useLooking } from "./looking";

/** While one looks at the past, or at the current map beside a future one: which, and the way back. */
export function LookBanner() {
  const { look } = useLooking();
  if (!look) return null;
  return look.of === "past" ? <PastBanner look={look} /> : <BesideBanner look={look} />;
}

/** Which past, what to compare, the way back, and how to make it so again. */
function PastBanner({ look }: { look: Look }) {
  const { setLook, records, tools } = useLooking();
  const restore = () => {
    setLook(null);
    tools.edit(restoring(records, look.records));
    tools.removed(t`The map is as it was: ${look.title}.`);
  };
  const back = () => {
    setLook(null);
    say(t`You edit the map as it is now.`);
  };
  const isSame = restoring(records, look.records).length === 0;
  return (
    <div className="look-banner" role="status">
      <span>
        {t`You look at the map as it was, read-only:`} <b dir="auto">{look.title}</b>
        <span className="caption numbers">
          {" "}
          {plural(look.differences.length, { one: "# difference to now", other: "# differences to now" })}
        </span>
      </span>
      <Sides
        look={look}
        sides={[
          ["then", t`As it was`],
          ["now", t`As it is now`],
        ]}
      />
      <Button size="small" look="edged" isDisabled={isSame || tools.isReadOnly} onPress={restore}>
        {t`Restore`}
      </Button>
      <Button size="small" onPress={back}>
        {t`Back to now`}
      </Button>
    </div>
  );
}

/** Beside which current map, how much is different, and which of the two is shown. */
function BesideBanner({ look }: { look: Look }) {
  const { setLook, tools } = useLooking();
  const { store } = useTools();
  const count = plural(look.differences.length, { one: "# difference", other: "# differences" });
  const list = () => {
    for (const one of new Set([tools.store, store])) one.set({ isPanelOpen: true, panel: "beside" });
  };
  return (
    <div className="look-banner" role="status">
      <span>
        {look.side === "then" ? t`You look at the current map, read-only:` : t`Beside the current map:`}{" "}
        <b dir="auto">{look.title}</b>
      </span>
      <Button size="small" look="edged" onPress={list}>
        <ListChecks size={13} aria-hidden /> <span className="numbers">{count}</span>
      </Button>
      <Sides
        look={look}
        sides={[
          ["now", t`Future`],
          ["then", t`Current`],
          ["both", t`Both`],
        ]}
      />
      <Button size="small" onPress={() => setLook(null)}>
        {t`End comparing`}
      </Button>
    </div>
  );
}

interface SidesProps {
  look: Look;
  sides: readonly (readonly [Look["side"], string])[];
}

function Sides({ look, sides }: SidesProps) {
  const { setLook } = useLooking();
  return (
    <fieldset className="look-sides">
      <legend className="only-read">{t`Which one is shown`}</legend>
      {sides.map(([side, name]) => (
        <button
          key={side}
          type="button"
          className={`look-${side}`}
          aria-pressed={look.side === side}
          onClick={() => setLook({ ...look, side })}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}
