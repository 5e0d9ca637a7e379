import { t } from "@lingui/core/macro";
import { Redo2, Undo2 } from "lucide-react";
import { IconButton } from "../ui/Button";
import { SaveState } from "./SaveState";
import type { OpenSession } from "./useSession";

/** The save state of the library, and the way back and forth among one's own edits. */
export function Undoing({ open: { session, snapshot } }: { open: OpenSession }) {
  return (
    <>
      <SaveState snapshot={snapshot} />
      <span className="shelf-undo">
        <IconButton
          label={t`Undo`}
          keys="Ctrl+Z"
          isDisabled={!snapshot.canUndo}
          onPress={() => session.undo()}
        >
          <Undo2 size={16} />
        </IconButton>
        <IconButton
          label={t`Redo`}
          keys="Ctrl+Shift+Z"
          isDisabled={!snapshot.canRedo}
          onPress={() => session.redo()}
        >
          <Redo2 size={16} />
        </IconButton>
      </span>
    </>
  );
}
