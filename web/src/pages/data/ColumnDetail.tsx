import { t } from "@lingui/core/macro";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { Mapping, WideStep } from "../../generated";
import { IconButton } from "../../ui/Button";
import { AskedDetail, ScoreDetail } from "./AskedDetail";
import { Choice, Typed } from "./Choice";
import { change } from "./doing";
import { changeAttribute, changeStep, moveStep, type Role } from "./roles";

interface DetailProps {
  column: string;
  mapping: Mapping;
  role: Role;
  /** All columns that there are. */
  columns: readonly string[];
}

/** What the part of a column asks for besides: a name, a scale, an order. */
export function ColumnDetail({ column, mapping, role, columns }: DetailProps) {
  switch (role) {
    case "moment":
      return <StepDetail column={column} mapping={mapping} columns={columns} />;
    case "asked":
      return <AskedDetail column={column} mapping={mapping} />;
    case "score":
      return <ScoreDetail mapping={mapping} />;
    case "attribute":
      return <AttributeDetail column={column} mapping={mapping} />;
    default:
      return null;
  }
}

type PartProps = Pick<DetailProps, "column" | "mapping">;

/** The event that a column of moments is, and its place among the others. */
function StepDetail({ column, mapping, columns }: PartProps & Pick<DetailProps, "columns">) {
  const steps = mapping.steps ?? [];
  const place = steps.findIndex((step) => step.column === column);
  const step = steps[place];
  if (!step) return null;
  const set = (part: Partial<WideStep>) => change(changeStep(mapping, column, part));
  return (
    <div className="column-detail">
      <Typed label={t`Called`} value={step.event} onChange={(event) => set({ event })} />
      <Typed
        label={t`By what means`}
        value={step.channel ?? ""}
        placeholder={t`not said`}
        onChange={(channel) => set({ channel })}
      />
      <Choice
        label={t`Promised for`}
        value={step.due ?? ""}
        options={[
          { id: "", label: t`not promised` },
          ...columns.filter((one) => one !== column).map((id) => ({ id, label: id })),
        ]}
        onChange={(due) => set({ due })}
      />
      {step.after ? <Counted step={step} set={set} /> : null}
      <span className="column-order">
        <span className="caption numbers">{t`step ${place + 1} of ${steps.length}`}</span>
        <IconButton
          label={t`${step.event} earlier`}
          isDisabled={place === 0}
          onPress={() => change(moveStep(mapping, column, -1))}
        >
          <ArrowUp size={14} />
        </IconButton>
        <IconButton
          label={t`${step.event} later`}
          isDisabled={place === steps.length - 1}
          onPress={() => change(moveStep(mapping, column, 1))}
        >
          <ArrowDown size={14} />
        </IconButton>
      </span>
    </div>
  );
}

/** A column that counts from another moment. */
function Counted({ step, set }: { step: WideStep; set: (part: Partial<WideStep>) => void }) {
  return (
    <Choice
      label={t`Counts after ${step.after ?? ""}, in`}
      value={step.unit ?? "minutes"}
      options={[
        { id: "seconds", label: t`seconds` },
        { id: "minutes", label: t`minutes` },
        { id: "hours", label: t`hours` },
        { id: "days", label: t`days` },
      ]}
      onChange={(unit) => set({ unit })}
    />
  );
}

function AttributeDetail({ column, mapping }: PartProps) {
  const attribute = mapping.attributes?.find((one) => one.column === column);
  return (
    <div className="column-detail">
      <Typed
        label={t`Called`}
        value={attribute?.name ?? ""}
        placeholder={column.trim()}
        onChange={(name) => change(changeAttribute(mapping, column, { name }))}
      />
      <p className="caption">{attributeInWords(attribute?.privacy ?? "keep")}</p>
    </div>
  );
}

function attributeInWords(privacy: string): string {
  switch (privacy) {
    case "pseudonymise":
      return t`The same value always becomes the same code; nobody reads it back.`;
    case "generalise":
      return t`A number is cut to its first digit, a moment to its month, a text to three letters.`;
    default:
      return t`As it stands in the file; e-mail addresses, phone and account numbers are masked.`;
  }
}
