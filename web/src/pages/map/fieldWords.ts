import { i18n } from "@lingui/core";
import { msg } from "@lingui/core/macro";

const WORDS = {
  text: msg`Text`,
  name: msg`Name`,
  title: msg`Title`,
  stage: msg`Stage`,
  lane: msg`Lane`,
  step: msg`Step`,
  span: msg`Width`,
  score: msg`Score`,
  feeling: msg`Feeling`,
  severity: msg`Severity`,
  tags: msg`Tags`,
  owner: msg`Owner`,
  status: msg`Status`,
  evidence: msg`Evidence`,
  touchpoint: msg`Touchpoint`,
  channels: msg`Channels`,
  personas: msg`Personas`,
  kind: msg`Kind`,
  dataset: msg`Dataset`,
  goal: msg`Goal`,
  colour: msg`Colour`,
  question: msg`Question`,
  target: msg`Target`,
  due: msg`Due`,
  team: msg`Team`,
  effort: msg`Effort`,
  customer_value: msg`Customer value`,
  business_value: msg`Business value`,
  moment_of_truth: msg`Moment of truth`,
  expected_hours: msg`Expected time`,
  optional: msg`Optional`,
  repeatable: msg`Repeatable`,
  line_below: msg`Line below`,
  actor: msg`Who acts`,
  hint: msg`Guidance while it is empty`,
  persona: msg`Whose`,
  basis: msg`Curve`,
  met: msg`How well it is met`,
  direction: msg`Direction`,
  ownership: msg`Who runs it`,
  importance: msg`Importance`,
  quality: msg`Quality`,
  kano: msg`Kano`,
  teams: msg`Teams`,
  source: msg`Source`,
  url: msg`Link`,
  figures: msg`Numbers`,
  chart: msg`Drawn as`,
};

/** What a field is called; one without a word of its own has that of the reference. */
export function fieldWord(field: string): string {
  const word = WORDS[field as keyof typeof WORDS];
  return word ? i18n._(word) : field.replaceAll("_", " ");
}
