import { Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { NavLink, useNavigate, useParams } from "react-router";
import { type Shelved, shelve } from "../../editor/shelf";
import type { MapUses } from "../../generated";
import type { RecordOf } from "../../model";
import { Button } from "../../ui/Button";
import { mapsInWords, useShelf, useShelved } from "./context";
import { useShiftKeys } from "./RecordMenu";
import { foundIn, SearchField } from "./SearchField";
import { ShelfFrame } from "./ShelfFrame";
import { ShelfPanel } from "./ShelfPanel";
import { Uses } from "./Uses";

interface ShelfListProps<T extends Shelved> {
  type: T;
  list: string;
  title: string;
  words: { add: string; fresh: string; emptyTitle: string; empty: string };
  fields: Omit<RecordOf<T>, "type" | "order" | "name">;
  sought: (record: RecordOf<T>) => readonly (string | undefined)[];
  row: (record: RecordOf<T>, id: string) => ReactNode;
  details: (id: string, record: RecordOf<T>) => ReactNode;
  /** What stands beside the search. */
  beside?: ReactNode;
  /** The parts of the page that the list stands in, where these are not those of the library. */
  parts?: ReactNode;
  /** How often maps use a record, in words. */
  usesInWords?: (uses: readonly MapUses[]) => string;
  /** What it means that several maps use a record. */
  shared?: string;
}

/** A list of records, each opened beside it: channels, touchpoints and teams. */
export function ShelfList<T extends Shelved>(props: ShelfListProps<T>) {
  const { type, list, title, words, sought, details } = props;
  const { id = "" } = useParams();
  const shelf = useShelf();
  const navigate = useNavigate();
  const all = useShelved(type);
  const chosen = all.get(id);
  const { name = "" } = (chosen ?? {}) as { name?: string };
  const [looked, setLooked] = useState("");
  const found = foundIn(all, looked, sought);
  const add = () => {
    const fresh = { ...props.fields, name: words.fresh } as unknown as Omit<RecordOf<T>, "type" | "order">;
    const made = shelve(shelf.records, type, fresh);
    shelf.edit(made.ops);
    navigate(`${list}/${made.id}`);
  };
  return (
    <ShelfFrame
      title={title}
      parts={props.parts}
      actions={
        <Button look="filled" onPress={add} isDisabled={shelf.isReadOnly}>
          <Plus size={15} /> {words.add}
        </Button>
      }
    >
      {all.size === 0 ? (
        <Empty words={words} onNew={add} />
      ) : (
        <div className={`shelf-split ${chosen ? "has-chosen" : ""}`}>
          <div className="shelf-list">
            {all.size > 3 ? (
              <div className="shelf-tools">
                <SearchField value={looked} onChange={setLooked} found={found.length} />
                {props.beside}
              </div>
            ) : null}
            <ul className="shelf-rows" aria-label={title}>
              {found.map(([one, record]) => (
                <Row key={one} id={one} list={list} usesInWords={props.usesInWords}>
                  {props.row(record, one)}
                </Row>
              ))}
            </ul>
          </div>
          {chosen ? (
            <ShelfPanel id={id} name={name} list={list}>
              {details(id, chosen)}
              <Uses id={id} note={props.shared} />
            </ShelfPanel>
          ) : null}
        </div>
      )}
    </ShelfFrame>
  );
}

interface RowProps {
  id: string;
  list: string;
  usesInWords: ShelfListProps<Shelved>["usesInWords"];
  children: ReactNode;
}

function Row({ id, list, usesInWords = (uses) => mapsInWords(uses.length), children }: RowProps) {
  const uses = useShelf().usesOf(id);
  const shift = useShiftKeys(id);
  return (
    <li>
      <NavLink to={`${list}/${id}`} className="shelf-row" onKeyDown={shift}>
        {children}
        <span className="shelf-row-uses caption numbers">{usesInWords(uses)}</span>
      </NavLink>
    </li>
  );
}

function Empty({ words, onNew }: { words: ShelfListProps<Shelved>["words"]; onNew: () => void }) {
  return (
    <div className="shelf-offer">
      <h2>{words.emptyTitle}</h2>
      <p>{words.empty}</p>
      <span>
        <Button look="edged" onPress={onNew}>
          <Plus size={15} /> {words.add}
        </Button>
      </span>
    </div>
  );
}
