import { t } from "@lingui/core/macro";
import { MessageSquare, X } from "lucide-react";
import { Fragment, useState } from "react";
import { placeOfRecord, recordAt } from "../../editor/finding";
import { spokenParts } from "../../editor/mentions";
import { type Remark, resolving, type Thread, type ThreadState } from "../../editor/threads";
import { drop } from "../../model";
import { ask, identity, listPeople } from "../../transport";
import { Button, IconButton } from "../../ui/Button";
import { when } from "../../ui/format";
import { Avatar } from "../../ui/Marks";
import { shownAs } from "../../ui/people";
import { useAsked } from "../useAsked";
import { aboutWords } from "./aboutWords";
import { useCommenting } from "./commenting";
import { useEditor, useTools } from "./context";
import { useLooking } from "./looking";
import { SayForm } from "./SayForm";
import { visit } from "./visiting";
import "./comments.css";

const STATES: readonly ThreadState[] = ["open", "resolved", "orphan"];

function stateWord(state: ThreadState): string {
  if (state === "open") return t`Open`;
  return state === "resolved" ? t`Resolved` : t`Orphans`;
}

/** What people say about the map and its parts: one says something, answers, resolves and reopens. */
export function CommentsPanel() {
  const { store } = useTools();
  const { threads } = useCommenting();
  const [state, setState] = useState<ThreadState>("open");
  const shown = threads.filter((thread) => thread.state === state);
  const close = () => store.set({ isPanelOpen: false, panel: "details" });
  return (
    <aside className="panel comments" aria-label={t`Comments`}>
      <header className="panel-head">
        <span className="panel-kind">
          <MessageSquare size={13} aria-hidden /> {t`Comments`}
        </span>
        <IconButton label={t`Close comments`} keys="Esc" onPress={close}>
          <X size={16} />
        </IconButton>
      </header>
      <NewThread onSaid={() => setState("open")} />
      <fieldset className="look-sides comment-states">
        <legend className="only-read">{t`Which threads are shown`}</legend>
        {STATES.map((one) => (
          <button key={one} type="button" aria-pressed={one === state} onClick={() => setState(one)}>
            {stateWord(one)}{" "}
            <span className="numbers">{threads.filter((it) => it.state === one).length}</span>
          </button>
        ))}
      </fieldset>
      {shown.length === 0 ? <p className="panel-hint comments-none">{noneWord(state)}</p> : null}
      <ol className="threads">
        {shown.toReversed().map((thread) => (
          <li key={thread.id}>
            <OneThread thread={thread} />
          </li>
        ))}
      </ol>
    </aside>
  );
}

function noneWord(state: ThreadState): string {
  if (state === "open")
    return t`Nothing to discuss. Select a card, a cell or a stage and say what you think of it.`;
  if (state === "resolved") return t`No thread is resolved yet.`;
  return t`No thread has lost what it was about.`;
}

/** A field to say something about what is selected. */
function NewThread({ onSaid }: { onSaid: () => void }) {
  const at = useEditor((state) => state.at);
  const sheet = useEditor((state) => state.sheet);
  const asked = useEditor((state) => state.saying);
  const { records } = useLooking();
  const { id, step } = recordAt(sheet, at);
  const about = aboutWords(records, id, step);
  return (
    <div className="panel-part">
      <SayForm label={t`About ${about}`} target={id} step={step} asked={asked} onSaid={onSaid} />
    </div>
  );
}

function OneThread({ thread }: { thread: Thread }) {
  const { records, tools } = useLooking();
  const { store } = useTools();
  const [isAnswering, setAnswering] = useState(false);
  const { target = "map", step = "" } = thread.comment;
  const isSelected = useEditor(({ sheet, at }) => {
    const here = recordAt(sheet, at);
    return at !== null && here.id === target && here.step === step;
  });
  const isDone = thread.state === "resolved";
  const go = () => {
    const at = placeOfRecord(store.getSnapshot().sheet, target, step);
    if (at) visit(store, at);
  };
  return (
    <article className={`thread ${isSelected ? "is-chosen" : ""}`}>
      {thread.state === "orphan" ? (
        <p className="caption">{t`What it was about is gone.`}</p>
      ) : (
        <button type="button" className="link thread-about" dir="auto" onClick={go}>
          {aboutWords(records, target, step)}
        </button>
      )}
      {[thread, ...thread.answers].map((remark) => (
        <OneRemark key={remark.id} remark={remark} />
      ))}
      {isAnswering ? (
        <SayForm
          label={t`Your answer`}
          target={target}
          step={step}
          thread={thread.id}
          asked={1}
          onSaid={() => setAnswering(false)}
          onLeave={() => setAnswering(false)}
        />
      ) : null}
      <div className="thread-tools">
        {isAnswering ? null : (
          <Button size="small" isDisabled={tools.isReadOnly} onPress={() => setAnswering(true)}>
            {t`Answer`}
          </Button>
        )}
        <Button
          size="small"
          isDisabled={tools.isReadOnly}
          onPress={() => tools.edit([resolving(thread, !isDone)])}
        >
          {isDone ? t`Reopen` : t`Resolve`}
        </Button>
      </div>
    </article>
  );
}

/** The names of those who are spoken to. */
function useMentioned({ mentions = [] }: Remark["comment"]): string[] {
  const { data = [] } = useAsked(["people"], () => ask(listPeople()), mentions.length > 0);
  return data.flatMap(({ actor }) => (mentions.includes(actor.id) && actor.name ? [actor.name] : []));
}

function OneRemark({ remark: { id, comment } }: { remark: Remark }) {
  const { tools } = useLooking();
  const { author = "", author_name: name = "", at, text = "" } = comment;
  const person = shownAs({ id: author, name });
  const names = useMentioned(comment);
  const remove = () => {
    tools.edit([drop(id)]);
    tools.removed(t`Comment deleted`);
  };
  return (
    <div className="remark">
      <Avatar {...person} size={22} />
      <div>
        <p className="remark-who">
          <b dir="auto">{person.name}</b> <span className="caption">{at ? when(at) : ""}</span>
          {(comment.mentions ?? []).includes(identity().id) ? (
            <span className="remark-you">{t`mentions you`}</span>
          ) : null}
          {author === identity().id && !tools.isReadOnly ? (
            <button
              type="button"
              className="remark-remove"
              aria-label={t`Delete this comment`}
              onClick={remove}
            >
              <X size={12} aria-hidden />
            </button>
          ) : null}
        </p>
        <p className="remark-text" dir="auto">
          {spokenParts(text, names).map(({ text: part, isName }, place) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: a text in parts, which has no names but their places
            isName ? <b key={place}>{part}</b> : <Fragment key={place}>{part}</Fragment>,
          )}
        </p>
      </div>
    </div>
  );
}
