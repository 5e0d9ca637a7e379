import { t } from "@lingui/core/macro";
import { useMemo, useState } from "react";
import { Route, Routes } from "react-router";
import { OpenLibrary } from "../library/OpenLibrary";
import { NotHere } from "../NotHere";
import { Population } from "../Population";
import { OpportunitiesFrame } from "./OpportunitiesFrame";
import { OpportunityPage } from "./OpportunityPage";
import { type Asking, type OpenCustomers, OpenCustomersContext } from "./opening";
import { VIEWS } from "./views";
import "../map/frame.css";
import "./opportunities.css";
import "./views.css";

/** What to improve: the same opportunities in several views, and each on a page of its own. */
export function OpportunitiesPage() {
  const [asking, setAsking] = useState<Asking | null>(null);
  const open = useMemo<OpenCustomers>(() => setAsking, []);
  return (
    <OpenLibrary title={t`Opportunities`}>
      <OpenCustomersContext value={open}>
        <Routes>
          {VIEWS.map(({ path, View, file, isOpening }) => (
            <Route
              key={path}
              path={path}
              element={
                <OpportunitiesFrame file={file} isOpening={isOpening ?? false}>
                  <View />
                </OpportunitiesFrame>
              }
            />
          ))}
          <Route path=":id" element={<OpportunityPage />} />
          <Route path="*" element={<NotHere />} />
        </Routes>
        {asking ? (
          <div className="opportunity-customers">
            <Population key={JSON.stringify(asking.rows.key)} {...asking} onClose={() => setAsking(null)} />
          </div>
        ) : null}
      </OpenCustomersContext>
    </OpenLibrary>
  );
}
