import { t } from "@lingui/core/macro";
import { ExternalLink } from "lucide-react";
import { useId, useState } from "react";
import { setField } from "../../editor/ops";
import { useShelf } from "./context";
import { InPlace } from "./InPlace";

// What the record takes (URL in journey/fields.py); anything else is said here and never sent.
const LINK = /^((https?:\/\/|mailto:)[^\s<>"\\]+)?$/i;

interface LinkProps {
  id: string;
  field: string;
  label: string;
  value: string | undefined;
}

/** An address that opens in a tab of its own; only https, http and mailto are taken. */
export function LinkOf({ id, field, label, value = "" }: LinkProps) {
  const shelf = useShelf();
  const [refused, setRefused] = useState("");
  const note = useId();
  const change = (text: string) => {
    const typed = text.trim();
    const address = /^[\w-]+(\.[\w-]+)+(\/|$)/.test(typed) ? `https://${typed}` : typed;
    setRefused(LINK.test(address) ? "" : typed);
    if (LINK.test(address)) shelf.edit([setField(id, field, address)]);
  };
  return (
    <div className="labelled">
      <span className="field-label" aria-hidden>
        {label}
      </span>
      <InPlace label={label} value={value} placeholder="https://" onChange={change} />
      {refused ? (
        <p id={note} className="shelf-refused" role="alert">
          {t`“${refused}” is not kept: a link begins with https://, http:// or mailto:.`}
        </p>
      ) : null}
      {value && !refused ? (
        <a href={value} target="_blank" rel="noreferrer" className="shelf-open caption">
          <ExternalLink size={12} aria-hidden /> {t`Open in a new tab`}
        </a>
      ) : null}
    </div>
  );
}
