import { t } from "@lingui/core/macro";
import { List, type LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import { ListView } from "./ListView";

/** One way to look at all opportunities, with an address of its own below `/opportunities`. */
export interface OpportunityView {
  path: string;
  label: () => string;
  Icon: LucideIcon;
  View: ComponentType;
}

/** All of them in the order of the tabs; a new view is a file of its own and a line here. */
export const VIEWS: readonly OpportunityView[] = [
  { path: "", label: () => t`List`, Icon: List, View: ListView },
];
