// Arithmetic of the timeline: how many days a bar, where ticks stand, which event lies in which lane.
import { partsOf } from "../days";
import type { Window } from "../view";
import { standingOf, STANDINGS, type DeskEvent } from "./data";
import { daysOf, isOpen } from "./filter";

export type Step = "day" | "week" | "month";

/** Bars narrower than that cannot be told apart, px. */
const BAR_MIN = 6;

export function stepOf(perDay: number): Step {
  return perDay >= BAR_MIN ? "day" : perDay * 7 >= BAR_MIN ? "week" : "month";
}

export interface Bin { from: number; to: number; total: number; counts: number[] }

/** Each event counts once, on the last day on which it can have happened: what was told by then. */
export function binsOf(events: DeskEvent[], window: Window, step: Step): Bin[] {
  const bins: Bin[] = [];
  for (let from = startOf(window.from, step); from <= window.to;) {
    const next = step === "day" ? from + 1 : step === "week" ? from + 7 : startOf(from + 32, "month");
    bins.push({ from, to: next - 1, total: 0, counts: STANDINGS.map(() => 0) });
    from = next;
  }
  for (const event of events) {
    const day = daysOf(event)!.to;
    const bin = bins[locate(bins, day)];
    if (!bin || day < bin.from || day > bin.to) continue;
    bin.total++;
    bin.counts[STANDINGS.indexOf(standingOf(event))]!++;
  }
  return bins;
}

function locate(bins: Bin[], day: number): number {
  let [low, high] = [0, bins.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (bins[middle]!.from <= day) low = middle; else high = middle - 1;
  }
  return low;
}

export function startOf(day: number, step: Step): number {
  const { weekday, date } = partsOf(day);
  return step === "day" ? day : step === "week" ? day - weekday : day - date + 1;
}

export interface Tick { day: number; form: Step | "year" }

/** At most one tick per 64 px, on days, Mondays, firsts of months or of years. */
export function ticksOf(window: Window, perDay: number): Tick[] {
  const fits = (days: number): boolean => days * perDay >= 64;
  const rules: [number, Tick["form"], (day: number) => boolean][] = [
    [1, "day", () => true],
    [2, "day", (day) => day % 2 === 0],
    [7, "day", (day) => partsOf(day).weekday === 0],
    [14, "day", (day) => partsOf(day).weekday === 0 && Math.floor((day + 3) / 7) % 2 === 0],
    [30, "month", (day) => partsOf(day).date === 1],
    [91, "month", (day) => partsOf(day).date === 1 && partsOf(day).month % 3 === 0],
    [365, "year", (day) => partsOf(day).date === 1 && partsOf(day).month === 0],
    [3652, "year", (day) => partsOf(day).date === 1 && partsOf(day).month === 0 && partsOf(day).year % 10 === 0],
  ];
  const [, form, holds] = rules.find(([days]) => fits(days)) ?? rules.at(-1)!;
  const ticks: Tick[] = [];
  for (let day = window.from; day <= window.to; day++) if (holds(day)) ticks.push({ day, form });
  return ticks;
}

export interface Placed { event: DeskEvent; left: number; right: number; start: number; end: number; open: boolean; label: string; before: boolean }

const LETTER = 5.6;     // width of an average letter of the labels, px
const LABEL_MAX = 34;   // letters

/** The heaviest events first, each into the first lane with room; what finds none is counted. Labels are kept while they fit. */
export function lanesOf(dated: { event: DeskEvent; days: Window }[], x: (day: number) => number, perDay: number, width: number, most: number): { lanes: Placed[][]; left: number } {
  const lanes: Placed[][] = [];
  let left = 0;
  const order = dated.toSorted((a, b) => b.event.weight - a.event.weight || (a.event.id < b.event.id ? -1 : 1));
  for (const { event, days } of order) {
    const open = isOpen(event);
    const [from, to] = [Math.max(-4, open ? x(days.to + 1) - Math.max(14, Math.min(40, perDay * 2)) : x(days.from)), Math.min(width + 4, x(days.to + 1) - 1)];
    const right = Math.max(from + 5, to);
    const label = shorten(event.summary);
    const long = label.length * LETTER + 4;
    const before = right + long > width;          // no room to the right: the label stands before its bar, or not at all
    const start = before ? from - long : from;
    const bare: Placed = { event, left: from, right, start: from, end: right + 2, open, label: "", before: false };
    const placed = start < 0 && before ? bare : { ...bare, start, end: before ? right + 2 : right + long, label, before };
    if (!place(lanes, placed, most) && !place(lanes, bare, most)) left++;
  }
  return { lanes, left };
}

function place(lanes: Placed[][], item: Placed, most: number): boolean {
  let lane = lanes.find((each) => each.every((other) => other.end + 4 < item.start || other.start > item.end + 4));
  if (!lane) {
    if (lanes.length >= most) return false;
    lanes.push(lane = []);
  }
  lane.push(item);
  return true;
}

function shorten(text: string): string {
  return text.length <= LABEL_MAX ? text : `${text.slice(0, LABEL_MAX - 1).trimEnd()}…`;
}
