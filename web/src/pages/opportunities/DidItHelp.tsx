import { t } from "@lingui/core/macro";
import { Answer } from "./helped/Answer";
import { HelpedFields } from "./helped/HelpedFields";
import type { OpportunityProps } from "./OpportunityPage";

/** What should get better since when, compared with what, and whether it did. */
export function DidItHelp({ id, opportunity }: OpportunityProps) {
  return (
    <section className="shelf-section">
      <h2 className="shelf-head">{t`Did it help?`}</h2>
      <HelpedFields id={id} opportunity={opportunity} />
      <Answer id={id} opportunity={opportunity} />
    </section>
  );
}
