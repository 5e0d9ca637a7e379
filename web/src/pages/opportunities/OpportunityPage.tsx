import { t } from "@lingui/core/macro";
import { useParams } from "react-router";
import { setField } from "../../editor/ops";
import type { Opportunity } from "../../generated";
import { plain } from "../../ui/format";
import { Select } from "../../ui/Select";
import { useRecord, useShelf, useShelved } from "../library/context";
import { Slider, TextOf } from "../library/InPlace";
import { LinkOf } from "../library/LinkOf";
import { RecordMenu } from "../library/RecordMenu";
import { ShelfFrame } from "../library/ShelfFrame";
import { TextList } from "../library/TextList";
import { choicesOf, KANO_WORDS, PROGRESS_WORDS } from "../map/words";
import { OPPORTUNITIES } from "./addresses";
import { DidItHelp } from "./DidItHelp";
import { EvidencePart } from "./EvidencePart";
import { Ideas } from "./Ideas";
import { PlacedFields } from "./PlacedFields";
import { Concern, Places } from "./Places";
import { CAUSE_WORDS } from "./words";

export interface OpportunityProps {
  id: string;
  opportunity: Opportunity;
}

/** One opportunity: what it is, what it is worth, whose it is, where it stands, and whether it helped. */
export function OpportunityPage() {
  const { id = "" } = useParams();
  const opportunity = useRecord("opportunity", id);
  const up = { to: OPPORTUNITIES, label: t`Opportunities` };
  if (!opportunity)
    return (
      <ShelfFrame title={t`This opportunity is not here`} up={up}>
        <p>{t`Perhaps it was deleted. Undo brings it back as long as this page was not left.`}</p>
      </ShelfFrame>
    );
  const { name } = opportunity;
  return (
    <ShelfFrame title={name} up={up} actions={<RecordMenu id={id} name={name} list={OPPORTUNITIES} />}>
      <div className="opportunity-parts" key={id}>
        <div className="opportunity-part">
          <What id={id} opportunity={opportunity} />
          <Ideas id={id} />
          <PlacedFields id={id} opportunity={opportunity} />
          <DidItHelp id={id} opportunity={opportunity} />
        </div>
        <div className="opportunity-part">
          <Worth id={id} opportunity={opportunity} />
          <Whose id={id} opportunity={opportunity} />
          <Concern id={id} name={name} />
          <Places id={id} />
          <EvidencePart id={id} opportunity={opportunity} />
        </div>
      </div>
    </ShelfFrame>
  );
}

function What({ id, opportunity }: OpportunityProps) {
  const { name, text, how_might_we, cause, insight = "" } = opportunity;
  const grown = useShelved("insight").get(insight)?.name;
  return (
    <section className="shelf-section" aria-label={t`What it is`}>
      <TextOf id={id} field="name" label={t`Name`} value={name} isNeeded className="is-name" />
      {cause ? (
        <p className="caption">
          {CAUSE_WORDS[cause]}
          {grown ? <span dir="auto">: {grown}</span> : null}
        </p>
      ) : null}
      <TextOf
        id={id}
        field="text"
        label={t`More about it`}
        value={text}
        isLong
        placeholder={t`What goes wrong today, and for whom`}
      />
      <TextOf
        id={id}
        field="how_might_we"
        label={t`How might we …?`}
        value={how_might_we}
        placeholder={t`The question that opens it up`}
      />
    </section>
  );
}

type Weight = "customer_value" | "business_value" | "effort";

function Worth({ id, opportunity }: OpportunityProps) {
  const shelf = useShelf();
  const labels: [Weight, string][] = [
    ["customer_value", t`Worth to customers`],
    ["business_value", t`Worth to us`],
    ["effort", t`Effort`],
  ];
  return (
    <section className="shelf-section">
      <h2 className="shelf-head">{t`What it is worth`}</h2>
      {labels.map(([field, label]) => (
        <Slider
          key={field}
          label={label}
          value={opportunity[field]}
          low={1}
          high={5}
          step={0.5}
          words={ratingInWords(opportunity[field])}
          onChange={(value) => shelf.edit([setField(id, field, value)])}
        />
      ))}
      <Select
        label={t`Kano`}
        value={opportunity.kano ?? ""}
        options={choicesOf(KANO_WORDS, t`Not said`)}
        onChange={(kano) => shelf.edit([setField(id, "kano", kano)])}
      />
    </section>
  );
}

function ratingInWords(value: number | null | undefined): string {
  return value == null ? t`not rated yet` : t`${plain(value, value % 1 ? 1 : 0)} of 5`;
}

function Whose({ id, opportunity }: OpportunityProps) {
  const shelf = useShelf();
  const { owner, status, due, url, tags = [] } = opportunity;
  return (
    <section className="shelf-section">
      <h2 className="shelf-head">{t`Whose it is`}</h2>
      <div className="field-two">
        <Select
          label={t`Status`}
          value={status || "open"}
          options={choicesOf(PROGRESS_WORDS)}
          onChange={(chosen) => shelf.edit([setField(id, "status", chosen)])}
        />
        <label className="field">
          <span className="field-label">{t`Due`}</span>
          <input
            className="input"
            type="date"
            disabled={shelf.isReadOnly}
            value={due ?? ""}
            onChange={({ target }) => shelf.edit([setField(id, "due", target.value || null)])}
          />
        </label>
      </div>
      <TextOf id={id} field="owner" label={t`Owner`} value={owner} placeholder={t`Who answers for it`} />
      <Teams id={id} opportunity={opportunity} />
      <LinkOf id={id} field="url" label={t`Task in a tracker`} value={url} />
      <div className="labelled">
        <h3 className="field-label">{t`Tags`}</h3>
        <TextList
          label={t`Tags`}
          one={t`tag`}
          texts={tags}
          look="chips"
          onChange={(changed) => shelf.edit([setField(id, "tags", changed)])}
        />
      </div>
    </section>
  );
}

function Teams({ id, opportunity: { teams = [] } }: OpportunityProps) {
  const shelf = useShelf();
  const all = useShelved("team");
  if (all.size === 0) return null;
  const toggled = (team: string) =>
    teams.includes(team) ? teams.filter((one) => one !== team) : [...teams, team];
  return (
    <fieldset className="shelf-chips">
      <legend className="field-label">{t`Teams that take it up`}</legend>
      {[...all].map(([team, { name }]) => (
        <button
          key={team}
          type="button"
          className="shelf-chip"
          aria-pressed={teams.includes(team)}
          disabled={shelf.isReadOnly}
          onClick={() => shelf.edit([setField(id, "teams", toggled(team))])}
        >
          <span dir="auto">{name}</span>
        </button>
      ))}
    </fieldset>
  );
}
