// The words of a report: layers switched without a new page, and the claim that was asked for brought into sight.
import { byId } from "../dom";

export function openReport(): void {
  const text = byId("report-text");
  if (!text) return;
  for (const box of document.querySelectorAll<HTMLInputElement>('#layers input[name="layer"]')) {
    box.addEventListener("change", () => text.classList.toggle(`show-${box.value}`, box.checked));
    box.closest("form")?.classList.add("live-layers");
  }
  const wanted = new URLSearchParams(location.search).get("claim");
  const mark = document.querySelector(".claim.hit") ?? (wanted ? byId(wanted) : null);
  mark?.scrollIntoView({ block: "center" });
  // One claim may be cut into several marks, and one mark may carry several claims.
  for (const each of text.querySelectorAll<HTMLElement>("[data-claim]")) {
    const ids = each.dataset.claim!.split(" ");
    const pair = (on: boolean): void => {
      for (const id of ids) for (const one of text.querySelectorAll(`[data-claim~="${CSS.escape(id)}"]`)) one.classList.toggle("pair", on);
    };
    each.addEventListener("pointerenter", () => pair(true));
    each.addEventListener("pointerleave", () => pair(false));
  }
}
