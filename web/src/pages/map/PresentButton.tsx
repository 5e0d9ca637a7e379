import { t } from "@lingui/core/macro";
import { Presentation as PresentIcon } from "lucide-react";
import { run } from "../../editor/commands";
import { keysOf } from "../../editor/keymap";
import { IconButton } from "../../ui/Button";
import { useTools } from "./context";

/** Starts the presentation with the pointer. */
export function PresentButton() {
  const tools = useTools();
  return (
    <IconButton label={t`Present`} keys={keysOf("present")} onPress={() => run("present", tools)}>
      <PresentIcon size={15} />
    </IconButton>
  );
}
