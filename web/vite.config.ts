import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// `make dev` starts the server on this address; the page comes from Vite, everything else from the server.
const server = process.env.FOOTFALL_DEV_SERVER ?? "http://127.0.0.1:8137";

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: "../src/footfall/static",
    emptyOutDir: true,
    // One map opens in one place: the licence texts of what is bundled go with it.
    license: { fileName: "licences.md" },
    sourcemap: false,
  },
  server: {
    host: "127.0.0.1",
    proxy: { "/api": { target: server, ws: true } },
  },
  test: {
    environment: "jsdom",
    include: ["src/**/*.test.{ts,tsx}"],
    restoreMocks: true,
  },
});
