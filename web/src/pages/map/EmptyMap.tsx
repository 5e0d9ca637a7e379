import { t } from "@lingui/core/macro";
import { LayoutTemplate } from "lucide-react";
import { useState } from "react";
import { begunWith } from "../../editor/beginning";
import { addLane, addStage } from "../../editor/edits";
import { STAGES } from "../../editor/place";
import { Button } from "../../ui/Button";
import { Dialog } from "../../ui/Dialog";
import { templateOf } from "../asking";
import { Failed } from "../opening";
import { useChoosing } from "../templates/choosing";
import { USUAL } from "../templates/shelf";
import { MapLanguage, TemplateChoice } from "../templates/TemplateChoice";
import { type Tools, useTools } from "./context";

/** A map with nothing in it yet. */
export function EmptyMap() {
  const tools = useTools();
  const [isChoosing, setChoosing] = useState(false);
  const bare = () => {
    const { sheet } = tools.store.getSnapshot();
    tools.edit([...addStage(sheet).ops, ...addLane(sheet, "actions").ops]);
    toStart(tools);
  };
  return (
    <div className="empty-map">
      <div className="empty-box">
        <h2>{t`This map is empty`}</h2>
        <p>
          {t`A map tells what customers do, step by step. A template brings stages, lanes, and a word on what belongs in each.`}
        </p>
        <div className="empty-acts">
          <Button look="edged" onPress={() => setChoosing(true)} isDisabled={tools.isReadOnly}>
            <LayoutTemplate size={15} /> {t`Choose a template`}
          </Button>
          <button type="button" className="link" onClick={bare}>
            {t`or with one stage and one lane`}
          </button>
        </div>
      </div>
      <Dialog title={t`Choose a template`} isOpen={isChoosing} onClose={() => setChoosing(false)} isWide>
        <ChooseForm onClose={() => setChoosing(false)} />
      </Dialog>
    </div>
  );
}

function toStart({ store }: Tools): void {
  const column = store.getSnapshot().sheet.columns[0]?.id ?? "";
  store.set({ at: { row: STAGES, column, card: "" } });
}

/** Put what a template holds into the open map, as one edit. */
function ChooseForm({ onClose }: { onClose: () => void }) {
  const tools = useTools();
  const choosing = useChoosing(USUAL);
  const [error, setError] = useState<unknown>(null);
  const begin = async () => {
    try {
      const { records } = await templateOf(choosing.chosen, choosing.language);
      onClose();
      tools.edit(begunWith(records));
      toStart(tools);
    } catch (failed) {
      setError(failed);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void begin();
      }}
    >
      <div className="dialog-text">
        <MapLanguage choosing={choosing} />
        <TemplateChoice choosing={choosing} />
        <Failed error={error} />
      </div>
      <footer className="dialog-foot">
        <Button look="edged" onPress={onClose}>
          {t`Cancel`}
        </Button>
        <Button look="filled" type="submit">
          {t`Begin with it`}
        </Button>
      </footer>
    </form>
  );
}
