import { t } from "@lingui/core/macro";
import {
  Database,
  House,
  LayoutTemplate,
  LibraryBig,
  Lightbulb,
  Quote,
  Search,
  Waypoints,
} from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { NavLink, useNavigate } from "react-router";
import { ask, listMaps } from "../transport";
import { useStanding } from "../ui/later";
import { GradeMark } from "../ui/Marks";
import { listDatasets } from "./asking";
import { NamePicker } from "./NamePicker";
import { LanguageSwitch, ThemeSwitch } from "./Switches";
import { useAsked } from "./useAsked";
import "./frame.css";

interface FrameProps {
  title: string;
  count?: number | undefined;
  /** What stands above the title, such as the way back up. */
  lead?: ReactNode;
  /** The parts of the page, beside its title. */
  nav?: ReactNode;
  actions?: ReactNode;
  /** The page takes the whole screen, and what is in it scrolls. */
  isWide?: boolean;
  children: ReactNode;
}

/** The page around everything but an open map: the sidebar with what exists, a title, and its actions. */
export function Frame({ title, count, lead, nav, actions, isWide = false, children }: FrameProps) {
  useStanding();
  useEffect(() => {
    document.title = `${title} – Footfall`;
  }, [title]);
  return (
    <div className="page">
      <Sidebar />
      <main className={isWide ? "page-main is-wide" : "page-main"}>
        <header className="page-head">
          {lead}
          <h1 dir="auto">{title}</h1>
          {count === undefined ? null : <span className="page-count numbers">{count}</span>}
          {nav}
          <span className="page-actions">{actions}</span>
        </header>
        {children}
      </main>
    </div>
  );
}

/** The way to search over everything, by a press or by the keys that open the palette on a map. */
function SearchLink() {
  const go = useNavigate();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      event.preventDefault();
      go("/search");
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [go]);
  return (
    <NavLink
      to="/search"
      className="button button-quiet button-icon"
      aria-label={t`Search everything`}
      title="Ctrl+K"
    >
      <Search size={16} aria-hidden />
    </NavLink>
  );
}

function Sidebar() {
  const { data: maps = [] } = useAsked(["maps"], () => ask(listMaps()));
  const { data: datasets = [] } = useAsked(["datasets"], listDatasets);
  return (
    <nav className="sidebar" aria-label={t`Pages`}>
      <div className="sidebar-name">
        <img src="/icon.svg" alt="" width={20} height={20} /> Footfall
      </div>
      <NavLink to="/" end className="sidebar-link">
        <House size={16} aria-hidden /> {t`Home`}
      </NavLink>
      <NavLink to="/templates" className="sidebar-link">
        <LayoutTemplate size={16} aria-hidden /> {t`Templates`}
      </NavLink>
      <NavLink to="/library" className="sidebar-link">
        <LibraryBig size={16} aria-hidden /> {t`Library`}
      </NavLink>
      <NavLink to="/evidence" className="sidebar-link">
        <Quote size={16} aria-hidden /> {t`Evidence`}
      </NavLink>
      <NavLink to="/opportunities" className="sidebar-link">
        <Lightbulb size={16} aria-hidden /> {t`Opportunities`}
      </NavLink>
      <NavLink to="/data" className="sidebar-link">
        <Database size={16} aria-hidden /> {t`Data`}
        {datasets.length > 0 ? <span className="sidebar-count numbers">{datasets.length}</span> : null}
      </NavLink>
      <NavLink to="/explore" className="sidebar-link">
        <Waypoints size={16} aria-hidden /> {t`Explore`}
      </NavLink>
      {maps.length > 0 ? <h2 className="sidebar-head">{t`Recent`}</h2> : null}
      <div className="sidebar-recent">
        {maps.slice(0, 5).map((map) => (
          <NavLink key={map.id} to={`/maps/${map.id}`} className="sidebar-link">
            {map.dataset ? (
              <span className="dot-measured" aria-hidden />
            ) : (
              <GradeMark grade="assumed" isNamed={false} />
            )}
            <span className="sidebar-text" dir="auto">
              {map.title}
            </span>
          </NavLink>
        ))}
      </div>
      <div className="sidebar-foot">
        <NamePicker />
        <SearchLink />
        <ThemeSwitch />
        <LanguageSwitch />
      </div>
    </nav>
  );
}
