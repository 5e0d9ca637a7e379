// @vitest-environment node
// Real sessions on a real server: tests/sync/test_editor_sessions.py starts it and names it in FOOTFALL_LIVE.

import "fake-indexeddb/auto";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { NewMap } from "../generated";
import { client } from "../generated/client.gen";
import { drop, mapDocument, newId, put, type Records, recordsFrom, set } from "../model";
import { ask, createMap, readMap } from "./api";
import { type DocumentSession, openDocument } from "./session";

const SERVER = process.env.FOOTFALL_LIVE ?? "";
const START: NonNullable<NewMap["records"]> = {
  map: { type: "map", title: "Shop" },
  s1: { type: "stage", name: "Find" },
  p1: { type: "step", stage: "s1", name: "Search" },
  l1: { type: "lane", kind: "actions" },
  c1: { type: "card", lane: "l1", step: "p1", text: "Asks a friend" },
};

let map = "";
const sockets = new Map<DocumentSession, WebSocket[]>();
const open: DocumentSession[] = [];

function session(): DocumentSession {
  const mine: WebSocket[] = [];
  const made = openDocument(map, {
    connect: () => {
      const socket = new WebSocket(`${SERVER.replace("http", "ws")}/api/v1/documents/${map}/live`);
      mine.push(socket);
      return socket;
    },
  });
  sockets.set(made, mine);
  open.push(made);
  return made;
}

const view = (of: DocumentSession): Records => of.getSnapshot().records;
const textOf = (of: DocumentSession) => mapDocument(view(of)).cards.get("c1")?.text;
const isSaved = (of: DocumentSession) => of.getSnapshot().status.state === "saved";
const until = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 20 });

function cut(of: DocumentSession): void {
  sockets.get(of)?.at(-1)?.close();
}

async function ready(...sessions: DocumentSession[]): Promise<void> {
  await until(() => expect(sessions.map((each) => each.getSnapshot().ready)).not.toContain(false));
}

/** Everything is saved, and everybody and the server have the same. */
async function agreed(...sessions: DocumentSession[]): Promise<Records> {
  await until(() => expect(sessions.map(isSaved)).not.toContain(false));
  const state = await ask(readMap({ path: { id: map } }));
  const kept = recordsFrom(state.records);
  await until(() => {
    for (const each of sessions) expect(view(each)).toEqual(kept);
  });
  return kept;
}

