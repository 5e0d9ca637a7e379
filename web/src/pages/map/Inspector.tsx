import { t } from "@lingui/core/macro";
import { MoreHorizontal, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react";
import { KINDS } from "../../editor/kinds";
import { firstPlace } from "../../editor/place";
import { type Thing, thingAt } from "../../editor/things";
import { isSeveral } from "../../editor/together";
import { maySpan } from "../../editor/wider";
import type { DocumentSession } from "../../transport";
import { Button, IconButton } from "../../ui/Button";
import { FamilyIcon } from "../../ui/Marks";
import { Menu } from "../../ui/Menu";
import { CardFields } from "./CardFields";
import { titleOf } from "./CardView";
import { choicesFor } from "./CellMenu";
import { type Library, useEditor, useLibrary, useTools } from "./context";
import { HeaderFields } from "./HeaderFields";
import { Hint } from "./Hint";
import { LaneFields } from "./LaneFields";
import { StageFields, StepFields } from "./PlaceFields";
import { SelectionPanel } from "./SelectionPanel";
import { SpanFields } from "./SpanFields";

/** The details of what is selected; of the map itself when nothing is. */
export function Inspector({ library }: { library: DocumentSession | null }) {
  const tools = useTools();
  const shared = useLibrary();
  const at = useEditor((state) => state.at);
  const sheet = useEditor((state) => state.sheet);
  const thing = thingAt(sheet, at);
  const isMany = useEditor(isSeveral);
  const panel = useRef<HTMLElement>(null);
  useAsking(panel);
  const selected = useEditor((state) => state.selected);
  if (isMany) return <SelectionPanel sheet={sheet} selected={selected} />;
  const { kind, title, icon, where } = nameOf(thing, shared, sheet.header.title, sheet);
  const choices = choicesFor(tools, thing);
  // Esc in a field leads back to the map, where the card has the focus.
  const back = (event: KeyboardEvent) => {
    const from = event.target instanceof Element ? event.target : null;
    const isHere = event.currentTarget.contains(from) && !from?.closest("[data-own-esc]");
    if (event.key !== "Escape" || !isHere) return;
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    tools.store.set({ at: at ? { ...at } : firstPlace(sheet) });
  };
  return (
    <aside ref={panel} className="panel" aria-label={t`Details`} onKeyDownCapture={back}>
      <header className="panel-head">
        <span className="panel-kind">
          {icon} {kind}
        </span>
        {choices.length > 0 ? (
          <Menu
            label={t`What can be done with it`}
            trigger={
              <Button className="button-icon" aria-label={t`More`}>
                <MoreHorizontal size={16} />
              </Button>
            }
            items={choices}
          />
        ) : null}
        <IconButton
          label={t`Close details`}
          keys="Esc"
          onPress={() => tools.store.set({ isPanelOpen: false })}
        >
          <X size={16} />
        </IconButton>
        <h2 dir="auto">{title}</h2>
        {where ? <p className="caption panel-where">{where}</p> : null}
      </header>
      <fieldset className="panel-fields" disabled={tools.isReadOnly} key={keyOf(thing)}>
        <legend className="only-read">{t`Fields`}</legend>
        <Fields thing={thing} library={library} />
      </fieldset>
    </aside>
  );
}

/** Whoever asked for the details by key is in their first field. */
function useAsking(panel: RefObject<HTMLElement | null>): void {
  const { store } = useTools();
  const isAsking = useEditor((state) => state.isAsking);
  useEffect(() => {
    if (!isAsking) return;
    const found = FIELDS.map((fields) => panel.current?.querySelector<HTMLElement>(fields));
    found.find(Boolean)?.focus();
    store.set({ isAsking: false });
  }, [isAsking, store, panel]);
}

// What the kind of a card asks comes before its text, which is edited on the map.
const FIELDS = [".asks", ".panel-fields"].map((part) => `${part} :is(input, textarea, button)`);

function keyOf(thing: Thing | null): string {
  if (!thing) return "map";
  if (thing.kind === "card") return thing.found.id;
  if (thing.kind === "lane") return thing.lane.id;
  return thing.kind === "cell" ? `${thing.lane.id}-${thing.column.id}` : `${thing.kind}-${thing.column.id}`;
}

function Fields({ thing, library }: { thing: Thing | null; library: DocumentSession | null }) {
  if (!thing) return <HeaderFields library={library} />;
  if (thing.kind === "card")
    return (
      <>
        <CardFields found={thing.found} lane={thing.lane} library={library} />
        {maySpan(thing) ? <SpanFields found={thing.found} /> : null}
      </>
    );
  if (thing.kind === "lane") return <LaneFields lane={thing.lane} />;
  if (thing.kind === "stage") return <StageFields column={thing.column} />;
  if (thing.kind === "step") return <StepFields column={thing.column} library={library} />;
  const { hint } = thing.lane.lane;
  return (
    <p className="panel-hint">
      {hint ? <Hint>{hint}</Hint> : null}
      {t`An empty place. Press N or start typing to put a ${KINDS[thing.lane.lane.kind ?? "free"].one} here.`}
    </p>
  );
}

interface Named {
  kind: string;
  title: string;
  icon: React.ReactNode;
  where: string;
}

function nameOf(
  thing: Thing | null,
  library: Library,
  map: string,
  sheet: { spans: readonly { id: string; stage: { name?: string } }[] },
): Named {
  const stageName = (stage: string) => sheet.spans.find((span) => span.id === stage)?.stage.name || t`Stage`;
  if (!thing) return { kind: t`Map`, title: map, icon: null, where: "" };
  if (thing.kind === "stage")
    return { kind: t`Stage`, title: stageName(thing.column.stage), icon: null, where: "" };
  if (thing.kind === "step")
    return {
      kind: t`Step`,
      title: thing.column.step?.name || t`Unnamed step`,
      icon: null,
      where: stageName(thing.column.stage),
    };
  const kind = KINDS[thing.lane.lane.kind ?? "free"];
  const icon = <FamilyIcon family={kind.family} size={13} />;
  const lane = thing.lane.lane.name || kind.name;
  if (thing.kind === "lane") return { kind: t`Lane`, title: lane, icon, where: kind.hint };
  const title =
    thing.kind === "card"
      ? titleOf(thing.found.card, kind.shape, library) || t`Unnamed ${kind.one}`
      : t`Empty cell`;
  return { kind: capital(kind.one), title, icon, where: lane };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
