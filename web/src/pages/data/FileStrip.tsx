import { t } from "@lingui/core/macro";
import { CircleCheck, CircleX, FileSpreadsheet } from "lucide-react";
import { plain } from "../../ui/format";
import { FileButton } from "./DropFiles";
import { bring, choose } from "./doing";
import type { Wizard } from "./wizard";
import { sizeInWords } from "./words";

/** The files that are here: one press takes another one as the next to import. */
export function FileStrip({ now }: { now: Wizard }) {
  return (
    <section className="files" aria-label={t`Files`}>
      <ul>
        {(now.upload?.files ?? []).map(({ name, bytes }) => (
          <li key={name}>
            <button
              type="button"
              className="file-tab"
              aria-pressed={name === now.current}
              disabled={name in now.unreadable}
              onClick={() => choose(name)}
            >
              <StateMark now={now} name={name} />
              <span>
                <b dir="auto">{name}</b>
                <span className="caption numbers">{stateInWords(now, name, bytes)}</span>
              </span>
            </button>
          </li>
        ))}
        <li>
          <FileButton onFiles={bring} look="quiet">
            {now.sending === null ? t`Add files` : t`${plain(now.sending * 100)}% sent`}
          </FileButton>
        </li>
      </ul>
    </section>
  );
}

function StateMark({ now, name }: { now: Wizard; name: string }) {
  if (now.reports[name]) return <CircleCheck size={16} className="is-good" aria-hidden />;
  if (name in now.unreadable) return <CircleX size={16} className="is-bad" aria-hidden />;
  return <FileSpreadsheet size={16} aria-hidden />;
}

function stateInWords(now: Wizard, name: string, bytes: number): string {
  if (now.reports[name]) return t`imported`;
  if (name in now.unreadable) return t`cannot be read`;
  const size = sizeInWords(bytes, plain);
  return name === now.current ? t`${size}, imported next` : t`${size}, for columns that others need`;
}
