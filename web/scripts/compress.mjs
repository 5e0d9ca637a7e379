// Writes beside each text of the built app how it goes over the network: `.br` and `.gz`, packed once here and not by each
// server for each reader. What gains nothing stays alone.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";

const built = fileURLToPath(new URL("../../src/footfall/static", import.meta.url));
const TEXTS = new Set([".js", ".css", ".html", ".svg"]);
const PACKED = { br: (text) => brotliCompressSync(text), gz: (text) => gzipSync(text, { level: 9 }) };

const files = readdirSync(built, { recursive: true }).filter((name) => TEXTS.has(extname(name)));
for (const name of files) {
  const text = readFileSync(join(built, name));
  for (const [ending, pack] of Object.entries(PACKED)) {
    const packed = pack(text);
    if (packed.length < text.length) writeFileSync(join(built, `${name}.${ending}`), packed);
  }
}
console.log(`packed: ${files.length} files of the app as Brotli and as gzip`);
