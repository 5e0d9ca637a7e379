import { plural, t } from "@lingui/core/macro";
import { restoring } from "../../editor/timeline";
import { Button } from "../../ui/Button";
import { say } from "../../ui/Toast";
import { useLooking } from "./looking";

/** While one looks at the past: which, what to compare, the way back, and how to make it so again. */
export function LookBanner() {
  const { look, setLook, records, tools } = useLooking();
  if (!look) return null;
  const restore = () => {
    setLook(null);
    tools.edit(restoring(records, look.records));
    tools.removed(t`The map is as it was: ${look.title}.`);
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
      <fieldset className="look-sides">
        <legend className="only-read">{t`Which one is shown`}</legend>
        {(["then", "now"] as const).map((side) => (
          <button
            key={side}
            type="button"
            aria-pressed={look.side === side}
            onClick={() => setLook({ ...look, side })}
          >
            {side === "then" ? t`As it was` : t`As it is now`}
          </button>
        ))}
      </fieldset>
      <Button size="small" look="edged" isDisabled={isSame || tools.isReadOnly} onPress={restore}>
        {t`Restore`}
      </Button>
      <Button
        size="small"
        onPress={() => {
          setLook(null);
          say(t`You edit the map as it is now.`);
        }}
      >
        {t`Back to now`}
      </Button>
    </div>
  );
}
