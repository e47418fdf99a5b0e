// The map without WebGL: shapes drawn once in world units and moved by a transform, marks redrawn in pixels.
import { enlargement, svg } from "../dom";
import type { MapPosition } from "../view";
import { cluster, project, radiusKm, ring, unproject, worldSize, type Mark } from "./clusters";
import { ZOOM_MAX, ZOOM_MIN, type DeskMap, type MapEvents, type Scene } from "./desk-map";
import { describe, flagLift, markSvg, radiusOf } from "./marks";
import { bordersOf, labelsOf, shapesOf, type World } from "./world";

/** Units of the drawing per world; large enough that whole units are fine strokes. */
const UNITS = 4096;

export function openSvgMap(host: HTMLElement, world: World, start: MapPosition, events: MapEvents, nameOf: (place: string) => string | null): DeskMap {
  const labels = labelsOf(world);
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
  const over = svg("g", {});
  const root = svg("svg", { class: "svg-map", role: "img", "aria-label": "Map of the events" }, ground, names, over);
  host.append(root);

  const larger = enlargement();
  let at = start;
  let clusters: Mark[] = [];
  let scene: Scene = { marks: [], control: [], selected: null };
  let waiting = 0;

  const size = (): [number, number] => [host.clientWidth || 600, host.clientHeight || 360];
  const place = (lat: number, lon: number): [number, number] => {
    const [width, height] = size();
    const scale = worldSize(at.zoom);
    const [cx, cy] = project(at.lat, at.lon);
    const [x, y] = project(lat, lon);
    const around = x - cx - Math.round(x - cx);      // the shorter way round the world
    return [width / 2 + around * scale, height / 2 + (y - cy) * scale];
  };

  function draw(): void {
    waiting = 0;
    const [width, height] = size();
    const scale = worldSize(at.zoom);
    const [cx, cy] = project(at.lat, at.lon);
    root.setAttribute("viewBox", `0 0 ${width} ${height}`);
    ground.setAttribute("transform", `translate(${width / 2 - cx * scale} ${height / 2 - cy * scale}) scale(${scale / UNITS})`);
    const inside = (x: number, y: number, edge = 40): boolean => x > -edge && y > -edge && x < width + edge && y < height + edge;
    clusters = cluster(scene.marks, at.zoom, larger);
    names.replaceChildren(...countryNames(inside));
    over.replaceChildren(...radii(), ...flags(inside), ...marks(inside));
  }
  const redraw = (): void => { waiting ||= requestAnimationFrame(draw); };

  function countryNames(inside: (x: number, y: number) => boolean): SVGElement[] {
    const taken: [number, number][] = [];
    const smallest = 900 / 4 ** at.zoom;     // a country too small for its name goes without
    return labels.filter((each) => each.size > smallest).flatMap((each) => {
      const [x, y] = place(each.lat, each.lon);
      if (!inside(x, y) || taken.some(([tx, ty]) => Math.abs(tx - x) < 90 * larger && Math.abs(ty - y) < 16 * larger)) return [];
      taken.push([x, y]);
      return [svg("text", { x, y, "text-anchor": "middle" }, each.name)];
    });
  }

  function radii(): SVGElement[] {
    const event = scene.selected;
    const km = event ? radiusKm(event.placePrecision) : 0;
    if (!event || event.lat === null || event.lon === null || km === 0) return [];
    const points = ring(event.lat, event.lon, km).map(([lon, lat]) => place(lat, lon).map((each) => each.toFixed(1)).join(","));
    return [svg("polygon", { class: "radius", points: points.join(" ") })];
  }

  function flags(inside: (x: number, y: number) => boolean): SVGElement[] {
    return scene.control.flatMap((each) => {
      const [x, y] = place(each.lat, each.lon);
      if (!inside(x, y)) return [];
      const box = { x: -6, y: -flagLift(each, clusters) - 4.5, width: 12, height: 9 };
      const fill = each.state === "claimed"
        ? svg("path", { class: `h${each.index} flag-hatch`, d: [-6, -2, 2].map((x) => `M${x} ${box.y + 9}l4 -9`).join("") })
        : svg("rect", { ...box, width: each.state === "contested" ? 6 : 12, class: `h${each.index} flag-fill` });
      return [svg("g", { transform: `translate(${x} ${y}) scale(${larger})`, class: `flag h${each.index}` },
        svg("title", {}, `${each.name}: ${each.state}${each.holder ? ` by ${each.holder}` : ""}`),
        svg("rect", { ...box, class: "flag-paper" }), each.state === "unknown" ? null : fill, svg("rect", { ...box, class: `h${each.index} flag-edge` }))];
    });
  }

  function marks(inside: (x: number, y: number) => boolean): SVGElement[] {
    return clusters.flatMap((mark) => {
      const [x, y] = place(mark.lat, mark.lon);
      if (!inside(x, y)) return [];
      const chosen = scene.selected !== null && mark.events.some((each) => each.id === scene.selected!.id);
      const name = nameOf(mark.key);
      const group = svg("g", { class: chosen ? "mark chosen" : "mark", transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${larger})`, "data-place": mark.key },
        svg("title", {}, describe(mark, name)), chosen ? svg("circle", { r: radiusOf(mark) + 4, class: "chosen-ring" }) : null, ...markSvg(mark),
        name && mark.places === 1 ? svg("text", { class: "mark-name", x: radiusOf(mark) + 4, dy: "0.35em" }, name) : null);
      group.addEventListener("click", () => { if (!dragged) events.picked(mark); });
      return [group];
    });
  }

  let drag: { x: number; y: number; from: MapPosition } | null = null;
  let dragged = false;
  root.addEventListener("pointerdown", (event) => { drag = { x: event.clientX, y: event.clientY, from: at }; dragged = false; });
  root.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const [dx, dy] = [event.clientX - drag.x, event.clientY - drag.y];
    if (!dragged && Math.hypot(dx, dy) < 4) return;
    if (!dragged) root.setPointerCapture(event.pointerId);   // not before: a captured pointer's click would miss the mark
    dragged = true;
    at = shifted(drag.from, -dx, -dy);
    redraw();
  });
  const drop = (): void => { if (drag && dragged) events.moved(at); drag = null; };
  root.addEventListener("pointerup", drop);
  root.addEventListener("pointercancel", drop);
  root.addEventListener("wheel", (event) => {
    event.preventDefault();
    const box = root.getBoundingClientRect();
    const [dx, dy] = [event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2];
    const zoom = clamp(at.zoom - event.deltaY / 300);
    const grow = 2 ** (zoom - at.zoom);
    at = { ...shifted(at, dx * (1 - 1 / grow), dy * (1 - 1 / grow)), zoom };
    redraw();
    events.moved(at);
  }, { passive: false });
  const watch = new ResizeObserver(redraw);
  watch.observe(host);
  draw();

  return {
    show(next) { scene = next; redraw(); },
    position: () => at,
    moveTo(position) { at = { ...position, zoom: clamp(position.zoom) }; redraw(); },
    close() { watch.disconnect(); cancelAnimationFrame(waiting); root.remove(); },
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
