// The words of a report: layers switched without a new page, and the claim that was asked for brought into sight.
import { byId } from "../dom";

export function openReport(): void {
  const text = byId("report-text");
  if (!text) return;
  for (const box of document.querySelectorAll<HTMLInputElement>('input[name="layer"], input[name="layers"]')) {
    const show = (): void => { text.classList.toggle(`no-${box.value}`, !box.checked); };
    box.addEventListener("change", show);
    show();
    box.closest("form")?.classList.add("live-layers");
  }
  const wanted = new URLSearchParams(location.search).get("claim");
  const mark = document.querySelector(".claim.hit") ?? (wanted ? byId(wanted) : null);
  mark?.scrollIntoView({ block: "center" });
  document.querySelectorAll<HTMLElement>("[data-claim]").forEach((each) => {
    const id = each.dataset.claim!;
    const pair = (on: boolean): void => document.querySelectorAll(`[data-claim="${CSS.escape(id)}"]`).forEach((one) => one.classList.toggle("pair", on));
    each.addEventListener("pointerenter", () => pair(true));
    each.addEventListener("pointerleave", () => pair(false));
  });
}
