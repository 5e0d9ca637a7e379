import { i18n, type MessageDescriptor as Words } from "@lingui/core";
import { msg, t } from "@lingui/core/macro";
import { Minus, Plus } from "lucide-react";
import { run } from "../../editor/commands";
import { type Command, keysOf } from "../../editor/keymap";
import { Button, IconButton } from "../../ui/Button";
import { plain } from "../../ui/format";
import { type Choice, Menu } from "../../ui/Menu";
import { useEditor, useTools } from "./context";

const CHOICES: [Command, Words][] = [
  ["fitMap", msg`Fit the map`],
  ["fitSelection", msg`Fit the selection`],
  ["zoomReset", msg`100 %`],
];

/** How large the map is drawn, to see and to change with the pointer. */
export function ZoomControl() {
  const tools = useTools();
  const zoom = useEditor((state) => state.zoom);
  const items = CHOICES.map(
    ([id, label]): Choice => ({ id, label: i18n._(label), keys: keysOf(id), act: () => run(id, tools) }),
  );
  return (
    <span className="zoom-control">
      <IconButton label={t`Zoom out`} keys={keysOf("zoomOut")} onPress={() => run("zoomOut", tools)}>
        <Minus size={13} />
      </IconButton>
      <Menu
        label={t`Zoom`}
        trigger={
          <Button size="small" className="numbers" aria-label={t`Zoom, ${plain(zoom * 100)} %`}>
            {plain(zoom * 100)} %
          </Button>
        }
        items={items}
      />
      <IconButton label={t`Zoom in`} keys={keysOf("zoomIn")} onPress={() => run("zoomIn", tools)}>
        <Plus size={13} />
      </IconButton>
    </span>
  );
}
