import { t } from "@lingui/core/macro";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useMemo, useState } from "react";
import { useNavigate } from "react-router";
import { addCard } from "../../editor/edits";
import { everyLane, type Sheet, sheetOf } from "../../editor/sheet";
import { newChangeId, recordsFrom } from "../../model";
import { ask, changeMap, listMaps, readMap } from "../../transport";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { Select } from "../../ui/Select";
import { say } from "../../ui/Toast";
import { Problem } from "../Problem";
import { inWords, useAsked } from "../useAsked";
import { type Chosen, useDesk } from "./desk";
import { type Pinned, pinnable } from "./pinning";
import { figureWord, rowInWords } from "./words";

/** Put a question on a map: as a measure card in a cell that one chooses. */
export function PinDialog({
  chosen,
  figure,
  onClose,
}: {
  chosen: Chosen;
  figure: string;
  onClose: () => void;
}) {
  const { dataset, looking } = useDesk();
  const { result, row } = chosen;
  const offered = pinnable(result.analysis, row);
  const [wanted, setWanted] = useState(figure);
  const { data: maps = [], error } = useAsked(["maps"], () => ask(listMaps()));
  const [picked, setPicked] = useState(looking.map);
  const map = picked || (maps.find((one) => one.dataset === dataset) ?? maps[0])?.id || "";
  const cell = useCell(map);
  const put = usePin(map, onClose);
  const pinned = offered.find((one) => one.figure === wanted) ?? offered[0];
  const name = rowInWords(row, result.names);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (pinned && cell.sheet && cell.lane && cell.step)
      void put(cell.sheet, cell.lane, cell.step, name, pinned);
  };
  return (
    <Dialog title={t`Pin to a map`} isOpen onClose={onClose}>
      <form onSubmit={submit}>
        <div className="dialog-text">
          <p dir="auto">{name}</p>
          {error ? <Problem error={error} /> : null}
          <Select
            label={t`Number`}
            value={pinned?.figure ?? ""}
            options={offered.map((one) => ({ id: one.figure, label: figureWord(one.figure) }))}
            onChange={setWanted}
          />
          <Select
            label={t`Map`}
            value={map}
            placeholder={t`There is no map yet`}
            options={maps.map(({ id, title }) => ({ id, label: title ?? "" }))}
            onChange={setPicked}
          />
          <Select label={t`Lane`} value={cell.lane} options={cell.lanes} onChange={cell.setLane} />
          <Select label={t`Step`} value={cell.step} options={cell.steps} onChange={cell.setStep} />
          {cell.isOther(dataset) ? (
            <p className="caption">
              {t`This map reads another dataset: the card will count there, and say another number.`}
            </p>
          ) : null}
        </div>
        <footer className="dialog-foot">
          <Button look="edged" onPress={onClose}>
            {t`Cancel`}
          </Button>
          <Button look="filled" type="submit" isDisabled={!cell.lane || !cell.step || !pinned}>
            {t`Pin it`}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

const MEASURES = ["measures", "chart", "time"];

/** The lanes and steps of a map, and which cell is chosen: at first the first step, in a lane for measures. */
function useCell(map: string) {
  const { data } = useAsked(["map", map], () => ask(readMap({ path: { id: map } })), map !== "");
  const sheet = useMemo(() => (data ? sheetOf(recordsFrom(data.records)) : null), [data]);
  const [lane, setLane] = useState("");
  const [step, setStep] = useState("");
  const all = sheet ? everyLane(sheet) : [];
  const columns = (sheet?.steps ?? []).filter((column) => column.step);
  const best = all.find((one) => MEASURES.includes(one.lane.kind ?? "")) ?? all[0];
  return {
    sheet,
    lane: all.some(({ id }) => id === lane) ? lane : (best?.id ?? ""),
    step: columns.some(({ id }) => id === step) ? step : (columns[0]?.id ?? ""),
    lanes: all.map(({ id, lane: one }) => ({ id, label: one.name || (one.kind ?? "") })),
    steps: columns.map(({ id, step: one }) => ({ id, label: one?.name || t`a step without a name` })),
    setLane,
    setStep,
    isOther: (dataset: string) => Boolean(sheet?.header.dataset && sheet.header.dataset !== dataset),
  };
}

/** Add the card through the map's journal, and offer to go there. */
function usePin(map: string, onDone: () => void) {
  const go = useNavigate();
  const asked = useQueryClient();
  return async (sheet: Sheet, lane: string, step: string, text: string, { question }: Pinned) => {
    const { ops } = addCard(sheet, lane, step, { text, question });
    try {
      await ask(changeMap({ path: { id: map }, body: { id: newChangeId(), ops } }));
      await asked.invalidateQueries({ queryKey: ["map", map] });
      say(t`Pinned to “${sheet.header.title}”.`, {
        action: { label: t`Open the map`, act: () => go(`/maps/${map}`) },
      });
      onDone();
    } catch (failed) {
      say(inWords(failed), { isBad: true });
    }
  };
}
