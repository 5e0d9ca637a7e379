// A Hocuspocus server as its documentation starts one: documents in memory, nothing else switched on. Ends with its input.
import { Server } from "@hocuspocus/server";

const server = new Server({ port: Number(process.argv[2]), address: "127.0.0.1", quiet: true, stopOnSignals: true });
await server.listen();
console.log("listens");
process.stdin.on("end", () => process.exit(0)).resume();
