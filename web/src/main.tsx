import "@fontsource-variable/inter";
import "./ui/tokens.css";
import "./ui/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./pages/App";
import { followLanguage } from "./ui/language";
import { followTheme } from "./ui/theme";

followTheme();
await followLanguage();
const root = document.getElementById("root");
if (!root) throw new Error("index.html has no element with the id root, where the app is drawn");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
