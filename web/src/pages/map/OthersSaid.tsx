import { useEffect, useState } from "react";
import { Digest } from "../../editor/digest";
import type { DocumentSession } from "../../transport";
import { shownAs } from "../../ui/people";

const PAUSE = 10_000; // milliseconds between two sentences at least

/** Says what others did, for those who do not see it: one polite sentence at most every ten seconds. */
export function OthersSaid({ session }: { session: Pick<DocumentSession, "overhear"> }) {
  const [words, setWords] = useState("");
  useEffect(() => {
    const digest = new Digest();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const speak = () => {
      timer = undefined;
      setWords(digest.words());
    };
    const stop = session.overhear((entries, before) => {
      digest.hear(entries, before, ({ actor }) => shownAs(actor).name);
      timer ??= setTimeout(speak, PAUSE);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [session]);
  return (
    <span role="status" className="only-read others-said">
      {words}
    </span>
  );
}
