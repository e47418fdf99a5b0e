// The timeline: what is shown of it, its answers to pointer and wheel. timeline-picture.ts draws, timeline-scale.ts counts.
import { enlargement, h, svg } from "../dom";
import { toNumber } from "../days";
import type { Window } from "../view";
import type { DeskEvent } from "./data";
import { within } from "./filter";
import { TimelinePicture } from "./timeline-picture";

export interface TimelineEvents {
  picked(event: DeskEvent): void;
  day(number: number): void;
  window(window: Window | null): void;
}

/** `events` are those that pass the filters, `heaviest` the same by weight. */
export interface TimelineScene { events: DeskEvent[]; heaviest: DeskEvent[]; window: Window | null; core: Window; whole: Window; on: string | null; asOf: string | null; selected: DeskEvent | null }

const SHORTEST = 2;   // days; a narrower window would show less than one event's uncertainty

export interface Timeline { show(scene: TimelineScene): void; choose(event: DeskEvent | null): void; look(on: string | null): void; zoom(factor: number): void; preset(days: number | null): void; reset(): void }

export function openTimeline(host: HTMLElement, events: TimelineEvents): Timeline {
  const root = svg("svg", { class: "timeline", role: "img" });
  const rest = h("p", { class: "meta rest" });
  host.append(root, rest);
  const picture = new TimelinePicture(root, enlargement());
  let scene: TimelineScene | null = null;
  let waiting = 0;
  let width = 0;

  const shown = (): Window => scene!.window ?? scene!.core;
  const perDay = (): number => width / (shown().to - shown().from + 1);
  const day = (text: string | null): number | null => (text ? toNumber(text) : null);

  function draw(): void {
    waiting = 0;
    if (!scene) return;
    const window = shown();
    const dated = scene.heaviest.filter((each) => each.days !== null && within(each, window));
    const left = picture.draw({ heaviest: dated, window, width: width ||= Math.max(200, host.clientWidth), on: day(scene.on), asOf: day(scene.asOf) });
    picture.choose(scene.selected);
    const undated = scene.events.reduce((count, each) => count + (each.days ? 0 : 1), 0);
    const elsewhere = scene.events.length - undated - dated.length;
    rest.textContent = [left ? `${left} more in these days; zoom in or see the list` : "", elsewhere ? `${elsewhere} before or after these days; All shows them` : "", undated ? `${undated} without a day` : ""].filter(Boolean).join(" · ");
  }
  const redraw = (): void => { waiting ||= requestAnimationFrame(draw); };

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
    const on = day(scene!.on);
    const middle = around ?? (on !== null && on >= from && on <= to ? on + 0.5 : (from + to + 1) / 2);
    const days = (to - from + 1) / factor;
    const share = (middle - from) / (to - from + 1);
    change(middle - days * share, middle - days * share + days - 1);
  }

  const at = (event: MouseEvent): [number, number] => {
    const box = root.getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  let drag: { x: number; from: Window; moved: boolean } | null = null;
  root.addEventListener("pointerdown", (event) => { drag = { x: event.clientX, from: shown(), moved: false }; });
  root.addEventListener("pointermove", (event) => {
    if (!drag) return picture.hover(...at(event));
    if (Math.abs(event.clientX - drag.x) < 4) return;
    if (!drag.moved) root.setPointerCapture(event.pointerId);
    drag.moved = true;
    const shift = Math.round(-(event.clientX - drag.x) / perDay());
    const { from, to } = drag.from;
    const { whole } = scene!;
    const bounded = Math.max(whole.from - from, Math.min(whole.to - to, shift));
    if (from + bounded !== shown().from) events.window({ from: from + bounded, to: to + bounded });
  });
  const drop = (): void => { queueMicrotask(() => { drag = null; }); };
  root.addEventListener("pointerup", drop);
  root.addEventListener("pointercancel", drop);
  root.addEventListener("pointerleave", () => picture.hover(-1, -1));
  root.addEventListener("click", (event) => {
    if (drag?.moved) return;
    const hit = picture.hit(...at(event));
    if (hit?.event) events.picked(hit.event); else if (hit?.day !== undefined) events.day(hit.day);
  });
  root.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.shiftKey) return;       // the plain wheel belongs to the page
    event.preventDefault();
    zoom((event.deltaY || event.deltaX) < 0 ? 1.5 : 1 / 1.5, shown().from + at(event)[0] / perDay());
  }, { passive: false });
  new ResizeObserver(([entry]) => {
    const next = Math.max(200, Math.floor(entry!.contentRect.width));
    if (next !== width) { width = next; redraw(); }
  }).observe(host);

  return {
    show(next) { scene = next; redraw(); },
    choose(event) {
      if (!scene) return;
      scene.selected = event;
      if (!waiting) picture.choose(event);
    },
    look(on) {
      if (!scene) return;
      scene.on = on;
      if (!waiting) picture.look(day(on));
    },
    zoom: (factor) => zoom(factor),
    reset: () => events.window(null),
    preset(days) {
      if (days === null) return events.window(same(scene!.core, scene!.whole) ? null : { ...scene!.whole });
      const anchor = day(scene!.on) ?? densest(scene!.events) ?? scene!.whole.to;
      change(anchor - Math.floor(days / 2), anchor - Math.floor(days / 2) + days - 1);
    },
  };
}

const same = (a: Window, b: Window): boolean => a.from === b.from && a.to === b.to;

function densest(list: DeskEvent[]): number | null {
  const counts = new Map<number, number>();
  for (const { days } of list) if (days) counts.set(days.to, (counts.get(days.to) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? null;
}
