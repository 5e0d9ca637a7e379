import { t } from "@lingui/core/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { EditedExcerpt, NewExcerpt, SourceExcerpt } from "../../generated";
import { newId } from "../../model";
import { say } from "../../ui/Toast";
import { inWords, useAsked } from "../useAsked";
import { bring, edit, erase, excerptsOf, mark, transcriptOf, unmark, wordsOfSources } from "./calls";

// What the page of a source holds of the server's, and how it changes that.

const NO_EXCERPTS: readonly SourceExcerpt[] = [];

/** What words of each source are here. */
export function useWords() {
  return useAsked(["source-words"], wordsOfSources);
}

/** The transcript of a source; `isBare` where it has none yet. */
export function useTranscript(id: string) {
  const { data: words, error: refused } = useWords();
  const name = words?.[id]?.transcript ?? "";
  const { data, error } = useAsked(["transcript", id, name], () => transcriptOf(id), name !== "");
  const problem = error ?? refused;
  return { transcript: data, problem, isBare: words !== undefined && name === "" };
}

/** Bring a file in; what is wrong with it stays in sight. */
export function useBringing(id: string) {
  const client = useQueryClient();
  const [isReading, setReading] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const take = async (file: File) => {
    setReading(true);
    setProblem(null);
    try {
      await bring(id, file);
      await Promise.all(
        [["transcript", id], ["source-words"]].map((queryKey) => client.invalidateQueries({ queryKey })),
      );
    } catch (error) {
      setProblem(error);
    } finally {
      setReading(false);
    }
  };
  return { isReading, problem, bring: (file: File) => void take(file) };
}

/** The excerpts of a source, and the ways to change them; what fails is said. */
export function useExcerpts(id: string) {
  const client = useQueryClient();
  const { data = NO_EXCERPTS } = useAsked(["excerpts", id], () => excerptsOf(id));
  const doing = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      say(inWords(error));
    }
    await Promise.all(
      [["excerpts"], ["source-words"]].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
  };
  const again = (body: NewExcerpt) => doing(() => mark(id, body));
  return {
    excerpts: data,
    mark: (body: NewExcerpt) => again({ id: newId(), ...body }),
    edit: (excerpt: string, body: EditedExcerpt) => doing(() => edit(id, excerpt, body)),
    remove: (excerpt: SourceExcerpt) =>
      doing(async () => {
        await unmark(id, excerpt.id);
        say(t`The excerpt is removed`, {
          action: { label: t`Undo`, act: () => void again(asNew(excerpt)) },
        });
      }),
  };
}

/** Erase the words of a source; what fails is said. */
export function useErasing(id: string) {
  const client = useQueryClient();
  const doing = async () => {
    try {
      await erase(id);
    } catch (error) {
      say(inWords(error));
    }
    await Promise.all(
      [["transcript", id], ["excerpts"], ["source-words"]].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
  };
  return () => void doing();
}

/** What brings a removed excerpt back as it was. */
function asNew({ id, kind, text, place }: SourceExcerpt): NewExcerpt {
  const { start = null, end = null, seconds = null } = place;
  return { id, kind, text, start, end, seconds };
}
