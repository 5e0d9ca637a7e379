import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import { ask, listMaps } from "../../../transport";
import { useAsked } from "../../useAsked";
import { useEditor } from "../context";
import { useLooking } from "../looking";
import { useNesting } from "./asking";
import "./nested.css";

interface Other {
  map: string;
  title: string;
  why: string;
  to: string;
}

/** In the details of a map: the journeys around it, whoever's they are, and how each belongs to it. */
export function Related() {
  const others = useRelated();
  if (others.length === 0) return null;
  return (
    <section className="panel-part">
      <header className="part-head">
        <h3>{t`Related journeys`}</h3>
      </header>
      <ul className="related">
        {others.map(({ map, title, why, to }) => (
          <li key={`${map} ${why}`}>
            <Link to={to} dir="auto">
              {title}
            </Link>
            <span className="caption" dir="auto">
              {why}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useRelated(): Other[] {
  const { id } = useLooking();
  const base = useEditor(({ sheet }) => sheet.header.base_map ?? "");
  const steps = useEditor(({ sheet }) => sheet.steps);
  const { steps: opened = [], above = [] } = useNesting() ?? {};
  const { data: maps = [] } = useAsked(["maps"], () => ask(listMaps()));
  const nameOf = (step: string) => steps.find((column) => column.id === step)?.step?.name || t`a step`;
  return [
    ...above.map(({ map, title, step, name }) => ({
      map,
      title,
      why: t`opens this one at ${name || t`a step`}`,
      to: `/maps/${map}?at=${step}`,
    })),
    ...opened.flatMap(({ map, title, step, why }) =>
      why === "gone" || why === "loop" || !title
        ? []
        : [{ map, title, why: t`inside ${nameOf(step)}`, to: `/maps/${map}` }],
    ),
    ...maps.flatMap((one) => {
      if (one.id === base)
        return [{ map: one.id, title: one.title, why: t`what this one grew from`, to: `/maps/${base}` }];
      return one.base_map === id
        ? [{ map: one.id, title: one.title, why: t`a future map of this one`, to: `/maps/${one.id}` }]
        : [];
    }),
  ];
}
