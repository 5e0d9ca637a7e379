import { plural, t } from "@lingui/core/macro";
import { Lightbulb, MoreHorizontal, Trash2, Undo2 } from "lucide-react";
import { Link } from "react-router";
import type { Group } from "../../editor/affinity";
import { setField } from "../../editor/ops";
import { shiftShelved, unshelve } from "../../editor/shelf";
import { Button } from "../../ui/Button";
import { Menu } from "../../ui/Menu";
import { useShelf } from "../library/context";
import { InPlace } from "../library/InPlace";
import type { Moving } from "./moving";
import { NoteView } from "./NoteView";

interface GroupProps {
  group: Group;
  groups: readonly Group[];
  moving: Moving;
  isOver: boolean;
}

/** One group: a name, its notes, and whether it is an insight. */
export function GroupColumn({ group, groups, moving, isOver }: GroupProps) {
  const shelf = useShelf();
  const { id, insight, notes, gone } = group;
  const name = (text: string, base: string) =>
    text.trim() ? shelf.edit([setField(id, "name", text, base.trim() ? base : insight.name)]) : undefined;
  return (
    <section
      className={`affinity-group ${isOver ? "is-over" : ""} ${insight.promoted ? "is-insight" : ""}`}
      data-column={id}
      aria-label={insight.name}
    >
      <header className="affinity-head">
        <InPlace
          label={t`Name of the group`}
          value={insight.name}
          isNeeded
          onChange={name}
          className="is-name"
        />
        <GroupMenu group={group} groups={groups} />
        <p className="affinity-state caption">
          {insight.promoted ? (
            <Link to={`/evidence/insights/${id}`} className="affinity-insight">
              <Lightbulb size={12} aria-hidden /> {t`Insight`}
            </Link>
          ) : (
            <Promote group={group} />
          )}
          <span className="numbers">{notesInWords(notes.length)}</span>
        </p>
      </header>
      <ul className="affinity-notes">
        {notes.map((note) => (
          <NoteView
            key={`${note.source}/${note.id}`}
            note={note}
            column={id}
            groups={groups}
            moving={moving}
          />
        ))}
      </ul>
      {gone > 0 ? <p className="shelf-hint">{hiddenInWords(gone)}</p> : null}
    </section>
  );
}

function notesInWords(count: number): string {
  return plural(count, { one: "# note", other: "# notes" });
}

function hiddenInWords(count: number): string {
  return plural(count, {
    one: "# more note is gone, or its source is.",
    other: "# more notes are gone, or their sources are.",
  });
}

/** A group becomes an insight; its notes stay as what it stands on. */
function Promote({ group: { id, insight } }: { group: Group }) {
  const shelf = useShelf();
  return (
    <Button
      size="small"
      look="edged"
      isDisabled={shelf.isReadOnly || (insight.excerpts ?? []).length === 0}
      onPress={() => shelf.edit([setField(id, "promoted", new Date().toISOString())])}
    >
      <Lightbulb size={13} /> {t`Promote to insight`}
    </Button>
  );
}

function GroupMenu({ group: { id, insight }, groups }: { group: Group; groups: readonly Group[] }) {
  const shelf = useShelf();
  const remove = () => {
    shelf.edit(unshelve(id));
    shelf.removed(t`“${insight.name}” is deleted; its notes stand alone again`);
  };
  const demote = {
    id: "demote",
    label: t`No insight any more`,
    icon: <Undo2 size={14} />,
    isDisabled: !insight.promoted,
    act: () => shelf.edit([setField(id, "promoted", null)]),
  };
  return (
    <Menu
      label={t`What can be done with the group “${insight.name}”`}
      trigger={
        <Button
          className="button-icon"
          aria-label={t`More for the group “${insight.name}”`}
          isDisabled={shelf.isReadOnly}
        >
          <MoreHorizontal size={15} />
        </Button>
      }
      items={[
        demote,
        {
          id: "earlier",
          label: t`One place earlier`,
          isDisabled: groups[0]?.id === id,
          act: () => shelf.edit(shiftShelved(shelf.records, id, -1)),
        },
        {
          id: "later",
          label: t`One place later`,
          isDisabled: groups.at(-1)?.id === id,
          act: () => shelf.edit(shiftShelved(shelf.records, id, 1)),
        },
        "line",
        { id: "delete", label: t`Delete the group`, icon: <Trash2 size={14} />, isDanger: true, act: remove },
      ]}
    />
  );
}
