import { t } from "@lingui/core/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { setField } from "../../editor/ops";
import type { MapSummary } from "../../generated";
import { newChangeId } from "../../model";
import { ask, changeMap } from "../../transport";
import { say } from "../../ui/Toast";
import { inWords } from "../useAsked";

const TITLE = 500; // letters that a title may have

interface RenamingProps {
  map: MapSummary;
  /** Once the name is kept, or left as it was. */
  onEnd: () => void;
}

/** The name of a map in a field over its card: Enter keeps it, Escape leaves it as it was. */
export function Renaming({ map, onEnd }: RenamingProps) {
  const rename = useRename(map);
  const [title, setTitle] = useState(map.title);
  const isOver = useRef(false); // the field loses the focus as it goes; that keeps nothing a second time
  const end = (wanted: string) => {
    if (isOver.current) return;
    isOver.current = true;
    const name = wanted.trim();
    if (name && name !== map.title) void rename(name, map.title);
    onEnd();
  };
  return (
    <form
      className="map-card-rename"
      onSubmit={(event) => {
        event.preventDefault();
        end(title);
      }}
    >
      <input
        className="input"
        dir="auto"
        aria-label={t`Name of the map`}
        maxLength={TITLE}
        // biome-ignore lint/a11y/noAutofocus: who asks for the field is about to type
        autoFocus
        onFocus={({ target }) => target.select()}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        onBlur={() => end(title)}
        onKeyDown={({ key }) => {
          if (key === "Escape") end(map.title);
        }}
      />
    </form>
  );
}

/** Give a map another name; the message takes it back. */
function useRename({ id }: MapSummary): (title: string, before: string) => Promise<void> {
  const asked = useQueryClient();
  const write = async (title: string, base: string) => {
    try {
      const ops = [setField("map", "title", title, base)];
      await ask(changeMap({ path: { id }, body: { id: newChangeId(), ops } }));
      await asked.invalidateQueries({ queryKey: ["maps"] });
      return true;
    } catch (error) {
      say(inWords(error), { isBad: true });
      return false;
    }
  };
  return async (title, before) => {
    if (await write(title, before))
      say(t`The map is called “${title}” now`, {
        action: { label: t`Undo`, act: () => void write(before, title) },
      });
  };
}
