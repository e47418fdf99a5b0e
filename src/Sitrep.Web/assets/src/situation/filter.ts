// The same rules as the server's list: within one filter any value will do, between filters all must hold.
import { toNumber } from "../days";
import { FILTERS, type FilterName, type View, type Window } from "../view";
import type { DeskEvent } from "./data";

const HOLDS: Record<FilterName, (event: DeskEvent, wanted: string[]) => boolean> = {
  type: (event, wanted) => wanted.includes(event.type),
  status: (event, wanted) => wanted.includes(event.status),
  place: (event, wanted) => event.place !== null && wanted.includes(event.place.id),
  actor: (event, wanted) => event.actors.some((each) => wanted.includes(each)),
  side: (event, wanted) => event.sides.some((each) => wanted.includes(each)),
  source: (event, wanted) => event.sources.some((each) => wanted.includes(each)),
};

/** Tells of an event whether it passes. */
export function passing(filters: View["filters"]): (event: DeskEvent) => boolean {
  const asked = FILTERS.filter((name) => filters[name].length > 0);
  return (event) => asked.every((name) => HOLDS[name](event, filters[name]));
}

export function within(event: DeskEvent, window: Window | null): boolean {
  return window === null || (event.days !== null && event.days.from <= window.to && event.days.to >= window.from);
}

export function isOn(event: DeskEvent, day: string): boolean {
  const at = toNumber(day);
  return within(event, { from: at, to: at }) && event.days !== null;
}
