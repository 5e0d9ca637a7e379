import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";
import { createSwcExtractor } from "@lingui/native-tools";

// The texts of the app: English stands in the sources, `npm run texts` collects it into src/locales.
export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "nl"],
  catalogs: [{ path: "src/locales/{locale}", include: ["src"], exclude: ["src/generated", "**/*.test.ts"] }],
  extractors: [createSwcExtractor()],
  // No line numbers: a moved line is no change of a text.
  format: formatter({ origins: false }),
});
