import { t } from "@lingui/core/macro";
import { Plus, Upload } from "lucide-react";
import { useState } from "react";
import { ask, listMaps } from "../../transport";
import { Button } from "../../ui/Button";
import { Frame } from "../Frame";
import { Problem } from "../map/Population";
import { useAsked } from "../useAsked";
import { Datasets } from "./Datasets";
import { DraftCard } from "./DraftCard";
import { MapCard } from "./MapCard";
import { ImportMap, NewMap } from "./NewMap";
import "./home.css";

/** All maps, and what one can begin with. */
export function HomePage() {
  const { data: maps, error } = useAsked(["maps"], () => ask(listMaps()));
  const [dialog, setDialog] = useState<"" | "new" | "import">("");
  return (
    <Frame
      title={t`Maps`}
      count={maps?.length}
      actions={
        <>
          <Button look="edged" onPress={() => setDialog("import")}>
            <Upload size={15} /> {t`Import`}
          </Button>
          <Button look="filled" onPress={() => setDialog("new")}>
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
        {maps?.length === 0 ? <NoMaps onNew={() => setDialog("new")} /> : null}
        <DraftCard />
      </ul>
      <Datasets />
      <NewMap isOpen={dialog === "new"} onClose={() => setDialog("")} />
      <ImportMap isOpen={dialog === "import"} onClose={() => setDialog("")} />
    </Frame>
  );
}

function NoMaps({ onNew }: { onNew: () => void }) {
  return (
    <li className="map-card is-offer">
      <h2>{t`Draw your first map`}</h2>
      <p>{t`A map shows what customers do and feel, step by step. Start from five stages, or from nothing.`}</p>
      <span className="offer-acts">
        <Button look="edged" onPress={onNew}>
          <Plus size={15} /> {t`New map`}
        </Button>
      </span>
    </li>
  );
}
