import { t } from "@lingui/core/macro";
import { Search } from "lucide-react";
import { run } from "../../editor/commands";
import { keysOf } from "../../editor/keymap";
import { IconButton } from "../../ui/Button";
import { useTools } from "./context";

/** Opens the bar with the pointer. */
export function FindButton() {
  const tools = useTools();
  return (
    <IconButton label={t`Search and filter`} keys={keysOf("find")} onPress={() => run("find", tools)}>
      <Search size={15} />
    </IconButton>
  );
}
