// Draws the timeline: counts by day above, events as bars below. A bar is as long as the words leave the day open; nothing is drawn sharper than it was told.
// All bars of one standing are one path: thousands of elements would be felt at each move. What lies under the pointer is worked out.
import { svg } from "../dom";
import { long, monthName, partsOf, short, toDay } from "../days";
import type { Window } from "../view";
import { STANDINGS, type DeskEvent, type Standing } from "./data";
import { binAt, binsOf, lanesOf, stepOf, ticksOf, type Bin, type Placed, type Tick } from "./timeline-scale";

/** `heaviest`: all that lie within the window, what is told first comes first. Days are counted from 1970. */
export interface Drawing { heaviest: DeskEvent[]; window: Window; width: number; on: number | null; asOf: number | null }

export interface Hit { event?: DeskEvent; day?: number; words: string; box: [left: number, top: number, width: number, height: number] }

const LANES_MAX = 12; // more lanes than that are read as noise; the counts and the list hold the rest

export class TimelinePicture {
  private readonly bars: number;    // heights at the size of the page's letters, px
  private readonly axis: number;
  private readonly lane: number;
  private readonly words = svg("title");
  private readonly under = svg("g", {});       // the day looked at
  private readonly body = svg("g", {});
  private readonly pointed = svg("rect", { class: "pointed", visibility: "hidden" });
  private readonly over = svg("g", { class: "chosen" });
  private drawing: Drawing | null = null;
  private bins: Bin[] = [];
  private ticks: Tick[] = [];
  private placed: Placed[] = [];
  private height = 0;

  constructor(private readonly root: SVGSVGElement, private readonly larger: number) {
    [this.bars, this.axis, this.lane] = [62 * larger, 20 * larger, 17 * larger];
    root.append(this.words, patterns(), this.under, this.over, this.body, this.pointed);
  }

  /** Returns how many of the events found no lane. */
  draw(drawing: Drawing): number {
    this.drawing = drawing;
    const { heaviest, window, width } = drawing;
    this.placed = lanesOf(heaviest, this.x, this.perDay, width, LANES_MAX, this.larger);
    this.bins = binsOf(heaviest, window, stepOf(this.perDay));
    this.ticks = ticksOf(window, this.perDay / this.larger);
    const lanes = this.placed.reduce((most, each) => Math.max(most, each.lane + 1), 1);
    this.height = this.bars + this.axis + lanes * this.lane + 6;
    this.root.setAttribute("viewBox", `0 0 ${width} ${this.height}`);
    this.root.setAttribute("height", String(this.height));
    this.root.setAttribute("aria-label", `Timeline, ${long(toDay(window.from))} to ${long(toDay(window.to))}: ${heaviest.length} events. The list of events holds the same in words.`);
    this.body.replaceChildren(...this.knownBy(), ...this.counts(), ...this.axisParts(), ...this.items());
    this.look(drawing.on);
    this.hover(-1, -1);
    return heaviest.length - this.placed.length;
  }

  look(on: number | null): void {
    this.under.replaceChildren(...(on === null ? [] : [svg("rect", { class: "on-band", x: this.x(on), y: 0, width: Math.max(2, this.perDay), height: this.height })]));
  }

  /** Marks the event in its lane, and its days among the counts. */
  choose(event: DeskEvent | null): void {
    const placed = event && this.placed.find((each) => each.event === event);
    const parts = event?.days ? [svg("rect", { class: "days", x: this.x(event.days.from), y: 0, width: Math.max(2, (event.days.to - event.days.from + 1) * this.perDay), height: this.bars })] : [];
    if (placed) parts.push(svg("rect", { class: "lane", "data-id": placed.event.id, x: placed.start - 2, y: this.top(placed) - 1, width: placed.end - placed.start + 3, height: this.lane - 2 }));
    this.over.replaceChildren(...parts);
  }

  hover(x: number, y: number): void {
    const hit = this.hit(x, y);
    this.root.classList.toggle("over", hit !== null);
    this.words.textContent = hit?.words ?? "";
    this.pointed.setAttribute("visibility", hit ? "visible" : "hidden");
    if (!hit) return;
    for (const [at, name] of ["x", "y", "width", "height"].entries()) this.pointed.setAttribute(name, String(hit.box[at]!));
  }

  /** What lies there: an event of a lane, a column of the counts, a day of the axis. */
  hit(x: number, y: number): Hit | null {
    if (!this.drawing || x < 0 || y < 0) return null;
    if (y < this.bars) {
      const bin = binAt(this.bins, Math.floor(x / this.perDay) + this.drawing.window.from);
      return bin && bin.total > 0 ? { day: bin.from, words: wordsOf(bin), box: [this.x(bin.from), 0, this.x(bin.to + 1) - this.x(bin.from) - 1, this.bars] } : null;
    }
    if (y < this.bars + this.axis) {
      const tick = this.ticks.findLast((each) => this.x(each.day) <= x);
      return tick && x < this.x(tick.day) + 60 * this.larger ? { day: tick.day, words: long(toDay(tick.day)), box: [this.x(tick.day), this.bars + 2, 58 * this.larger, this.axis - 2] } : null;
    }
    const lane = Math.floor((y - this.bars - this.axis - 3) / this.lane);
    const found = this.placed.find((each) => each.lane === lane && x >= each.start - 2 && x <= Math.max(each.end, each.start + 8));
    return found ? { event: found.event, words: `${found.event.when}: ${found.event.summary}`, box: [found.start - 2, this.top(found) - 1, found.end - found.start + 3, this.lane - 2] } : null;
  }

  private readonly x = (day: number): number => (day - this.drawing!.window.from) * this.perDay;

