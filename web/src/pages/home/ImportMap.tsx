import { plural, t } from "@lingui/core/macro";
import { type DragEvent, useEffect, useState } from "react";
import { useNavigate } from "react-router";
import type { MapSummary, Understood } from "../../generated";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { say } from "../../ui/Toast";
import { mapsFrom, understandingOf } from "../asking";
import { Failed } from "../opening";
import { type Choice, ImportChoices, NO_CHOICE } from "./ImportChoices";
import { MapFileSeen } from "./MapFileSeen";

interface ImportMapProps {
  isOpen: boolean;
  /** A file that was dropped on the page. */
  dropped: File | null;
  /** The maps that there are, of which one may become what the file says. */
  maps: readonly MapSummary[];
  onClose: () => void;
}

const ENDINGS = ".yaml,.yml,.mmd,.mermaid,.md,.markdown,.ojf,.cjml,.xml,.json,.xlsx,.csv";

/** Maps from a file of ours or of another tool: first what it holds and what has no place, then the map. */
export function ImportMap({ isOpen, dropped, maps, onClose }: ImportMapProps) {
  const [file, setFile] = useState<File | null>(dropped);
  const [isDropped, setIsDropped] = useState(false);
  const [choice, setChoice] = useState<Choice>(NO_CHOICE);
  const [seen, setSeen] = useState<Understood | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const navigate = useNavigate();

  const choose = async (chosen: File | null, byDropping = false) => {
    setFile(chosen);
    setIsDropped(byDropping);
    await look(chosen, NO_CHOICE);
  };
  const look = async (chosen: File | null, wanted: Choice) => {
    setChoice(wanted);
    setError(null);
    if (wanted.over === "") setSeen(null);
    if (chosen) await attempt(async () => setSeen(await understandingOf(chosen, wanted.format, wanted.over)));
  };
  const attempt = async (act: () => Promise<void>) => {
    setBusy(true);
    try {
      await act();
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  const bring = async (chosen: File) => {
    const made = await mapsFrom(chosen, choice.format, choice.over);
    close();
    if (made.maps.length !== 1) say(madeInWords(made.maps.length));
    navigate(made.maps.length > 1 ? "/" : made.maps[0] ? `/maps/${made.maps[0]}` : "/library");
  };
  const close = () => {
    void choose(null);
    onClose();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file that is dropped is looked at once
  useEffect(() => {
    if (dropped) void choose(dropped, true);
  }, [dropped]);

  return (
    <Dialog title={t`Import a map`} isOpen={isOpen} onClose={close} isWide={seen !== null}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (file) void attempt(() => bring(file));
        }}
      >
        <div className="dialog-text">
          <FileDrop name={isDropped ? (file?.name ?? "") : ""} onFile={choose} />
          {file ? (
            <ImportChoices
              choice={choice}
              seen={seen}
              maps={maps}
              onChoose={(wanted) => void look(file, wanted)}
            />
          ) : null}
          {isBusy ? <p role="status">{t`Looking into the file`}</p> : null}
          <Failed error={error} />
          {seen ? <MapFileSeen seen={seen} isOver={choice.over !== ""} /> : null}
        </div>
        <footer className="dialog-foot">
          <Button look="edged" onPress={close}>
            {t`Cancel`}
          </Button>
          <Button look="filled" type="submit" isDisabled={isBusy || !seen || error !== null}>
            {wordFor(seen, choice)}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

function wordFor(seen: Understood | null, choice: Choice): string {
  if (choice.over) return t`Change the map`;
  return seen?.maps.length === 0 ? t`Add to the library` : t`Import`;
}

function madeInWords(count: number): string {
  if (count === 0) return t`Taken into the library`;
  return plural(count, { one: "# map made", other: "# maps made" });
}

interface FileDropProps {
  /** The name of the file, where it came by dropping it. */
  name: string;
  onFile: (file: File | null, byDropping?: boolean) => void;
}

/** Where a file is dropped or chosen. */
function FileDrop({ name, onFile }: FileDropProps) {
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    event.stopPropagation();
    onFile(event.dataTransfer.files[0] ?? null, true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a second way; the field in it is the first
    <div
      className={`map-drop ${isOver ? "is-over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <label className="field">
        <span className="field-label">{t`A file, chosen or dropped here`}</span>
        <input
          className="input file"
          type="file"
          accept={ENDINGS}
          onChange={(event) => onFile(event.target.files?.[0] ?? null)}
        />
      </label>
      <p className="caption" dir="auto">
        {name ||
          t`A map as text (.journey.yaml), Mermaid, Markdown, Excel or CSV, OpenJourney, CJML, or the sticky notes of a whiteboard.`}
      </p>
    </div>
  );
}
