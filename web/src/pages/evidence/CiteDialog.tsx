import { t } from "@lingui/core/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useNavigate } from "react-router";
import { citedToo } from "../../editor/affinity";
import { KINDS } from "../../editor/kinds";
import { setField } from "../../editor/ops";
import type { Card, Insight } from "../../generated";
import { type MapDocument, mapDocument, newChangeId, recordsFrom } from "../../model";
import { ask, changeMap, listMaps, readMap } from "../../transport";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { plain } from "../../ui/format";
import { Select } from "../../ui/Select";
import { say } from "../../ui/Toast";
import { inWords, useAsked } from "../useAsked";

interface CiteProps {
  insight: Insight;
  isOpen: boolean;
  onClose: () => void;
}

/** Let a card of a map cite all excerpts of an insight. */
export function CiteDialog({ insight, isOpen, onClose }: CiteProps) {
  return (
    <Dialog title={t`Cite “${insight.name}” on a card`} isOpen={isOpen} onClose={onClose}>
      <Choosing insight={insight} onClose={onClose} />
    </Dialog>
  );
}

function Choosing({ insight, onClose }: Omit<CiteProps, "isOpen">) {
  const [map, setMap] = useState("");
  const [card, setCard] = useState("");
  const { data: maps = [] } = useAsked(["maps"], () => ask(listMaps()));
  const chosen = map || (maps[0]?.id ?? "");
  const { data } = useAsked(["map", chosen], () => ask(readMap({ path: { id: chosen } })), chosen !== "");
  const document = data ? mapDocument(recordsFrom(data.records)) : null;
  const cards = document ? cardsOf(document) : [];
  const cite = useCite(insight, chosen, onClose);
  if (maps.length === 0) return <p>{t`There is no map yet.`}</p>;
  const picked = document?.cards.get(card);
  return (
    <>
      <div className="dialog-text cite-fields">
        <Select
          label={t`Map`}
          value={chosen}
          options={maps.map(({ id, title }) => ({ id, label: title }))}
          onChange={(id) => {
            setMap(id);
            setCard("");
          }}
        />
        <Select
          label={t`Card`}
          value={card}
          options={cards}
          placeholder={cards.length === 0 ? t`The map has no cards.` : t`Choose a card`}
          onChange={setCard}
        />
      </div>
      <footer className="dialog-foot">
        <Button look="edged" onPress={onClose}>{t`Cancel`}</Button>
        <Button look="filled" isDisabled={!picked} onPress={() => picked && void cite(card, picked)}>
          {t`Cite`}
        </Button>
      </footer>
    </>
  );
}

/** The cards in reading order, each with its step and lane. */
function cardsOf({ cards, steps, lanes }: MapDocument) {
  const places = [...steps.keys()];
  const placed = [...cards].filter(([, { lane = "", step = "" }]) => lanes.has(lane) && steps.has(step));
  placed.sort(([, a], [, b]) => places.indexOf(a.step ?? "") - places.indexOf(b.step ?? ""));
  return placed.map(([id, card]) => {
    const lane = lanes.get(card.lane ?? "");
    const kind = KINDS[lane?.kind ?? "free"];
    const score = card.score == null ? "" : plain(card.score, 1);
    return {
      id,
      label: card.text || card.feeling || [kind.one, score].filter(Boolean).join(" "),
      hint: [steps.get(card.step ?? "")?.name, lane?.name || kind.name].filter(Boolean).join(" · "),
    };
  });
}

/** Add the excerpts through the map's journal, and offer to go there. */
function useCite(insight: Insight, map: string, onDone: () => void) {
  const go = useNavigate();
  const asked = useQueryClient();
  return async (id: string, card: Card) => {
    const evidence = citedToo(card.evidence ?? [], insight, new Date().toISOString());
    try {
      const ops = [setField(id, "evidence", evidence)];
      await ask(changeMap({ path: { id: map }, body: { id: newChangeId(), ops } }));
      await asked.invalidateQueries({ queryKey: ["map", map] });
      say(t`The card cites the insight’s excerpts.`, {
        action: { label: t`Open the map`, act: () => go(`/maps/${map}?at=${id}`) },
      });
      onDone();
    } catch (error) {
      say(inWords(error), { isBad: true });
    }
  };
}
