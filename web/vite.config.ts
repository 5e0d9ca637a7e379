import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

// `make dev` starts the server on this address; the page comes from Vite, everything else from the server.
const server = process.env.FOOTFALL_DEV_SERVER ?? "http://127.0.0.1:8137";

const PURE = ["src/*.test.ts", "src/{model,editor,pages/explore}/**/*.test.ts"];

/** The words of the widgets in languages that Footfall does not speak stay out; `region()` names the others. */
const spoken: Plugin = {
  name: "spoken",
  load: (id) =>
    /\/intl\/(?:\w+\/)?(?!en-US|nl-NL|he-IL)\w\w-\w\w\.mjs$/.test(id) ? "export default {}" : null,
};

export default defineConfig({
  plugins: [spoken, lingui({ macroTransform: true, failOnCompileError: true }), react()],
  build: {
    outDir: "../src/footfall/static",
    emptyOutDir: true,
    // Pages share what they look like: one small sheet, whichever page comes first.
    cssCodeSplit: false,
    // One map opens in one place: the licence texts of what is bundled go with it.
    license: { fileName: "licences.md" },
    sourcemap: false,
    rolldownOptions: {
      output: {
        // Icons that several chunks share come as one file: packed together they are smaller than one by one.
        codeSplitting: { groups: [{ name: "icons", test: /lucide-react.*icons/, minShareCount: 2 }] },
      },
    },
  },
  server: {
    host: "127.0.0.1",
    proxy: { "/api": { target: server, ws: true } },
  },
  test: {
    restoreMocks: true,
    testTimeout: 60_000, // for what hangs: a machine with much else to do is slow, not wrong
    // English is spoken from the start, as in the app.
    setupFiles: [
      "src/ui/language.ts",
      "src/pages/data/texts.ts",
      "src/pages/explore/texts.ts",
      "src/pages/evidence/texts.ts",
      "src/pages/home/texts.ts",
    ],
    // model and editor know no document, and plain Node starts ten times quicker than one.
    projects: [
      { extends: true, test: { name: "logic", environment: "node", include: PURE } },
      {
        extends: true,
        test: { name: "pages", environment: "jsdom", include: ["src/**/*.test.{ts,tsx}"], exclude: PURE },
      },
    ],
  },
});
