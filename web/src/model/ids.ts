const LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const LENGTH = 12; // 71 bits: a collision within one document is out of the question
const FAIR = 248; // the largest multiple of 62 that a byte reaches: above it, some letters would be likelier
const COUNTS = 0x1000; // ids that one millisecond can number

let lastTime = 0;
let count = 0;

/** A new random id for a record. */
export function newId(): string {
  let id = "";
  while (id.length < LENGTH) {
    const fair = randomBytes(LENGTH).filter((byte) => byte < FAIR);
    id += Array.from(fair, (byte) => LETTERS[byte % LETTERS.length]).join("");
  }
  return id.slice(0, LENGTH);
}

/** A new id for a change: a UUIDv7; ids made by one page sort in the order in which they were made. */
export function newChangeId(now: number = Date.now()): string {
  count = now > lastTime ? 0 : count + 1;
  lastTime = Math.max(now, lastTime) + Math.floor(count / COUNTS);
  count %= COUNTS;
  const time = lastTime.toString(16).padStart(12, "0");
  const [a = 0, ...rest] = randomBytes(8);
  const tail = hex([(a & 0x3f) | 0x80, ...rest]);
  const number = count.toString(16).padStart(3, "0");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${number}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}

function hex(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}
