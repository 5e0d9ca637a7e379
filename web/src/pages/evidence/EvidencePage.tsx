import { t } from "@lingui/core/macro";
import { Navigate, Route, Routes } from "react-router";
import { OpenLibrary } from "../library/OpenLibrary";
import { NotHere } from "../NotHere";
import { BoardPage } from "./BoardPage";
import { InsightsPage } from "./InsightsPage";
import { PlanPage } from "./PlanPage";
import { ReleasesPage } from "./ReleasesPage";
import { SourcePage } from "./SourcePage";
import { SourcesPage } from "./SourcesPage";
import "./evidence.css";

/** Why to believe the maps: what was gathered, and what it says. */
export function EvidencePage() {
  return (
    <OpenLibrary title={t`Evidence`}>
      <Routes>
        <Route index element={<Navigate to="sources" replace />} />
        <Route path="sources/:id?" element={<SourcesPage />} />
        <Route path="board" element={<BoardPage />} />
        <Route path="insights/:id?" element={<InsightsPage />} />
        <Route path="plan" element={<PlanPage />} />
        <Route path="sources/:id/words" element={<SourcePage />} />
        <Route path="releases/:id?" element={<ReleasesPage />} />
        <Route path="*" element={<NotHere />} />
      </Routes>
    </OpenLibrary>
  );
}
