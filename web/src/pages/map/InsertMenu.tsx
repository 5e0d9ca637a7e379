import { i18n } from "@lingui/core";
import { t } from "@lingui/core/macro";
import { ChartNoAxesColumn, Image, MapPin, Plus, TextQuote } from "lucide-react";
import { useRef } from "react";
import { Dialog, Popover } from "react-aria-components";
import { run } from "../../editor/commands";
import { insert } from "../../editor/inserting";
import { KINDS, type Shape } from "../../editor/kinds";
import type { Column, LaneView } from "../../editor/sheet";
import { thingAt } from "../../editor/things";
import type { Card, LaneKind } from "../../generated";
import { type Library, useEditor, useLibrary, useTools } from "./context";
import { afterClosing, elementAt } from "./elements";
import { type Pick, Picker } from "./Picker";
import { MEASURES, questionFor } from "./QuestionChoice";

const CARD = "card";

interface Offer extends Pick {
  /** What the new card has from the start. */
  fields: Partial<Card>;
  /** Where one goes on: typing its text, or in the panel. */
  next: "type" | "panel" | "stay";
}

/** What can be put into an empty cell, filtered as one types; nothing is made until something is picked. */
export function InsertMenu() {
  const { store } = useTools();
  const isOpen = useEditor((state) => state.dialog === "insert");
  const at = useEditor((state) => state.at);
  const anchor = useRef<Element>(null);
  if (isOpen && at) anchor.current = elementAt(at);
  const close = () => store.set({ dialog: "" });
  const thing = isOpen ? thingAt(store.getSnapshot().sheet, at) : null;
  const cell = thing?.kind === "cell" && thing.column.step ? thing : null;
  return (
    <Popover
      triggerRef={anchor}
      isOpen={cell !== null}
      onOpenChange={(open) => (open ? undefined : close())}
      className="floating insert-menu"
      placement="bottom start"
      offset={2}
    >
      <Dialog aria-label={t`Insert`} className="insert-body">
        {cell ? <Inserts lane={cell.lane} column={cell.column} close={close} /> : null}
      </Dialog>
    </Popover>
  );
}

function Inserts({ lane, column, close }: { lane: LaneView; column: Column; close: () => void }) {
  const tools = useTools();
  const library = useLibrary();
  const offers = offersFor(lane, column, library);
  const pick = (id: string) => {
    const offer = offers.find((one) => one.id === id);
    close();
    if (offer)
      afterClosing(() =>
        id === CARD ? run("newCard", tools) : insert(tools, lane, column.id, offer.fields, offer.next),
      );
  };
  return (
    <Picker
      label={t`Insert`}
      list={t`What can be inserted`}
      placeholder={t`Insert…`}
      nothing={t`Nothing here is called so.`}
      items={offers}
      onPick={pick}
    />
  );
}

function offersFor(lane: LaneView, column: Column, library: Library): Offer[] {
  const kind = KINDS[lane.lane.kind ?? "free"];
  const card: Offer = {
    id: CARD,
    label: t`New ${kind.one}`,
    icon: <Plus size={14} />,
    fields: {},
    next: "type",
  };
  const picture = PICTURED.has(lane.lane.kind ?? "free") ? [pictured()] : [];
  return [card, ...guidance(lane, column), ...picture, ...byShape(kind.shape, column, library)];
}

/** What the template says that belongs here, as a text to go on from. */
function guidance({ lane }: LaneView, { step }: Column): Offer[] {
  const hints = [...new Set([lane.hint, step?.hint])].filter((hint): hint is string => !!hint);
  return hints.map((text, place) => ({
    id: `hint-${place}`,
    label: text,
    hint: t`from the template, as a text`,
    icon: <TextQuote size={14} />,
    fields: { text },
    next: "type",
  }));
}

function byShape(shape: Shape, column: Column, library: Library): Offer[] {
  if (shape === "measure") return measures(column, library);
  return shape === "touchpoint" || shape === "card" ? touchpoints(library) : [];
}

function touchpoints({ touchpoints: all }: Library): Offer[] {
  return Object.entries(all).map(([id, { name }]) => ({
    id: `touchpoint-${id}`,
    label: name ?? "",
    hint: t`touchpoint of the library`,
    icon: <MapPin size={14} />,
    fields: { touchpoint: id },
    next: "stay",
  }));
}

function measures(column: Column, library: Library): Offer[] {
  const first = column.step?.touchpoint || Object.keys(library.touchpoints)[0];
  if (!first) return [];
  const other = Object.keys(library.touchpoints).find((id) => id !== first) ?? first;
  return MEASURES.map(([kind, label, hint]) => ({
    id: `measure-${kind}`,
    label: i18n._(label),
    hint: i18n._(hint),
    icon: <ChartNoAxesColumn size={14} />,
    fields: { text: i18n._(label), question: questionFor(kind, first, other) },
    next: "panel",
  }));
}

const PICTURED: ReadonlySet<LaneKind> = new Set(["images", "storyboard"]);

function pictured(): Offer {
  const icon = <Image size={14} />;
  const hint = t`chosen, dropped or pasted in the panel`;
  return { id: "picture", label: t`Picture`, hint, icon, fields: {}, next: "panel" };
}
