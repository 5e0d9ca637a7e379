import { plural, t } from "@lingui/core/macro";
import { Plus, Trash2, X } from "lucide-react";
import { Link, NavLink, useNavigate, useParams } from "react-router";
import { setField } from "../../editor/ops";
import type { Release } from "../../generated";
import { drop, inOrder, newId, put } from "../../model";
import { Button, IconButton } from "../../ui/Button";
import { day } from "../../ui/format";
import { useRecord, useShelf, useShelved } from "../library/context";
import { TextOf } from "../library/InPlace";
import { LinkOf } from "../library/LinkOf";
import { ShelfFrame } from "../library/ShelfFrame";
import { Chips } from "./Chips";
import { EvidenceParts } from "./EvidenceParts";

const LIST = "/evidence/releases";

/** When something changed for customers: what is known from before is stale from then on. */
export function ReleasesPage() {
  const { id = "" } = useParams();
  const shelf = useShelf();
  const navigate = useNavigate();
  const chosen = useRecord("release", id);
  const releases = [...inOrder(shelf.records, "release")].sort(([, a], [, b]) =>
    (b.at ?? "").localeCompare(a.at ?? ""),
  );
  const add = () => {
    const made = newId();
    const today = new Date().toLocaleDateString("sv");
    shelf.edit([put(made, { type: "release", name: t`New release`, at: today })]);
    navigate(`${LIST}/${made}`);
  };
  const button = (
    <Button look={releases.length > 0 ? "filled" : "edged"} onPress={add} isDisabled={shelf.isReadOnly}>
      <Plus size={15} /> {t`Announce a release`}
    </Button>
  );
  return (
    <ShelfFrame
      title={t`Releases`}
      parts={<EvidenceParts />}
      actions={releases.length > 0 ? button : undefined}
    >
      {releases.length === 0 ? (
        <div className="shelf-offer">
          <h2>{t`What changed for customers?`}</h2>
          <p>{t`A release makes older evidence stale where it changed something. A pipeline announces it at POST /api/v1/releases, or you do here.`}</p>
          {button}
        </div>
      ) : (
        <div className={`shelf-split ${chosen ? "has-chosen" : ""}`}>
          <ul className="shelf-rows" aria-label={t`Releases`}>
            {releases.map(([one, release]) => (
              <li key={one}>
                <NavLink to={`${LIST}/${one}`} className="shelf-row">
                  <Face release={release} />
                </NavLink>
              </li>
            ))}
          </ul>
          {chosen ? <Details key={id} id={id} release={chosen} /> : null}
        </div>
      )}
    </ShelfFrame>
  );
}

function Face({ release }: { release: Release }) {
  const touchpoints = release.touchpoints?.length ?? 0;
  return (
    <>
      <span className="shelf-row-name" dir="auto">
        {release.name}
      </span>
      <span className="shelf-row-more shelf-row-facts">
        {touchpoints === 0
          ? t`all touchpoints`
          : plural(touchpoints, { one: "# touchpoint", other: "# touchpoints" })}
      </span>
      <span className="shelf-row-uses caption numbers">{release.at ? day(release.at) : t`no date`}</span>
    </>
  );
}

function Details({ id, release }: { id: string; release: Release }) {
  const shelf = useShelf();
  const navigate = useNavigate();
  const touchpoints = useShelved("touchpoint");
  const remove = () => {
    shelf.edit([drop(id)]);
    shelf.removed(t`“${release.name}” is deleted`);
    navigate(LIST);
  };
  return (
    <section className="shelf-panel" aria-label={t`Details of ${release.name}`}>
      <header className="shelf-panel-head">
        <Link to={LIST} className="shelf-up shelf-back">
          {t`Back to the list`}
        </Link>
        <span className="shelf-panel-acts">
          <IconButton label={t`Delete`} onPress={remove}>
            <Trash2 size={16} />
          </IconButton>
          <IconButton label={t`Close details`} onPress={() => navigate(LIST)}>
            <X size={16} />
          </IconButton>
        </span>
      </header>
      <div className="shelf-panel-fields">
        <TextOf
          id={id}
          field="name"
          label={t`What was released`}
          value={release.name}
          isNeeded
          className="is-name"
        />
        <label className="field">
          <span className="field-label">{t`The day of it`}</span>
          <input
            className="input"
            type="date"
            disabled={shelf.isReadOnly}
            value={release.at ?? ""}
            onChange={({ target }) => shelf.edit([setField(id, "at", target.value || null)])}
          />
        </label>
        <TextOf
          id={id}
          field="text"
          label={t`What changed for customers`}
          value={release.text}
          isLong
          placeholder={t`In a sentence or two`}
        />
        <Chips
          label={t`What it changed; none means all`}
          records={touchpoints}
          chosen={release.touchpoints ?? []}
          onChange={(ids) => shelf.edit([setField(id, "touchpoints", ids)])}
        />
        <LinkOf id={id} field="url" label={t`Its notes`} value={release.url} />
      </div>
    </section>
  );
}
