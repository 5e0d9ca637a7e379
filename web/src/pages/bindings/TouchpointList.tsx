import { plural, t } from "@lingui/core/macro";
import { Copy, MapPin, TriangleAlert } from "lucide-react";
import { plain } from "../../ui/format";
import { useDesk } from "./context";

/** All touchpoints with what they take of this dataset; what matches nothing, or has no rule yet, says so. */
export function TouchpointList({ onTouchpoint }: { onTouchpoint: (id: string) => void }) {
  const { found, touchpoints } = useDesk();
  const bound = new Map(found.touchpoints.map((one) => [one.id, one]));
  const most = Math.max(1, ...found.touchpoints.map(({ events }) => events));
  const ordered = [...touchpoints].sort(
    ([one], [other]) => (bound.get(other)?.events ?? -1) - (bound.get(one)?.events ?? -1),
  );
  if (touchpoints.size === 0)
    return (
      <div className="shelf-offer">
        <h2>{t`No touchpoints yet`}</h2>
        <p>{t`Select events and tie them: a new name makes a touchpoint, and every map can use it.`}</p>
      </div>
    );
  return (
    <section className="bind-touchpoints">
      <header className="part-line">
        <h2>{t`Touchpoints`}</h2>
        <span className="caption numbers">
          {plural(touchpoints.size, { one: "# in the library", other: "# in the library" })}
        </span>
      </header>
      <ul>
        {ordered.map(([id, { name, bindings = [] }]) => {
          const one = bound.get(id);
          return (
            <li key={id}>
              <button type="button" className="bind-touchpoint" onClick={() => onTouchpoint(id)}>
                <MapPin size={14} className="bind-pin" aria-hidden />
                <span className="bind-touchpoint-name" dir="auto">
                  {name}
                </span>
                <span className="bind-meter" aria-hidden>
                  <span
                    className="is-bound"
                    style={{ inlineSize: `${(100 * (one?.events ?? 0)) / most}%` }}
                  />
                </span>
                <span className="caption numbers">
                  {one && one.events > 0 ? plain(one.events) : null}
                  {bindings.length === 0 ? t`no rule yet` : null}
                  {bindings.length > 0 && one?.events === 0 ? (
                    <span className="is-warn">
                      <TriangleAlert size={12} aria-hidden /> {t`matches nothing`}
                    </span>
                  ) : null}
                </span>
                {one && one.overlaps.length > 0 ? (
                  <span className="caption bind-also">
                    <Copy size={11} aria-hidden />
                    {plural(one.overlaps.length, {
                      one: "shares with # other",
                      other: "shares with # others",
                    })}
                  </span>
                ) : null}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
