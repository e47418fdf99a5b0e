// The timeline: counts by day above, events as bars below. A bar is as long as the words leave the day open; nothing is drawn sharper than it was told.
import { enlargement, h, svg } from "../dom";
import { long, monthName, partsOf, short, toDay, toNumber } from "../days";
import type { Window } from "../view";
import { standingOf, STANDINGS, type DeskEvent, type Standing } from "./data";
import { daysOf } from "./filter";
import { binsOf, lanesOf, stepOf, ticksOf, type Placed } from "./timeline-scale";

export interface TimelineEvents {
  picked(event: DeskEvent): void;
  day(number: number): void;
  window(window: Window | null): void;
}

export interface TimelineScene { events: DeskEvent[]; window: Window | null; core: Window; whole: Window; on: number | null; asOf: number | null; selected: string | null }

const HEIGHT = 62;    // of the counts, px at usual letters; AXIS and LANE likewise
const LANES_MAX = 12; // more lanes than that are read as noise; the counts and the list hold the rest
const SHORTEST = 2;   // days; a narrower window would show less than one event's uncertainty

export interface Timeline { show(scene: TimelineScene): void; choose(id: string | null): void; look(on: number | null): void; zoom(factor: number): void; preset(days: number | null): void; reset(): void }

export function openTimeline(host: HTMLElement, events: TimelineEvents): Timeline {
  const picture = svg("svg", { class: "timeline", role: "img" });
  const rest = h("p", { class: "meta rest" });
  host.append(picture, rest);
  const larger = enlargement();
  const [BARS, AXIS, LANE] = [HEIGHT * larger, 20 * larger, 17 * larger];
  let scene: TimelineScene | null = null;
  let waiting = 0;

  const width = (): number => Math.max(200, picture.clientWidth || host.clientWidth || 600);
  const shown = (): Window => scene!.window ?? scene!.core;
  const perDay = (): number => width() / (shown().to - shown().from + 1);
  const x = (day: number): number => (day - shown().from) * perDay();

  function draw(): void {
    waiting = 0;
    if (!scene) return;
    const window = shown();
    const dated = scene.events.flatMap((event) => {
      const days = daysOf(event);
      return days && days.from <= window.to && days.to >= window.from ? [{ event, days }] : [];
    });
    const { lanes, left } = lanesOf(dated, x, perDay(), width(), LANES_MAX, larger);
    const height = BARS + AXIS + Math.max(1, lanes.length) * LANE + 6;
    picture.setAttribute("viewBox", `0 0 ${width()} ${height}`);
    picture.setAttribute("height", String(height));
    picture.setAttribute("aria-label", `Timeline, ${long(toDay(window.from))} to ${long(toDay(window.to))}: ${dated.length} events. The list of events holds the same in words.`);
    picture.replaceChildren(patterns(), ...bands(height), ...bars(dated.map((each) => each.event), window), ...axis(window, height), ...lanes.flatMap((lane, index) => lane.map((each) => item(each, BARS + AXIS + 4 + index * LANE))));
    const undated = scene.events.length - scene.events.filter((each) => daysOf(each)).length;
    const elsewhere = scene.events.length - undated - dated.length;
    rest.textContent = [left ? `${left} more in these days; zoom in or see the list` : "", elsewhere ? `${elsewhere} before or after these days; All shows them` : "", undated ? `${undated} without a day` : ""].filter(Boolean).join(" · ");
  }
  const redraw = (): void => { waiting ||= requestAnimationFrame(draw); };

  function bars(list: DeskEvent[], window: Window): SVGElement[] {
    const step = stepOf(perDay());
    const bins = binsOf(list, window, step);
    const most = Math.max(1, ...bins.map((bin) => bin.total));
    const room = BARS - 16 * larger;
    return bins.flatMap((bin) => {
      if (bin.total === 0) return [];
      const [left, right] = [x(bin.from), x(bin.to + 1)];
      const wide = Math.max(1, right - left - 1);
      let top = BARS;
      const parts = STANDINGS.flatMap((standing, index) => {
        const tall = (bin.counts[index]! / most) * room;
        if (tall === 0) return [];
        top -= tall;
        return [svg("rect", { x: left, y: top, width: wide, height: tall, class: `bar y-${standing}` })];
      });
      const words = `${bin.from === bin.to ? long(toDay(bin.from)) : `${short(toDay(bin.from))} to ${long(toDay(bin.to))}`}: ${bin.total} ${bin.total === 1 ? "event" : "events"}`;
      const label = wide >= 4 + 6.5 * larger * String(bin.total).length ? svg("text", { x: left + wide / 2, y: top - 3, "text-anchor": "middle", class: "bar-count" }, String(bin.total)) : null;
      const hit = svg("rect", { x: left, y: 0, width: wide, height: BARS, class: "hit", "data-day": bin.from });
      return [svg("g", { class: "bin" }, svg("title", {}, words), ...parts, label, hit)];
    });
  }

  function band(height: number): SVGElement[] {
    return scene!.on === null ? [] : [svg("rect", { class: "on-band", x: x(scene!.on), y: 0, width: Math.max(2, perDay()), height })];
  }

  function bands(height: number): SVGElement[] {
    const parts: SVGElement[] = band(height);
    if (scene!.asOf !== null) parts.push(svg("g", { class: "as-of" }, svg("path", { d: `M${x(scene!.asOf + 1)} 0V${height}` }), svg("text", { x: x(scene!.asOf + 1) - 4, y: 10 * larger, "text-anchor": "end" }, "known by")));
    return parts;
  }

  function axis(window: Window, height: number): SVGElement[] {
    const ticks = ticksOf(window, perDay() / larger);
    return [svg("path", { class: "axis", d: `M0 ${BARS + 0.5}H${width()}` }), ...ticks.map((tick) => {
      const { year, month, date } = partsOf(tick.day);
      const text = tick.form === "day" ? `${date} ${monthName(month)}` : tick.form === "month" ? `${monthName(month)} ${year}` : String(year);
      const label = svg("text", { x: x(tick.day) + 3, y: BARS + 14 * larger }, text);
      return svg("g", { class: "tick", "data-day": tick.day }, svg("path", { d: `M${x(tick.day)} ${BARS}V${height}` }), label);
    })];
  }

  function item(placed: Placed, y: number): SVGElement {
    const { event, left, right, open } = placed;
    const standing = standingOf(event);
    const wide = right - left;
    const middle = y + (LANE - 7) / 2 + 0.5;
    const sharp = !open && event.start === event.end;
    const shape = sharp
      ? svg("rect", { x: left, y: y + 1, width: wide, height: LANE - 7, rx: 2, class: `bar y-${standing}` })
      : svg("path", { class: `bar y-${standing} range`, d: open
          ? `M${left} ${middle}L${left + Math.min(10, wide / 2)} ${y + 2}H${right}V${y + LANE - 7}H${left + Math.min(10, wide / 2)}z`       // a point to the left: no earliest day is told
          : `M${left} ${y + 1}V${y + LANE - 6}M${right} ${y + 1}V${y + LANE - 6}M${left} ${y + 3.5}H${right}V${y + LANE - 8.5}H${left}z` });
    const text = placed.label ? svg("text", { x: placed.before ? left - 4 : right + 4, y: y + 9 * larger, "text-anchor": placed.before ? "end" : null, class: "item-name" }, placed.label) : null;
    const group = svg("g", { class: `item${scene!.selected === event.id ? " chosen" : ""}`, "data-id": event.id }, svg("title", {}, `${event.when}: ${event.summary}`),
      svg("rect", { x: placed.start - 1, y: y - 1, width: Math.max(8, placed.end - placed.start), height: LANE - 2, class: "hit" }), shape, text);
    return group;
  }

  function change(from: number, to: number): void {
    const { whole } = scene!;
    const days = Math.max(SHORTEST, Math.round(to - from + 1));
    const all = whole.to - whole.from + 1;
    if (days >= all) return events.window({ ...whole });
    const start = Math.max(whole.from, Math.min(whole.to - days + 1, Math.round(from)));
    events.window({ from: start, to: start + days - 1 });
  }

  function zoom(factor: number, around?: number): void {
    const { from, to } = shown();
    const middle = around ?? (scene!.on !== null && scene!.on >= from && scene!.on <= to ? scene!.on + 0.5 : (from + to + 1) / 2);
    const days = (to - from + 1) / factor;
    const share = (middle - from) / (to - from + 1);
    change(middle - days * share, middle - days * share + days - 1);
  }

  let drag: { x: number; from: Window; moved: boolean } | null = null;
  picture.addEventListener("pointerdown", (event) => { drag = { x: event.clientX, from: shown(), moved: false }; });
  picture.addEventListener("pointermove", (event) => {
    if (!drag || Math.abs(event.clientX - drag.x) < 4) return;
    if (!drag.moved) picture.setPointerCapture(event.pointerId);
    drag.moved = true;
    const shift = Math.round(-(event.clientX - drag.x) / perDay());
    const { from, to } = drag.from;
    const { whole } = scene!;
    const bounded = Math.max(whole.from - from, Math.min(whole.to - to, shift));
    if (from + bounded !== shown().from) events.window({ from: from + bounded, to: to + bounded });
  });
  const drop = (): void => { queueMicrotask(() => { drag = null; }); };
  picture.addEventListener("pointerup", drop);
  picture.addEventListener("pointercancel", drop);
  picture.addEventListener("click", (event) => {
    if (drag?.moved) return;
    const target = event.target as Element;
    const id = target.closest("[data-id]")?.getAttribute("data-id");
    const found = id && scene!.events.find((each) => each.id === id);
    if (found) return events.picked(found);
    const day = target.closest("[data-day]")?.getAttribute("data-day");
    if (day) events.day(Number(day));
  });
  picture.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.shiftKey) return;       // the plain wheel belongs to the page
    event.preventDefault();
    const box = picture.getBoundingClientRect();
    zoom((event.deltaY || event.deltaX) < 0 ? 1.5 : 1 / 1.5, shown().from + (event.clientX - box.left) / perDay());
  }, { passive: false });
  new ResizeObserver(redraw).observe(host);

  return {
    show(next) { scene = next; redraw(); },
    choose(id) {
      if (!scene) return;
      scene.selected = id;
      picture.querySelector(".item.chosen")?.classList.remove("chosen");
      if (id) picture.querySelector(`.item[data-id="${CSS.escape(id)}"]`)?.classList.add("chosen");
    },
    look(on) {
      if (!scene) return;
      scene.on = on;
      picture.querySelectorAll(".on-band").forEach((each) => each.remove());
      picture.querySelector("defs")?.after(...band(picture.viewBox.baseVal.height));
    },
    zoom: (factor) => zoom(factor),
    reset: () => events.window(null),
    preset(days) {
      if (days === null) return events.window(same(scene!.core, scene!.whole) ? null : { ...scene!.whole });
      const anchor = scene!.on ?? densest(scene!.events) ?? scene!.whole.to;
      change(anchor - Math.floor(days / 2), anchor - Math.floor(days / 2) + days - 1);
    },
  };
}

const same = (a: Window, b: Window): boolean => a.from === b.from && a.to === b.to;

function densest(list: DeskEvent[]): number | null {
  const counts = new Map<string, number>();
  for (const event of list) if (event.end) counts.set(event.end, (counts.get(event.end) ?? 0) + 1);
  const best = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
  return best ? toNumber(best[0]) : null;
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
