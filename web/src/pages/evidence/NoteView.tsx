import { t } from "@lingui/core/macro";
import {
  CornerDownRight,
  Eye,
  FileText,
  GripVertical,
  MoreHorizontal,
  Plus,
  Quote,
  Undo2,
} from "lucide-react";
import type { KeyboardEvent } from "react";
import { useNavigate } from "react-router";
import { type Group, keyOf } from "../../editor/affinity";
import type { SourceExcerpt } from "../../generated";
import { Button } from "../../ui/Button";
import { day } from "../../ui/format";
import { isMirrored } from "../../ui/language";
import { type Choices, Menu } from "../../ui/Menu";
import { useShelf, useShelved } from "../library/context";
import { type Moving, NEW } from "./moving";

interface NoteProps {
  note: SourceExcerpt;
  /** The group that it stands in; "" for none. */
  column: string;
  groups: readonly Group[];
  moving: Moving;
}

const SHORT = 60; // characters of a note in the names of its buttons

/** One excerpt as a note: it is carried by pointer, moved by keys, and by its menu. */
export function NoteView({ note, column, groups, moving }: NoteProps) {
  const { isReadOnly } = useShelf();
  const key = keyOf(note);
  const short = note.text.length > SHORT ? `${note.text.slice(0, SHORT)}…` : note.text;
  const press = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowLeft" && event.key !== "ArrowRight")) return;
    event.preventDefault();
    moving.step(key, column, (event.key === "ArrowRight") === isMirrored ? -1 : 1);
  };
  const Kind = note.kind === "observation" ? Eye : Quote;
  return (
    <li className="affinity-note" data-excerpt={key}>
      <button
        type="button"
        className="affinity-grip"
        aria-label={t`Move “${short}”`}
        title={t`Drag, or press Alt with an arrow`}
        disabled={isReadOnly}
        onKeyDown={press}
      >
        <GripVertical size={14} aria-hidden />
      </button>
      <p className="affinity-text" dir="auto">
        {note.text}
      </p>
      <NoteMenu note={note} short={short} column={column} groups={groups} moving={moving} />
      <p className="affinity-from caption" dir="auto">
        <Kind size={11} aria-label={note.kind === "observation" ? t`Observation` : t`Quote`} />{" "}
        <From note={note} />
      </p>
    </li>
  );
}

function From({ note }: { note: SourceExcerpt }) {
  const source = useShelved("source").get(note.source);
  const personas = useShelved("persona");
  if (!source) return <>{t`its source is gone`}</>;
  const covered = (source.personas ?? []).map((id) => personas.get(id)?.name ?? "");
  return <>{[source.name, ...covered, source.held ? day(source.held) : ""].filter(Boolean).join(" · ")}</>;
}

/** All that a pointer can do with a note. */
function NoteMenu({ note, short, column, groups, moving }: NoteProps & { short: string }) {
  const { isReadOnly } = useShelf();
  const navigate = useNavigate();
  const key = keyOf(note);
  const others = groups.filter(({ id }) => id !== column);
  const items: Choices = [
    ...others.map(({ id, insight }) => ({
      id,
      label: t`To “${insight.name}”`,
      icon: <CornerDownRight size={14} className="mirrors" />,
      act: () => moving.move(key, id),
    })),
    {
      id: NEW,
      label: t`Begin a group with it`,
      icon: <Plus size={14} />,
      act: () => moving.move(key, NEW),
    },
    ...(column
      ? [
          {
            id: "out",
            label: t`Out of the group`,
            icon: <Undo2 size={14} className="mirrors" />,
            act: () => moving.move(key, ""),
          },
        ]
      : []),
    "line",
    {
      id: "source",
      label: t`Open its source`,
      icon: <FileText size={14} />,
      act: () => navigate(`/evidence/sources/${note.source}`),
    },
  ];
  return (
    <Menu
      label={t`What can be done with “${short}”`}
      trigger={
        <Button
          className="button-icon affinity-more"
          aria-label={t`More for “${short}”`}
          isDisabled={isReadOnly}
        >
          <MoreHorizontal size={14} />
        </Button>
      }
      items={items}
    />
  );
}
