import { plural, t } from "@lingui/core/macro";
import { Plus, ThumbsUp, Trash2 } from "lucide-react";
import { useState } from "react";
import { setField } from "../../editor/ops";
import { shelve, unshelve } from "../../editor/shelf";
import type { Idea } from "../../generated";
import { identity } from "../../transport";
import { Button, IconButton } from "../../ui/Button";
import { useShelf, useShelved } from "../library/context";
import { TextOf } from "../library/InPlace";
import { useSought } from "../useSought";

/** Ways to take an opportunity up, the most voted first; each person has one vote an idea. */
export function Ideas({ id }: { id: string }) {
  const ideas = [...useShelved("idea")].filter(([, { opportunity }]) => opportunity === id);
  const ranked = ideas.sort(([, a], [, b]) => votesOf(b) - votesOf(a));
  return (
    <section className="shelf-section">
      <h2 className="shelf-head">{t`Solution ideas`}</h2>
      {ideas.length === 0 ? <p className="shelf-hint">{t`None yet: how could this be solved?`}</p> : null}
      <ul className="opportunity-ideas">
        {ranked.map(([idea, record]) => (
          <OneIdea key={idea} id={idea} idea={record} />
        ))}
      </ul>
      <NewIdea opportunity={id} />
    </section>
  );
}

export function votesOf({ votes = [] }: Idea): number {
  return votes.length;
}

function OneIdea({ id, idea }: { id: string; idea: Idea }) {
  const shelf = useShelf();
  const me = identity().id;
  const votes = idea.votes ?? [];
  const isMine = votes.includes(me);
  const vote = () =>
    shelf.edit([setField(id, "votes", isMine ? votes.filter((one) => one !== me) : [...votes, me])]);
  const remove = () => {
    shelf.edit(unshelve(id));
    shelf.removed(t`“${idea.name}” is deleted`);
  };
  const count = plural(votes.length, { one: "# vote", other: "# votes" });
  const { className = "", ...sought } = useSought<HTMLLIElement>(id);
  return (
    <li {...sought} className={`opportunity-idea ${className}`}>
      <Button
        size="small"
        look="edged"
        aria-pressed={isMine}
        aria-label={t`Vote for ${idea.name}, ${count}`}
        isDisabled={shelf.isReadOnly}
        onPress={vote}
      >
        <ThumbsUp size={13} /> <span className="numbers">{votes.length}</span>
      </Button>
      <div className="opportunity-idea-words">
        <TextOf id={id} field="name" label={t`Idea`} value={idea.name} isNeeded />
        <TextOf
          id={id}
          field="text"
          label={t`More about it`}
          value={idea.text}
          isLong
          placeholder={t`How it would work`}
        />
      </div>
      <IconButton label={t`Remove “${idea.name}”`} isDisabled={shelf.isReadOnly} onPress={remove}>
        <Trash2 size={14} />
      </IconButton>
    </li>
  );
}

function NewIdea({ opportunity }: { opportunity: string }) {
  const shelf = useShelf();
  const [name, setName] = useState("");
  const add = () => {
    if (!name.trim()) return;
    shelf.edit(shelve(shelf.records, "idea", { name: name.trim(), opportunity }).ops);
    setName("");
  };
  return (
    <form
      className="opportunity-new"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <input
        className="input"
        dir="auto"
        aria-label={t`New idea`}
        placeholder={t`New idea`}
        maxLength={500}
        disabled={shelf.isReadOnly}
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <Button type="submit" look="edged" size="small" isDisabled={shelf.isReadOnly}>
        <Plus size={13} /> {t`Add`}
      </Button>
    </form>
  );
}
