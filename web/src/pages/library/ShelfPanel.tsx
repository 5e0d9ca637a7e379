import { t } from "@lingui/core/macro";
import { ChevronLeft, X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Link, useNavigate } from "react-router";
import { IconButton } from "../../ui/Button";
import { RecordMenu } from "./RecordMenu";

interface ShelfPanelProps {
  id: string;
  name: string;
  list: string;
  children: ReactNode;
}

/** The details of one record beside its list; on a phone instead of it. */
export function ShelfPanel({ id, name, list, children }: ShelfPanelProps) {
  const navigate = useNavigate();
  const panel = useRef<HTMLElement>(null);
  // What was opened is what one goes on with; its name is selected, so that typing names a new one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another record is opened, the panel stays
  useEffect(() => {
    const field = panel.current?.querySelector<HTMLTextAreaElement>(".in-place");
    field?.focus({ preventScroll: true });
    field?.select();
  }, [id]);
  return (
    <section
      ref={panel}
      className="shelf-panel"
      aria-label={t`Details of ${name}`}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) navigate(list);
      }}
    >
      <header className="shelf-panel-head">
        <Link to={list} className="shelf-up shelf-back">
          <ChevronLeft size={15} className="mirrors" aria-hidden /> {t`Back to the list`}
        </Link>
        <span className="shelf-panel-acts">
          <RecordMenu id={id} name={name} list={list} />
          <IconButton label={t`Close details`} keys="Esc" onPress={() => navigate(list)}>
            <X size={16} />
          </IconButton>
        </span>
      </header>
      <div className="shelf-panel-fields" key={id}>
        {children}
      </div>
    </section>
  );
}
