import { t } from "@lingui/core/macro";
import { ArrowUp, Plus, X } from "lucide-react";
import { Button, IconButton } from "../../ui/Button";
import { Switch } from "../../ui/Field";
import { Select } from "../../ui/Select";
import { useDesk } from "./desk";
import { PlaceChoice } from "./PlaceChoice";

const HOURS = [1, 24, 72, 168, 720] as const;

/** Which places make the funnel, in which order, and within which time. */
export function FunnelPlaces() {
  const { looking, look } = useDesk();
  const { asked } = looking;
  const places = (asked.places as string[][] | undefined) ?? [];
  const put = (changed: string[][]) => look({ asked: { ...asked, places: changed } });
  const set = (name: string, value: unknown) => {
    const { [name]: _, ...others } = asked;
    look({ asked: value ? { ...others, [name]: value } : others });
  };
  const within: Record<number, string> = {
    1: t`within an hour`,
    24: t`within a day`,
    72: t`within 3 days`,
    168: t`within a week`,
    720: t`within 30 days`,
  };
  return (
    <fieldset className="asked">
      <legend className="only-read">{t`What the funnel asks`}</legend>
      <ol className="asked-places">
        {places.map((place, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place of a funnel has no name but its place in it
          <li key={at}>
            <PlaceChoice
              label={t`Step ${at + 1}`}
              value={place[0] ?? ""}
              onChange={(id) => put(places.map((one, other) => (other === at ? [id] : one)))}
            />
            {at > 0 ? (
              <IconButton
                label={t`Step ${at + 1} before the one above`}
                onPress={() => put(swapped(places, at - 1))}
              >
                <ArrowUp size={14} />
              </IconButton>
            ) : null}
            <IconButton
              label={t`Take step ${at + 1} away`}
              onPress={() => put(places.filter((_, other) => other !== at))}
            >
              <X size={14} />
            </IconButton>
          </li>
        ))}
        <li className="asked-add">
          <Plus size={14} aria-hidden />
          <PlaceChoice label={t`Add a step`} value="" onChange={(id) => put([...places, [id]])} />
        </li>
      </ol>
      <div className="asked-more">
        <Select
          label={t`Time`}
          value={asked.within_hours ? String(asked.within_hours) : ""}
          options={[
            { id: "", label: t`however long it takes` },
            ...HOURS.map((hours) => ({ id: String(hours), label: within[hours] ?? "" })),
          ]}
          onChange={(hours) => set("within_hours", Number(hours))}
        />
        <Switch isOn={asked.closed === true} onChange={(isOn) => set("closed", isOn)}>
          {t`Only who began at the first step`}
        </Switch>
        {places.length > 0 ? (
          <Button size="small" onPress={() => look({ asked: {} })}>
            {t`Begin anew`}
          </Button>
        ) : null}
      </div>
    </fieldset>
  );
}

function swapped(places: readonly string[][], at: number): string[][] {
  const changed = [...places];
  [changed[at], changed[at + 1]] = [changed[at + 1] ?? [], changed[at] ?? []];
  return changed;
}
