import { i18n } from "@lingui/core";
import { msg, plural, t } from "@lingui/core/macro";
import { ArrowRight, CircleAlert, Info, TriangleAlert } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { placeOfRecord } from "../../editor/finding";
import { spoken } from "../../editor/spoken";
import type { CheckedMap, Finding } from "../../generated";
import { ask, readChecks } from "../../transport";
import { Button } from "../../ui/Button";
import { Problem } from "../Problem";
import { type Tools, useTools } from "./context";
import { useLooking } from "./looking";
import { visit, visitField } from "./visiting";

const CALM = 1500; // milliseconds without an edit until the checks are asked again
const FIRST = 5; // findings of one check that are shown until somebody asks for all

const LEVELS = spoken({ error: msg`Error`, warning: msg`Warning`, note: msg`Note`, off: msg`Off` });
const SIGNS = { error: CircleAlert, warning: TriangleAlert, note: Info, off: Info };

/** What the checks find: by check, each with its reason and fix, and the way to where it is mended. */
export function FindingsPart() {
  const { checked, error } = useChecked();
  if (error) return <Problem error={error} />;
  if (!checked) return <div className="panel-part" aria-busy="true" role="status" aria-label={t`Checking`} />;
  const count = checked.findings.length;
  return (
    <section className="findings" aria-label={t`What the checks find`}>
      <h3 className="findings-head">
        {count === 0
          ? t`The checks find nothing to mend.`
          : plural(count, { one: "The checks find # thing", other: "The checks find # things" })}
      </h3>
      {[...byCode(checked.findings)].map(([code, found]) => (
        <OneCheck key={code} found={found} />
      ))}
    </section>
  );
}

/** The findings of the map as it is saved; asked again once the edits pause. */
function useChecked() {
  const { id, records } = useLooking();
  const [checked, setChecked] = useState<CheckedMap | null>(null);
  const [error, setError] = useState<unknown>(null);
  const read = useCallback(async () => {
    try {
      setChecked(await ask(readChecks({ path: { id }, query: { language: i18n.locale } })));
      setError(null);
    } catch (problem) {
      setError(problem);
    }
  }, [id]);
  useEffect(() => void read(), [read]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the records say when, not what
  useEffect(() => {
    const timer = setTimeout(() => void read(), CALM);
    return () => clearTimeout(timer);
  }, [records, read]);
  return { checked, error };
}

function byCode(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const one of findings) groups.set(one.code, [...(groups.get(one.code) ?? []), one]);
  return groups;
}

function OneCheck({ found }: { found: readonly Finding[] }) {
  const [isWhole, setWhole] = useState(false);
  const [first] = found;
  if (!first) return null;
  const Sign = SIGNS[first.level];
  const shown = isWhole ? found : found.slice(0, FIRST);
  return (
    <div className={`finding is-${first.level}`}>
      <Sign size={16} className="finding-sign" aria-hidden />
      <div>
        <p className="only-read">{LEVELS[first.level]}</p>
        <ul>
          {shown.map((one) => (
            <OneFinding key={`${one.record} ${one.sentence}`} one={one} />
          ))}
        </ul>
        {shown.length < found.length ? (
          <Button size="small" look="quiet" onPress={() => setWhole(true)}>
            {t`and ${found.length - shown.length} more`}
          </Button>
        ) : null}
        <p className="caption">{first.reason}</p>
        <p className="caption finding-fix">{first.fix}</p>
      </div>
    </div>
  );
}

function OneFinding({ one }: { one: Finding }) {
  const tools = useTools();
  return (
    <li>
      <span dir="auto">{one.sentence}</span>
      <Button size="small" look="edged" onPress={() => go(tools, one)}>
        {t`Go`}
        <span className="only-read">{t`to: ${one.sentence}`}</span>
        <ArrowRight size={13} className="mirrors" aria-hidden />
      </Button>
    </li>
  );
}

/** To the record, and into the field that is missing. */
function go({ store }: Tools, { record, field }: Finding): void {
  const at = placeOfRecord(store.getSnapshot().sheet, record);
  if (at && !field) {
    visit(store, at);
    return;
  }
  store.set({ at, isPanelOpen: true, panel: "details" });
  if (field) visitField(field);
}
