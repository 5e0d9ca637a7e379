import { t } from "@lingui/core/macro";
import { calledIn } from "../../editor/finding";
import { KINDS } from "../../editor/kinds";
import type { Records } from "../../model";

/** What a comment is about, in words: the record's name, for a cell its lane and step. */
export function aboutWords(records: Records, id: string, step = ""): string {
  if (id === "map") return t`the whole map`;
  const words = [wordsOf(records, id), step ? wordsOf(records, step) : ""];
  return words.filter(Boolean).join(" · ");
}

function wordsOf(records: Records, id: string): string {
  const record = records.get(id);
  const called = calledIn(records, id);
  if (called || !record) return called;
  if (record.type === "lane") return KINDS[record.kind ?? "free"].name;
  if (record.type === "card") return t`a card without words`;
  return record.type === "stage" ? t`a stage without a name` : t`a step without a name`;
}
