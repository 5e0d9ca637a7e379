import { t } from "@lingui/core/macro";
import { Trans } from "@lingui/react/macro";
import { Link2, Trash2 } from "lucide-react";
import type { Join } from "../../generated";
import { Button, IconButton } from "../../ui/Button";
import { Choice } from "./Choice";
import { FileButton } from "./DropFiles";
import { bring, change } from "./doing";
import { joined, reach, shared } from "./reaching";
import { assign } from "./roles";
import { columnsOf, customerBefore, type Draft, headersOf, type Wizard } from "./wizard";

/** Columns that other files know, found by keys that files share. */
export function JoinsPart({ now, draft }: { now: Wizard; draft: Draft }) {
  const { mapping } = draft;
  const joins = mapping.joins ?? [];
  return (
    <section className="part" aria-label={t`Columns from other files`}>
      <h2 className="part-title">{t`Columns from other files`}</h2>
      {joins.length > 0 ? (
        <ul className="joins">
          {joins.map((join) => (
            <OneJoin key={join.column} join={join} draft={draft} />
          ))}
        </ul>
      ) : null}
      <Bring now={now} draft={draft} />
    </section>
  );
}

/** The customers of the file before, where this one can reach them: else the two would share nobody. */
export function SameCustomer({ now, draft }: { now: Wizard; draft: Draft }) {
  const column = customerBefore(now);
  const chain = column ? reach(draft.preview.file, column, headersOf(now)) : null;
  if (!chain || draft.mapping.customer === column) return null;
  const take = () => {
    const joins = joined(draft.mapping.joins ?? [], chain);
    change(assign({ ...draft.mapping, joins }, column, "customer"));
  };
  return (
    <div className="offer">
      <Link2 size={15} aria-hidden />
      <div>
        <p>
          <Trans>
            The file before told customers apart by <b>{column}</b>. This one can do so, too.
          </Trans>
        </p>
        {chain.length > 0 ? <p className="caption">{wayInWords(chain)}</p> : null}
      </div>
      <Button size="small" look="edged" onPress={take}>
        {t`Use ${column}`}
      </Button>
    </div>
  );
}

function wayInWords(chain: readonly Join[]): string {
  return chain.map(({ file, key, column }) => t`${key} finds ${column} in ${file}`).join(", ");
}

function OneJoin({ join, draft }: { join: Join; draft: Draft }) {
  const { mapping } = draft;
  const joins = mapping.joins ?? [];
  const before = joins.slice(0, joins.indexOf(join)).map((one) => one.column);
  const keys = [...draft.preview.columns, ...before];
  const set = (key: string) =>
    change({ ...mapping, joins: joins.map((one) => (one === join ? { ...one, key } : one)) });
  const remove = () =>
    change({
      ...assign(mapping, join.column, "left"),
      joins: joins.filter((one) => one !== join),
    });
  return (
    <li className="join">
      <p dir="auto">
        <Trans>
          <b>{join.column}</b> from {join.file}
        </Trans>
      </p>
      <Choice
        label={t`found by`}
        value={join.key}
        options={keys.map((id) => ({ id, label: id }))}
        onChange={set}
      />
      <IconButton label={t`Without ${join.column}`} onPress={remove}>
        <Trash2 size={14} />
      </IconButton>
    </li>
  );
}

/** The columns within reach, by file; a file that is not here yet can be brought. */
function Bring({ now, draft }: { now: Wizard; draft: Draft }) {
  const here = new Set(columnsOf(draft));
  const headers = headersOf(now);
  const file = draft.preview.file;
  const others = [...headers].filter(([name]) => name !== file);
  const open = others
    .map(([name, columns]) => ({ name, columns: columns.filter((column) => !here.has(column)) }))
    .filter(({ columns }) => columns.some((column) => reach(file, column, headers)));
  const take = (column: string) => {
    const chain = reach(file, column, headers);
    if (chain) change({ ...draft.mapping, joins: joined(draft.mapping.joins ?? [], chain) });
  };
  const apart = others.filter(([, columns]) => shared([...here], columns).length === 0).map(([name]) => name);
  return (
    <>
      {open.length > 0 ? (
        <div className="part-fields">
          <Choice label={t`Bring a column`} value="" options={[]} onChange={take}>
            <option value="">{t`Choose a column`}</option>
            {open.map(({ name, columns }) => (
              <optgroup key={name} label={name}>
                {columns.map((column) => (
                  <option key={column} value={column}>
                    {column}
                  </option>
                ))}
              </optgroup>
            ))}
          </Choice>
        </div>
      ) : (
        <p className="part-said">
          {apart.length > 0
            ? t`${apart.join(", ")} shares no column with this file, so nothing can be found there.`
            : t`If another file says who a customer is, bring it along: it is found by a column that both have.`}
        </p>
      )}
      {others.length === 0 ? <FileButton onFiles={bring}>{t`Add a file`}</FileButton> : null}
    </>
  );
}
