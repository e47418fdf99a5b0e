// The panel around the map: which of the two maps is shown, its buttons and keys, the legend, the card of a mark with many events.
import { byId, enlargement, h, theirs } from "../dom";
import { onThemeChange } from "../theme";
import type { MapPosition } from "../view";
import { boundsOf, eventsOf, worldSize, type Mark } from "./clusters";
import { STANDINGS, type DeskEvent, type Holder } from "./data";
import { fitting, type DeskMap, type MapEvents, type Scene } from "./desk-map";
import { shifted, openSvgMap } from "./svg-map";
import { eventSymbol, KIND_WORDS } from "./symbols";
import { loadWorld } from "./world";

/** Zoom from which a cluster is listed instead of opened further. */
const CLOSE = 9;
/** Zoom at which one place alone is shown first: with its country around it, as nothing else tells where on earth it is. */
const ALONE = 4.5;
const CARD_MAX = 40;

export interface MapPanel { show(scene: Scene, holders: Holder[]): void; position(): MapPosition | null; restore(position: MapPosition | null): void; bringIn(event: DeskEvent): void }

export interface PanelEvents { picked(event: DeskEvent): void; place(id: string): void; moved(position: MapPosition): void }

export async function openMapPanel(start: MapPosition | null, events: PanelEvents, nameOf: (place: string) => string | null): Promise<MapPanel> {
  const host = byId("map")!;
  host.hidden = false;
  byId("map-panel")!.classList.add("has-map");
  host.tabIndex = 0;
  host.setAttribute("role", "application");
  host.setAttribute("aria-label", "Map. Arrow keys move it, plus and minus zoom, Home shows all events. The list of places beside it says the same in words.");
  const card = h("div", { class: "map-card", hidden: true });
  const legend = h("details", { class: "legend" });
  const credit = h("p", { class: "credit" }, "GeoNames · Natural Earth");
  const scale = h("p", { class: "scale", "aria-hidden": "true" });
  host.append(tools(), card, legend, scale, credit);

  let scene: Scene = { marks: [], control: [], selected: null };
  let map: DeskMap | null = null;
  let wanted = start;
  let named: Holder[] | null = null;

  const home = (): MapPosition => {
    const bounds = boundsOf(scene.marks);
    return bounds ? fitting(bounds, host.clientWidth || 600, host.clientHeight || 360, scene.marks.length === 1 ? ALONE : undefined) : { zoom: 1, lat: 20, lon: 20 };
  };
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const moveTo = (position: MapPosition): void => {
    map?.moveTo(position, !still.matches);
    showScale(scale, position);
    events.moved(position);
  };
  const step = (dx: number, dy: number): void => { if (map) moveTo(shifted(map.position(), dx, dy)); };
  const zoom = (by: number): void => { if (map) moveTo({ ...map.position(), zoom: map.position().zoom + by }); };

  function tools(): HTMLElement {
    const button = (words: string, sign: string, act: () => void): HTMLElement => {
      const one = h("button", { type: "button", "aria-label": words, title: words }, sign);
      one.addEventListener("click", act);
      return one;
    };
    return h("div", { class: "map-tools", role: "group", "aria-label": "Map" },
      button("Zoom in", "+", () => zoom(1)), button("Zoom out", "−", () => zoom(-1)), button("Show all events", "⤢", () => moveTo(home())));
  }

  host.addEventListener("keydown", (event) => {
    const acts: Record<string, () => void> = {
      ArrowLeft: () => step(-80, 0), ArrowRight: () => step(80, 0), ArrowUp: () => step(0, -80), ArrowDown: () => step(0, 80),
      "+": () => zoom(1), "=": () => zoom(1), "-": () => zoom(-1), Home: () => moveTo(home()),
    };
    const act = event.target === host ? acts[event.key] : undefined;
    if (event.key === "Escape" && !card.hidden) { card.hidden = true; event.stopPropagation(); host.focus(); return; }
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });

  const mapEvents: MapEvents = {
    moved(position) { card.hidden = true; showScale(scale, position); events.moved(position); },
    picked(mark) {
      if (mark.count === 1) { card.hidden = true; return events.picked(mark.groups[0]![0]!); }
      if (mark.groups.length > 1 && map && map.position().zoom < CLOSE) {
        const target = fitting(mark.bounds, host.clientWidth, host.clientHeight, CLOSE);
        return moveTo(target.zoom > map.position().zoom + 0.3 ? target : { ...target, zoom: Math.min(CLOSE, map.position().zoom + 1.5) });
      }
      showCard(mark);
    },
  };

  function showCard(mark: Mark): void {
    const name = nameOf(mark.key);
    const close = h("button", { type: "button", class: "quiet", "aria-label": "Close" }, "×");
    close.addEventListener("click", () => { card.hidden = true; });
    const only = h("button", { type: "button" }, "Only this place");
    only.addEventListener("click", () => { card.hidden = true; events.place(mark.key); });
    const rows = eventsOf(mark).slice(0, CARD_MAX).map((event) => {
      const pick = h("button", { type: "button", class: "row" }, eventSymbol(event.type, event.standing), h("span", {}, theirs(event.summary), h("small", {}, event.when)));
      pick.addEventListener("click", () => events.picked(event));
      return h("li", {}, pick);
    });
    const more = mark.count - rows.length;
    card.replaceChildren(
      h("p", { class: "card-head" }, h("strong", {}, theirs(name ?? "This place")), ` ${mark.count} events`, close),
      h("ul", {}, ...rows), more > 0 ? h("p", { class: "meta" }, `and ${more} more; see the list of events`) : "", mark.groups.length === 1 ? h("p", {}, only) : "");
    card.hidden = false;
    card.querySelector("button")?.focus();
  }

  function showLegend(holders: Holder[]): void {
    if (holders === named) return;
    named = holders;
    const standings: Record<string, string> = { agreed: "corroborated", claimed: "single source", contested: "contested", denied: "denied, retracted", expected: "expected" };
    const flags = holders.length === 0 ? [] : [h("p", {}, "Flag: who holds the place. Solid held, hatched claimed by its own side only, half contested."),
      h("ul", {}, ...holders.map((each) => h("li", {}, h("i", { class: `key s-held h${each.index}` }), theirs(each.name))))];
    legend.replaceChildren(h("summary", {}, "Legend"),
      h("ul", {}, ...STANDINGS.map((each) => h("li", {}, eventSymbol("other", each), standings[each]!))),
      h("ul", {}, ...Object.entries(KIND_WORDS).filter(([kind]) => kind !== "other").map(([kind, words]) => h("li", {}, eventSymbol(SAMPLE[kind]!, "claimed"), words))),
      h("p", {}, "A ring with a number: several events, shares by colour. Dashed circle: the chosen event lies somewhere within."), ...flags);
  }

  async function open(): Promise<void> {
    const position = wanted ?? home();
    const world = await loadWorld("world.json");
    const canvas = h("div", { class: "map-canvas" });
    host.prepend(canvas);
    map = openSvgMap(canvas, world, position, scene, mapEvents, nameOf);
    showScale(scale, position);
    host.dataset.map = "svg";
    requestAnimationFrame(() => performance.mark("desk-drawn"));      // what bench measures: map, timeline and list stand
    if (hasWebGl()) void upgrade();
  }

  /** The plain drawing stands at once; MapLibre takes its place when its first picture is ready, and the plain one stays where that fails. */
  async function upgrade(): Promise<void> {
    const layer = h("div", { class: "map-canvas gl" });
    host.prepend(layer);
    try {
      const { openGlMap } = await import("./gl-map");
      const next = await openGlMap(layer, map!.position(), scene, mapEvents, nameOf);
      const before = map!;
      next.moveTo(before.position(), false);
      next.show(scene);
      before.close();
      map = next;
      layer.classList.add("ready");
      host.dataset.map = "gl";
    } catch {
      layer.remove();          // no picture, no harm: the drawing below is whole
    }
  }

  onThemeChange(() => {
    wanted = map?.position() ?? wanted;
    map?.close();
    host.querySelector(".gl")?.remove();
    void open();
  });

  let opened = false;
  return {
    show(next, holders) {
      scene = next;
      showLegend(holders);
      if (!opened) { opened = true; void open(); } else map?.show(scene);
    },
    position: () => map?.position() ?? null,
    restore(position) { wanted = position; map?.moveTo(position ?? home(), false); },
    bringIn(event) {
      const { lat, lon } = event.place ?? { lat: null, lon: null };
      if (!map || lat === null || lon === null) return;
      const at = map.position();
      const { x, y } = apart(at, { ...at, lat, lon });
      const [width, height] = map.size();
      if (Math.abs(x) > width * 0.42 || Math.abs(y) > height * 0.4) moveTo({ ...at, lat, lon });
    },
  };
}

