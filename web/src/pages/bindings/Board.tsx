import { t } from "@lingui/core/macro";
import { ChevronLeft, Sparkles } from "lucide-react";
import { useState } from "react";
import type { Key, Selection } from "react-aria-components";
import { Link, useNavigate, useSearchParams } from "react-router";
import { isShown, type Shown } from "../../editor/binding";
import { bare } from "../../editor/search";
import type { BoundEvent, DatasetSummary } from "../../generated";
import { Button } from "../../ui/Button";
import { plain } from "../../ui/format";
import { Select } from "../../ui/Select";
import { Frame } from "../Frame";
import { SearchField } from "../library/SearchField";
import { Undoing } from "../Undoing";
import type { OpenSession } from "../useSession";
import { Coverage } from "./Coverage";
import { keyOf, useDesk } from "./context";
import { EventsPanel } from "./EventsPanel";
import { EventTable } from "./EventTable";
import { useGestures } from "./gestures";
import { TouchpointList } from "./TouchpointList";
import { TouchpointPanel } from "./TouchpointPanel";

interface BoardProps {
  library: OpenSession;
  datasets: readonly DatasetSummary[];
}

/** The events of a dataset by volume, and beside them what is selected: events, or a touchpoint with its rules. */
export function Board({ library, datasets }: BoardProps) {
  const { found } = useDesk();
  const [params, setParams] = useSearchParams();
  const [words, setWords] = useState("");
  const [selected, setSelected] = useState<Selection>(new Set());
  const [isOpen, setOpen] = useState(false);
  const shown = shownIn(params.get("show"));
  const touchpoint = params.get("touchpoint") ?? "";
  const rows = found.names.filter((one) => isShown(one, shown) && hasWords(one, words));
  const chosen = rows.filter(({ event }) => selected === "all" || selected.has(keyOf(event)));
  const go = (next: { show?: Shown; touchpoint?: string }) => {
    const merged = { show: shown, touchpoint, ...next };
    setParams(
      Object.entries(merged).filter(([, value]) => value && value !== "all"),
      { replace: true },
    );
  };
  const select = (next: Selection) => {
    setSelected(next);
    if (touchpoint) go({ touchpoint: "" });
  };
  const openTouchpoint = (id: string) => {
    setSelected(new Set());
    setOpen(id !== "");
    go({ touchpoint: id });
  };
  const close = () => {
    setOpen(false);
    openTouchpoint("");
  };
  const gestures = useGestures(rows);
  const [isTying, setTying] = useState(false);
  const tie = (key: Key) => {
    if (!chosen.some(({ event }) => keyOf(event) === key)) select(new Set([key]));
    setOpen(true);
    setTying(true);
  };
  return (
    <Frame title={t`Bindings`} lead={<Way />} actions={<Undoing open={library} />}>
      <div className="bind-head">
        <Dataset datasets={datasets} />
        <SearchField value={words} onChange={setWords} found={rows.length} />
        <AcceptAll
          count={gestures.offered.length}
          isMain={chosen.length === 0 && !touchpoint}
          act={gestures.acceptAll}
        />
      </div>
      <Coverage shown={shown} onShow={(show) => go({ show })} />
      <div
        className={`bind-split ${isOpen || touchpoint ? "is-open" : ""} ${chosen.length > 0 ? "has-selected" : ""}`}
      >
        <EventTable
          rows={rows}
          shown={shown}
          selected={selected}
          onSelect={select}
          onTouchpoint={openTouchpoint}
          onTie={tie}
          gestures={gestures}
        />
        <aside className="bind-panel" aria-label={t`Details`}>
          {chosen.length > 0 ? (
            <EventsPanel
              events={chosen}
              gestures={gestures}
              tying={{ isOpen: isTying, setOpen: setTying }}
              onTouchpoint={openTouchpoint}
              onClose={() => {
                setOpen(false);
                setSelected(new Set());
              }}
            />
          ) : touchpoint ? (
            <TouchpointPanel key={touchpoint} id={touchpoint} onTouchpoint={openTouchpoint} onClose={close} />
          ) : (
            <TouchpointList onTouchpoint={openTouchpoint} />
          )}
        </aside>
      </div>
      {chosen.length > 0 && !isOpen ? <Bar events={chosen} onOpen={() => setOpen(true)} /> : null}
    </Frame>
  );
}

const ALL: readonly string[] = ["unbound", "bound", "twice"];

function shownIn(text: string | null): Shown {
  return text && ALL.includes(text) ? (text as Shown) : "all";
}

function hasWords({ event }: BoundEvent, words: string): boolean {
  const text = bare(event);
  return bare(words)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function Way() {
  const { found } = useDesk();
  return (
    <Link to={`/data/${found.dataset}`} className="shelf-up">
      <ChevronLeft size={15} className="mirrors" aria-hidden /> <span dir="auto">{found.name}</span>
    </Link>
  );
}

function Dataset({ datasets }: { datasets: readonly DatasetSummary[] }) {
  const { found } = useDesk();
  const navigate = useNavigate();
  if (datasets.length < 2) return null;
  return (
    <Select
      label={t`Dataset`}
      isLabelHidden
      value={found.dataset}
      options={datasets.map(({ id, name }) => ({ id, label: name }))}
      onChange={(id) => navigate(`/data/${id}/bindings`)}
    />
  );
}

function AcceptAll({ count, isMain, act }: { count: number; isMain: boolean; act: () => void }) {
  const { isReadOnly } = useDesk();
  if (count === 0) return null;
  return (
    <Button
      look={isMain ? "filled" : "edged"}
      className="bind-accept-all"
      isDisabled={isReadOnly}
      onPress={act}
    >
      <Sparkles size={14} aria-hidden /> {t`Accept ${plain(count)} shown`}
    </Button>
  );
}

/** On a narrow screen the selection waits at the foot until its panel is wanted. */
function Bar({ events, onOpen }: { events: readonly BoundEvent[]; onOpen: () => void }) {
  return (
    <div className="bind-bar">
      <span className="numbers">{t`${plain(events.length)} selected`}</span>
      <Button look="filled" onPress={onOpen}>{t`Tie or untie`}</Button>
    </div>
  );
}
