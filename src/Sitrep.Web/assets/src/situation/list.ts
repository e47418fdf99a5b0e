// The list of events: the same rows as the server writes, made from the data so that filters answer at once.
import { byId, h, theirs } from "../dom";
import { long } from "../days";
import type { View } from "../view";
import { standingOf, wordsOf, type DeskEvent } from "./data";
import { isOn } from "./filter";
import { eventSymbol } from "./symbols";

/** Rows made at a time: making a thousand would be felt at each filter. More are made when the end comes into sight. */
const PAGE = 60;

export class EventList {
  private events: DeskEvent[] = [];
  private made = 0;
  private view: View | null = null;
  private readonly end = h("li", { class: "more" }, "…");

  constructor(private readonly list: HTMLElement, private readonly names: (place: string) => string | null) {
    new IntersectionObserver((entries) => { if (entries.some((each) => each.isIntersecting)) this.more(PAGE); }).observe(this.end);
  }

  show(events: DeskEvent[], view: View): void {
    this.events = events;
    this.view = view;
    this.made = 0;
    this.list.replaceChildren(events.length === 0 ? h("li", { class: "none" }, "No event matches. Take a filter away, or show all days.") : this.end);
    this.more(PAGE);
    this.choose(view.selected);
  }

  /** The row of the event, made if it is not there yet; null when the list does not hold it. */
  row(id: string): HTMLElement | null {
    const at = this.events.findIndex((each) => each.id === id);
    if (at < 0) return null;
    if (at >= this.made) this.more(at - this.made + PAGE);
    return byId(`ev-${id}`);
  }

  choose(id: string | null): HTMLElement | null {
    this.list.querySelector("[aria-current]")?.removeAttribute("aria-current");
    const row = id ? this.row(id) : null;
    row?.setAttribute("aria-current", "true");
    return row;
  }

  /** Marks the events of the day looked at, and lets links carry it on. */
  look(view: View): void {
    this.view = view;
    const state = stateOf(view);
    for (const event of this.events.slice(0, this.made)) {
      const row = byId(`ev-${event.id}`);
      row?.classList.toggle("on", view.on !== null && isOn(event, view.on));
      row?.querySelector("a.say")?.setAttribute("href", `/events/${encodeURIComponent(event.id)}${state}`);
    }
  }

  private more(count: number): void {
    const view = this.view;
    if (!view || this.made >= this.events.length) return this.end.remove();
    const rows: HTMLElement[] = [];
    const state = stateOf(view);
    let last = this.made > 0 ? dayOf(this.events[this.made - 1]!) : undefined;
    for (const event of this.events.slice(this.made, this.made + count)) {
      const day = dayOf(event);
      if (day !== last) rows.push(h("li", { class: "day-head" }, day ? long(day) : "Without a day"));
      last = day;
      rows.push(row(event, view, `/events/${encodeURIComponent(event.id)}${state}`, this.names));
    }
    this.made = Math.min(this.events.length, this.made + count);
    this.end.before(...rows);
    if (this.made >= this.events.length) this.end.remove();
  }
}

const dayOf = (event: DeskEvent): string | null => event.end ?? event.start;

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
  return h("li", { id: `ev-${event.id}`, "data-id": event.id, class: classes },
    eventSymbol(event.type, standingOf(event)),
    h("div", {},
      h("p", {}, h("a", { class: "say", href }, theirs(event.summary))),
      h("p", { class: "meta" }, badge(event), event.new ? h("span", { class: "badge b-new" }, "new") : null,
        h("time", event.end ? { datetime: event.end } : {}, event.when), place ? " · " : null, place ? theirs(place) : null, ` · ${told}`)));
}

export function badge(event: DeskEvent): HTMLElement {
  return event.expected ? h("span", { class: "badge b-expected" }, "expected") : h("span", { class: `badge b-${event.status}` }, wordsOf(event.status));
}
