import { expect, test } from "vitest";
import { TextDraft } from "./typing";

test("what is sent stands on what was sent before", () => {
  const draft = new TextDraft("c1", "text", "One");
  draft.text = "One two";
  expect(draft.send()).toEqual({ op: "set", id: "c1", field: "text", value: "One two", base: "One" });
  draft.text = "One two three";
  expect(draft.send()).toMatchObject({ value: "One two three", base: "One two" });
  expect(draft.send()).toBeUndefined();
});

test("somebody else's words are shown when nothing waits, and do not disturb what is being typed", () => {
  const draft = new TextDraft("c1", "text", "One");
  expect(draft.receive("One and all")).toBe("One and all");
  draft.text = "One and all.";
  expect(draft.receive("Nobody")).toBe("One and all.");
  expect(draft.send()).toMatchObject({ base: "One and all" });
});
