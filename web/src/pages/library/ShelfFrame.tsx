import { t } from "@lingui/core/macro";
import {
  ChevronLeft,
  ListChecks,
  type LucideIcon,
  MapPin,
  Orbit,
  Palette,
  Radio,
  Users,
  UsersRound,
} from "lucide-react";
import { createContext, type ReactNode, useContext, useEffect, useRef } from "react";
import { Link, NavLink } from "react-router";
import { Frame } from "../Frame";
import { Undoing } from "../Undoing";
import type { OpenSession } from "../useSession";
import { useShelved } from "./context";

export const OpenShelfContext = createContext<OpenSession | null>(null);

interface ShelfFrameProps {
  title: string;
  count?: number;
  /** The page above this one. */
  up?: { to: string; label: string };
  /** The parts of the page, below its title; else those of the library. */
  parts?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of every page of the library: its parts, the save state, undo. */
export function ShelfFrame({ title, count, up, parts, actions, children }: ShelfFrameProps) {
  const open = useContext(OpenShelfContext);
  return (
    <Frame
      title={title}
      count={count}
      lead={
        up ? (
          <Link to={up.to} className="shelf-up">
            <ChevronLeft size={15} className="mirrors" aria-hidden /> {up.label}
          </Link>
        ) : undefined
      }
      actions={
        <>
          {open ? <Undoing open={open} /> : null}
          {actions}
        </>
      }
    >
      {up ? null : (parts ?? <Library />)}
      {children}
    </Frame>
  );
}

export interface Part {
  to: string;
  label: string;
  Icon: LucideIcon;
  count?: number;
  /** Only at its very address, since others stand below it. */
  isExact?: boolean;
}

function Library() {
  const parts: Part[] = [
    { to: "/library/personas", label: t`Personas`, Icon: Users, count: useShelved("persona").size },
    {
      to: "/library/stakeholders",
      label: t`Stakeholders`,
      Icon: Orbit,
      count: useShelved("stakeholder").size,
    },
    { to: "/library/touchpoints", label: t`Touchpoints`, Icon: MapPin, count: useShelved("touchpoint").size },
    { to: "/library/channels", label: t`Channels`, Icon: Radio, count: useShelved("channel").size },
    { to: "/library/teams", label: t`Teams`, Icon: UsersRound, count: useShelved("team").size },
    { to: "/library/style", label: t`House style`, Icon: Palette, count: useShelved("brand").size },
    { to: "/library/rules", label: t`Rules`, Icon: ListChecks, count: useShelved("rule").size },
  ];
  return <Parts label={t`Parts of the library`} parts={parts} />;
}

/** The parts of a page, each with an address of its own. */
export function Parts({ label, parts }: { label: string; parts: readonly Part[] }) {
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    nav.current?.querySelector(".active")?.scrollIntoView({ inline: "center", block: "nearest" });
  }, []);
  return (
    <nav ref={nav} className="shelf-parts" aria-label={label}>
      {parts.map(({ to, label, Icon, count, isExact = false }) => (
        <NavLink key={to} to={to} end={isExact} className="shelf-part">
          <Icon size={15} aria-hidden /> {label}
          {count === undefined ? null : <span className="caption numbers">{count}</span>}
        </NavLink>
      ))}
    </nav>
  );
}
