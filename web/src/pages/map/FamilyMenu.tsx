import { plural, t } from "@lingui/core/macro";
import { ChevronDown, GitCompareArrows, MapPinned, Sprout } from "lucide-react";
import { ToggleButton } from "react-aria-components";
import { useNavigate } from "react-router";
import { run } from "../../editor/commands";
import { Button } from "../../ui/Button";
import { type Choices, Menu } from "../../ui/Menu";
import { useEditor } from "./context";
import { afterClosing } from "./elements";
import { useFamily } from "./growing";
import { useLooking } from "./looking";
import { KIND_WORDS } from "./words";

/** What a map of this kind can become, and the maps that it grew from or that grew from it. */
export function useFamilyChoices(id: string): { choices: Choices; futures: number } {
  const { look, tools } = useLooking();
  const navigate = useNavigate();
  const from = useEditor((state) => state.sheet.header.base_map ?? "");
  const { base, futures } = useFamily(id, from);
  const open =
    (map: string, state = {}) =>
    () =>
      afterClosing(() => navigate(`/maps/${map}`, { state }));
  const beside: Choices = base
    ? [
        {
          id: "beside",
          label: t`Beside the current map`,
          icon: <GitCompareArrows size={14} />,
          isChosen: look?.of === "base",
          act: () => afterClosing(() => run("besideBase", tools)),
        },
        {
          id: "base",
          label: t`Open the current map`,
          hint: base.title,
          icon: <MapPinned size={14} />,
          act: open(base.id),
        },
      ]
    : [];
  const gone: Choices =
    from && base === null
      ? [
          {
            id: "gone",
            label: t`Its current map is gone`,
            hint: t`it was deleted; this map stays as it is`,
            icon: <MapPinned size={14} />,
            isDisabled: true,
            act: () => undefined,
          },
        ]
      : [];
  const grow: Choices = [
    {
      id: "grow",
      label: t`Grow a future map`,
      hint: t`a copy to change, with this one beside it`,
      icon: <Sprout size={14} />,
      act: () => afterClosing(() => run("growFuture", tools)),
    },
  ];
  const grown: Choices = futures.map(({ id: future, title }) => ({
    id: future,
    label: title,
    hint: t`a future map that grew from this one`,
    icon: <GitCompareArrows size={14} />,
    act: open(future, { beside: true }),
  }));
  return {
    choices: [...beside, ...gone, ...grow, ...(grown.length > 0 ? ["line" as const] : []), ...grown],
    futures: futures.length,
  };
}

/** The kind of the map beside its title, and its family behind it. */
export function FamilyMenu({ id }: { id: string }) {
  const kind = useEditor((state) => state.sheet.header.kind ?? "current");
  const { choices, futures } = useFamilyChoices(id);
  const grown = plural(futures, { one: "# future map", other: "# future maps" });
  return (
    <Menu
      label={t`Current and future map`}
      trigger={
        <Button className="kind-badge" size="small">
          {KIND_WORDS[kind]}
          {futures > 0 ? <span className="numbers">· {grown}</span> : null}
          <ChevronDown size={11} aria-hidden />
        </Button>
      }
      items={choices}
    />
  );
}

/** Lays a future map beside the current one that it grew from. */
export function BesideSwitch({ id }: { id: string }) {
  const { look, tools } = useLooking();
  const from = useEditor((state) => state.sheet.header.base_map ?? "");
  const { base } = useFamily(id, from);
  if (!from) return null;
  if (base === null) return <span className="caption">{t`its current map was deleted`}</span>;
  return (
    <ToggleButton
      className="curve-switch"
      isSelected={look?.of === "base"}
      onChange={() => run("besideBase", tools)}
    >
      <GitCompareArrows size={14} aria-hidden /> {t`Beside the current map`}
    </ToggleButton>
  );
}
