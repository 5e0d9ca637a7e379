import { t } from "@lingui/core/macro";
import { useQueryClient } from "@tanstack/react-query";
import { Undo2 } from "lucide-react";
import { type RefObject, useEffect, useMemo, useState } from "react";
import { Link } from "react-router";
import { putOn } from "../../editor/citing";
import { type Ground, gradeOf } from "../../editor/grade";
import { KINDS } from "../../editor/kinds";
import { plainText } from "../../editor/markdown";
import type { Card, MapSummary, SourceExcerpt } from "../../generated";
import { type MapDocument, mapDocument } from "../../model";
import { ask, listMaps } from "../../transport";
import { IconButton } from "../../ui/Button";
import { plain } from "../../ui/format";
import { FamilyIcon, GradeMark } from "../../ui/Marks";
import { Select } from "../../ui/Select";
import { say } from "../../ui/Toast";
import { CarriedThing, useCarry } from "../carrying";
import { useShelved } from "../library/context";
import { useGround } from "../library/ground";
import { Problem } from "../Problem";
import { SaveState } from "../SaveState";
import { useAsked } from "../useAsked";
import { type OpenSession, useSession } from "../useSession";
import "./beside.css";

interface BesideProps {
  excerpts: readonly SourceExcerpt[];
  /** Where passages are taken up, and the map lies. */
  whole: RefObject<HTMLElement | null>;
}

/** A map in little, beside what was said: a marked passage is dropped on its cells and cards. */
export function MapBeside({ excerpts, whole }: BesideProps) {
  const { data: maps, error } = useAsked(["maps"], () => ask(listMaps()));
  if (error) return <Problem error={error} />;
  if (!maps) return <div className="shelf-waits" aria-busy="true" />;
  const [first] = maps;
  if (!first) return <p className="shelf-hint">{t`There is no map yet: make one, and come back.`}</p>;
  return <Chosen maps={maps} first={first.id} excerpts={excerpts} whole={whole} />;
}

type ChosenProps = BesideProps & { maps: readonly MapSummary[]; first: string };

/** The map stays the chosen one though the list, which begins with what was edited last, comes in another order. */
function Chosen({ maps, first, ...rest }: ChosenProps) {
  const [map, choose] = useState(first);
  return (
    <section className="beside" aria-label={t`Map`}>
      <Select
        label={t`Map`}
        isLabelHidden
        value={map}
        options={maps.map(({ id, title }) => ({ id, label: title }))}
        onChange={choose}
      />
      <Live key={map} id={map} {...rest} />
    </section>
  );
}

function Live({ id, ...rest }: BesideProps & { id: string }) {
  const open = useSession(id);
  if (!open?.snapshot.ready) return <div className="shelf-waits" aria-busy="true" />;
  return <Open id={id} open={open} {...rest} />;
}

type OpenProps = BesideProps & { id: string; open: OpenSession };

function Open({ id, open, excerpts, whole }: OpenProps) {
  const { session, snapshot } = open;
  const document = useMemo(() => mapDocument(snapshot.records), [snapshot.records]);
  const [fresh, setFresh] = useState("");
  const isReadOnly = snapshot.status.state === "failed";
  useUsesTold(id, open);
  const undo = () => {
    session.undo();
    setFresh("");
  };
  const drop = (excerpt: SourceExcerpt | undefined, over: string) => {
    if (!excerpt || isReadOnly) return;
    const [lane = "", step = "", on = ""] = over.split("|");
    const { id: card, ops } = putOn(snapshot.records, { lane, step }, on, excerpt, new Date().toISOString());
    session.edit(ops);
    setFresh(card);
    if (ops.length === 0) return say(t`The card cites it already`);
    say(on ? t`The card cites it` : t`It is on the map`, { action: { label: t`Undo`, act: undo } });
  };
  const carried = useCarry<string>(whole, {
    pick: (event) => (isReadOnly ? null : passageUnder(event, excerpts)),
    target: (x, y) => {
      scrollTowards(whole.current?.querySelector(".beside-scroll"), x, y);
      return cellUnder(x, y);
    },
    drop: (picked, over) =>
      drop(
        excerpts.find((one) => one.id === picked.id),
        over,
      ),
  });
  return (
    <>
      <p className="beside-head caption">
        <Link to={`/maps/${id}`}>{t`Open the map`}</Link>
        <SaveState snapshot={snapshot} />
        <IconButton label={t`Undo on the map`} isDisabled={!snapshot.canUndo || isReadOnly} onPress={undo}>
          <Undo2 size={14} />
        </IconButton>
      </p>
      <Cells document={document} over={carried?.target ?? ""} fresh={fresh} />
      <p className="caption">
        {t`Drag a marked passage onto a cell: it becomes a card. Onto a card: the card cites it. “Put on a map” does the same without dragging.`}
      </p>
      <CarriedThing carried={carried} />
    </>
  );
}

