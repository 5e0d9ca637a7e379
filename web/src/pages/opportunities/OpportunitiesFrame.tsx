import { t } from "@lingui/core/macro";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useNavigate } from "react-router";
import { shelve } from "../../editor/shelf";
import { Button } from "../../ui/Button";
import { ExportMenu } from "../ExportMenu";
import { useShelf, useShelved } from "../library/context";
import { type Part, Parts, ShelfFrame } from "../library/ShelfFrame";
import { saveBoard } from "../saving";
import { OPPORTUNITIES } from "./addresses";
import { VIEWS } from "./views";

interface FrameProps {
  /** What the view is called among files. */
  file?: string | undefined;
  /** It shows something where there is no opportunity yet. */
  isOpening?: boolean;
  children: ReactNode;
}

/** The frame of every view: its tabs, and the button that makes a new opportunity. */
export function OpportunitiesFrame({ file, isOpening = false, children }: FrameProps) {
  const shelf = useShelf();
  const all = useShelved("opportunity");
  const add = useAdding();
  const parts = VIEWS.map(
    ({ path, label, Icon }): Part => ({
      to: path ? `${OPPORTUNITIES}/${path}` : OPPORTUNITIES,
      label: label(),
      Icon,
      isExact: path === "",
    }),
  );
  return (
    <ShelfFrame
      title={t`Opportunities`}
      count={all.size}
      parts={<Parts label={t`Views of the opportunities`} parts={parts} />}
      actions={
        <>
          {file && all.size > 0 ? (
            <ExportMenu
              save={(format) => void saveBoard("/api/v1/opportunities/export", { view: file, format })}
            />
          ) : null}
          <Button look="filled" onPress={add} isDisabled={shelf.isReadOnly}>
            <Plus size={15} /> {t`New opportunity`}
          </Button>
        </>
      }
    >
      {all.size === 0 && !isOpening ? <NoOpportunities onNew={add} /> : children}
    </ShelfFrame>
  );
}

/** Make a new opportunity and go there, where its name is typed. */
function useAdding() {
  const shelf = useShelf();
  const navigate = useNavigate();
  return () => {
    const made = shelve(shelf.records, "opportunity", { name: t`New opportunity` });
    shelf.edit(made.ops);
    navigate(`${OPPORTUNITIES}/${made.id}`);
  };
}

function NoOpportunities({ onNew }: { onNew: () => void }) {
  return (
    <div className="shelf-offer">
      <h2>{t`What shall get better?`}</h2>
      <p>{t`An opportunity says what to improve, whose it is, what it is worth, and later whether it helped. Make one here, or from a pain point on a map.`}</p>
      <span>
        <Button look="edged" onPress={onNew}>
          <Plus size={15} /> {t`New opportunity`}
        </Button>
      </span>
    </div>
  );
}
