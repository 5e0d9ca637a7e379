// A client that speaks Footfall's protocol and keeps a copy of the map.
import { randomBytes } from "node:crypto";
import WebSocket from "ws";

const VERSION = 1;

export function openFootfall(address, name, hear) {
  const socket = new WebSocket(address, { perMessageDeflate: false });
  const own = new Set();
  const say = (message) => socket.send(JSON.stringify(message));
  let records = {};

  const take = ({ id, ops }) => {
    for (const op of ops) {
      if (op.op === "set") records[op.id] = { ...records[op.id], [op.field]: op.value };
      else if (op.op === "put") records[op.id] = op.record;
      else delete records[op.id];
    }
    if (!own.delete(id)) hear(id);
  };

  const client = {
    fill() {}, // the map was made with its cards
    edit(card, text, sending) {
      const change = changeId();
      own.add(change);
      sending(change);
      const op = { op: "set", id: card, field: "text", value: text, base: records[card]?.text ?? "" };
      say({ type: "edit", change: { id: change, ops: [op] } });
      const { lane, step } = records[card];
      say({ type: "presence", cell: { lane, step, card }, editing: true });
    },
    close: () => socket.close(),
  };

  return new Promise((opened, failed) => {
    socket.on("error", failed);
    socket.on("open", () => say({ type: "hello", version: VERSION, actor: { id: name, name }, since: null }));
    socket.on("message", (data) => {
      const message = JSON.parse(data);
      if (message.type === "entries") for (const entry of message.entries) take(entry);
      else if (message.type === "refused" || message.type === "failed") throw new Error(message.problem.detail);
      else if (message.records) {
        records = message.records;
        opened(client);
      }
    });
  });
}

/** A UUIDv7, as pages make them. */
function changeId() {
  const time = Date.now().toString(16).padStart(12, "0");
  const tail = randomBytes(10).toString("hex");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-8${tail.slice(3, 6)}-${tail.slice(6, 18)}`;
}
