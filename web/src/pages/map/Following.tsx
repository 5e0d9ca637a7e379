import { t } from "@lingui/core/macro";
import { useEffect } from "react";
import { keysOf, MODIFIERS } from "../../editor/keymap";
import type { EditorStore } from "../../editor/store";
import type { Cell } from "../../generated";
import { Button } from "../../ui/Button";
import { Avatar } from "../../ui/Marks";
import { shownAs } from "../../ui/people";
import { say } from "../../ui/Toast";
import { type Tools, useEditor, usePeople, useTools } from "./context";
import { elementAt } from "./elements";
import "./together.css";

/** Whom one follows, above the foot of the map; it covers a little and moves nothing. */
export function Following() {
  const tools = useTools();
  const following = useEditor((state) => state.following);
  const people = usePeople();
  const person = people.find(({ actor }) => actor.id === following);
  useFollowed(tools, following);
  useOwnWay(tools.store, following !== "");
  if (!person) return <span role="status" className="only-read" />;
  const shown = shownAs(person.actor);
  return (
    <>
      <span className={`following-frame person-${shown.hue}`} aria-hidden />
      <div className={`following person-${shown.hue}`} data-own-keys>
        <Avatar {...shown} size={20} />
        <span role="status">{t`Following ${shown.name}`}</span>
        <Button size="small" look="edged" onPress={() => tools.store.set({ following: "" })}>
          {t`Stop`} <kbd className="keys">{keysOf("leave")}</kbd>
        </Button>
      </div>
    </>
  );
}

/** Scroll to where they are whenever they go elsewhere; say so when they are gone. */
function useFollowed({ store, colleagues }: Tools, following: string): void {
  useEffect(() => {
    if (!following) return undefined;
    let name = "";
    let last = "";
    const go = () => {
      const person = colleagues.find(following);
      if (!person) {
        store.set({ following: "" });
        if (name) say(t`${name} has left the map`);
        return;
      }
      name = shownAs(person.actor).name;
      const where = JSON.stringify(person.cell);
      if (person.cell && where !== last) show(person.cell);
      last = where;
    };
    go();
    return colleagues.subscribe("", go);
  }, [store, colleagues, following]);
}

function show({ lane = "", step = "", card = "" }: Cell): void {
  const cell = { row: lane, column: step || "names", card: "" };
  const element = (card && elementAt({ ...cell, card })) || elementAt(cell);
  element?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** A key, the wheel, a finger or a press on the map is one's own way again; Escape does nothing more than that. */
function useOwnWay(store: EditorStore, isFollowing: boolean): void {
  useEffect(() => {
    if (!isFollowing) return undefined;
    const stop = (event: Event) => {
      const isElsewhere = event.target instanceof Element && event.target.closest(".following, .top-bar");
      if (event instanceof KeyboardEvent ? !ends(event, isElsewhere !== null) : isElsewhere) return;
      if (event instanceof KeyboardEvent && event.key === "Escape") event.stopImmediatePropagation();
      store.set({ following: "" });
    };
    const kinds = ["keydown", "wheel", "touchmove", "pointerdown"];
    for (const kind of kinds) addEventListener(kind, stop, { capture: true, passive: true });
    return () => {
      for (const kind of kinds) removeEventListener(kind, stop, { capture: true });
    };
  }, [store, isFollowing]);
}

/** The keys that press a button of the bar, or go to one, are not about the map. */
function ends({ key }: KeyboardEvent, isElsewhere: boolean): boolean {
  return !MODIFIERS.includes(key) && (key === "Escape" || !isElsewhere);
}
