// The same rules as the server's list: within one filter any value will do, between filters all must hold.
import { toNumber } from "../days";
import { FILTERS, type FilterName, type View, type Window } from "../view";
import type { DeskEvent } from "./data";

const VALUES: Record<FilterName, (event: DeskEvent) => string[]> = {
  type: (event) => [event.type],
  actor: (event) => event.actors,
  side: (event) => event.sides,
  source: (event) => event.sources,
  status: (event) => [event.status],
  place: (event) => (event.place ? [event.place] : []),
};

export function matches(event: DeskEvent, filters: View["filters"]): boolean {
  return FILTERS.every((name) => {
    const wanted = filters[name];
    return wanted.length === 0 || VALUES[name](event).some((value) => wanted.includes(value));
  });
}

const known = new WeakMap<DeskEvent, Window | null>();

/** First and last day on which the event may have happened; null when its words give no day. Worked out once: every move asks for all events. */
export function daysOf(event: DeskEvent): Window | null {
  let days = known.get(event);
  if (days === undefined) known.set(event, days = readDays(event));
  return days;
}

function readDays(event: DeskEvent): Window | null {
  const last = event.end ?? event.start;
  if (!last) return null;
  if (isOpen(event)) return { from: toNumber(last), to: toNumber(last) };
  return { from: toNumber(event.start ?? last), to: toNumber(last) };
}

export function within(event: DeskEvent, window: Window | null): boolean {
  if (!window) return true;
  const days = daysOf(event);
  return days !== null && days.from <= window.to && days.to >= window.from;
}

export function isOn(event: DeskEvent, day: string): boolean {
  const days = daysOf(event);
  const at = toNumber(day);
  return days !== null && days.from <= at && at <= days.to;
}

/** In the order in which things happened; what is told first comes first within a day. */
export function inOrder(events: DeskEvent[]): DeskEvent[] {
  return events.toSorted((a, b) => (daysOf(a)?.to ?? Infinity) - (daysOf(b)?.to ?? Infinity)
    || (daysOf(a)?.from ?? 0) - (daysOf(b)?.from ?? 0) || b.weight - a.weight || (a.id < b.id ? -1 : 1));
}

/** True when the words give only a last day: it was told by then, and nothing says since when. */
export function isOpen(event: DeskEvent): boolean {
  return event.start === null || event.precision === "unknown";
}
