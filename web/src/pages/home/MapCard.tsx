import { plural, t } from "@lingui/core/macro";
import { useQueryClient } from "@tanstack/react-query";
import { CopyPlus, MoreHorizontal, Pencil, Sprout, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { Link, useNavigate } from "react-router";
import { curve, runs } from "../../editor/curve";
import type { DatasetSummary, MapSummary } from "../../generated";
import { ask, deleteMap } from "../../transport";
import { Button } from "../../ui/Button";
import { Confirm } from "../../ui/Dialog";
import { day, when } from "../../ui/format";
import { Avatar, GradeMark } from "../../ui/Marks";
import { Menu } from "../../ui/Menu";
import { say } from "../../ui/Toast";
import { cardsInWords } from "../../ui/words";
import { copyOf, listDatasets, readingsOf } from "../asking";
import { useFamily, useGrowing } from "../map/growing";
import { KIND_WORDS } from "../map/words";
import { Preview, WIDTH } from "../Preview";
import { inWords, useAsked } from "../useAsked";
import { drawnAlong, measuredAlong } from "./preview";
import { Renaming } from "./Renaming";
import "./cards.css";

/** A map in the list: a small picture of it, its name, and how alive it is. */
export function MapCard({ map }: { map: MapSummary }) {
  const [isAsking, setAsking] = useState(false);
  const [naming, setNaming] = useState<"" | "asked" | "open">("");
  const link = useRef<HTMLAnchorElement>(null);
  const asked = useQueryClient();
  const grow = useGrowing();
  const { base, futures } = useFamily(map.id, map.base_map ?? "");
  const remove = async () => {
    try {
      await ask(deleteMap({ path: { id: map.id } }));
      await asked.invalidateQueries({ queryKey: ["maps"] });
    } catch (error) {
      say(inWords(error), { isBad: true });
    }
  };
  const navigate = useNavigate();
  const duplicate = async () => {
    try {
      const { id } = await copyOf(map.id, t`Copy of ${map.title}`.slice(0, TITLE));
      await asked.invalidateQueries({ queryKey: ["maps"] });
      say(t`“${map.title}” is copied`, {
        action: { label: t`Open the copy`, act: () => navigate(`/maps/${id}`) },
      });
    } catch (error) {
      say(inWords(error), { isBad: true });
    }
  };
  const { data: datasets = [] } = useAsked(["datasets"], listDatasets);
  const data = datasets.find((dataset) => dataset.id === map.dataset);
  const cards = Object.values(map.counts ?? {}).reduce((sum, count) => sum + count, 0);
  return (
    <li className={`map-card ${naming === "open" ? "is-naming" : ""}`}>
      <Link
        to={`/maps/${map.id}`}
        className="map-card-link"
        ref={link}
        onKeyDown={(event) => {
          if (event.key !== "F2") return;
          event.preventDefault();
          setNaming("open");
        }}
      >
        <Curves map={map} />
        <span className="map-card-words">
          <span className="map-card-title" dir="auto">
            {map.title}
          </span>
          <span className="caption">
            {KIND_WORDS[map.kind]} · {t`edited ${when(map.updated_at)}`}
          </span>
          {base ? <span className="caption" dir="auto">{t`grew from “${base.title}”`}</span> : null}
          <span className="map-card-foot">
            <GradeMark grade={map.dataset ? "measured" : "assumed"} isNamed={false} />
            {map.dataset ? measuredUntil(data) : t`not measured yet`}
            <span className="caption numbers">{cardsInWords(cards)}</span>
          </span>
        </span>
      </Link>
      {naming === "open" ? (
        <Renaming
          map={map}
          onEnd={() => {
            setNaming("");
            link.current?.focus();
          }}
        />
      ) : null}
      <span className="map-card-side">
        {map.updated_by.name ? <Avatar name={map.updated_by.name} size={22} /> : null}
        <Menu
          label={t`More for ${map.title}`}
          trigger={
            <Button
              className="button-icon"
              aria-label={t`More for ${map.title}`}
              // The menu has gone once its button has the focus again: only then the field can take it.
              onFocus={() => naming === "asked" && setNaming("open")}
            >
              <MoreHorizontal size={15} />
            </Button>
          }
          items={[
            {
              id: "rename",
              label: t`Rename map`,
              keys: "F2",
              icon: <Pencil size={14} />,
              act: () => setNaming("asked"),
            },
            { id: "copy", label: t`Duplicate map`, icon: <CopyPlus size={14} />, act: duplicate },
            {
              id: "future",
              label: t`Grow a future map`,
              icon: <Sprout size={14} />,
              act: () => void grow(map.id),
            },
            "line",
            {
              id: "delete",
              label: t`Delete map`,
              icon: <Trash2 size={14} />,
              isDanger: true,
              act: () => setAsking(true),
            },
          ]}
        />
      </span>
      <Confirm
        title={t`Delete this map?`}
        verb={t`Delete map`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={remove}
      >
        <p>{t`“${map.title}” goes for everybody. Export it as text first if you may want it back.`}</p>
        {futures.length > 0 ? (
          <p>
            {plural(futures.length, {
              one: "The future map that grew from it stays, with nothing left to lie beside.",
              other: "The # future maps that grew from it stay, with nothing left to lie beside.",
            })}
          </p>
        ) : null}
      </Confirm>
    </li>
  );
}

function measuredUntil(data: DatasetSummary | undefined): string {
  return data?.last ? t`measured until ${day(data.last)}` : t`its data is not here`;
}

const TITLE = 500; // letters that a title may have
const TOP = 62;
const UNIT = 11;

/** The curves of a map over its steps; the measured one where there are readings. */
function Curves({ map }: { map: MapSummary }) {
  const { data: readings } = useAsked(
    ["readings", map.id, map.seq],
    () => readingsOf(map.id),
    Boolean(map.dataset),
  );
  return (
    <Preview stages={map.stages ?? []}>
      {(wide) => (
        <>
          <path d={`M0,${TOP + 10}H${WIDTH}`} className="preview-zero" />
          {lines(measuredAlong(map, readings?.steps), wide, 4).map((path) => (
            <path key={path} d={path} className="curve-measured preview-curve" />
          ))}
          {lines(drawnAlong(map), wide, -4).map((path) => (
            <path key={path} d={path} className="curve-drawn preview-curve" />
          ))}
        </>
      )}
    </Preview>
  );
}

function lines(scores: readonly (number | null)[], wide: number, shift: number): string[] {
  const points = scores.map((score, at) =>
    score === null ? null : { x: (at + 0.5) * wide + shift, y: TOP + 10 - score * UNIT },
  );
  return runs(points).map(curve).filter(Boolean);
}
