import { t } from "@lingui/core/macro";
import { useQueryClient } from "@tanstack/react-query";
import { FolderTree, Plus } from "lucide-react";
import { useState } from "react";
import { setField } from "../../../editor/ops";
import type { Step } from "../../../generated";
import { ask, createMap, listMaps, readNesting } from "../../../transport";
import { Button } from "../../../ui/Button";
import { Select } from "../../../ui/Select";
import { say } from "../../../ui/Toast";
import { inWords, useAsked } from "../../useAsked";
import { useEditor, useLibrary, useTools } from "../context";
import { useLooking } from "../looking";
import { NumberList } from "../PlaceFields";
import { useNestedStep, useNesting } from "./asking";
import { innerMap } from "./inner";
import { OpenLink } from "./OpensMap";
import { loopInWords, WHY } from "./words";
import "./nested.css";

/** In the details of a step: which map of the journey inside it opens, or a new one. */
export function NestedFields({ id, step }: { id: string; step: Step }) {
  const tools = useTools();
  const { id: here } = useLooking();
  const { data: maps = [] } = useAsked(["maps"], () => ask(listMaps()));
  const { closing = [] } = useNesting() ?? {};
  const [refused, setRefused] = useState("");
  const map = step.map ?? "";
  const choose = async (chosen: string) => {
    // Another map may have begun to open this one since the list was asked.
    const fresh = await ask(readNesting({ path: { id: here } })).catch(() => null);
    const loop = (fresh?.closing ?? closing).find((one) => one.map === chosen)?.loop;
    const title = maps.find((one) => one.id === chosen)?.title ?? "";
    setRefused(
      loop
        ? t`Not set: “${title}” contains this map, so it would go round: ${loop.join(" → ")}. Choose another.`
        : "",
    );
    if (!loop) tools.edit([setField(id, "map", chosen)]);
  };
  const isKnown = map === "" || maps.some((one) => one.id === map);
  return (
    <section className="panel-part">
      <header className="part-head">
        <h3>{t`The journey inside this step`}</h3>
      </header>
      <Select
        label={t`Opens a map`}
        field="map"
        value={map}
        options={[
          { id: "", label: t`None` },
          ...maps.map((one) => ({
            id: one.id,
            label: one.title,
            ...(closing.some((other) => other.map === one.id) ? { hint: t`contains this map` } : {}),
          })),
          ...(isKnown ? [] : [{ id: map, label: t`${map} (not here)` }]),
        ]}
        onChange={(chosen) => void choose(chosen)}
      />
      {refused ? (
        <p className="nested-refused" role="alert">
          {refused}
        </p>
      ) : null}
      {map ? <Inside id={id} map={map} /> : <NewInside id={id} step={step} />}
    </section>
  );
}

/** The way into the map, and who rolls up out of it; or why nobody does. */
function Inside({ id, map }: { id: string; map: string }) {
  const nested = useNestedStep(id, map);
  if (!nested) return null;
  const { title = "", why, loop = [], reach, maps = [] } = nested;
  if (why === "loop") return <p className="panel-hint">{loopInWords(loop)}</p>;
  const label = maps.length > 1 ? t`Come anywhere in it or in the maps inside it` : t`Come anywhere in it`;
  return (
    <>
      {why === "gone" ? null : <OpenLink step={id} map={map} title={title} />}
      {why ? <p className="panel-hint">{WHY[why]}</p> : null}
      {reach ? <NumberList told={[[label, reach]]} /> : null}
    </>
  );
}

/** Begin the map of the journey inside a step, with what is known of it here. */
function NewInside({ id, step }: { id: string; step: Step }) {
  const tools = useTools();
  const asked = useQueryClient();
  const { tools: own } = useLooking();
  const sheet = useEditor((state) => state.sheet);
  const { touchpoints } = useLibrary();
  const [isMaking, setMaking] = useState(false);
  if (own.isReadOnly || tools.isReadOnly) return null;
  const make = async () => {
    setMaking(true);
    try {
      const made = await ask(createMap({ body: { records: innerMap(sheet, id, step, touchpoints) } }));
      await asked.invalidateQueries({ queryKey: ["maps"] });
      tools.edit([setField(id, "map", made.id)]);
    } catch (error) {
      say(inWords(error), { isBad: true });
    }
    setMaking(false);
  };
  return (
    <p>
      <Button size="small" look="edged" isDisabled={isMaking} onPress={() => void make()}>
        <Plus size={13} aria-hidden /> {t`New map from this step`} <FolderTree size={13} aria-hidden />
      </Button>
    </p>
  );
}
