import { t } from "@lingui/core/macro";
import { Dialog } from "../../ui/Dialog";
import { useEditor, useTools } from "./context";
import { exportChoices } from "./TopBar";

/** The map as a file, in a choice of kinds: what Ctrl+P opens instead of the browser's printing. */
export function ExportDialog({ id }: { id: string }) {
  const { store } = useTools();
  const isOpen = useEditor((state) => state.dialog === "export");
  const close = () => store.set({ dialog: "" });
  return (
    <Dialog title={t`Export the map`} isOpen={isOpen} onClose={close}>
      <ul className="export-list">
        {exportChoices(id).map((choice) =>
          choice === "line" ? null : (
            <li key={choice.id}>
              <button
                type="button"
                className="menu-item export-choice"
                onClick={() => {
                  close();
                  choice.act();
                }}
              >
                <span className="menu-icon">{choice.icon}</span>
                <span className="menu-label">
                  {choice.label}
                  {choice.hint ? <span className="caption">{choice.hint}</span> : null}
                </span>
              </button>
            </li>
          ),
        )}
      </ul>
      <p className="caption export-hint">{t`To print the map, export a PDF: its page is as large as the map.`}</p>
    </Dialog>
  );
}
