import { t } from "@lingui/core/macro";
import { Target } from "lucide-react";
import { addressOf } from "../../transport";
import { Avatar } from "../../ui/Marks";
import { useEditor, useLibrary, useTools } from "./context";

/** Through whose eyes the journey is seen, and what this person wants. Only what the map says is shown. */
export function PersonaStrip() {
  const header = useEditor((state) => state.sheet.header);
  const { personas } = useLibrary();
  const { store } = useTools();
  const seen = (header.personas ?? []).flatMap((id) => personas[id] ?? []);
  const goal = header.customer_goal || seen[0]?.goals?.[0] || "";
  if (seen.length === 0 && !goal && !header.scenario) return null;
  return (
    <button
      type="button"
      className="persona-strip"
      title={t`Edit in the details of the map`}
      onClick={() => store.set({ at: null, isPanelOpen: true })}
    >
      {seen.map((persona) => (
        <span key={persona.name} className="persona">
          <Avatar name={persona.name} size={28} photo={persona.photo ? addressOf(persona.photo) : ""} />
          <span className="persona-words">
            <b>{persona.name}</b>
            <span className="caption">{persona.role}</span>
          </span>
        </span>
      ))}
      {seen[0]?.quote ? <q className="persona-quote">{seen[0].quote}</q> : null}
      {goal ? (
        <span className="persona-goal">
          <Target size={14} aria-hidden /> {goal}
        </span>
      ) : null}
    </button>
  );
}
