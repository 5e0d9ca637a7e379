import { t } from "@lingui/core/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { useAsked } from "../useAsked";
import { importsHere } from "./calls";
import { hasEnded, Running } from "./Running";

const SELDOM = 1000; // milliseconds between two looks

/** The imports that go on, whoever began them and on whichever page. */
export function RunningImports() {
  const asked = useQueryClient();
  const { data: jobs = [] } = useAsked(["imports"], importsHere, true, (seen) =>
    seen?.some((job) => !hasEnded(job)) ? SELDOM : false,
  );
  const open = jobs.filter((job) => !hasEnded(job));
  const ended = jobs.length - open.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: an import that ends has changed what is here
  useEffect(() => {
    void asked.invalidateQueries({ queryKey: ["datasets"] });
  }, [asked, ended]);
  if (open.length === 0) return null;
  return (
    <section className="page-part" aria-label={t`Imports under way`}>
      {open.map((job) => (
        <Running key={job.id} job={job} />
      ))}
    </section>
  );
}
