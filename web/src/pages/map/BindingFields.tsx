import { t } from "@lingui/core/macro";
import { Link } from "react-router";
import { setField } from "../../editor/ops";
import type { DocumentSession } from "../../transport";
import { TextField } from "../../ui/Field";

import { useLibrary } from "./context";
import { listed } from "./listed";

/** Which events of the data are a touchpoint. It belongs to the library: every map that names the touchpoint follows. */
export function BindingFields({ id, library }: { id: string; library: DocumentSession | null }) {
  const touchpoint = useLibrary().touchpoints[id];
  if (!touchpoint || !library) return null;
  const [binding] = touchpoint.bindings ?? [];
  const more = (touchpoint.bindings ?? []).slice(1);
  const set = (events: string[], channels: string[]) =>
    library.edit([
      setField(id, "bindings", events.length > 0 ? [{ ...binding, events, channels }, ...more] : more),
    ]);
  return (
    <section className="panel-part">
      <header className="part-head">
        <h3>{t`Bound events`}</h3>
        <Link to={`/bindings?touchpoint=${id}`}>{t`All rules`}</Link>
      </header>
      <TextField
        label={t`event is`}
        value={(binding?.events ?? []).join(", ")}
        placeholder="page_viewed, checkout_*"
        onChange={(text) => set(listed(text), [...(binding?.channels ?? [])])}
      />
      <TextField
        label={t`channel is`}
        value={(binding?.channels ?? []).join(", ")}
        placeholder={t`any`}
        onChange={(text) => set([...(binding?.events ?? [])], listed(text))}
      />
      {more.map((one) => (
        <p key={one.events.join()} className="panel-hint">
          {moreInWords(one.events, one.channels ?? [])}
        </p>
      ))}
    </section>
  );
}

function moreInWords(events: readonly string[], channels: readonly string[]): string {
  const either = t`or`;
  const names = events.join(` ${either} `);
  return channels.length > 0 ? t`or ${names} in ${channels.join(` ${either} `)}` : t`or ${names}`;
}
