// The chosen event in short, and who tells it. Its own page holds the matrix of claims.
import { byId, h, theirs } from "../dom";
import type { DeskEvent, SituationData } from "./data";
import { badge, eventPath } from "./list";
import { eventSymbol } from "./symbols";

/** Tellings named beside the chosen event; the rest stand on its page. */
const NAMED_MAX = 12;

export function showChosen(host: HTMLElement, event: DeskEvent | null, data: SituationData, drop: () => void): void {
  host.hidden = event === null;
  if (!event) return host.replaceChildren();
  const { place } = event;
  const href = eventPath(event);
  const close = h("button", { type: "button", class: "quiet", "aria-label": "Let go of this event", title: "Let go (Esc)" }, "×");
  close.addEventListener("click", drop);
  const where = place ? [" · ", h("a", { href: `/places/${encodeURIComponent(place.id)}` }, theirs(place.name)), place.lat === null ? " (unplaced)" : place.precision === "town" ? null : ` (${place.precision})`] : [" · no place told"];
  const more = event.sources.length - NAMED_MAX;
  host.replaceChildren(
    h("div", { class: "chosen-head" }, eventSymbol(event.type, event.standing, 22), h("p", {}, h("a", { class: "say", href }, theirs(event.summary))), close),
    h("p", { class: "meta" }, badge(event), " ", event.when, ...where),
    h("p", { class: "tellings" }, `${event.dispatches} ${event.dispatches === 1 ? "telling" : "tellings"}: `,
      ...event.sources.slice(0, NAMED_MAX).flatMap((id, index) => [index ? ", " : null, h("a", { href: `/sources/${encodeURIComponent(id)}` }, theirs(data.sources.get(id) ?? id))]), more > 0 ? ` and ${more} more` : null),
    h("p", {}, h("a", { class: "button", href }, "Who says what, in which words")));
}

/** The panel of sources: how much of what is shown each tells, and who tells the chosen event. */
export class SourcePanel {
  private tells: Element[] = [];

  /** After a filter: a bar for each source by its share of the events shown. */
  count(shown: DeskEvent[]): void {
    const counts = new Map<string, number>();
    for (const each of shown) for (const source of each.sources) counts.set(source, (counts.get(source) ?? 0) + 1);
    const rows = [...(byId("source-list")?.children ?? [])].map((row) => ({ row, count: counts.get(row.getAttribute("data-source") ?? "") ?? 0 }));
    const most = Math.max(1, ...rows.map(({ count }) => count));
    for (const { row, count } of rows) {
      let meter = row.querySelector<HTMLElement>(".share");
      if (!meter) row.append(meter = h("span", { class: "share" }, h("span", { class: "n" }), h("i", {})));
      const text = String(count);
      if (meter.firstElementChild!.textContent === text && meter.dataset.most === String(most)) continue;
      meter.firstElementChild!.textContent = text;
      meter.dataset.most = String(most);
      meter.title = `${count} of the events shown`;
      (meter.lastElementChild as HTMLElement).style.width = `${(100 * count) / most}%`;
    }
  }

  mark(event: DeskEvent | null): void {
    for (const row of this.tells) row.classList.remove("tells");
    const list = byId("source-list");
    this.tells = event ? event.sources.flatMap((id) => list?.querySelector(`[data-source="${CSS.escape(id)}"]`) ?? []) : [];
    for (const row of this.tells) row.classList.add("tells");
    byId("sources")?.classList.toggle("choosing", event !== null);
  }
}
