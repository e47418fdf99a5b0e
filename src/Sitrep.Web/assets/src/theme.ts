// Light, dark, or as the system says. The choice is kept in the browser only.
import { h } from "./dom";

type Theme = "system" | "light" | "dark";
const KEY = "sitrep-theme";
const ORDER: Theme[] = ["system", "light", "dark"];
const WORDS: Record<Theme, string> = { system: "Theme: as the system", light: "Theme: light", dark: "Theme: dark" };
const SIGNS: Record<Theme, string> = { system: "◐", light: "☀", dark: "☾" };

function kept(): Theme {
  try {
    const value = localStorage.getItem(KEY) as Theme | null;
    return value && ORDER.includes(value) ? value : "system";
  } catch {
    return "system";   // storage may be forbidden; the page works without
  }
}

export function applyTheme(theme: Theme = kept()): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function onThemeChange(act: () => void): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", act);
  document.addEventListener("sitrep-theme", act);
}

export function addThemeButton(host: Element): void {
  const button = h("button", { type: "button", class: "theme quiet" });
  const show = (theme: Theme): void => {
    button.textContent = SIGNS[theme];
    button.title = WORDS[theme];
    button.setAttribute("aria-label", WORDS[theme]);
  };
  show(kept());
  button.addEventListener("click", () => {
    const next = ORDER[(ORDER.indexOf(kept()) + 1) % ORDER.length]!;
    try { localStorage.setItem(KEY, next); } catch { /* kept for this page only */ }
    applyTheme(next);
    show(next);
    document.dispatchEvent(new Event("sitrep-theme"));
  });
  host.append(button);
}
