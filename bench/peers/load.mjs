// Many people on one map: each puts a new text into some card a few times a second and moves there; every other client
// takes the edit into its copy of the map. What is timed is from just before the send in one to just after that in another.
// All clients live in this process, so that both ends read one clock; it is the same process for both servers.
//
//   node load.mjs footfall ws://127.0.0.1:1/api/v1/documents/m/live '{"people":50,"rate":2,"seconds":15,"cards":200}'
import { openFootfall } from "./footfall.mjs";
import { openYjs } from "./yjs.mjs";

const WARM = 3; // seconds before the first edit that counts
const [kind, address, told] = process.argv.slice(2);
const { people, rate, seconds, cards } = JSON.parse(told);
const open = { footfall: openFootfall, yjs: openYjs }[kind];

let seed = 20261127;
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};

const sent = new Map(); // mark → when, and whether it counts
const delays = [];
const hear = (mark) => {
  const found = sent.get(mark);
  if (found?.counts) delays.push(performance.now() - found.at);
};

const first = await open(address, "p0", hear);
first.fill(cards);
const others = Array.from({ length: people - 1 }, (_, place) => open(address, `p${place + 1}`, hear));
const clients = [first, ...(await Promise.all(others))];
const begin = performance.now();
const end = begin + (WARM + seconds) * 1000;
let counted = 0;

function edit(client) {
  const now = performance.now();
  if (now > end) return;
  const card = `card-${Math.floor(random() * cards)}`;
  const counts = now > begin + WARM * 1000;
  const text = `what customers do here, ${Math.floor(random() * 1e9)}`;
  client.edit(card, text, (mark) => sent.set(mark, { at: performance.now(), counts }));
  if (counts) counted += 1;
  setTimeout(edit, (1000 / rate) * (0.5 + random()), client);
}

for (const client of clients) setTimeout(edit, random() * (1000 / rate), client);
await new Promise((done) => setTimeout(done, (WARM + seconds) * 1000 + 1500));
for (const client of clients) client.close();

delays.sort((a, b) => a - b);
const at = (share) => delays[Math.min(delays.length - 1, Math.floor(share * delays.length))] ?? null;
const arrived = delays.length / (counted * (people - 1));
console.log(JSON.stringify({ edits: counted, arrived, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) }));
process.exit(0);
