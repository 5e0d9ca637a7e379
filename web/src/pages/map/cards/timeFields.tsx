import { t } from "@lingui/core/macro";
import { DurationField } from "../../../ui/DurationField";
import type { FieldsProps } from "./face";
import { MeasureFields } from "./measureFields";

export function TimeFields(props: FieldsProps) {
  const { card, set } = props;
  return (
    <>
      <DurationField
        label={t`Should take`}
        hours={card.expected_hours}
        onChange={(expected) => set("expected_hours", expected)}
      />
      <MeasureFields {...props} />
    </>
  );
}
