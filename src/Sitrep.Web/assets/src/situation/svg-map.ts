// The map without WebGL: shapes drawn once in world units and moved by a transform, country names redrawn in pixels.
import { enlargement, svg } from "../dom";
import type { MapPosition } from "../view";
import { project, unproject, worldSize } from "./clusters";
import { ZOOM_MAX, ZOOM_MIN, type DeskMap, type MapEvents, type Scene } from "./desk-map";
import { MarkLayer } from "./mark-layer";
import { bordersOf, labelsOf, shapesOf, type World } from "./world";

/** Units of the drawing per world; large enough that whole units are fine strokes. */
const UNITS = 4096;

export function openSvgMap(host: HTMLElement, world: World, start: MapPosition, scene: Scene, events: MapEvents, nameOf: (place: string) => string | null): DeskMap {
  const labels = labelsOf(world).map((each) => ({ ...each, at: project(each.lat, each.lon) }));
  const land = svg("path", { class: "land", d: shapesOf(world).features.map((each) => pathOf(each.geometry)).join("") });
  const borders = svg("path", { class: "borders", d: pathOf(bordersOf(world)) });
  const middle = svg("g", {}, land, borders);
  // The world once more on either side: what runs on beyond the 180th meridian has no edge.
  const copies = [-UNITS, UNITS].map((shift) => {
    const copy = middle.cloneNode(true) as SVGElement;
    copy.setAttribute("transform", `translate(${shift} 0)`);
    return copy;
  });
  const ground = svg("g", {}, middle, ...copies);
  const names = svg("g", { class: "countries" });
  const root = svg("svg", { class: "svg-map", role: "img", "aria-label": "Map of the events" }, ground, names);

  const larger = enlargement();
  let at = start;
  let waiting = 0;
  let [width, height] = [host.clientWidth || 600, host.clientHeight || 360];    // asked for once: each question may make the browser lay the page out
  const size = (): [number, number] => [width, height];
  const layer = new MarkLayer(at, size, events, nameOf);
  host.append(root, layer.root);

  function draw(): void {
    waiting = 0;
    const scale = worldSize(at.zoom);
    const [cx, cy] = project(at.lat, at.lon);
    root.setAttribute("viewBox", `0 0 ${width} ${height}`);
    ground.setAttribute("transform", `translate(${width / 2 - cx * scale} ${height / 2 - cy * scale}) scale(${scale / UNITS})`);
    names.replaceChildren(...countryNames(scale, cx, cy));
    layer.move(at);
  }
  const redraw = (): void => { waiting ||= requestAnimationFrame(draw); };

  function countryNames(scale: number, cx: number, cy: number): SVGElement[] {
    const taken: [number, number][] = [];
    const smallest = 900 / 4 ** at.zoom;     // a country too small for its name goes without
    return labels.filter((each) => each.size > smallest).flatMap((each) => {
      const around = each.at[0] - cx - Math.round(each.at[0] - cx);
      const [x, y] = [width / 2 + around * scale, height / 2 + (each.at[1] - cy) * scale];
      if (x < -40 || y < -40 || x > width + 40 || y > height + 40 || taken.some(([tx, ty]) => Math.abs(tx - x) < 90 * larger && Math.abs(ty - y) < 16 * larger)) return [];
      taken.push([x, y]);
      return [svg("text", { x, y, "text-anchor": "middle" }, each.name)];
    });
  }

  let drag: { x: number; y: number; from: MapPosition } | null = null;
  let dragged = false;
  host.addEventListener("pointerdown", (event) => { drag = { x: event.clientX, y: event.clientY, from: at }; dragged = false; });
  host.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!dragged && Math.hypot(dx, dy) < 4) return;
    if (!dragged) host.setPointerCapture(event.pointerId);   // not before: a captured pointer's click would miss the mark
    dragged = true;
    at = shifted(drag.from, -dx, -dy);
    redraw();
  });
  const drop = (): void => { if (drag && dragged) events.moved(at); drag = null; };
  host.addEventListener("pointerup", drop);
  host.addEventListener("pointercancel", drop);
  host.addEventListener("wheel", (event) => {
    event.preventDefault();
    const box = host.getBoundingClientRect();
    const [dx, dy] = [event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2];
    const zoom = clamp(at.zoom - event.deltaY / 300);
    const grow = 2 ** (zoom - at.zoom);
    at = { ...shifted(at, dx * (1 - 1 / grow), dy * (1 - 1 / grow)), zoom };
    redraw();
    events.moved(at);
  }, { passive: false });
  const watch = new ResizeObserver(([entry]) => {
    [width, height] = [entry!.contentRect.width, entry!.contentRect.height];
    redraw();
  });
  watch.observe(host);
  layer.show(scene);
  draw();

  return {
    show(next) { layer.show(next); },
    position: () => at,
    size,
    moveTo(position) { at = { ...position, zoom: clamp(position.zoom) }; redraw(); },
    close() { watch.disconnect(); cancelAnimationFrame(waiting); host.remove(); },
  };
}

const clamp = (zoom: number): number => Math.max(ZOOM_MIN, Math.min(ZOOM_MAX, zoom));

export function shifted(from: MapPosition, dx: number, dy: number): MapPosition {
  const scale = worldSize(from.zoom);
  const [x, y] = project(from.lat, from.lon);
  const [lat, lon] = unproject(x + dx / scale, Math.max(0.02, Math.min(0.98, y + dy / scale)));
  return { zoom: from.zoom, lat, lon };
}

type Geometry = { type: string; coordinates?: unknown };

function pathOf(geometry: Geometry): string {
  const lines = (geometry.type === "Polygon" || geometry.type === "MultiLineString" ? geometry.coordinates
    : geometry.type === "MultiPolygon" ? (geometry.coordinates as number[][][][]).flat() : []) as number[][][];
  const close = geometry.type === "MultiLineString" ? "" : "z";
  return lines.map((line) => "M" + line.map(([lon, lat]) => {
    const [x, y] = project(lat!, lon!);
    return `${Math.round(x * UNITS * 4) / 4} ${Math.round(y * UNITS * 4) / 4}`;
  }).join("L") + close).join("");
}
