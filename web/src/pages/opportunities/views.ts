import { t } from "@lingui/core/macro";
import {
  Columns3,
  Diamond,
  Grid2x2,
  Grid3x3,
  List,
  ListOrdered,
  type LucideIcon,
  Network,
  UsersRound,
} from "lucide-react";
import type { ComponentType } from "react";
import { BoardView } from "./BoardView";
import { ImpactView } from "./ImpactView";
import { KanoView } from "./kano/KanoView";
import { ListView } from "./ListView";
import { MatrixView } from "./MatrixView";
import { MomentsView } from "./moments/MomentsView";
import { OwnersView } from "./OwnersView";
import { PerspectivesView } from "./PerspectivesView";

/** One way to look at all opportunities, with an address of its own below `/opportunities`. */
export interface OpportunityView {
  path: string;
  label: () => string;
  Icon: LucideIcon;
  View: ComponentType;
  /** It shows something where there is no opportunity yet. */
  isOpening?: boolean;
  /** What it is called among the files of opportunities; nothing for a view with files of its own. */
  file?: string;
}

/** All of them in the order of the tabs; a new view is a file of its own and a line here. */
export const VIEWS: readonly OpportunityView[] = [
  { path: "", label: () => t`List`, Icon: List, View: ListView, file: "list" },
  { path: "board", label: () => t`Board`, Icon: Columns3, View: BoardView, file: "board" },
  {
    path: "matrix",
    label: () => t`Value and effort`,
    Icon: Grid2x2,
    View: MatrixView,
    file: "matrix",
  },
  {
    path: "perspectives",
    label: () => t`Perspectives`,
    Icon: Grid3x3,
    View: PerspectivesView,
    file: "perspectives",
  },
  { path: "impact", label: () => t`Impact map`, Icon: Network, View: ImpactView, file: "impact" },
  {
    path: "owners",
    label: () => t`Who owns what`,
    Icon: UsersRound,
    View: OwnersView,
    file: "owners",
  },
  { path: "moments", label: () => t`Moments of truth`, Icon: Diamond, View: MomentsView, isOpening: true },
  { path: "kano", label: () => t`Kano`, Icon: ListOrdered, View: KanoView, isOpening: true },
];