describe.skipIf(SERVER === "")("two sessions on a real server", () => {
  beforeAll(() => {
    vi.stubGlobal("window", new EventTarget());
    vi.stubGlobal("document", new EventTarget());
    client.setConfig({ baseUrl: SERVER });
  });

  beforeEach(async () => {
    map = (await ask(createMap({ body: { records: START } }))).id;
  });

  afterEach(() => {
    for (const each of open.splice(0)) each.close();
  });

  test("what one edits the other sees, and both know of each other", async () => {
    const [a, b] = [session(), session()];
    await ready(a, b);
    a.edit([put("c2", { type: "card", lane: "l1", step: "p1", text: "New" })]);
    a.setPresence({ cell: { lane: "l1", step: "p1", card: "c2" }, editing: true });
    const kept = await agreed(a, b);
    expect(kept.get("c2")).toEqual({ type: "card", lane: "l1", step: "p1", text: "New" });
    await until(() => {
      expect(b.getSnapshot().people).toMatchObject([{ cell: { card: "c2" }, editing: true }]);
    });
  });

  test("two people who type in one card at once both keep their words", async () => {
    const [a, b] = [session(), session()];
    await ready(a, b);
    a.edit([set("c1", "text", "Often asks a friend")]);
    b.edit([set("c1", "text", "Asks a friend at work")]);
    await agreed(a, b);
    expect(textOf(a)).toMatch(/^Often asks a friend at work$/i);
  });

  test("undo takes one's own words away and leaves the other's", async () => {
    const [a, b] = [session(), session()];
    await ready(a, b);
    a.edit([set("c1", "text", "Asks a good friend")]);
    await agreed(a, b);
    b.edit([set("c1", "text", "Asks a good friend at work")]);
    await agreed(a, b);
    a.undo();
    await agreed(a, b);
    expect(textOf(a)).toBe("Asks a friend at work");
  });

  test("what was edited without a line is merged when it is back", async () => {
    const [a, b] = [session(), session()];
    await ready(a, b);
    cut(b);
    await until(() => expect(b.getSnapshot().status.state).toBe("offline"));
    b.edit([set("c1", "text", "Asks a friend, offline")]);
    a.edit([set("s1", "name", "Discover"), drop("c1")]);
    const kept = await agreed(a, b);
    expect(kept.get("s1")).toMatchObject({ name: "Discover" });
    expect(kept.get("c1")).toMatchObject({ text: "Asks a friend, offline" });
  });

  test("what a closed tab had not sent is sent by the next one, once", async () => {
    const a = session();
    await ready(a);
    cut(a);
    await until(() => expect(a.getSnapshot().status.state).toBe("offline"));
    for (const text of ["One", "Two", "Three"]) a.edit([put(newId(), { type: "card", text })]);
    await new Promise((resolve) => setTimeout(resolve, 50)); // its changes are written, then the tab goes
    a.close();
    const [b, c] = [session(), session()];
    await ready(b, c);
    await until(() => expect(mapDocument(view(c)).tray.size).toBe(3));
    const kept = await agreed(b, c);
    expect(
      [...mapDocument(kept).tray.values()].map((card) => card.text).sort(), //
    ).toEqual(["One", "Three", "Two"]);
  });

  test("a change that is too large for a frame goes another way", async () => {
    const [a, b] = [session(), session()];
    await ready(a, b);
    const text = "A long text. ".repeat(1500);
    a.edit(Array.from({ length: 60 }, (_, n) => put(`big${n}`, { type: "card", text })));
    const kept = await agreed(a, b);
    expect(mapDocument(kept).cards.size).toBe(61);
  });

  test("a change that breaks a rule is refused, and a notice keeps what was typed", async () => {
    const a = session();
    await ready(a);
    a.edit([set("c1", "colour", "A colour that cards do not have")]);
    await until(() => expect(a.getSnapshot().notices).toHaveLength(1));
    const [notice] = a.getSnapshot().notices;
    expect(notice).toMatchObject({ kind: "refused", text: "A colour that cards do not have" });
    expect(await agreed(a)).toEqual(recordsFrom(START));
  });

  test("three who edit at random while their lines break end with the same document", async () => {
    const all = [session(), session(), session()];
    await ready(...all);
    for (let turn = 0; turn < 300; turn += 1) {
      const one = all[Math.floor(Math.random() * all.length)] ?? session();
      randomEdit(one);
      if (Math.random() < 0.03) cut(one);
      if (Math.random() < 0.2) await new Promise((resolve) => setTimeout(resolve, 15));
    }
    const kept = await agreed(...all);
    expect(mapDocument(kept).cards.size).toBeGreaterThan(0);
    expect(all.flatMap((each) => each.getSnapshot().notices)).toEqual([]);
  });
});

function randomEdit(of: DocumentSession): void {
  const cards = [...mapDocument(view(of)).cards.keys()];
  const card = cards[Math.floor(Math.random() * cards.length)] ?? "c1";
  const dice = Math.random();
  if (dice < 0.2) of.edit([put(newId(), { type: "card", lane: "l1", step: "p1", text: "new" })]);
  else if (dice < 0.25) of.edit([drop(card)]);
  else if (dice < 0.35) of.undo();
  else if (dice < 0.4) of.redo();
  else if (dice < 0.6) of.edit([set(card, "score", Math.floor(Math.random() * 5) - 2)]);
  else
    of.edit([
      set(card, "text", `${mapDocument(view(of)).cards.get(card)?.text ?? ""} ${newId().slice(0, 3)}`),
    ]);
}
