import { t } from "@lingui/core/macro";
import { ArrowDown, ArrowUp, CopyPlus, MoreHorizontal, Trash2 } from "lucide-react";
import { useState } from "react";
import { useNavigate } from "react-router";
import { copyShelved, namedBy, shiftShelved, unshelve } from "../../editor/shelf";
import { Button } from "../../ui/Button";
import { Confirm } from "../../ui/Dialog";
import { Menu } from "../../ui/Menu";
import { mapsInWords, useShelf } from "./context";

interface ShownProps {
  id: string;
  name: string;
  /** The page of the list that it stands in. */
  list: string;
}

/** What can be done with a record of the library as a whole. */
export function RecordMenu({ id, name, list }: ShownProps) {
  const shelf = useShelf();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const copy = () => {
    const made = copyShelved(shelf.records, id);
    shelf.edit(made.ops);
    navigate(`${list}/${made.id}`);
  };
  const remove = () => {
    shelf.edit(unshelve(id));
    shelf.removed(t`“${name}” is deleted`);
    navigate(list);
  };
  const isUsed = shelf.usesOf(id).length > 0 || namedBy(shelf.records, id) > 0;
  return (
    <>
      <Menu
        label={t`More for ${name}`}
        trigger={
          <Button className="button-icon" aria-label={t`More for ${name}`} isDisabled={shelf.isReadOnly}>
            <MoreHorizontal size={16} />
          </Button>
        }
        items={[
          { id: "copy", label: t`Duplicate`, icon: <CopyPlus size={14} />, act: copy },
          {
            id: "up",
            label: t`Earlier in the list`,
            icon: <ArrowUp size={14} />,
            keys: "Alt+↑",
            act: () => shelf.edit(shiftShelved(shelf.records, id, -1)),
          },
          {
            id: "down",
            label: t`Later in the list`,
            icon: <ArrowDown size={14} />,
            keys: "Alt+↓",
            act: () => shelf.edit(shiftShelved(shelf.records, id, 1)),
          },
          "line",
          {
            id: "delete",
            label: t`Delete`,
            icon: <Trash2 size={14} />,
            isDanger: true,
            act: () => (isUsed ? setAsking(true) : remove()),
          },
        ]}
      />
      <Confirm
        title={t`Delete “${name}”?`}
        verb={t`Delete`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={remove}
      >
        <Consequences id={id} />
      </Confirm>
    </>
  );
}

/** What names the record today, before it goes. */
function Consequences({ id }: { id: string }) {
  const { usesOf, records } = useShelf();
  const uses = usesOf(id);
  const named = namedBy(records, id);
  return (
    <>
      {uses.length > 0 ? (
        <>
          <p>{t`It is used ${mapsInWords(uses.length)}; the cards stay, without it:`}</p>
          <ul className="shelf-plain">
            {uses.map((use) => (
              <li key={use.map} dir="auto">
                {use.title}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {named > 0 ? <p>{t`Others in the library name it: ${named}.`}</p> : null}
      <p>{t`You can undo this.`}</p>
    </>
  );
}

/** Alt and an arrow on an entry of a list moves it. */
export function useShiftKeys(id: string) {
  const shelf = useShelf();
  return (event: React.KeyboardEvent) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    shelf.edit(shiftShelved(shelf.records, id, event.key === "ArrowUp" ? -1 : 1));
  };
}
