import { plural, t } from "@lingui/core/macro";
import { useState } from "react";
import type { KanoStored } from "../../../generated";
import { ask, storeKanoAnswers } from "../../../transport";
import { Button } from "../../../ui/Button";
import { plain } from "../../../ui/format";
import { inWords } from "../../useAsked";

/** A table that somebody has elsewhere, or types: it becomes a dataset. */
export function PasteAnswers({ onStored }: { onStored: (stored: KanoStored) => void }) {
  const [said, setSaid] = useState("");
  const [stored, setStored] = useState<KanoStored | null>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async (form: FormData) => {
    setBusy(true);
    setSaid("");
    try {
      const body = { name: String(form.get("name") ?? ""), table: String(form.get("table") ?? "") };
      const answer = await ask(storeKanoAnswers({ body }));
      setStored(answer);
      onStored(answer);
    } catch (error) {
      setSaid(inWords(error));
    }
    setBusy(false);
  };
  return (
    <form
      className="kano-paste"
      onSubmit={(event) => {
        event.preventDefault();
        void send(new FormData(event.currentTarget)); // what was typed stays, whatever comes back
      }}
    >
      <label className="field">
        <span className="field-label">{t`Into the dataset`}</span>
        <input className="input" name="name" required maxLength={200} defaultValue={t`Kano`} dir="auto" />
      </label>
      <label className="field">
        <span className="field-label">{t`Answers: who (may be left out), feature, with it, without it`}</span>
        <textarea
          className="input"
          name="table"
          required
          rows={6}
          dir="auto"
          placeholder={t`Wi-Fi; I expect it; I dislike it`}
        />
      </label>
      <span>
        <Button type="submit" look="edged" isDisabled={isBusy}>
          {t`Store the answers`}
        </Button>
      </span>
      {said ? (
        <p role="alert" className="is-bad">
          {said}
        </p>
      ) : null}
      {stored ? <Stored stored={stored} /> : null}
    </form>
  );
}

function Stored({ stored: { lines, refused, refused_lines = [] } }: { stored: KanoStored }) {
  return (
    <div role="status">
      <p>
        {plural(lines, { one: "# line was stored.", other: "# lines were stored." })}{" "}
        {refused > 0 ? plural(refused, { one: "# could not be read:", other: "# could not be read:" }) : ""}
      </p>
      {refused > 0 ? (
        <ul>
          {refused_lines.map(({ line, seen }) => (
            <li key={line} dir="auto">
              {t`line ${plain(line)}: ${seen}`}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
