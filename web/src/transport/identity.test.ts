import { beforeEach, expect, test, vi } from "vitest";

beforeEach(() => {
  localStorage.clear();
  vi.resetModules();
});

const fresh = () => import("./identity");

test("a person has a random id at once, and the name that was picked for good", async () => {
  const first = await fresh();
  expect(first.identity()).toMatchObject({ name: "", id: expect.stringMatching(/^[A-Za-z0-9]{12}$/) });
  first.rename("  Anna de Vries ");
  vi.resetModules();
  const second = await fresh();
  expect(second.identity()).toEqual({ id: first.identity().id, name: "Anna de Vries" });
});

test("who listens hears a new name, from this tab and from another", async () => {
  const { identity, rename, subscribeIdentity } = await fresh();
  const heard: string[] = [];
  const stop = subscribeIdentity(() => heard.push(identity().name));
  rename("Anna");
  localStorage.setItem("footfall.person", JSON.stringify({ id: "abc", name: "Anna B" }));
  window.dispatchEvent(new StorageEvent("storage", { key: "footfall.person" }));
  stop();
  rename("Nobody hears");
  expect(heard).toEqual(["Anna", "Anna B"]);
});

test.each(["{", "null", '{"id": 1, "name": "x"}', '{"id": "no spaces", "name": "x"}'])(
  "what cannot be a person (%s) is replaced by a new one",
  async (stored) => {
    localStorage.setItem("footfall.person", stored);
    const { identity } = await fresh();
    expect(identity()).toMatchObject({ name: "", id: expect.stringMatching(/^[A-Za-z0-9]{12}$/) });
  },
);

test("a browser that stores nothing still has a person as long as the page lives", async () => {
  vi.stubGlobal("localStorage", undefined);
  const { identity, rename } = await fresh();
  rename("Anna");
  expect(identity()).toBe(identity());
  expect(identity().name).toBe("Anna");
  vi.unstubAllGlobals();
});
