import { i18n } from "@lingui/core";
import { I18nProvider as Texts } from "@lingui/react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useSyncExternalStore } from "react";
import { I18nProvider as Widgets } from "react-aria-components";
import { BrowserRouter, Route, Routes } from "react-router";
import { isMirrored, languageNow, region } from "../ui/language";
import { useAhead } from "../ui/later";
import { Toasts } from "../ui/Toast";
import { NotHere } from "./NotHere";
import { NotReached } from "./NotReached";

const asked = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 10_000, refetchOnWindowFocus: true } },
});

// Each page comes with what it needs alone; the others come when somebody goes there.
const pages = {
  bindings: () => withTexts(import("./bindings/BindingsPage")),
  home: () => withTextsOfHome(import("./home/HomePage")),
  data: () => withTexts(import("./data/DataPage")),
  evidence: () => withTextsOfEvidence(import("./evidence/EvidencePage")),
  explore: () => withOwnTexts(import("./explore/ExplorePage")),
  excerpts: () => withTexts(import("./data/excerpts/ExcerptsPage")),
  library: () => withTextsOfLibrary(import("./library/LibraryPage")),
  map: () => import("./map/MapPage"),
  opportunities: () => withTextsOfOpportunities(import("./opportunities/OpportunitiesPage")),
  portfolio: () => withTextsOfPortfolio(import("./portfolio/PortfolioPage")),
  roadmap: () => withTextsOfPortfolio(import("./portfolio/RoadmapPage")),
  search: () => withTextsOfPortfolio(import("./search/SearchPage")),
  templates: () => withTextsOfHome(import("./templates/TemplatesPage")),
};
const BindingsPage = lazy(() =>
  pages.bindings().then((room) => ({ default: room.BindingsPage }), notReached),
);
const DataPage = lazy(() => pages.data().then((room) => ({ default: room.DataPage }), notReached));
const EvidencePage = lazy(() =>
  pages.evidence().then((room) => ({ default: room.EvidencePage }), notReached),
);
const ExcerptsPage = lazy(() =>
  pages.excerpts().then((room) => ({ default: room.ExcerptsPage }), notReached),
);
const ExplorePage = lazy(() => pages.explore().then((room) => ({ default: room.ExplorePage }), notReached));
const HomePage = lazy(() => pages.home().then((room) => ({ default: room.HomePage }), notReached));
const LibraryPage = lazy(() => pages.library().then((room) => ({ default: room.LibraryPage }), notReached));
const MapPage = lazy(() => pages.map().then((room) => ({ default: room.MapPage }), notReached));
const OpportunitiesPage = lazy(() =>
  pages.opportunities().then((room) => ({ default: room.OpportunitiesPage }), notReached),
);
const PortfolioPage = lazy(() =>
  pages.portfolio().then((room) => ({ default: room.PortfolioPage }), notReached),
);
const RoadmapPage = lazy(() => pages.roadmap().then((room) => ({ default: room.RoadmapPage }), notReached));
const SearchPage = lazy(() => pages.search().then((room) => ({ default: room.SearchPage }), notReached));
const TemplatesPage = lazy(() =>
  pages.templates().then((room) => ({ default: room.TemplatesPage }), notReached),
);

/** A page about data, once its texts have come, too. */
async function withTexts<Room>(room: Promise<Room>): Promise<Room> {
  const [come] = await Promise.all([room, import("./data/texts").then(({ spoken }) => spoken)]);
  return come;
}

async function withTextsOfEvidence<Room>(room: Promise<Room>): Promise<Room> {
  const [come] = await Promise.all([room, import("./evidence/texts").then(({ spoken }) => spoken)]);
  return come;
}

async function withTextsOfHome<Room>(room: Promise<Room>): Promise<Room> {
  const [come] = await Promise.all([room, import("./home/texts").then(({ spoken }) => spoken)]);
  return come;
}

async function withTextsOfLibrary<Room>(room: Promise<Room>): Promise<Room> {
  const [come] = await Promise.all([room, import("./library/spoken").then(({ spoken }) => spoken)]);
  return come;
}

async function withTextsOfPortfolio<Room>(room: Promise<Room>): Promise<Room> {
  const [come] = await Promise.all([room, import("./portfolio/texts").then(({ spoken }) => spoken)]);
  return come;
}

async function withOwnTexts<Room>(room: Promise<Room>): Promise<Room> {
  const [come] = await Promise.all([room, import("./explore/texts").then(({ spoken }) => spoken)]);
  return come;
}

async function withTextsOfOpportunities<Room>(room: Promise<Room>): Promise<Room> {
  const [come] = await Promise.all([room, import("./opportunities/texts").then(({ spoken }) => spoken)]);
  return come;
}

function notReached() {
  return { default: NotReached };
}

const ALL = Object.values(pages);
const AHEAD = 1500; // milliseconds after which the first page has what it needs

/** All pages and their addresses; another language draws them anew. */
export function App() {
  const language = useSyncExternalStore(languageNow.subscribe, languageNow.get);
  useAhead(ALL, AHEAD);
  return (
    <QueryClientProvider client={asked}>
      <Texts i18n={i18n} key={language}>
        <Widgets locale={isMirrored ? "he-IL" : region()}>
          <BrowserRouter>
            <Suspense fallback={<main className="map-waits" aria-busy="true" />}>
              <Routes>
                <Route path="/" element={<HomePage />} />
                <Route path="/templates" element={<TemplatesPage />} />
                <Route path="/data" element={<DataPage />} />
                <Route path="/data/:id" element={<DataPage />} />
                <Route path="/data/:id/excerpts" element={<ExcerptsPage />} />
                <Route path="/data/:id/bindings" element={<BindingsPage />} />
                <Route path="/bindings" element={<BindingsPage />} />
                <Route path="/explore" element={<ExplorePage />} />
                <Route path="/explore/:id" element={<ExplorePage />} />
                <Route path="/evidence/*" element={<EvidencePage />} />
                <Route path="/library/*" element={<LibraryPage />} />
                <Route path="/opportunities/*" element={<OpportunitiesPage />} />
                <Route path="/maps/:id" element={<MapPage />} />
                <Route path="/portfolio" element={<PortfolioPage />} />
                <Route path="/portfolio/roadmap/:id" element={<RoadmapPage />} />
                <Route path="/search" element={<SearchPage />} />
                <Route path="*" element={<NotHere />} />
              </Routes>
            </Suspense>
          </BrowserRouter>
          <Toasts />
        </Widgets>
      </Texts>
    </QueryClientProvider>
  );
}
