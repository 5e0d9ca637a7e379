import { t } from "@lingui/core/macro";
import { Database } from "lucide-react";
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import { Button } from "../../ui/Button";
import { Menu } from "../../ui/Menu";
import { say } from "../../ui/Toast";
import { customersInWords } from "../../ui/words";
import { draftOf, listDatasets } from "../asking";
import { inWords, useAsked } from "../useAsked";

/** A first map straight from data. */
export function DraftCard() {
  const { data: datasets = [] } = useAsked(["datasets"], listDatasets);
  const { isDrafting, draft } = useDraftMap();
  return (
    <li className="map-card is-offer">
      <h2>{t`Draft a map from data`}</h2>
      <p>
        {t`Pick a dataset. You get stages, steps and touchpoints, and every card cites the rows it came from.`}
      </p>
      <span className="offer-acts">
        {datasets.length > 0 ? (
          <Menu
            label={t`Dataset to draft from`}
            trigger={
              <Button look="edged" isDisabled={isDrafting}>
                <Database size={15} /> {isDrafting ? t`Drafting` : t`Choose a dataset`}
              </Button>
            }
            items={datasets.map((dataset) => ({
              id: dataset.id,
              label: dataset.name,
              hint: customersInWords(dataset.customers),
              act: () => draft(dataset.id),
            }))}
          />
        ) : (
          <Link to="/data" className="button button-edged button-normal">
            <Database size={15} /> {t`Import data first`}
          </Link>
        )}
      </span>
    </li>
  );
}

/** Draft a map of a dataset and go there. */
export function useDraftMap() {
  const [isDrafting, setDrafting] = useState(false);
  const navigate = useNavigate();
  const draft = async (dataset: string) => {
    setDrafting(true);
    try {
      const { id } = await draftOf(dataset);
      navigate(`/maps/${id}`);
    } catch (error) {
      say(inWords(error), { isBad: true });
    } finally {
      setDrafting(false);
    }
  };
  return { isDrafting, draft };
}
