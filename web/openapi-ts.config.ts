import { defineConfig } from "@hey-api/openapi-ts";

// Types of records, protocol and routes come from Python by way of schema/openapi.json; none is written twice.
export default defineConfig({
  input: process.env.FOOTFALL_OPENAPI ?? "../schema/openapi.json",
  output: { path: process.env.FOOTFALL_GENERATED ?? "src/generated", clean: true },
  plugins: ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"],
});
