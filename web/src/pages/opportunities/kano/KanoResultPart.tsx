import { t } from "@lingui/core/macro";
import { useState } from "react";
import type { KanoAsked, KanoFeature, KanoFound } from "../../../generated";
import { ask, openKano, runKano } from "../../../transport";
import { plain } from "../../../ui/format";
import { Matrix, type MatrixPoint } from "../../../ui/Matrix";
import { ExportMenu, type FileKind } from "../../ExportMenu";
import { Problem } from "../../Problem";
import { asHere, saveFrom } from "../../saving";
import { useAsked } from "../../useAsked";
import { useOpenCustomers } from "../opening";
import { type KanoNumber, KanoTable } from "./KanoTable";
import { CLASS_WORDS, COUNTED_WORDS } from "./words";

const SHARE = [0, 1] as const;
const MIDDLE = 0.5;

/** The answer: better against worse as a picture, and all counts as a table. */
export function KanoResultPart({ asked }: { asked: KanoAsked }) {
  const [chosen, setChosen] = useState("");
  const open = useOpenCustomers();
  const { data, error } = useAsked(["kano", JSON.stringify(asked)], () => ask(runKano({ body: asked })));
  if (error) return <Problem error={error} />;
  if (!data) return <p className="shelf-hint">{t`One moment…`}</p>;
  const show = (feature: KanoFeature, wave: number, number: KanoNumber) => {
    const one = asked.waves[wave];
    const found = feature.waves[wave];
    if (!one || !found) return;
    const body = { ...asked, waves: [one], pairs: [feature.pair], number };
    open({
      opened: openedOf(feature.pair.feature, found, number),
      dataset: one.dataset,
      rows: {
        key: ["kano", JSON.stringify(body)],
        page: (offset, limit) => ask(openKano({ body: { ...body, offset, limit } })),
      },
    });
  };
  const save = (format: FileKind) => {
    const body = JSON.stringify({ ...asked, format, ...asHere() });
    const headers = { "Content-Type": "application/json" };
    void saveFrom("/api/v1/kano/export", { method: "POST", headers, body });
  };
  const points = data.features.flatMap(pointOf);
  return (
    <>
      <div className="moments-bar">
        <ExportMenu size="small" save={save} />
      </div>
      {points.length > 0 ? (
        <Matrix
          label={t`What features add when they are there, and cost when they are not`}
          x={{ name: t`Worse without it`, range: SHARE, line: MIDDLE }}
          y={{ name: t`Better with it`, range: SHARE, line: MIDDLE }}
          corners={[
            { name: CLASS_WORDS.A, why: t`a surprise` },
            { name: CLASS_WORDS.O, why: t`the more the better` },
            { name: CLASS_WORDS.I, why: t`nobody minds` },
            { name: CLASS_WORDS.M, why: t`taken for granted` },
          ]}
          points={points}
          chosen={chosen}
          onOpen={setChosen}
        />
      ) : null}
      <KanoTable
        features={data.features}
        datasets={asked.waves.map(({ dataset }) => dataset)}
        chosen={chosen}
        onOpen={show}
      />
      <p className="shelf-hint">
        {t`Better: share whom it would make happier. Worse: share whom its lack would make unhappier; of those whose answers are neither reverse nor questionable. Bars are 95% intervals. A class is sure where it is ahead of the next one by more than chance (Fong 1996).`}
      </p>
    </>
  );
}

/** The last wave of a feature, where enough answered. */
function pointOf({ pair, waves }: KanoFeature): MatrixPoint[] {
  const kano = waves[waves.length - 1]?.kano;
  if (!kano?.better || !kano.worse || kano.too_few) return [];
  const { better, worse, letter, n } = kano;
  const between = better.low == null || better.high == null ? null : ([better.low, better.high] as const);
  const along = worse.low == null || worse.high == null ? null : ([-worse.high, -worse.low] as const);
  const name = letter ? CLASS_WORDS[letter] : "";
  const words = t`${name}, better ${plain(better.value, 2)}, worse ${plain(worse.value, 2)}, n ${plain(n)}`;
  return [
    {
      id: pair.feature,
      name: pair.feature,
      x: -worse.value,
      y: better.value,
      xBetween: along,
      yBetween: between,
      words,
    },
  ];
}

function openedOf(feature: string, { kano, refused, incomplete }: KanoFound, number: KanoNumber) {
  const { better, worse, counts } = kano;
  const told = (counts.A ?? 0) + (counts.O ?? 0) + (counts.M ?? 0) + (counts.I ?? 0);
  const counted: Readonly<Record<string, number>> = {
    ...counts,
    better: Math.round((better?.value ?? 0) * told),
    worse: Math.round(-(worse?.value ?? 0) * told),
    refused,
    incomplete,
  };
  const n = counted[number] ?? 0;
  const definition = COUNTED_WORDS[number] ?? "";
  return {
    title: feature,
    measure: { value: n, unit: "customers", low: null, high: null, n, customers: n, definition, note: "" },
  };
}
