import { t } from "@lingui/core/macro";
import { addLane, addStage } from "../../editor/edits";
import { STAGES } from "../../editor/place";
import { starter } from "../../editor/starters";
import { put } from "../../model";
import { Button } from "../../ui/Button";
import { useTools } from "./context";

/** A map with nothing in it yet. */
export function EmptyMap() {
  const tools = useTools();
  const begin = () => {
    const records = Object.entries(starter("", false)).filter(([, record]) => record.type !== "map");
    tools.edit(records.map(([id, record]) => put(id, record)));
    tools.store.set({ at: { row: STAGES, column: "step-1", card: "" } });
  };
  const bare = () => {
    const { sheet } = tools.store.getSnapshot();
    tools.edit([...addStage(sheet).ops, ...addLane(sheet, "actions").ops]);
    const column = tools.store.getSnapshot().sheet.columns[0]?.id ?? "";
    tools.store.set({ at: { row: STAGES, column, card: "" } });
  };
  return (
    <div className="empty-map">
      <div className="empty-box">
        <h2>{t`This map is empty`}</h2>
        <p>
          {t`A map tells what customers do, step by step. Begin with the five stages that fit most journeys, and rename them.`}
        </p>
        <div className="empty-acts">
          <Button look="edged" onPress={begin}>
            {t`Begin with five stages`}
          </Button>
          <button type="button" className="link" onClick={bare}>
            {t`or with one stage and one lane`}
          </button>
        </div>
      </div>
    </div>
  );
}