/** Once a change is saved, those who count what cites a source count anew. */
function useUsesTold(id: string, { snapshot: { status } }: OpenSession) {
  const client = useQueryClient();
  const savedAt = status.pending === 0 ? status.savedAt?.getTime() : undefined;
  useEffect(() => {
    if (savedAt === undefined) return;
    for (const queryKey of [["map", id], ["library", "usage"], ["maps"]])
      void client.invalidateQueries({ queryKey });
  }, [client, id, savedAt]);
}

interface CellsProps {
  document: MapDocument;
  /** What is below the pointer that carries: "lane|step|card". */
  over: string;
  /** The card that was dropped last. */
  fresh: string;
}

function Cells({ document, over, fresh }: CellsProps) {
  const { lanes, steps, stages, header } = document;
  const known = useGround();
  const ground = useMemo(() => ({ ...known, dataset: header.dataset ?? "" }), [known, header.dataset]);
  if (lanes.size === 0 || steps.size === 0)
    return <p className="shelf-hint">{t`This map has no cells yet.`}</p>;
  const spans = [...stages].map(([id, { name }]) => {
    const columns = [...steps.values()].filter(({ stage }) => stage === id).length;
    return { id, name, columns };
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
    <section className="beside-scroll" aria-label={t`Cells of the map`} tabIndex={0}>
      <table className="beside-map">
        <thead>
          <tr>
            <td />
            {spans.map(({ id, name, columns }) =>
              columns > 0 ? (
                <th key={id} scope="colgroup" colSpan={columns} dir="auto">
                  {name}
                </th>
              ) : null,
            )}
          </tr>
          <tr>
            <td />
            {[...steps].map(([id, { name }]) => (
              <th key={id} scope="col" dir="auto">
                {name || t`Unnamed step`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...lanes].map(([lane, { kind = "free", name }]) => (
            <tr key={lane}>
              <th scope="row" dir="auto">
                <FamilyIcon family={KINDS[kind].family} size={12} /> {name || KINDS[kind].name}
              </th>
              {[...steps.keys()].map((step) => (
                <td
                  key={step}
                  data-cell={`${lane}|${step}|`}
                  className={over === `${lane}|${step}|` ? "is-over" : undefined}
                >
                  {[...document.cardsIn(lane, step)].map(([id, card]) => (
                    <Small
                      key={id}
                      card={card}
                      place={`${lane}|${step}|${id}`}
                      ground={ground}
                      state={over === `${lane}|${step}|${id}` ? "is-over" : id === fresh ? "is-fresh" : ""}
                    />
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface SmallProps {
  card: Card;
  place: string;
  ground: Ground;
  state: string;
}

/** A card in little: its first words, and how well it is proven. */
function Small({ card, place, ground, state }: SmallProps) {
  const touchpoint = useShelved("touchpoint").get(card.touchpoint ?? "")?.name;
  const score = card.score == null ? "" : plain(card.score);
  const words = plainText(card.text ?? "") || touchpoint || [score, card.feeling].filter(Boolean).join(" ");
  return (
    <p className={`beside-card ${state}`} data-cell={place} title={words}>
      <GradeMark grade={gradeOf(card, ground)} />
      <span dir="auto">{words || t`A card without words`}</span>
    </p>
  );
}

const WIDE = 260; // pixels of a passage that is carried

/** The marked passage that a press takes up: by mouse anywhere on it, by touch on its handle, so that one can scroll. */
function passageUnder(event: PointerEvent, excerpts: readonly SourceExcerpt[]) {
  const target = event.target instanceof Element ? event.target : null;
  const isOnGrip = target?.closest(".excerpt-grip") != null;
  if (!isOnGrip && (event.pointerType !== "mouse" || target?.closest("button, a, form"))) return null;
  const id = target?.closest<HTMLElement>("[data-excerpt]")?.dataset.excerpt;
  const excerpt = excerpts.find((one) => one.id === id);
  if (!excerpt) return null;
  event.preventDefault(); // neither a selection of text nor the browser's own dragging
  return {
    id: excerpt.id,
    text: excerpt.text,
    box: new DOMRect(event.clientX - 12, event.clientY - 12, WIDE),
  };
}

const [NEAR, STEP] = [36, 14]; // pixels from an edge, and by how many the map goes on there

/** What is carried near an edge of the map brings what lies beyond it. */
function scrollTowards(map: Element | null | undefined, x: number, y: number) {
  const box = map?.getBoundingClientRect();
  if (!map || !box || x < box.left || x > box.right || y < box.top || y > box.bottom) return;
  const by = (at: number, from: number, to: number) => (at < from + NEAR ? -STEP : at > to - NEAR ? STEP : 0);
  map.scrollBy(by(x, box.left, box.right), by(y, box.top, box.bottom));
}

function cellUnder(x: number, y: number): string | null {
  const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-cell]");
  return cell?.dataset.cell ?? null;
}
