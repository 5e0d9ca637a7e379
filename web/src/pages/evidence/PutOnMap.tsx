import { t } from "@lingui/core/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { putOn } from "../../editor/citing";
import { KINDS } from "../../editor/kinds";
import { plainText } from "../../editor/markdown";
import type { Op, SourceExcerpt } from "../../generated";
import { type MapDocument, mapDocument, newChangeId, recordsFrom } from "../../model";
import { ask, changeMap, listMaps, readMap } from "../../transport";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Select } from "../../ui/Select";
import { say } from "../../ui/Toast";
import { Problem } from "../Problem";
import { inWords, useAsked } from "../useAsked";

interface PutProps {
  excerpt: SourceExcerpt;
  onClose: () => void;
}

const NEW = "new";

/** Where an excerpt goes: a map, a cell of it, and there a card of its own or one that then cites it. */
export function PutOnMap({ excerpt, onClose }: PutProps) {
  const { data: maps = [], error } = useAsked(["maps"], () => ask(listMaps()));
  const [chosen, setMap] = useState("");
  const map = chosen || (maps[0]?.id ?? "");
  const { data: held } = useAsked(
    ["map", map, "cells"],
    () => ask(readMap({ path: { id: map } })),
    map !== "",
  );
  const document = held ? mapDocument(recordsFrom(held.records as never)) : null;
  return (
    <Dialog title={t`Put on a map`} isOpen onClose={onClose}>
      <div className="dialog-text">
        <blockquote className={`excerpt-words is-${excerpt.kind}`} dir="auto">
          {excerpt.text}
        </blockquote>
        {error ? <Problem error={error} /> : null}
        {maps.length === 0 ? (
          <p className="shelf-hint">{t`There is no map yet: make one, and come back.`}</p>
        ) : (
          <Select
            label={t`Map`}
            value={map}
            options={maps.map(({ id, title }) => ({ id, label: title }))}
            onChange={setMap}
          />
        )}
      </div>
      {document ? <Cell key={map} map={map} document={document} excerpt={excerpt} onClose={onClose} /> : null}
    </Dialog>
  );
}

interface CellProps {
  map: string;
  document: MapDocument;
  excerpt: SourceExcerpt;
  onClose: () => void;
}

function Cell({ map, document, excerpt, onClose }: CellProps) {
  const { lanes, steps } = document;
  const wanted = excerpt.kind === "quote" ? "quotes" : "thoughts";
  const spoken = [...lanes].find(([, { kind }]) => kind === wanted) ?? [...lanes][0];
  const [lane, setLane] = useState(spoken?.[0] ?? "");
  const [step, setStep] = useState([...steps.keys()][0] ?? "");
  const [card, setCard] = useState(NEW);
  const put = usePut(map, onClose);
  const cards = document.cardsIn(lane, step);
  const confirm = () => {
    const { id, ops } = putOn(document.records, { lane, step }, card, excerpt, new Date().toISOString());
    void put(ops, id);
  };
  if (lanes.size === 0 || steps.size === 0)
    return <p className="dialog-text">{t`This map has no cells yet.`}</p>;
  return (
    <>
      <div className="dialog-text">
        <div className="field-two">
          <Select
            label={t`Lane`}
            value={lane}
            options={[...lanes].map(([id, one]) => ({
              id,
              label: one.name || KINDS[one.kind ?? "free"].name,
            }))}
            onChange={(id) => {
              setLane(id);
              setCard(NEW);
            }}
          />
          <Select
            label={t`Step`}
            value={step}
            options={[...steps].map(([id, { name }]) => ({ id, label: name || t`Unnamed step` }))}
            onChange={(id) => {
              setStep(id);
              setCard(NEW);
            }}
          />
        </div>
        <Select
          label={t`Card`}
          value={card}
          options={[
            { id: NEW, label: t`A new card with these words` },
            ...[...cards].map(([id, one]) => ({
              id,
              label: plainText(one.text ?? "") || t`A card without words`,
            })),
          ]}
          onChange={setCard}
        />
      </div>
      <footer className="dialog-foot">
        <Button look="edged" onPress={onClose}>{t`Cancel`}</Button>
        <Button look="filled" onPress={confirm}>
          {cards.has(card) ? t`Cite it there` : t`Put it there`}
        </Button>
      </footer>
    </>
  );
}

function usePut(map: string, onClose: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const send = async (ops: Op[]) => {
    if (ops.length > 0) await ask(changeMap({ path: { id: map }, body: { id: newChangeId(), ops } }));
    await Promise.all(
      [["map", map], ["library", "usage"], ["maps"]].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
  };
  return async (ops: Op[], card: string) => {
    try {
      await send(ops);
      onClose();
      const open = { label: t`Open the map`, act: () => void navigate(`/maps/${map}?at=${card}`) };
      say(ops.length > 0 ? t`It is on the map` : t`The card cites it already`, { action: open });
    } catch (error) {
      say(inWords(error));
    }
  };
}
