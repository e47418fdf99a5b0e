// The situation page: one view, read from the address, drawn by map, timeline, list and source panel together.
import { byId, h } from "../dom";
import { toDay } from "../days";
import type { Bindings } from "../keys";
import type { TimeBar } from "../timebar";
import { addressOf, readView, type Window } from "../view";
import { showChosen, SourcePanel } from "./chosen";
import { carryDays } from "./carried-days";
import { byPlace, type Mark } from "./clusters";
import { hasSituation, readSituation, type DeskEvent, type SituationData } from "./data";
import type { ControlMark } from "./desk-map";
import { passing, within } from "./filter";
import { openFilters } from "./filters-form";
import { ControlTable, spanOn } from "./overview";
import { EventList } from "./list";
import { openMapPanel, type MapPanel } from "./map-panel";
import { openTimeline, type Timeline } from "./timeline";
import { coreOf } from "./timeline-scale";
import { timelineTools } from "./timeline-tools";

export interface SituationPage {
  keys: Bindings;
  time(which: "asOf" | "on", day: string | null, done: boolean): void;
  reload(): void;
  attach(bar: TimeBar | null): void;
}

export async function openSituation(): Promise<SituationPage | null> {
  const rows = byId("event-list");
  if (!hasSituation() || !rows) return null;
  let data = (await readSituation())!;
  let view = readView(new URL(location.href));
  let bar: TimeBar | null = null;
  let shown: DeskEvent[] = [];
  let marks: Mark[] = [];
  let { whole, core } = daysShown(data.events);
  let control = controlOn(data, view.on);
  const nameOf = (id: string): string | null => data.places.get(id)?.name ?? null;

  const list = new EventList(rows);
  const sources = new SourcePanel();
  const table = new ControlTable();
  const chosen = h("section", { id: "chosen", "aria-label": "Chosen event", hidden: true });
  byId("events")!.before(chosen);
  const strip = h("div", { class: "timeline-host" });
  const section = byId("timeline")!;
  const timeline: Timeline = openTimeline(strip, {
    picked: (event) => choose(event, false),
    day: (number) => setOn(toDay(number) === view.on ? null : toDay(number), true),
    window: (window) => { view.window = window; keep(); render(); },
  });
  section.querySelector("h2")!.after(timelineTools(timeline), strip);
  section.classList.add("drawn");
  const filters = openFilters((next) => { view.filters = next; push(); render(); }, (name, id) => name === "place" ? nameOf(id) : name === "source" ? data.sources.get(id) : data.actors.get(id));
  const map: MapPanel = await openMapPanel(view.map, {
    picked: (event) => choose(event, false),
    place: (id) => { view.filters = { ...view.filters, place: [id] }; push(); filters?.show(view.filters); render(); },
    moved: (position) => { view.map = position; keep(); },
  }, nameOf);
  carryDays(() => view);

  // A drag must not fill the history, and browsers refuse more than some hundred changes in half a minute.
  let keeping = 0;
  const push = (): void => { clearTimeout(keeping); history.pushState(null, "", addressOf(view)); };
  function keep(): void {
    clearTimeout(keeping);
    keeping = window.setTimeout(() => history.replaceState(null, "", addressOf(view)), 250);
  }

  const selected = (): DeskEvent | null => data.byId.get(view.selected ?? "") ?? null;

  /** After a filter, other days or other data: everything. */
  function render(): void {
    const passes = passing(view.filters);
    const [filtered, heaviest] = [data.events.filter(passes), data.heaviest.filter(passes)];
    const all = data.events.length;
    const narrowed = view.window && (view.window.from > whole.from || view.window.to < whole.to) ? view.window : null;
    shown = narrowed ? filtered.filter((each) => within(each, narrowed)) : filtered;
    marks = byPlace(narrowed ? heaviest.filter((each) => within(each, narrowed)) : heaviest);
    timeline.show({ events: filtered, heaviest, window: view.window, core, whole, on: view.on, asOf: view.asOf, selected: selected() });
    list.show(shown, view);
    sources.count(shown);
    renderChoice();
    byId("count")!.textContent = shown.length === all ? `${all} events` : `${shown.length} of ${all} events${narrowed ? ", days shown in the timeline" : ""}`;
    document.title = document.title.replace(/^(\(\d+\) )?/, `(${shown.length}) `);
  }

  /** After a choice or another day looked at: what depends on them. */
  function renderChoice(): void {
    const event = selected();
    map.show({ marks, control, selected: event }, data.holders);
    showChosen(chosen, event, data, () => choose(null, false));
    sources.mark(event);
  }

  function choose(event: DeskEvent | null, step: boolean): void {
    view.selected = event?.id ?? null;
    if (step) keep(); else push();
    timeline.choose(event);
    const row = list.choose(view.selected);
    renderChoice();
    if (!event) return;
    map.bringIn(event);
    if (row && (step || row.offsetParent)) row.scrollIntoView({ block: "nearest" });
  }

  function move(step: number): void {
    if (shown.length === 0) return;
    const at = shown.findIndex((each) => each.id === view.selected);
    choose(shown[at < 0 ? (step > 0 ? 0 : shown.length - 1) : Math.max(0, Math.min(shown.length - 1, at + step))]!, true);
  }

  function setOn(day: string | null, done: boolean): void {
    view.on = day;
    control = controlOn(data, day);
    bar?.show(view.asOf, view.on);
    timeline.look(day);
    list.look(day);
    map.show({ marks, control, selected: selected() }, data.holders);
    table.show(data, day);
    if (done) push();
  }

  let asked = 0;
  /** Another record: the sections in words come from the server as they are, and the data with them. A slower, older answer is dropped. */
  async function reload(): Promise<void> {
    const mine = ++asked;
    const main = byId("main")!;
    main.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(addressOf({ ...view, map: null, window: null }));
      if (!answer.ok || mine !== asked) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = await readSituation(page);
      if (mine !== asked) return;
      if (!next) return location.reload();
      for (const name of [".overview", "#source-list", "#map-places", "main > h1", "main > p.meta"]) {
        const [old, fresh] = [document.querySelector(name), page.querySelector(name)];
        if (old && fresh) old.replaceWith(document.adoptNode(fresh));
      }
      data = next;
      control = controlOn(data, view.on);
      ({ whole, core } = daysShown(data.events));
      render();
    } finally {
      if (mine === asked) main.removeAttribute("aria-busy");
    }
  }

  addEventListener("popstate", () => {
    const before = view;
    view = readView(new URL(location.href));
    bar?.show(view.asOf, view.on);
    filters?.show(view.filters);
    if (view.map) map.restore(view.map);
    control = controlOn(data, view.on);
    render();
    if (before.asOf !== view.asOf || before.since !== view.since) return void reload();
    table.show(data, view.on);
  });

  rows.addEventListener("click", (event) => {
    const target = event.target as Element;
    if (target.closest("a, button")) return;
    const id = target.closest("[data-id]")?.getAttribute("data-id");
    const found = id && data.byId.get(id);
    if (found) choose(found, false);
  });

  render();
  return {
    keys: {
      ArrowDown: () => move(1), ArrowUp: () => move(-1), j: () => move(1), k: () => move(-1),
      "[": () => bar?.step(-1), "]": () => bar?.step(1),
      Enter: () => { if (view.selected) list.row(view.selected)?.querySelector("a")?.click(); },
      Escape: () => { if (view.selected) choose(null, false); },
    },
    time(which, day, done) {
      if (which === "on") return setOn(day, done);
      if (!done) return;
      view.asOf = day;
      push();
      void reload();
    },
    reload: () => void reload(),
    attach(next) { bar = next; bar?.show(view.asOf, view.on); },
  };
}

/** All days of what is news, and those that the timeline shows first. */
function daysShown(events: DeskEvent[]): { whole: Window; core: Window } {
  const days = events.flatMap((each) => (each.background || !each.days ? [] : [each.days]));
  if (days.length === 0) return { whole: { from: 0, to: 1 }, core: { from: 0, to: 1 } };
  const whole = { from: Math.min(...days.map((each) => each.from)) - 1, to: Math.max(...days.map((each) => each.to)) + 1 };
  return { whole, core: coreOf(days, whole) };
}

function controlOn(data: SituationData, on: string | null): ControlMark[] {
  return data.control.flatMap((control) => {
    const place = data.places.get(control.place);
    const span = spanOn(control.spans, on);
    if (!place || place.lat === null || place.lon === null || !span) return [];
    const holder = data.holders.find((each) => each.id === span.holder);
    return [{ place: place.id, name: place.name, lat: place.lat, lon: place.lon, state: span.state, index: holder?.index ?? 0, holder: holder?.name ?? "" }];
  });
}
