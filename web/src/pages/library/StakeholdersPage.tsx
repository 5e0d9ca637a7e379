import { t } from "@lingui/core/macro";
import { Plus } from "lucide-react";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { type Ring, shelve } from "../../editor/shelf";
import { Button } from "../../ui/Button";
import { useRecord, useShelf, useShelved } from "./context";
import { InfluenceGrid } from "./InfluenceGrid";
import { RingMap } from "./RingMap";
import { foundIn, SearchField } from "./SearchField";
import { ShelfFrame } from "./ShelfFrame";
import { ShelfPanel } from "./ShelfPanel";
import { StakeholderFields } from "./StakeholderFields";
import { StakeholderTable } from "./StakeholderTable";
import "./stakeholders.css";

type Look = "rings" | "grid" | "table";
export const STAKEHOLDERS = "/library/stakeholders";

/** Who has an interest in the journey: as rings, by influence and interest, and as a table. */
export function StakeholdersPage() {
  const { id = "" } = useParams();
  const all = useShelved("stakeholder");
  const chosen = useRecord("stakeholder", id);
  const shelf = useShelf();
  const navigate = useNavigate();
  const [look, setLook] = useState<Look>("rings");
  const [sought, setSought] = useState("");
  const found = new Map(foundIn(all, sought, ({ name, role, description }) => [name, role, description]));
  const add = (ring: Ring = "direct") => {
    const made = shelve(shelf.records, "stakeholder", { name: t`New stakeholder`, ring });
    shelf.edit(made.ops);
    navigate(`${STAKEHOLDERS}/${made.id}`);
  };
  return (
    <ShelfFrame
      title={t`Stakeholders`}
      actions={
        <Button look="filled" onPress={() => add()} isDisabled={shelf.isReadOnly}>
          <Plus size={15} /> {t`New stakeholder`}
        </Button>
      }
    >
      {all.size === 0 ? (
        <NoStakeholders onNew={() => add("core")} />
      ) : (
        <div className={`shelf-split ${chosen ? "has-chosen" : ""}`}>
          <div className="shelf-list">
            <div className="shelf-tools">
              <Looks look={look} setLook={setLook} />
              <SearchField value={sought} onChange={setSought} found={found.size} />
            </div>
            {look === "rings" ? <RingMap stakeholders={found} chosen={id} /> : null}
            {look === "grid" ? <InfluenceGrid stakeholders={found} chosen={id} /> : null}
            {look === "table" ? <StakeholderTable stakeholders={found} chosen={id} /> : null}
          </div>
          {chosen ? (
            <ShelfPanel id={id} name={chosen.name} list={STAKEHOLDERS}>
              <StakeholderFields id={id} stakeholder={chosen} />
            </ShelfPanel>
          ) : null}
        </div>
      )}
    </ShelfFrame>
  );
}

function Looks({ look, setLook }: { look: Look; setLook: (look: Look) => void }) {
  const looks: [Look, string][] = [
    ["rings", t`Rings`],
    ["grid", t`Influence and interest`],
    ["table", t`Table`],
  ];
  return (
    <fieldset className="shelf-looks" aria-label={t`How they are shown`}>
      {looks.map(([id, label]) => (
        <Button key={id} size="small" aria-pressed={look === id} onPress={() => setLook(id)}>
          {label}
        </Button>
      ))}
    </fieldset>
  );
}

function NoStakeholders({ onNew }: { onNew: () => void }) {
  return (
    <div className="shelf-offer">
      <h2>{t`Who else is concerned?`}</h2>
      <p>{t`The stakeholder map shows who has an interest in the journey, from the core outwards, and who can help or hinder it.`}</p>
      <span>
        <Button look="edged" onPress={onNew}>
          <Plus size={15} /> {t`New stakeholder`}
        </Button>
      </span>
    </div>
  );
}
