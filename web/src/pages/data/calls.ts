import { ask, listImports, readImport } from "../../transport";

// What the import pages ask of the server again and again.

export const importsHere = () => ask(listImports());
export const jobOf = (job: string) => ask(readImport({ path: { job } }));
