// Arithmetic of the timeline: how many days a bar, where ticks stand, which event lies in which lane.
import { partsOf } from "../days";
import type { Window } from "../view";
import { STANDINGS, type DeskEvent } from "./data";

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
    const bin = event.days && binAt(bins, event.days.to);
    if (!bin) continue;
    bin.total++;
    bin.counts[event.sure]!++;
  }
  return bins;
}

/** The bin that holds the day. */
export function binAt(bins: Bin[], day: number): Bin | undefined {
  const bin = bins[locate(bins, day)];
  return bin && day >= bin.from && day <= bin.to ? bin : undefined;
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

/** The days most of what is news lies in: what happened long before would press it into a corner. */
export function coreOf(days: Window[], whole: Window): Window {
  const last = days.map((each) => each.to).sort((a, b) => a - b);
  if (last.length === 0) return whole;
  const at = (share: number): number => last[Math.min(last.length - 1, Math.floor(share * last.length))]!;
  const [from, to] = [at(0.08), at(0.98)];
  const margin = Math.max(4, Math.round((to - from) * 0.35));
  return { from: Math.max(whole.from, from - margin), to: Math.min(whole.to, to + margin) };
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

export interface Placed { event: DeskEvent; left: number; right: number; start: number; end: number; lane: number; label: string; before: boolean }

const LETTER = 5.6;     // width of an average letter of the labels, px
const LABEL_MAX = 34;   // letters

/** Events tried for a lane; those that weigh less are counted only. */
const TRIED_MAX = 600;

/** Pixels a cell: where a lane is taken is kept in cells, so that a lane full of events is as quick to ask as an empty one. */
const CELL = 4;

/** The heaviest events first, each into the first lane with room; what finds none is counted. Labels are kept while they fit. `heaviest`: all with days within the window. */
export function lanesOf(heaviest: DeskEvent[], x: (day: number) => number, perDay: number, width: number, most: number, larger = 1): Placed[] {
  const lanes: Placed[] = [];
  const taken = Array.from({ length: most }, () => new Uint8Array(Math.ceil(width / CELL) + 8));
  for (const event of heaviest.slice(0, TRIED_MAX)) {
    const days = event.days!;
    const [from, to] = [Math.max(-4, event.open ? x(days.to + 1) - Math.max(14, Math.min(40, perDay * 2)) : x(days.from)), Math.min(width + 4, x(days.to + 1) - 1)];
    const right = Math.max(from + 5, to);
    const label = shorten(event.summary);
    const long = label.length * LETTER * larger + 4;
    const before = right + long > width;          // no room to the right: the label stands before its bar, or not at all
    const start = before ? from - long : from;
    const bare: Placed = { event, left: from, right, start: from, end: right + 2, lane: 0, label: "", before: false };
    const placed = start < 0 && before ? bare : { ...bare, start, end: before ? right + 2 : right + long, label, before };
    if (!place(lanes, taken, placed)) place(lanes, taken, bare);
  }
  return lanes;
}

function place(lanes: Placed[], taken: Uint8Array[], item: Placed): boolean {
  const [from, to] = [Math.max(0, Math.floor(item.start / CELL) - 1), Math.max(1, Math.ceil(item.end / CELL) + 1)];
  const free = taken.findIndex((cells) => cells.subarray(from, to).indexOf(1) < 0);
  if (free < 0) return false;
  taken[free]!.fill(1, from, to);
  item.lane = free;
  lanes.push(item);
  return true;
}

function shorten(text: string): string {
  return text.length <= LABEL_MAX ? text : `${text.slice(0, LABEL_MAX - 1).trimEnd()}…`;
}
