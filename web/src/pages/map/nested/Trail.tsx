import { t } from "@lingui/core/macro";
import { ChevronRight, FolderTree } from "lucide-react";
import { Fragment } from "react";
import { Link } from "react-router";
import { useEditor } from "../context";
import { type Passed, useNesting, usePassed } from "./asking";
import "./nested.css";

/** Above a map that lies inside others: the way back to the step that opened it. */
export function Trail() {
  const passed = usePassed();
  const { above = [] } = useNesting() ?? {};
  const title = useEditor(({ sheet }) => sheet.header.title);
  const [parent] = above;
  const way = passed.length > 0 ? passed : parent && above.length === 1 ? [parent] : [];
  if (way.length === 0 && above.length === 0) return null;
  return (
    <nav className="trail" aria-label={t`The maps around this one`}>
      <FolderTree size={13} aria-hidden />
      {way.length > 0 ? (
        <ol>
          {way.map((one, place) => (
            <li key={`${one.map} ${one.step}`}>
              <Back to={one} before={way.slice(0, place)} />
              <ChevronRight size={12} aria-hidden className="mirrors" />
            </li>
          ))}
          <li aria-current="page" dir="auto">
            {title}
          </li>
        </ol>
      ) : (
        <span>
          {t`Opened by`}{" "}
          {above.map((one, place) => (
            <Fragment key={`${one.map} ${one.step}`}>
              {place > 0 ? " · " : ""}
              <Back to={one} before={[]} />
            </Fragment>
          ))}
        </span>
      )}
    </nav>
  );
}

function Back({ to: { map, title, step, name }, before }: { to: Passed; before: readonly Passed[] }) {
  return (
    <Link to={`/maps/${map}?at=${step}`} state={{ passed: before }} dir="auto">
      {name ? t`${title}, step ${name}` : title}
    </Link>
  );
}