const SAMPLE: Record<string, string> = {
  taking: "capture", fighting: "clash", strike: "strike", harm: "killing", custody: "detention", movement: "movement",
  talk: "statement", aid: "aid", protest: "protest", disaster: "disaster",
};

/** A round number of kilometres, at most 90 px long at usual letters, at the latitude of the map's middle. */
function showScale(line: HTMLElement, { zoom, lat }: MapPosition): void {
  const kmPerPixel = (40_075 * Math.cos((lat * Math.PI) / 180)) / worldSize(zoom);
  const most = 90 * enlargement() * kmPerPixel;
  const power = 10 ** Math.floor(Math.log10(most));
  const km = [5, 2, 1].map((each) => each * power).find((each) => each <= most) ?? power;
  line.textContent = km >= 1 ? `${km} km` : `${Math.round(km * 1000)} m`;
  line.style.width = `${(km / kmPerPixel).toFixed(0)}px`;
}

function apart(from: MapPosition, to: MapPosition): { x: number; y: number } {
  const size = worldSize(from.zoom);
  const mercator = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
  return { x: ((to.lon - from.lon) / 360) * size, y: (mercator(from.lat) - mercator(to.lat)) * size };
}

function hasWebGl(): boolean {
  try {
    return document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    return false;
  }
}
