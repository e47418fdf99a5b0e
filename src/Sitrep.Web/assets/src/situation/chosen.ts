// The chosen event in short, and who tells it. Its own page holds the matrix of claims.
import { byId, h, theirs } from "../dom";
import type { View } from "../view";
import { standingOf, type DeskEvent, type SituationData } from "./data";
import { badge, stateOf } from "./list";
import { eventSymbol } from "./symbols";

export function showChosen(host: HTMLElement, event: DeskEvent | null, data: SituationData, view: View, drop: () => void): void {
  host.hidden = event === null;
  if (!event) return host.replaceChildren();
  const place = data.places.find((each) => each.id === event.place);
  const href = `/events/${encodeURIComponent(event.id)}${stateOf(view)}`;
  const close = h("button", { type: "button", class: "quiet", "aria-label": "Let go of this event", title: "Let go (Esc)" }, "×");
  close.addEventListener("click", drop);
  const tellings = event.sources.map((id) => data.sources.find((each) => each.id === id)).filter((each) => each !== undefined);
  host.replaceChildren(
    h("div", { class: "chosen-head" }, eventSymbol(event.type, standingOf(event), 22), h("p", {}, h("a", { class: "say", href }, theirs(event.summary))), close),
    h("p", { class: "meta" }, badge(event), " ", event.when, place ? " · " : null,
      place ? h("a", { href: `/places/${encodeURIComponent(place.id)}${stateOf(view)}` }, theirs(place.name)) : " · unplaced",
      place && place.precision !== "town" ? ` (${place.precision})` : null),
    h("p", { class: "tellings" }, `${event.dispatches} ${event.dispatches === 1 ? "telling" : "tellings"}: `,
      ...tellings.flatMap((each, index) => [index ? ", " : null, h("a", { href: `/sources/${encodeURIComponent(each.id)}${stateOf(view)}` }, theirs(each.name))])),
    h("p", {}, h("a", { class: "button", href }, "Who says what, in which words")));
}

/** Marks in the source panel who tells the chosen event. */
export function showSources(event: DeskEvent | null, shown: DeskEvent[]): void {
  const counts = new Map<string, number>();
  for (const each of shown) for (const source of each.sources) counts.set(source, (counts.get(source) ?? 0) + 1);
  const most = Math.max(1, ...counts.values());
  for (const row of byId("source-list")?.children ?? []) {
    const id = row.getAttribute("data-source") ?? "";
    const tells = event?.sources.includes(id) ?? false;
    row.classList.toggle("tells", tells);
    row.classList.toggle("silent", event !== null && !tells);
    let meter = row.querySelector<HTMLElement>(".share");
    if (!meter) row.append(meter = h("span", { class: "share" }, h("span", { class: "n" }), h("i", {})));
    const count = counts.get(id) ?? 0;
    meter.querySelector(".n")!.textContent = String(count);
    meter.title = `${count} of the events shown`;
    meter.querySelector<HTMLElement>("i")!.style.width = `${(100 * count) / most}%`;
  }
  byId("sources")?.classList.toggle("choosing", event !== null);
}
