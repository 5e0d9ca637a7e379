import { t } from "@lingui/core/macro";
import { ChevronLeft, ChevronRight, X } from "lucide-react";
import { useEffect, useLayoutEffect, useRef } from "react";
import { type Command, commandFor, keysOf } from "../../editor/keymap";
import { type Presenting, presented, slideOf } from "../../editor/presenting";
import type { Sheet } from "../../editor/sheet";
import { IconButton } from "../../ui/Button";
import { plain } from "../../ui/format";
import { isMirrored } from "../../ui/language";
import { useEditor, useTools } from "./context";
import { elementAt } from "./elements";
import { columnsStyle } from "./Grid";
import { StepRow } from "./Heads";
import { LaneRow } from "./LaneRow";
import "./present.css";

function useShow(now: Presenting, stages: number): (command: Command) => void {
  const { store } = useTools();
  const act = (command: Command) => {
    const next = presented(now, command, stages);
    store.set({ presenting: next });
    if (!next && document.fullscreenElement) document.exitFullscreen().catch(() => undefined);
  };
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = commandFor(event, "presenting", isMirrored);
      event.stopPropagation();
      if (!command) return;
      event.preventDefault();
      latest.current(command);
    };
    const leave = () => (document.fullscreenElement ? undefined : latest.current("endShow"));
    addEventListener("keydown", press, true);
    document.addEventListener("fullscreenchange", leave);
    return () => {
      removeEventListener("keydown", press, true);
      document.removeEventListener("fullscreenchange", leave);
    };
  }, []);
  return (command) => latest.current(command);
}

/** The map to an audience: one stage fills the screen at a time. */
export function Presentation({ now }: { now: Presenting }) {
  const { store } = useTools();
  const sheet = useEditor((state) => state.sheet);
  const screen = useRef<HTMLDivElement>(null);
  const act = useShow(now, sheet.spans.length);
  useEffect(() => {
    const { current } = screen;
    current?.focus();
    // A browser that does not fill the screen shows it in its window all the same.
    current?.requestFullscreen?.().catch(() => undefined);
    return () => {
      const { at } = store.getSnapshot();
      const element = at && elementAt(at);
      if (element instanceof HTMLElement) element.focus();
    };
  }, [store]);
  const span = sheet.spans[now.at - 1];
  return (
    <div
      ref={screen}
      role="dialog"
      aria-modal
      aria-label={t`Presentation of ${sheet.header.title}`}
      className={`present ${now.isBlank ? "is-blank" : ""}`}
      tabIndex={-1}
    >
      <div className={`present-head ${span ? `hue-${span.hue}` : ""}`}>
        <div role="status" className="present-words">
          <span className="caption" dir="auto">
            {span ? sheet.header.title : ""}
          </span>
          <h1 dir="auto">{span ? span.stage.name || t`Stage` : sheet.header.title}</h1>
          {span?.stage.goal ? <p dir="auto">{span.stage.goal}</p> : null}
        </div>
        <span className="present-place numbers">
          {span ? t`${plain(now.at)} of ${plain(sheet.spans.length)}` : ""}
        </span>
        <IconButton
          label={t`Stage before`}
          keys={keysOf("previous", "presenting")}
          onPress={() => act("previous")}
        >
          <ChevronLeft size={18} />
        </IconButton>
        <IconButton label={t`Next stage`} keys={keysOf("next", "presenting")} onPress={() => act("next")}>
          <ChevronRight size={18} />
        </IconButton>
        <IconButton
          label={t`End the presentation`}
          keys={keysOf("endShow", "presenting")}
          onPress={() => act("endShow")}
        >
          <X size={18} />
        </IconButton>
      </div>
      {span ? <Slide sheet={slideOf(sheet, now.at)} /> : <Opening sheet={sheet} />}
    </div>
  );
}

/** What the map is about, before its first stage. */
function Opening({ sheet: { header, spans } }: { sheet: Sheet }) {
  return (
    <div className="present-opening">
      {[header.point_of_view, header.scenario, header.customer_goal].filter(Boolean).map((text) => (
        <p key={text} dir="auto">
          {text}
        </p>
      ))}
      <ol>
        {spans.map((span) => (
          <li key={span.id} className={`hue-${span.hue}`} dir="auto">
            {span.stage.name || t`Stage`}
          </li>
        ))}
      </ol>
    </div>
  );
}

const SIZES = [2, 1.75, 1.5, 1.35, 1.2, 1.1, 1, 0.9, 0.8, 0.7, 0.6, 0.5];
const IN_HAND = 900; // pixels: on a screen this narrow words stay as large as they are, and one scrolls

function Slide({ sheet }: { sheet: Sheet }) {
  const frame = useRef<HTMLDivElement>(null);
  const map = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const resize = () => largestThatFits(frame.current, map.current);
    resize();
    addEventListener("resize", resize);
    return () => removeEventListener("resize", resize);
  });
  return (
    <div className="present-slide" ref={frame}>
      <div ref={map} className="map" inert style={columnsStyle(sheet.columns)}>
        <StepRow sheet={sheet} />
        {sheet.lanes.map((view, place) => (
          <LaneRow key={view.id} view={view} columns={sheet.columns} steps={sheet.steps} row={place + 3} />
        ))}
      </div>
    </div>
  );
}

/** Draw the stage as large as the screen takes it; what is still too long is scrolled. */
function largestThatFits(frame: HTMLElement | null, map: HTMLElement | null): void {
  if (!frame || !map) return;
  for (const size of SIZES.filter((one) => one >= 1 || frame.clientWidth >= IN_HAND)) {
    map.style.zoom = String(size);
    if (frame.scrollHeight <= frame.clientHeight && frame.scrollWidth <= frame.clientWidth) return;
  }
}
