import { t } from "@lingui/core/macro";
import { type Board, keyOf, moveExcerpt } from "../../editor/affinity";
import type { SourceExcerpt } from "../../generated";
import { Select } from "../../ui/Select";
import { useShelf, useShelved } from "../library/context";

/** The twin of the board: every note with its group, which is chosen in its row. */
export function BoardTable({ board }: { board: Board }) {
  const groups = [
    { id: "", label: t`Not grouped` },
    ...board.groups.map(({ id, insight }) => ({ id, label: insight.name })),
  ];
  const rows = [
    ...board.groups.flatMap(({ id, notes }) => notes.map((note) => ({ note, group: id }))),
    ...board.loose.map((note) => ({ note, group: "" })),
  ];
  return (
    <div className="shelf-table affinity-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t`Excerpt`}</th>
            <th scope="col">{t`What it is`}</th>
            <th scope="col">{t`Source`}</th>
            <th scope="col">{t`Group`}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ note, group }) => (
            <Row key={keyOf(note)} note={note} group={group} groups={groups} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  note: SourceExcerpt;
  group: string;
  groups: { id: string; label: string }[];
}

function Row({ note, group, groups }: RowProps) {
  const shelf = useShelf();
  const source = useShelved("source").get(note.source);
  return (
    <tr>
      <th scope="row" dir="auto">
        {note.text}
      </th>
      <td>{note.kind === "observation" ? t`Observation` : t`Quote`}</td>
      <td dir="auto">{source?.name ?? t`its source is gone`}</td>
      <td>
        <Select
          label={t`Group`}
          isLabelHidden
          value={group}
          options={groups}
          onChange={(to) => shelf.edit(moveExcerpt(shelf.records, keyOf(note), to))}
        />
      </td>
    </tr>
  );
}
