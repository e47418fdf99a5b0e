// The list of events: the same rows as the server writes, made from the data so that filters answer at once.
import { h, theirs } from "../dom";
import { long } from "../days";
import type { View } from "../view";
import { standingOf, wordsOf, type DeskEvent } from "./data";
import { isOn } from "./filter";
import { eventSymbol } from "./symbols";

const PAGE = 200;   // rows made at a time; a thousand rows would slow each filter down

export function showList(list: HTMLElement, events: DeskEvent[], view: View, names: (place: string) => string | null, shown = PAGE): void {
  const query = (id: string): string => `/events/${encodeURIComponent(id)}${stateOf(view)}`;
  const rows: HTMLElement[] = [];
  let last: string | null = null;
  for (const event of events.slice(0, shown)) {
    const day = event.end ?? event.start;
    if (day !== last) {
      rows.push(h("li", { class: "day-head" }, day ? long(day) : "Without a day"));
      last = day;
    }
    rows.push(row(event, view, query(event.id), names));
  }
  if (events.length > shown) {
    const more = h("button", { type: "button" }, `Show ${Math.min(PAGE, events.length - shown)} more of ${events.length - shown}`);
    more.addEventListener("click", () => showList(list, events, view, names, shown + PAGE));
    rows.push(h("li", { class: "more" }, more));
  }
  if (events.length === 0) rows.push(h("li", { class: "none" }, "No event matches. Take a filter away, or show all days."));
  list.replaceChildren(...rows);
}

/** What links carry on: which day is known, which day is looked at. */
export function stateOf(view: View): string {
  const query = new URLSearchParams();
  if (view.asOf) query.set("as_of", view.asOf);
  if (view.on) query.set("on", view.on);
  if (view.since) query.set("since", view.since);
  const text = query.toString();
  return text ? `?${text}` : "";
}

function row(event: DeskEvent, view: View, href: string, names: (place: string) => string | null): HTMLElement {
  const classes = [event.new && "new", event.disputed && "disputed", event.background && "background", view.on && isOn(event, view.on) && "on"].filter(Boolean).join(" ");
  const place = event.place ? names(event.place) : null;
  const told = `${event.dispatches} ${event.dispatches === 1 ? "telling" : "tellings"}, ${event.claimants} ${event.claimants === 1 ? "claimant" : "claimants"}`;
  return h("li", { id: `ev-${event.id}`, "data-id": event.id, class: classes, "aria-current": view.selected === event.id ? "true" : null },
    eventSymbol(event.type, standingOf(event)),
    h("div", {},
      h("p", {}, h("a", { class: "say", href }, theirs(event.summary))),
      h("p", { class: "meta" }, badge(event), event.new ? h("span", { class: "badge b-new" }, "new") : null,
        h("time", event.end ? { datetime: event.end } : {}, event.when), place ? " · " : null, place ? theirs(place) : null, ` · ${told}`)));
}

export function badge(event: DeskEvent): HTMLElement {
  return event.expected ? h("span", { class: "badge b-expected" }, "expected") : h("span", { class: `badge b-${event.status}` }, wordsOf(event.status));
}
