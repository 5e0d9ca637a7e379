import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { BadgeCheck } from "lucide-react";
import type { Mapping } from "../../generated";
import { Choice, type Chosen, Typed } from "./Choice";
import { change, vouch } from "./doing";
import type { Draft } from "./wizard";
import { separatorInWords } from "./words";

const ENCODINGS = ["utf-8", "utf-16-le", "utf-16-be", "windows-1252", "latin-1"] as const;
const SEPARATORS = [",", ";", "\t", "|"] as const;
const ROWS = ["1", "2", "3", "4", "5"] as const;
const ZONES = ["UTC", ...Intl.supportedValuesOf("timeZone")];

/** What Footfall made out of the file by itself; all of it can be corrected. */
export function Understood({ draft }: { draft: Draft }) {
  const { preview, mapping } = draft;
  const set = (part: Partial<Mapping>) => change({ ...mapping, ...part });
  return (
    <section className="part" aria-label={t`What Footfall understood`}>
      <h2 className="part-title">{t`What Footfall understood`}</h2>
      <Recognised draft={draft} />
      <div className="part-fields">
        <TableFields draft={draft} set={set} />
        {preview.encoding ? <LetterFields draft={draft} set={set} /> : null}
        <HeadingField draft={draft} set={set} />
        <MomentFields mapping={mapping} set={set} />
      </div>
    </section>
  );
}

interface FieldsProps {
  draft: Draft;
  set: (part: Partial<Mapping>) => void;
}

/** The tool whose export it is, or the form of the file alone. */
function Recognised({ draft }: { draft: Draft }) {
  const { file, format, source, why, columns, missing } = draft.preview;
  const count = columns.length;
  return (
    <div className="part-said">
      {source ? (
        <p className="recognised">
          <BadgeCheck size={15} aria-hidden />
          <span>
            <Trans>
              An export of <b>{source}</b> ({format}, {count} columns).
            </Trans>{" "}
            {why}
          </span>
        </p>
      ) : (
        <p>
          <Trans>
            <b>{format}</b> with {count} columns. Footfall knows no tool that exports just these, so look
            closer.
          </Trans>
        </p>
      )}
      {missing ? (
        <p>
          <span className="is-warn">{missing}</span>{" "}
          <button type="button" className="link" onClick={() => vouch(file)}>
            {t`It is right as it stands`}
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** Which table of the file is read. */
function TableFields({ draft, set }: FieldsProps) {
  const { preview, mapping } = draft;
  const { worksheets = [], unfolds = [] } = preview;
  return (
    <>
      {worksheets.length > 1 ? (
        <Choice
          label={t`Worksheet`}
          value={mapping.worksheet ?? ""}
          options={[{ id: "", label: t`First with a table` }, ...named(worksheets)]}
          onChange={(worksheet) => set({ worksheet })}
        />
      ) : null}
      {unfolds.length > 0 ? (
        <Choice
          label={t`A row for each`}
          value={mapping.unfold ?? ""}
          options={[{ id: "", label: t`Record` }, ...named(unfolds)]}
          onChange={(unfold) => set({ unfold })}
        />
      ) : null}
    </>
  );
}

function named(names: readonly string[]): Chosen<string>[] {
  return names.map((name) => ({ id: name, label: name }));
}

/** How the text of a table is written. */
function LetterFields({ draft, set }: FieldsProps) {
  const { preview, mapping } = draft;
  const detected = (name: string) => t`${name}, as it seems`;
  const { encoding: seen = "", separator = "" } = preview;
  return (
    <>
      <Choice
        label={t`Letters`}
        value={mapping.encoding ?? ""}
        options={[
          { id: "", label: detected(seen.toUpperCase()) },
          ...ENCODINGS.map((id) => ({ id, label: id.toUpperCase() })),
        ]}
        onChange={(encoding) => set({ encoding })}
      />
      {separator ? (
        <Choice
          label={t`Between columns`}
          value={mapping.separator ?? ""}
          options={[
            { id: "", label: detected(separatorInWords(separator)) },
            ...SEPARATORS.map((id) => ({ id, label: separatorInWords(id) })),
          ]}
          onChange={(separator) => set({ separator })}
        />
      ) : null}
    </>
  );
}

/** How many rows of headings there are, in tables that have some: not in JSON, Parquet and logs. */
function HeadingField({ draft, set }: FieldsProps) {
  const { separator, worksheets = [] } = draft.preview;
  return separator || worksheets.length > 0 ? (
    <Choice
      label={t`Rows of headings`}
      value={String(draft.mapping.header_rows ?? 1)}
      options={named(ROWS)}
      onChange={(rows) => set({ header_rows: Number(rows) })}
    />
  ) : null;
}

/** How dates and numbers are written. */
function MomentFields({ mapping, set }: { mapping: Mapping; set: FieldsProps["set"] }) {
  return (
    <>
      <Choice
        label={t`Dates such as 3/4`}
        value={mapping.day_first == null ? "" : mapping.day_first ? "yes" : "no"}
        options={[
          { id: "", label: t`As others in the file show` },
          { id: "yes", label: t`3 April, day first` },
          { id: "no", label: t`4 March, month first` },
        ]}
        onChange={(order) => set({ day_first: order === "" ? null : order === "yes" })}
      />
      <Typed
        label={t`Time zone, where none is said`}
        value={mapping.zone ?? "UTC"}
        list="time-zones"
        onChange={(zone) => set({ zone })}
      />
      <datalist id="time-zones">
        {ZONES.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <Choice
        label={t`Decimals`}
        value={mapping.decimal_comma ? "comma" : "point"}
        options={[
          { id: "point", label: t`4.5 with a point` },
          { id: "comma", label: t`4,5 with a comma` },
        ]}
        onChange={(decimals) => set({ decimal_comma: decimals === "comma" })}
      />
    </>
  );
}