  private get perDay(): number {
    const { window, width } = this.drawing!;
    return width / (window.to - window.from + 1);
  }

  private top(placed: Placed): number {
    return this.bars + this.axis + 4 + placed.lane * this.lane;
  }

  private counts(): SVGElement[] {
    const most = Math.max(1, ...this.bins.map((bin) => bin.total));
    const room = this.bars - 16 * this.larger;
    const paths = new Paths("bar");
    const labels: SVGElement[] = [];
    for (const bin of this.bins) {
      if (bin.total === 0) continue;
      const left = this.x(bin.from);
      const wide = Math.max(1, this.x(bin.to + 1) - left - 1);
      let top = this.bars;
      for (const [at, standing] of STANDINGS.entries()) {
        const tall = (bin.counts[at]! / most) * room;
        if (tall === 0) continue;
        top -= tall;
        paths.add(standing, `M${left.toFixed(1)} ${top.toFixed(1)}h${wide.toFixed(1)}v${tall.toFixed(1)}h${(-wide).toFixed(1)}z`);
      }
      if (wide >= 4 + 6.5 * this.larger * String(bin.total).length) labels.push(svg("text", { x: left + wide / 2, y: top - 3, "text-anchor": "middle", class: "bar-count" }, String(bin.total)));
    }
    return [svg("g", { class: "counts" }, ...paths.made()), ...labels];
  }

  private knownBy(): SVGElement[] {
    const { asOf } = this.drawing!;
    if (asOf === null) return [];
    const x = this.x(asOf + 1);
    return [svg("g", { class: "as-of" }, svg("path", { d: `M${x} 0V${this.height}` }), svg("text", { x: x - 4, y: 10 * this.larger, "text-anchor": "end" }, "known by"))];
  }

  private axisParts(): SVGElement[] {
    const lines = this.ticks.map((tick) => `M${this.x(tick.day).toFixed(1)} ${this.bars}V${this.height}`).join("");
    const labels = this.ticks.map((tick) => {
      const { year, month, date } = partsOf(tick.day);
      const text = tick.form === "day" ? `${date} ${monthName(month)}` : tick.form === "month" ? `${monthName(month)} ${year}` : String(year);
      return svg("text", { x: this.x(tick.day) + 3, y: this.bars + 14 * this.larger, class: "tick" }, text);
    });
    return [svg("path", { class: "ticks", d: lines }), svg("path", { class: "axis", d: `M0 ${this.bars + 0.5}H${this.drawing!.width}` }), ...labels];
  }

  private items(): SVGElement[] {
    const paths = new Paths("bar");
    const labels: SVGElement[] = [];
    for (const placed of this.placed) {
      paths.add(placed.event.standing, this.shape(placed));
      if (placed.label) labels.push(svg("text", { x: placed.before ? placed.left - 4 : placed.right + 4, y: this.top(placed) + 9 * this.larger, "text-anchor": placed.before ? "end" : null, class: "item-name", "data-id": placed.event.id }, placed.label));
    }
    return [svg("g", { class: "items" }, ...paths.made()), ...labels];
  }

  private shape(placed: Placed): string {
    const { event, left, right } = placed;
    const y = this.top(placed);
    const high = this.lane - 7;
    const [from, to] = [left.toFixed(1), right.toFixed(1)];
    if (event.open) {      // a point to the left: no earliest day is told
      const neck = (left + Math.min(10, (right - left) / 2)).toFixed(1);
      return `M${from} ${y + high / 2 + 0.5}L${neck} ${y + 2}H${to}V${y + high}H${neck}z`;
    }
    return event.days!.from === event.days!.to ? `M${from} ${y + 1}H${to}V${y + 1 + high}H${from}z`
      : `M${from} ${y + 1}V${y + high + 1}M${to} ${y + 1}V${y + high + 1}M${from} ${y + 3.5}H${to}V${y + high - 1.5}H${from}z`;
  }
}

/** One path for each standing. */
class Paths {
  private readonly shapes = new Map<Standing, string[]>();

  constructor(private readonly name: string) {}

  add(standing: Standing, shape: string): void {
    const list = this.shapes.get(standing);
    if (list) list.push(shape); else this.shapes.set(standing, [shape]);
  }

  made(): SVGElement[] {
    return [...this.shapes].map(([standing, shapes]) => svg("path", { class: `${this.name} y-${standing}`, d: shapes.join("") }));
  }
}

function wordsOf(bin: Bin): string {
  const days = bin.from === bin.to ? long(toDay(bin.from)) : `${short(toDay(bin.from))} to ${long(toDay(bin.to))}`;
  return `${days}: ${bin.total} ${bin.total === 1 ? "event" : "events"}`;
}

/** Hatching and halves, so that standing is seen without colour. */
function patterns(): SVGElement {
  const hatch = (standing: Standing): SVGElement => svg("pattern", { id: `t-${standing}`, width: 5, height: 5, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    svg("rect", { width: 5, height: 5, class: "pattern-paper" }), svg("rect", { width: 2.2, height: 5, class: `pattern-ink y-${standing}` }));
  const half = svg("pattern", { id: "t-contested", width: 6, height: 6, patternUnits: "userSpaceOnUse" },
    svg("rect", { width: 6, height: 6, class: "pattern-paper" }), svg("rect", { width: 6, height: 3, class: "pattern-ink y-contested" }));
  const cross = svg("pattern", { id: "t-denied", width: 6, height: 6, patternUnits: "userSpaceOnUse" },
    svg("rect", { width: 6, height: 6, class: "pattern-paper" }), svg("path", { d: "M0 0L6 6M6 0L0 6", class: "pattern-line y-denied" }));
  return svg("defs", {}, hatch("claimed"), half, cross);
}
