import { t } from "@lingui/core/macro";
import { FileUp, Map as MapIcon } from "lucide-react";
import { useRef, useState } from "react";
import { useParams } from "react-router";
import type { Source, SourceTranscript } from "../../generated";
import { Button } from "../../ui/Button";
import { useRecord, useShelf } from "../library/context";
import { ShelfFrame } from "../library/ShelfFrame";
import { NotHere } from "../NotHere";
import { Problem } from "../Problem";
import { EraseMenu } from "./EraseMenu";
import { ExcerptList } from "./ExcerptList";
import { MapBeside } from "./MapBeside";
import { Transcript } from "./Transcript";
import { useBringing, useExcerpts, useTranscript } from "./using";

/** One source: what was said, what is marked in it, and where that goes. */
export function SourcePage() {
  const { id = "" } = useParams();
  const source = useRecord("source", id);
  if (!source) return <NotHere />;
  return <Opened key={id} id={id} source={source} />;
}

function Opened({ id, source }: { id: string; source: Source }) {
  const { isReadOnly } = useShelf();
  const { transcript, problem, isBare } = useTranscript(id);
  const marking = useExcerpts(id);
  const bringing = useBringing(id);
  const [hasMap, setMap] = useState(false);
  const whole = useRef<HTMLDivElement>(null);
  return (
    <ShelfFrame
      title={source.name}
      up={{ to: `/evidence/sources/${id}`, label: t`Sources` }}
      actions={
        <>
          <Button
            className="beside-switch"
            look="edged"
            aria-pressed={hasMap}
            onPress={() => setMap(!hasMap)}
          >
            <MapIcon size={15} /> {t`Map beside it`}
          </Button>
          {transcript ? <BringButton bringing={bringing} isDisabled={isReadOnly} /> : null}
          <EraseMenu id={id} source={source} isDisabled={isReadOnly} />
        </>
      }
    >
      {bringing.problem || problem ? <Problem error={bringing.problem ?? problem} /> : null}
      <div className={`source-split ${hasMap ? "has-map" : ""}`} ref={whole}>
        {transcript || isBare || problem ? null : <div className="shelf-waits" aria-busy="true" />}
        {isBare ? <NoTranscript bringing={bringing} isDisabled={isReadOnly} /> : null}
        {transcript ? (
          <Read key={transcript.at} transcript={transcript} marking={marking} isReadOnly={isReadOnly} />
        ) : null}
        <div className="source-side">
          {hasMap ? <MapBeside excerpts={marking.excerpts} whole={whole} /> : null}
          <ExcerptList marking={marking} isReadOnly={isReadOnly} hasMap={hasMap} />
        </div>
      </div>
    </ShelfFrame>
  );
}

type Bringing = ReturnType<typeof useBringing>;

function BringButton({ bringing, isDisabled, look = "edged" }: BringProps) {
  return (
    <label className={`button button-${look} button-normal file-button`}>
      <FileUp size={15} aria-hidden />
      {bringing.isReading ? t`Reading the file` : t`Bring a transcript in`}
      <input
        type="file"
        className="only-read"
        accept=".txt,.md,.markdown,.docx,.docm,.pdf,.srt,.vtt"
        disabled={isDisabled || bringing.isReading}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) bringing.bring(file);
          target.value = "";
        }}
      />
    </label>
  );
}

interface BringProps {
  bringing: Bringing;
  isDisabled: boolean;
  look?: "edged" | "filled";
}

function NoTranscript({ bringing, isDisabled }: BringProps) {
  return (
    <div className="shelf-offer" aria-busy={bringing.isReading}>
      <h2>{t`What was said?`}</h2>
      <p>
        {t`Bring the transcript in: text, Markdown, Word, PDF or subtitles. E-mail addresses, phone numbers, IBANs and BSNs are masked, and the file itself is not kept.`}
      </p>
      <BringButton bringing={bringing} isDisabled={isDisabled} look="filled" />
    </div>
  );
}

interface ReadProps {
  transcript: SourceTranscript;
  marking: ReturnType<typeof useExcerpts>;
  isReadOnly: boolean;
}

function Read({ transcript, marking, isReadOnly }: ReadProps) {
  const { remarks = [], blocks } = transcript.transcript;
  return (
    <div className="transcript-part">
      {remarks.map((remark) => (
        <p key={remark} className="caption">
          {remark}
        </p>
      ))}
      <Transcript
        blocks={blocks}
        excerpts={marking.excerpts}
        onMark={(stretch, kind) => marking.mark({ ...stretch, kind })}
        isReadOnly={isReadOnly}
      />
    </div>
  );
}
