// The list of events: the same rows as the server writes, made from the data so that filters answer at once. Only a window of it stands in the page.
import { byId, h, theirs } from "../dom";
import { long, toDay } from "../days";
import type { View } from "../view";
import { wordsOf, type DeskEvent } from "./data";
import { isOn } from "./filter";
import { eventSymbol } from "./symbols";

/** Rows made at a time: more than a screen shows; making a thousand would be felt at each filter. More are made when an end comes near. */
const PAGE = 24;

/** Rows on paper: some thirty pages; the printable report is made for more. */
const PRINTED_MAX = 1000;

/** Rows kept beyond the window when a chosen one lies within it. */
const NEAR = 4;

export class EventList {
  private events: DeskEvent[] = [];
  private from = 0;          // the rows that stand: from, inclusive, to `to`, exclusive
  private to = 0;
  private on: string | null = null;
  private readonly rows = new WeakMap<DeskEvent, HTMLElement>();
  private readonly head = h("li", { class: "more", "aria-hidden": "true" }, "…");
  private readonly end = h("li", { class: "more", "aria-hidden": "true" }, "…");

  constructor(private readonly list: HTMLElement) {
    const near = new IntersectionObserver((entries) => {
      for (const entry of entries) if (entry.isIntersecting) this.grow(entry.target === this.head);
    }, { root: null, rootMargin: "200px" });
    near.observe(this.head);
    near.observe(this.end);
    // Paper does not scroll.
    addEventListener("beforeprint", () => { this.fill(0, PRINTED_MAX); });
  }

  show(events: DeskEvent[], view: View): void {
    this.events = events;
    this.on = view.on;
    const at = view.selected ? events.findIndex((each) => each.id === view.selected) : -1;
    this.fill(at < PAGE ? 0 : at - NEAR);
    this.list.scrollTop = 0;
    this.choose(view.selected);
  }

  /** Marks the row of the event, made if it is not there yet; null when the list does not hold it. */
  choose(id: string | null): HTMLElement | null {
    this.list.querySelector("[aria-current]")?.removeAttribute("aria-current");
    const row = id ? this.row(id) : null;
    row?.setAttribute("aria-current", "true");
    return row;
  }

  row(id: string): HTMLElement | null {
    const at = this.events.findIndex((each) => each.id === id);
    if (at < 0) return null;
    if (at < this.from || at >= this.to) this.fill(Math.max(0, Math.min(at - NEAR, this.events.length - PAGE)));
    return byId(`ev-${id}`);
  }

  /** Marks the events of the day looked at. */
  look(on: string | null): void {
    this.on = on;
    for (const event of this.events.slice(this.from, this.to)) this.rows.get(event)?.classList.toggle("on", on !== null && isOn(event, on));
  }

  private fill(from: number, count = PAGE): void {
    this.from = from;
    this.to = Math.min(this.events.length, from + count);
    if (this.events.length === 0) return this.list.replaceChildren(h("li", { class: "none" }, "No event matches. Take a filter away, or show all days."));
    this.list.replaceChildren(...(from > 0 ? [this.head] : []), ...this.lines(from, this.to), ...(this.to < this.events.length ? [this.end] : []));
  }

  private grow(upwards: boolean): void {
    if (upwards && this.from > 0) {
      const from = Math.max(0, this.from - PAGE);
      const [before, top] = [this.list.scrollHeight, this.list.scrollTop];
      this.head.nextElementSibling?.classList.contains("day-head") && this.head.nextElementSibling.remove();
      this.head.after(...this.lines(from, this.from + 1).slice(0, -1));
      this.from = from;
      if (from === 0) this.head.remove();
      this.list.scrollTop = top + this.list.scrollHeight - before;
    }
    if (!upwards && this.to < this.events.length) {
      const to = Math.min(this.events.length, this.to + PAGE);
      this.end.before(...this.lines(this.to, to));
      this.to = to;
      if (to === this.events.length) this.end.remove();
      else requestAnimationFrame(() => { if (this.end.getBoundingClientRect().top < this.list.getBoundingClientRect().bottom) this.grow(false); });
    }
  }

  /** Rows with a heading before each new day; the first has one when it stands at the top. */
  private lines(from: number, to: number): HTMLElement[] {
    let last = from > this.from ? dayOf(this.events[from - 1]!) : undefined;
    return this.events.slice(from, to).flatMap((event) => {
      const day = dayOf(event);
      const head = day === last ? [] : [h("li", { class: "day-head" }, day === null ? "Without a day" : long(toDay(day)))];
      last = day;
      return [...head, this.rowOf(event)];
    });
  }

  private rowOf(event: DeskEvent): HTMLElement {
    let row = this.rows.get(event);
    if (!row) this.rows.set(event, row = makeRow(event));
    row.classList.toggle("on", this.on !== null && isOn(event, this.on));
    return row;
  }
}

const dayOf = (event: DeskEvent): number | null => event.days?.to ?? null;

function makeRow(event: DeskEvent): HTMLElement {
  const classes = [event.new && "new", event.disputed && "disputed", event.background && "background"].filter(Boolean).join(" ");
  const told = `${event.dispatches} ${event.dispatches === 1 ? "telling" : "tellings"}, ${event.claimants} ${event.claimants === 1 ? "claimant" : "claimants"}`;
  return h("li", { id: `ev-${event.id}`, "data-id": event.id, class: classes },
    eventSymbol(event.type, event.standing),
    h("div", {},
      h("p", {}, h("a", { class: "say", href: eventPath(event) }, theirs(event.summary))),
      h("p", { class: "meta" }, badge(event), event.new ? h("span", { class: "badge b-new" }, "new") : null,
        h("time", event.days ? { datetime: toDay(event.days.to) } : {}, event.when), event.place ? " · " : null, event.place ? theirs(event.place.name) : null, ` · ${told}`)));
}

/** The days that are looked at are added when somebody goes there. */
export const eventPath = (event: DeskEvent): string => `/events/${encodeURIComponent(event.id)}`;

export function badge(event: DeskEvent): HTMLElement {
  return event.expected ? h("span", { class: "badge b-expected" }, "expected") : h("span", { class: `badge b-${event.status}` }, wordsOf(event.status));
}
