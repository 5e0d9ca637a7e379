/** Which theme is shown: the system's, or the one that the person chose, kept in this browser. */
export type Theme = "system" | "light" | "dark";

const KEY = "footfall.theme";
const system = () => globalThis.matchMedia?.("(prefers-color-scheme: dark)");

export function chosenTheme(): Theme {
  const kept = localStorage.getItem(KEY);
  return kept === "light" || kept === "dark" ? kept : "system";
}

/** The theme as painted: what is chosen, else what the system asks for. */
export function paintedTheme(theme: Theme = chosenTheme()): "light" | "dark" {
  if (theme !== "system") return theme;
  return system()?.matches ? "dark" : "light";
}

export function chooseTheme(theme: Theme): void {
  if (theme === "system") localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, theme);
  paint();
}

/** Paint the theme now and follow the system from here on. */
export function followTheme(): void {
  paint();
  system()?.addEventListener("change", paint);
  addEventListener("storage", paint);
}

function paint(): void {
  document.documentElement.dataset.theme = paintedTheme();
}
