import { plural, t } from "@lingui/core/macro";
import { Eye, GripVertical, MapPlus, MoreHorizontal, Pencil, Quote, Trash2 } from "lucide-react";
import { useState } from "react";
import type { SourceExcerpt } from "../../generated";
import { Button } from "../../ui/Button";
import { TextField } from "../../ui/Field";
import { day } from "../../ui/format";
import { Menu } from "../../ui/Menu";
import { useSought } from "../useSought";
import { PutOnMap } from "./PutOnMap";
import type { useExcerpts } from "./using";
import { EXCERPT_WORDS, placeOfBlock } from "./words";

interface ListProps {
  marking: ReturnType<typeof useExcerpts>;
  isReadOnly: boolean;
  /** Whether a map lies beside them, onto which they are carried. */
  hasMap: boolean;
}

/** What is marked in a source, in the order of its transcript. */
export function ExcerptList({ marking, isReadOnly, hasMap }: ListProps) {
  const { excerpts } = marking;
  const [put, setPut] = useState<SourceExcerpt | null>(null);
  return (
    <aside className="excerpt-part" aria-label={t`Excerpts`}>
      <h2 className="shelf-head">
        {t`Excerpts`}
        <span className="caption numbers">
          {plural(excerpts.length, { one: "# marked", other: "# marked" })}
        </span>
      </h2>
      {excerpts.length === 0 ? (
        <p className="shelf-hint">{t`Nothing is marked yet. What you mark can be cited by cards and grouped to insights.`}</p>
      ) : null}
      <ul className="excerpt-list">
        {excerpts.map((excerpt) => (
          <Row
            key={excerpt.id}
            excerpt={excerpt}
            marking={marking}
            isReadOnly={isReadOnly}
            hasMap={hasMap}
            onPut={() => setPut(excerpt)}
          />
        ))}
      </ul>
      <TypeOne marking={marking} isReadOnly={isReadOnly} />
      {put ? <PutOnMap excerpt={put} onClose={() => setPut(null)} /> : null}
    </aside>
  );
}

interface RowProps extends ListProps {
  excerpt: SourceExcerpt;
  onPut: () => void;
}

function Row({ excerpt, marking, isReadOnly, hasMap, onPut }: RowProps) {
  const [isEditing, setEditing] = useState(false);
  const sought = useSought<HTMLLIElement>(excerpt.id);
  const { id, kind, text, place, by, at } = excerpt;
  const other = kind === "quote" ? "observation" : "quote";
  const facts = [EXCERPT_WORDS[kind], placeOfBlock(place), by.name, day(at)].filter(Boolean);
  if (isEditing)
    return (
      <li>
        <Typing
          label={t`Words of the excerpt`}
          start={text}
          onEnd={(words) => {
            setEditing(false);
            if (words && words !== text) void marking.edit(id, { kind, text: words });
          }}
        />
      </li>
    );
  return (
    <li {...sought} data-excerpt={id}>
      <blockquote className={`excerpt-words is-${kind}`} dir="auto">
        {text}
      </blockquote>
      <span className="excerpt-foot">
        {hasMap ? (
          <span className="excerpt-grip" title={t`Drag it onto the map`}>
            <GripVertical size={14} aria-hidden />
          </span>
        ) : null}
        <span className="caption numbers">{facts.join(" · ")}</span>
        <Button size="small" look="edged" onPress={onPut}>
          <MapPlus size={14} /> {t`Put on a map`}
        </Button>
        <Menu
          label={t`More for this excerpt`}
          trigger={
            <Button className="button-icon" aria-label={t`More for this excerpt`} isDisabled={isReadOnly}>
              <MoreHorizontal size={16} />
            </Button>
          }
          items={[
            { id: "edit", label: t`Edit its words`, icon: <Pencil size={14} />, act: () => setEditing(true) },
            {
              id: "kind",
              label: other === "quote" ? t`It is a quote` : t`It is an observation`,
              icon: other === "quote" ? <Quote size={14} /> : <Eye size={14} />,
              act: () => void marking.edit(id, { kind: other, text }),
            },
            "line",
            {
              id: "remove",
              label: t`Remove`,
              icon: <Trash2 size={14} />,
              isDanger: true,
              act: () => void marking.remove(excerpt),
            },
          ]}
        />
      </span>
    </li>
  );
}

/** An excerpt that is typed: what no transcript holds. */
function TypeOne({ marking, isReadOnly }: Omit<ListProps, "hasMap">) {
  const [isTyping, setTyping] = useState(false);
  if (!isTyping)
    return (
      <button type="button" className="link shelf-open" disabled={isReadOnly} onClick={() => setTyping(true)}>
        <Pencil size={13} aria-hidden /> {t`Type an observation`}
      </button>
    );
  return (
    <Typing
      label={t`What was seen or said`}
      start=""
      onEnd={(text) => {
        setTyping(false);
        if (text) void marking.mark({ kind: "observation", text });
      }}
    />
  );
}

interface TypingProps {
  label: string;
  start: string;
  /** With what was typed; "" where nothing shall become of it. */
  onEnd: (text: string) => void;
}

function Typing({ label, start, onEnd }: TypingProps) {
  const [text, setText] = useState(start);
  return (
    <form
      className="excerpt-typing"
      onSubmit={(event) => {
        event.preventDefault();
        onEnd(text.trim());
      }}
    >
      <TextField label={label} value={text} isLong onChange={setText} />
      <span className="excerpt-acts">
        <Button type="submit" look="edged" size="small">{t`Keep`}</Button>
        <Button size="small" onPress={() => onEnd("")}>{t`Cancel`}</Button>
      </span>
    </form>
  );
}
