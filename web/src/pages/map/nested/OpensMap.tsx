import { t } from "@lingui/core/macro";
import { FolderTree, RefreshCcwDot } from "lucide-react";
import { Link } from "react-router";
import { inUnit, inWords } from "../../../ui/format";
import { useEditor, useTools } from "../context";
import { useLooking } from "../looking";
import { useNestedStep, usePassed } from "./asking";
import { loopInWords } from "./words";
import "./nested.css";

/** On the head of a step: the map of the journey inside it, a press away, and how many customers that one counts. */
export function OpensMap({ id, map }: { id: string; map: string }) {
  const { openPopulation } = useTools();
  const nested = useNestedStep(id, map);
  if (!nested) return <span className="opens-map" />;
  const { title = "", loop = [], why, reach } = nested;
  if (why === "gone") return <span className="caption opens-map">{t`its map was deleted`}</span>;
  if (loop.length > 0) return <Round titles={loop} />;
  return (
    <span className="opens-map">
      <OpenLink step={id} map={map} title={title} tabIndex={-1} />
      {reach && reach.value !== null && !reach.too_few ? (
        <button
          type="button"
          tabIndex={-1}
          className="number-link numbers"
          title={`${reach.definition} ${inWords(reach)}`}
          onClick={() => openPopulation(t`Come anywhere in ${title}`, reach)}
        >
          {inUnit(reach.value, reach.unit)}
        </button>
      ) : null}
    </span>
  );
}

interface OpenLinkProps {
  step: string;
  map: string;
  title: string;
  /** On the grid the keyboard goes by cells, and opens the map from the details. */
  tabIndex?: number;
}

/** The way into the map; from there, the way back leads to this step. */
export function OpenLink({ step, map, title, tabIndex }: OpenLinkProps) {
  const here = useLooking();
  const passed = usePassed();
  const name = useEditor(({ sheet }) => sheet.steps.find((column) => column.id === step)?.step?.name ?? "");
  const own = useEditor(({ sheet }) => sheet.header.title);
  const way = [...passed, { map: here.id, title: own, step, name }];
  return (
    <Link
      to={`/maps/${map}`}
      state={{ passed: way }}
      tabIndex={tabIndex}
      className="opens-map-link"
      title={t`Open the map inside this step: ${title}`}
      aria-label={t`Open the map inside this step: ${title}`}
    >
      <FolderTree size={12} aria-hidden /> <span dir="auto">{title}</span>
    </Link>
  );
}

function Round({ titles }: { titles: readonly string[] }) {
  return (
    <span className="opens-map is-round" title={loopInWords(titles)}>
      <RefreshCcwDot size={12} aria-hidden /> {t`leads back here`}
    </span>
  );
}
