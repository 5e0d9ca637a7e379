import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { BrowserRouter, Route, Routes } from "react-router";
import { Toasts } from "../ui/Toast";
import { DataPage } from "./data/DataPage";
import { HomePage } from "./home/HomePage";
import { MapPage } from "./map/MapPage";
import { NotHere } from "./NotHere";

const asked = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 10_000, refetchOnWindowFocus: true } },
});

/** All pages and their addresses. */
export function App() {
  return (
    <QueryClientProvider client={asked}>
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
    </QueryClientProvider>
  );
}
