import { i18n } from "@lingui/core";
import { I18nProvider as Texts } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { I18nProvider as Widgets } from "react-aria-components";
import { BrowserRouter, Route, Routes } from "react-router";
import { isMirrored, languageNow, region } from "../ui/language";
import { Toasts } from "../ui/Toast";
import { DataPage } from "./data/DataPage";
import { HomePage } from "./home/HomePage";
import { MapPage } from "./map/MapPage";
import { NotHere } from "./NotHere";

const asked = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 10_000, refetchOnWindowFocus: true } },
});

/** All pages and their addresses; another language draws them anew. */
export function App() {
  const language = useSyncExternalStore(languageNow.subscribe, languageNow.get);
  return (
    <QueryClientProvider client={asked}>
      <Texts i18n={i18n} key={language}>
        <Widgets locale={isMirrored ? "he-IL" : region()}>
          <BrowserRouter>
            <Routes>
              <Route path="/" element={<HomePage />} />
              <Route path="/data" element={<DataPage />} />
              <Route path="/data/:id" element={<DataPage />} />
              <Route path="/maps/:id" element={<MapPage />} />
              <Route path="*" element={<NotHere />} />
            </Routes>
          </BrowserRouter>
          <Toasts />
        </Widgets>
      </Texts>
    </QueryClientProvider>
  );
}
