import { t } from "@lingui/core/macro";
import { Navigate, Route, Routes } from "react-router";
import { NotHere } from "../NotHere";
import { BrandPage } from "./BrandPage";
import { ChannelsPage } from "./ChannelsPage";
import { EmpathyPage } from "./EmpathyPage";
import { OpenLibrary } from "./OpenLibrary";
import { PersonaPage } from "./PersonaPage";
import { PersonasPage } from "./PersonasPage";
import { RulesPage } from "./RulesPage";
import { StakeholdersPage } from "./StakeholdersPage";
import { TeamsPage } from "./TeamsPage";
import { TouchpointsPage } from "./TouchpointsPage";

/** What all maps share: one live document behind several pages. */
export function LibraryPage() {
  return (
    <OpenLibrary title={t`Library`}>
      <Routes>
        <Route index element={<Navigate to="personas" replace />} />
        <Route path="personas" element={<PersonasPage />} />
        <Route path="personas/:id" element={<PersonaPage />} />
        <Route path="personas/:id/empathy" element={<EmpathyPage />} />
        <Route path="stakeholders/:id?" element={<StakeholdersPage />} />
        <Route path="touchpoints/:id?" element={<TouchpointsPage />} />
        <Route path="channels/:id?" element={<ChannelsPage />} />
        <Route path="teams/:id?" element={<TeamsPage />} />
        <Route path="rules" element={<RulesPage />} />
        <Route path="style" element={<BrandPage />} />
        <Route path="*" element={<NotHere />} />
      </Routes>
    </OpenLibrary>
  );
}
