import { t } from "@lingui/core/macro";
import { Select } from "../../ui/Select";
import { ContrastAsked } from "./ContrastAsked";
import { useDesk } from "./desk";
import { FunnelPlaces } from "./FunnelPlaces";
import { RetentionAsked } from "./RetentionView";
import { TreeAsked } from "./TreeView";
import { TrendAsked } from "./TrendView";
import { ownZone } from "./trends";

/** What a picture is asked beside the filters, where there is something to say. */
export function Asked() {
  const { looking } = useDesk();
  switch (looking.kind) {
    case "funnel-steps":
      return <FunnelPlaces />;
    case "tree":
      return <TreeAsked />;
    case "retention":
      return <RetentionAsked />;
    case "trend":
      return <TrendAsked />;
    case "contrast":
      return <ContrastAsked />;
    case "stays":
      return <StaysAsked />;
    case "scores":
    case "themes":
      return <SaidAsked />;
    default:
      return null;
  }
}

function StaysAsked() {
  const { looking, look } = useDesk();
  return (
    <fieldset className="asked asked-line">
      <legend className="only-read">{t`What is asked`}</legend>
      <Select
        label={t`How long`}
        value={String(looking.asked.of ?? "stay")}
        options={[
          { id: "stay", label: t`they stay at a place` },
          { id: "wait", label: t`they wait before a place` },
          { id: "journey", label: t`the whole journey takes` },
        ]}
        onChange={(of) => look({ asked: of === "stay" ? {} : { of } })}
      />
    </fieldset>
  );
}

const ATTRIBUTE = "attribute:";

/** By what answers are told apart. */
function SaidAsked() {
  const { looking, look, places } = useDesk();
  const { asked } = looking;
  const attribute = String(asked.attribute ?? "");
  const [by = "node"] = (asked.groups as string[] | undefined) ?? [];
  const tell = (id: string) => {
    if (id.startsWith(ATTRIBUTE))
      look({ asked: { groups: ["segment"], attribute: id.slice(ATTRIBUTE.length) } });
    else if (id === "period") look({ asked: { groups: [id], zone: ownZone() } });
    else look({ asked: id === "node" ? {} : { groups: [id] } });
  };
  return (
    <fieldset className="asked asked-line">
      <legend className="only-read">{t`What is asked`}</legend>
      <Select
        label={t`Told apart by`}
        value={attribute ? `${ATTRIBUTE}${attribute}` : by}
        options={[
          { id: "node", label: t`what the answer is about` },
          { id: "period", label: t`month` },
          ...(places.attributes ?? []).map(({ name }) => ({ id: `${ATTRIBUTE}${name}`, label: name })),
        ]}
        onChange={tell}
      />
    </fieldset>
  );
}
