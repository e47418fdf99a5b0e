// Keys of the desk. Each is also a control on the page; a key typed into a field stays text.
import { byId, h } from "./dom";

export interface Bindings { [key: string]: () => void }

const HELP: [string, string][] = [
  ["/", "Search"],
  ["↓ ↑ or j k", "Next and previous event"],
  ["[ ]", "A day back, a day on"],
  ["Enter", "Open the chosen event: claims and words"],
  ["Esc", "Close, or let go of the event"],
  ["+ − and arrows, on the map", "Zoom and move the map"],
  ["t", "Light, dark, or as the system"],
  ["?", "This help"],
];

export function listenForKeys(bindings: Bindings): void {
  const all: Bindings = {
    "/": () => (byId("q") as HTMLInputElement | null)?.focus(),
    "?": () => openHelp(),
    t: () => (document.querySelector<HTMLButtonElement>("button.theme"))?.click(),
    ...bindings,
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const target = event.target as HTMLElement;
    if (event.key === "Escape" && isField(target)) return target.blur();
    if (isField(target) || (target.closest("#map") && event.key.startsWith("Arrow"))) return;
    if (event.key === "Enter" && target.closest("a, button, summary")) return;
    const act = all[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function isField(target: HTMLElement): boolean {
  return target.matches("input, select, textarea, [contenteditable]");
}

function openHelp(): void {
  const close = h("button", { type: "submit" }, "Close");
  const dialog = h("dialog", { class: "help", "aria-labelledby": "help-title" },
    h("form", { method: "dialog" }, h("h2", { id: "help-title" }, "Keys"),
      h("dl", {}, ...HELP.flatMap(([key, words]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, words)])), close));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  close.focus();
}

export function addHelpButton(host: Element): void {
  const button = h("button", { type: "button", class: "quiet", "aria-label": "Keys and help", title: "Keys (?)" }, "?");
  button.addEventListener("click", openHelp);
  host.append(button);
}
