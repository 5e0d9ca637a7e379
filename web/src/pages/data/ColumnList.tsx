import { plural, t } from "@lingui/core/macro";
import { useState } from "react";
import type { Mapping } from "../../generated";
import { Button } from "../../ui/Button";
import { plain } from "../../ui/format";
import { Choice, Tick } from "./Choice";
import { ColumnRow } from "./ColumnRow";
import { change } from "./doing";
import type { Samples } from "./kinds";
import { assign, EACH_ROW, type Kind, keep, type Privacy, ROLES, type Role, roleOf } from "./roles";
import { columnsOf, type Draft } from "./wizard";
import { PRIVACY_WORDS, ROLE_WORDS } from "./words";

const SHOWN = 60; // columns at once; a file may have thousands

/** Every column of the file with its first values, its part, and what of it is stored. */
export function ColumnList({ draft, samples }: { draft: Draft; samples: Samples }) {
  const [words, setWords] = useState("");
  const [isShort, setShort] = useState(false);
  const [shown, setShown] = useState(SHOWN);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const { mapping } = draft;
  const all = columnsOf(draft);
  const used = all.filter((column) => roleOf(mapping, column) !== "left");
  const found = (isShort ? used : all).filter((column) => column.toLowerCase().includes(words.toLowerCase()));
  const pick = (column: string, isPicked: boolean) => {
    const next = new Set(picked);
    if (isPicked) next.add(column);
    else next.delete(column);
    setPicked(next);
  };
  return (
    <section className="part" aria-label={t`Columns`}>
      <header className="part-line">
        <h2 className="part-title">{t`Columns`}</h2>
        <span className="caption numbers">
          {t`${plain(used.length)} of ${plain(all.length)} are used, the others are not stored`}
        </span>
      </header>
      <EachRow mapping={mapping} />
      {all.length > 12 ? (
        <div className="column-tools">
          <input
            className="input"
            type="search"
            aria-label={t`Search columns`}
            placeholder={t`Search columns`}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
          <Button size="small" look="edged" aria-pressed={isShort} onPress={() => setShort(!isShort)}>
            {t`Only those that are used`}
          </Button>
        </div>
      ) : null}
      {picked.size > 0 ? (
        <Together mapping={mapping} samples={samples} picked={picked} onDone={() => setPicked(new Set())} />
      ) : null}
      <ul className="columns">
        {found.slice(0, shown).map((column) => (
          <ColumnRow
            key={column}
            column={column}
            draft={draft}
            samples={samples.get(column) ?? []}
            isPicked={picked.has(column)}
            onPick={(isPicked) => pick(column, isPicked)}
          />
        ))}
      </ul>
      {found.length > shown ? (
        <Button size="small" look="edged" onPress={() => setShown(shown + 200)}>
          {t`Show more of ${plain(found.length)} columns`}
        </Button>
      ) : null}
    </section>
  );
}

/** Where no column says who: each row may be a customer of its own, such as a complaint without a name. */
function EachRow({ mapping }: { mapping: Mapping }) {
  const { customer, kind } = mapping;
  if ((customer && customer !== EACH_ROW) || kind === "customers" || kind === "aliases") return null;
  return (
    <Tick
      isOn={customer === EACH_ROW}
      onChange={(isOn) => change({ ...mapping, customer: isOn ? EACH_ROW : "" })}
    >
      {t`Nobody is named in it: each row is a customer of its own`}
    </Tick>
  );
}

interface TogetherProps {
  mapping: Mapping;
  samples: Samples;
  picked: ReadonlySet<string>;
  onDone: () => void;
}

const PART: Role[] = ["asked", "moment", "attribute", "also_known_as", "left"]; // what several columns can be at once

/** One part, or one rule of what is stored, for all columns that are picked. */
function Together({ mapping, samples, picked, onDone }: TogetherProps) {
  const kind: Kind = mapping.kind ?? "events";
  const roles = PART.filter((role) => ROLES[kind].includes(role));
  const all = (step: (mapping: Mapping, column: string) => Mapping) => {
    change([...picked].reduce(step, mapping));
    onDone();
  };
  return (
    <div className="together">
      <b className="numbers">{plural(picked.size, { one: "# column is", other: "# columns are" })}</b>
      <Choice
        label={t`Part of the picked columns`}
        isLabelHidden
        value=""
        options={[{ id: "", label: t`Choose a part` }, ...roles.map((id) => ({ id, label: ROLE_WORDS[id] }))]}
        onChange={(role) =>
          all((now, column) => (role ? assign(now, column, role, samples.get(column) ?? []) : now))
        }
      />
      <Choice
        label={t`What of the picked columns is stored`}
        isLabelHidden
        value=""
        options={[
          { id: "", label: t`Stored beside` },
          ...(["drop", "pseudonymise", "keep", "generalise"] as Privacy[]).map((id) => ({
            id,
            label: PRIVACY_WORDS[id],
          })),
        ]}
        onChange={(privacy) => all((now, column) => (privacy ? keep(now, column, privacy) : now))}
      />
      <Button size="small" onPress={onDone}>
        {t`Pick none`}
      </Button>
    </div>
  );
}
