import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";
import { createSwcExtractor } from "@lingui/native-tools";

// Pages whose texts come with them, since most visits need none of them.
const DATA = ["src/pages/data", "src/pages/bindings"];
const EXPLORE = ["src/pages/explore"];
const OPPORTUNITIES = ["src/pages/opportunities", "src/pages/map/opportunity"];
// What opens beside a map or over it, after the map stands.
const BEYOND = [
  "ChecklistPanel",
  "FindingsPart",
  "InsertMenu",
  "ContrastPanel",
  "ContrastGroups",
  "HistoryPanel",
  "ExportDialog",
  "KeepTemplate",
  "Presentation",
  "NotesPanel",
  "BesidePanel",
  "CommentsPanel",
  "Differences",
  "FindBar",
  "LookBanner",
  "Pair",
  "HeaderFields",
  "LaneFields",
  "LinkDialog",
  "LinkFields",
  "PersonaChoice",
  "PlaceFields",
  "SelectionPanel",
  "SpanFields",
  "CardFields",
  "QuestionChoice",
  "QuestionFields",
  "BindingFields",
].map((name) => `src/pages/map/${name}.tsx`);
const FOLLOWED = ["src/pages/map/followed", ...BEYOND];
const EVIDENCE = ["src/pages/evidence"];
const PORTFOLIO = ["src/pages/portfolio", "src/pages/search", "src/pages/map/nested"];
const HOME = [
  ...[
    "HomePage",
    "MapCard",
    "Renaming",
    "ImportMap",
    "ImportChoices",
    "MapFileSeen",
    "Datasets",
    "Starts",
  ].map((name) => `home/${name}`),
  ...["NewMap", "TemplatesPage", "TemplateDetail", "TemplateCard"].map((name) => `templates/${name}`),
].map((name) => `src/pages/${name}.tsx`);
const LIBRARY = ["*Page", "Stakeholder*", "Figure*", "RingMap", "InfluenceGrid", "TraitsPart"].map(
  (name) => `src/pages/library/${name}.tsx`,
);
const APART = [
  ...DATA,
  ...EVIDENCE,
  ...EXPLORE,
  ...FOLLOWED,
  ...HOME,
  ...LIBRARY,
  ...OPPORTUNITIES,
  ...PORTFOLIO,
];

// The texts of the app: English stands in the sources, `npm run texts` collects it into src/locales.
export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "nl"],
  catalogs: [
    { path: "src/locales/{locale}", include: ["src"], exclude: ["src/generated", "**/*.test.ts", ...APART] },
    { path: "src/locales/data/{locale}", include: DATA, exclude: ["**/*.test.ts"] },
    { path: "src/locales/explore/{locale}", include: EXPLORE, exclude: ["**/*.test.ts"] },
    { path: "src/locales/evidence/{locale}", include: EVIDENCE, exclude: ["**/*.test.ts"] },
    { path: "src/locales/home/{locale}", include: HOME, exclude: ["**/*.test.ts"] },
    { path: "src/locales/library/{locale}", include: LIBRARY, exclude: ["**/*.test.ts"] },
    { path: "src/locales/followed/{locale}", include: FOLLOWED, exclude: ["**/*.test.ts"] },
    { path: "src/locales/opportunities/{locale}", include: OPPORTUNITIES, exclude: ["**/*.test.ts"] },
    { path: "src/locales/portfolio/{locale}", include: PORTFOLIO, exclude: ["**/*.test.ts"] },
  ],
  extractors: [createSwcExtractor()],
  // No line numbers: a moved line is no change of a text.
  format: formatter({ origins: false }),
});
