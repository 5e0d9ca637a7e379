import { t } from "@lingui/core/macro";
import { useRef } from "react";
import { Choice } from "./Choice";
import { ColumnDetail } from "./ColumnDetail";
import { change } from "./doing";
import {
  assign,
  isPrivacyFree,
  type Kind,
  keep,
  type Privacy,
  privacyOf,
  type Role,
  roleOf,
  rolesFor,
} from "./roles";
import { columnsOf, type Draft } from "./wizard";
import { PRIVACY_WORDS, ROLE_WORDS } from "./words";

interface ColumnRowProps {
  column: string;
  draft: Draft;
  samples: readonly string[];
  isPicked: boolean;
  onPick: (isPicked: boolean) => void;
}

/** One column: its first values, its part in the mapping, and what of it is stored. */
export function ColumnRow({ column, draft, samples, isPicked, onPick }: ColumnRowProps) {
  const { mapping, proposed } = draft;
  const last = useRef({ from: mapping, made: mapping });
  const role = roleOf(mapping, column);
  const kind: Kind = mapping.kind ?? "events";
  const isProposed = proposed !== null && role !== "left" && roleOf(proposed, column) === role;
  /** Keys pass other parts on the way to the one that is meant: what those take from other columns is given back. */
  const give = (id: Role) => {
    const from = last.current.made === mapping ? last.current.from : mapping;
    const made = assign(from, column, id, samples);
    last.current = { from, made };
    change(made);
  };
  const broughtBy = mapping.joins?.find((join) => join.column === column)?.file;
  return (
    <li className="column">
      <input
        type="checkbox"
        className="column-pick"
        aria-label={t`Pick ${column}`}
        checked={isPicked}
        onChange={(event) => onPick(event.target.checked)}
      />
      <div className="column-name">
        <b dir="auto" className={role === "left" ? "column-quiet" : ""}>
          {column}
        </b>
        {broughtBy ? <span className="import-badge" dir="auto">{t`from ${broughtBy}`}</span> : null}
        {isProposed ? <span className="import-badge">{t`suggested`}</span> : null}
        <span className="column-samples" dir="auto">
          {shownValues(samples)}
        </span>
      </div>
      <Choice
        label={t`What ${column} is`}
        isLabelHidden
        isQuiet={role === "left"}
        value={role}
        options={rolesFor(kind, role).map((id) => ({ id, label: ROLE_WORDS[id] }))}
        onChange={give}
      />
      <Stored column={column} draft={draft} role={role} />
      <ColumnDetail column={column} mapping={mapping} role={role} columns={columnsOf(draft)} />
    </li>
  );
}

function shownValues(samples: readonly string[]): string {
  const filled = [...new Set(samples.map((value) => value.trim()).filter(Boolean))];
  return filled.length > 0 ? filled.slice(0, 4).join(" · ") : t`empty in the first rows`;
}

const FREE: readonly Privacy[] = ["drop", "pseudonymise", "keep", "generalise"];

/** What of a column is stored: a choice where a person has one, else what its part says. */
function Stored({ column, draft, role }: { column: string; draft: Draft; role: Role }) {
  const { mapping } = draft;
  if (!isPrivacyFree(role)) return <span className="column-stored">{storedInWords(role)}</span>;
  return (
    <Choice
      label={t`What of ${column} is stored`}
      isLabelHidden
      isQuiet={role === "left"}
      value={privacyOf(mapping, column)}
      options={FREE.map((id) => ({ id, label: PRIVACY_WORDS[id] }))}
      onChange={(privacy) => change(keep(mapping, column, privacy))}
    />
  );
}

function storedInWords(role: Role): string {
  switch (role) {
    case "customer":
    case "customer_else":
    case "also_known_as":
    case "id":
      return t`as a code`;
    case "text":
      return t`personal data masked`;
    case "asked":
      return t`as an answer`;
    default:
      return t`as it is`;
  }
}
