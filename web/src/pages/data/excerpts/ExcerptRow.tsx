import { t } from "@lingui/core/macro";
import { useQueryClient } from "@tanstack/react-query";
import { Quote, Undo2 } from "lucide-react";
import type { Excerpt, Overruling } from "../../../generated";
import { ask, keepExcerpt, overruleExcerpt, takeBackOverruling } from "../../../transport";
import { Button } from "../../../ui/Button";
import { CheckedField } from "../../../ui/CheckedField";
import { when } from "../../../ui/format";
import { Select } from "../../../ui/Select";
import { say } from "../../../ui/Toast";
import { inWords } from "../../useAsked";
import { useSought } from "../../useSought";
import { pieces } from "./marked";
import { feelingInWords, languageInWords, themeInWords, themesOf } from "./words";

const LANGUAGES = ["en", "nl", "other"];
const FEELINGS = ["negative", "neutral", "positive"];

/** One excerpt: the words that decided its feeling are marked; what was told can be overruled and taken back. */
export function ExcerptRow({ dataset, excerpt }: { dataset: string; excerpt: Excerpt }) {
  const change = useChange();
  const { className = "", ...sought } = useSought<HTMLLIElement>(excerpt.id);
  const path = { id: dataset, excerpt: excerpt.id };
  const { counts_as: is, overruled } = excerpt;
  const says = (part: Overruling) => {
    const { language, feeling, themes } = overruled ?? {};
    const body = { language: language ?? null, feeling: feeling ?? null, themes: themes ?? null, ...part };
    return change(() => ask(overruleExcerpt({ path, body })), t`Kept. All counts say it now.`);
  };
  const keep = async () => {
    try {
      const { name } = await ask(keepExcerpt({ path }));
      say(t`Kept as an excerpt of “${name}”: cards can cite it.`);
    } catch (failed) {
      say(inWords(failed), { isBad: true });
    }
  };
  return (
    <li {...sought} className={`excerpt ${className}`}>
      <p className="excerpt-text" dir="auto">
        <Marked excerpt={excerpt} />
      </p>
      <p className="caption numbers">
        {[when(excerpt.time), excerpt.question, excerpt.event, excerpt.channel, excerpt.customer.slice(0, 10)]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <div className="excerpt-says">
        <Select
          label={t`Feeling`}
          value={is.feeling ?? ""}
          options={FEELINGS.map((id) => ({ id, label: feelingInWords(id) }))}
          placeholder={t`not told`}
          onChange={(feeling) => says({ feeling: feeling as NonNullable<Overruling["feeling"]> })}
        />
        <Select
          label={t`Language`}
          value={LANGUAGES.includes(is.language) ? is.language : is.language ? "other" : ""}
          options={LANGUAGES.map((id) => ({ id, label: languageInWords(id) }))}
          placeholder={t`cannot be told`}
          onChange={(language) => says({ language: language as NonNullable<Overruling["language"]> })}
        />
        <CheckedField
          label={t`Themes, with commas`}
          value={is.themes?.map(themeInWords).join(", ") ?? ""}
          read={(typed) => ({ means: themesOf(typed) })}
          onChange={(themes) => says({ themes })}
        />
        <Button size="small" onPress={keep}>
          <Quote size={13} aria-hidden /> {t`Keep as evidence`}
        </Button>
      </div>
      {overruled ? (
        <p className="excerpt-overruled caption">
          {t`${overruled.by} said so on ${when(overruled.at)}. Told from the text: ${toldInWords(excerpt)}.`}{" "}
          <Button
            size="small"
            onPress={() => change(() => ask(takeBackOverruling({ path })), t`It is as it was told again.`)}
          >
            <Undo2 size={13} aria-hidden /> {t`Take back`}
          </Button>
        </p>
      ) : null}
    </li>
  );
}

/** Ask for a change, say that it holds, and count anew. */
function useChange() {
  const asked = useQueryClient();
  return async (request: () => Promise<unknown>, done: string) => {
    try {
      await request();
      await asked.invalidateQueries({ queryKey: ["excerpts"] });
      say(done);
    } catch (failed) {
      say(inWords(failed), { isBad: true });
    }
  };
}

function Marked({ excerpt }: { excerpt: Excerpt }) {
  let at = 0;
  return pieces(excerpt.text, excerpt.marks).map((piece) => {
    const key = at;
    at += piece.text.length;
    if (piece.strength === 0) return <span key={key}>{piece.text}</span>;
    const isGood = piece.strength > 0;
    return (
      <mark
        key={key}
        className={isGood ? "is-praise" : "is-blame"}
        title={isGood ? t`speaks for it` : t`speaks against it`}
      >
        {piece.text}
      </mark>
    );
  });
}

function toldInWords({ told }: Excerpt): string {
  const themes = told.themes?.map(themeInWords).join(", ") || t`no theme`;
  return [feelingInWords(told.feeling), languageInWords(told.language), themes].join("; ");
}
