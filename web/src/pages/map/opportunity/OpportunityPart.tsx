import { t } from "@lingui/core/macro";
import { Lightbulb, Link2, Plus, Unlink } from "lucide-react";
import { Link } from "react-router";
import { namedBy } from "../../../editor/named";
import { setField } from "../../../editor/ops";
import type { CellCard, LaneView } from "../../../editor/sheet";
import { isItself, mayName } from "../../../editor/takingUp";
import type { DocumentSession } from "../../../transport";
import { Button } from "../../../ui/Button";
import { Select } from "../../../ui/Select";
import { useLibrary, useTools } from "../context";
import { choicesOf, PROGRESS_WORDS } from "../words";

interface PartProps {
  found: CellCard;
  lane: LaneView;
  library: DocumentSession | null;
}

/** Which opportunity a card names, how far it is, and the ways to make, tie or untie one. */
export function OpportunityPart({ found, lane, library }: PartProps) {
  const { opportunities } = useLibrary();
  const named = namedBy(found.card, opportunities);
  if (!found.card.opportunity && !mayName(lane)) return null;
  return (
    <section className="panel-part">
      <h3>{t`Opportunity`}</h3>
      {named ? <Known found={found} library={library} name={named.name} status={named.status} /> : null}
      {named === null ? <Gone found={found} /> : null}
      {found.card.opportunity ? null : <Offers isOwn={isItself(lane)} />}
    </section>
  );
}

interface KnownProps {
  found: CellCard;
  library: DocumentSession | null;
  name: string;
  status: string | undefined;
}

function Known({ found, library, name, status }: KnownProps) {
  const { opportunity = "" } = found.card;
  return (
    <>
      <Link to={`/opportunities/${opportunity}`} className="opportunity-link">
        <Lightbulb size={14} aria-hidden /> <span dir="auto">{name}</span>
      </Link>
      <Select
        label={t`Status`}
        value={status || "open"}
        options={choicesOf(PROGRESS_WORDS)}
        onChange={(chosen) => library?.edit([setField(opportunity, "status", chosen)])}
      />
      <Untie found={found} words={t`Unlink`} />
    </>
  );
}

function Gone({ found }: { found: CellCard }) {
  return (
    <>
      <p className="panel-hint">{t`The opportunity that this card named is gone; its words stay.`}</p>
      <Untie found={found} words={t`Forget it`} />
    </>
  );
}

function Untie({ found, words }: { found: CellCard; words: string }) {
  const tools = useTools();
  return (
    <span>
      <Button
        size="small"
        look="edged"
        isDisabled={tools.isReadOnly}
        onPress={() => tools.edit([setField(found.id, "opportunity", null)])}
      >
        <Unlink size={13} /> {words}
      </Button>
    </span>
  );
}

function Offers({ isOwn }: { isOwn: boolean }) {
  const { store, isReadOnly } = useTools();
  return (
    <span className="opportunity-offers">
      <Button
        size="small"
        look="edged"
        isDisabled={isReadOnly}
        onPress={() => store.set({ dialog: "opportunity" })}
      >
        <Plus size={13} /> {isOwn ? t`Take it up` : t`Make an opportunity`}
      </Button>
      <Button size="small" look="edged" isDisabled={isReadOnly} onPress={() => store.set({ dialog: "tie" })}>
        <Link2 size={13} /> {t`Link to one`}
      </Button>
    </span>
  );
}
