import { t } from "@lingui/core/macro";
import { LayoutTemplate, ListTree, Plus, Upload } from "lucide-react";
import { useEffect, useState } from "react";
import { Link } from "react-router";
import { ask, listMaps } from "../../transport";
import { Button } from "../../ui/Button";
import { GoingStale } from "../evidence/apart";
import { Frame } from "../Frame";
import { Problem } from "../Problem";
import { NewMap } from "../templates/NewMap";
import { USUAL } from "../templates/shelf";
import { useAsked } from "../useAsked";
import { Datasets } from "./Datasets";
import { DraftCard } from "./DraftCard";
import { ImportMap } from "./ImportMap";
import { MapCard } from "./MapCard";
import { Starts } from "./Starts";
import "./cards.css";
import "./home.css";

/** All maps, and what one can begin with. */
export function HomePage() {
  const { data: maps, error } = useAsked(["maps"], () => ask(listMaps()));
  const [isImporting, setImporting] = useState(false);
  const [dropped, setDropped] = useState<File | null>(null);
  const [begin, setBegin] = useState<string | null>(null);
  return (
    <Frame
      title={t`Maps`}
      count={maps?.length}
      actions={
        <>
          {maps && maps.length > 1 ? (
            <Link to="/portfolio" className="button button-quiet button-normal">
              <ListTree size={15} aria-hidden /> {t`All journeys`}
            </Link>
          ) : null}
          <Button look="edged" onPress={() => setImporting(true)}>
            <Upload size={15} /> {t`Import`}
          </Button>
          <Button look="filled" onPress={() => setBegin(USUAL)}>
            <Plus size={15} /> {t`New map`}
          </Button>
        </>
      }
    >
      {error ? <Problem error={error} /> : null}
      <ul className="map-cards">
        {(maps ?? []).map((map) => (
          <MapCard key={map.id} map={map} />
        ))}
        {maps?.length === 0 ? <NoMaps onNew={() => setBegin(USUAL)} /> : null}
        <DraftCard />
      </ul>
      <GoingStale />
      <Starts begin={setBegin} />
      <Datasets />
      <NewMap begin={begin} onClose={() => setBegin(null)} />
      <DroppedFiles
        onFile={(file) => {
          setDropped(file);
          setImporting(true);
        }}
      />
      <ImportMap
        isOpen={isImporting}
        dropped={dropped}
        maps={maps ?? []}
        onClose={() => {
          setImporting(false);
          setDropped(null);
        }}
      />
    </Frame>
  );
}

/** A file that is dropped anywhere on the page is looked at as a map. */
function DroppedFiles({ onFile }: { onFile: (file: File) => void }) {
  useEffect(() => {
    const hold = (event: DragEvent) => event.preventDefault();
    const take = (event: DragEvent) => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) onFile(file);
    };
    window.addEventListener("dragover", hold);
    window.addEventListener("drop", take);
    return () => {
      window.removeEventListener("dragover", hold);
      window.removeEventListener("drop", take);
    };
  });
  return null;
}

function NoMaps({ onNew }: { onNew: () => void }) {
  return (
    <li className="map-card is-offer">
      <h2>{t`Draw your first map`}</h2>
      <p>{t`A map shows what customers do and feel, step by step. A template brings the stages and lanes, and says what to write where.`}</p>
      <span className="offer-acts">
        <Button look="edged" onPress={onNew}>
          <LayoutTemplate size={15} /> {t`Choose a template`}
        </Button>
      </span>
    </li>
  );
}
