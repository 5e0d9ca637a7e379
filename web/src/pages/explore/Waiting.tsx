import { t } from "@lingui/core/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Button } from "../../ui/Button";
import { plain } from "../../ui/format";
import { useDesk } from "./desk";

/** A picture that is not there yet. */
export function Waiting() {
  return (
    <div className="explore-waits" role="status" aria-busy="true" aria-label={t`The numbers are counted`} />
  );
}

/** A question on its way: for how long by now, and a way to end it, on the server too. */
export function Counting({ isOver = false }: { isOver?: boolean }) {
  const { dataset } = useDesk();
  const asked = useQueryClient();
  const seconds = useSeconds();
  return (
    <div className={isOver ? "explore-counts is-over" : "explore-counts"}>
      <span role="status" className="explore-spinner" aria-label={t`The numbers are counted`} />
      {seconds > 0 ? (
        <>
          <span className="numbers" aria-hidden>{t`Counting for ${plain(seconds)} s`}</span>
          <Button look="edged" onPress={() => void asked.cancelQueries({ queryKey: ["analysis", dataset] })}>
            {t`Stop`}
          </Button>
        </>
      ) : null}
    </div>
  );
}

/** Whole seconds since it was first shown. */
function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const begin = performance.now();
    const tick = setInterval(() => setSeconds(Math.floor((performance.now() - begin) / 1000)), 250);
    return () => clearInterval(tick);
  }, []);
  return seconds;
}

/** A question that somebody ended. */
export function Stopped({ again }: { again: () => void }) {
  return (
    <div className="explore-empty">
      <p>{t`You stopped this question before it was answered.`}</p>
      <Button look="edged" onPress={again}>
        {t`Ask it again`}
      </Button>
    </div>
  );
}
