// The map with WebGL: MapLibre GL draws the fine country shapes and their names, and nothing that changes by a filter or a choice. No tiles, no glyph server, nothing from outside.
import { Map as LibreMap, setWorkerUrl, type StyleSpecification } from "maplibre-gl";
import type { FeatureCollection } from "geojson";
import { cssColour, enlargement } from "../dom";
import type { MapPosition } from "../view";
import { project, worldSize } from "./clusters";
import { ZOOM_MAX, ZOOM_MIN, type DeskMap, type MapEvents, type Scene } from "./desk-map";
import { MarkLayer } from "./mark-layer";
import { labelsOf, loadWorld, shapesOf } from "./world";

/** Opens over whatever the host shows already; resolves when the first picture stands. Rejects where WebGL fails. */
export async function openGlMap(host: HTMLElement, start: MapPosition, scene: Scene, events: MapEvents, nameOf: (place: string) => string | null): Promise<DeskMap> {
  setWorkerUrl(new URL("map-worker.mjs", import.meta.url).href);
  const world = await loadWorld("world-fine.json");
  const map = new LibreMap({
    container: host, style: styleOf(world), center: [start.lon, start.lat], zoom: start.zoom, minZoom: ZOOM_MIN, maxZoom: ZOOM_MAX,
    attributionControl: false, fadeDuration: 0, dragRotate: false, pitchWithRotate: false, touchPitch: false, keyboard: false, renderWorldCopies: true,
  });
  map.touchZoomRotate.disableRotation();
  map.getCanvas().setAttribute("aria-hidden", "true");   // the list of places beside it says the same in words
  map.getCanvas().tabIndex = -1;
  await new Promise<void>((done, failed) => {
    map.once("idle", () => done());      // after "load", sometimes in the same frame: who waits for one and then for the other may wait for ever
    map.once("error", ({ error }) => failed(error));
  });

  const stands = (): MapPosition => ({ zoom: map.getZoom(), lat: map.getCenter().lat, lon: map.getCenter().lng });
  let aim: MapPosition | null = null;     // where the marks are already and the shapes are not yet
  let due = 0;
  const position = (): MapPosition => aim ?? stands();
  let size: [number, number] = [host.clientWidth, host.clientHeight];      // asked for once: each question may make the browser lay the page out
  const layer = new MarkLayer(position(), () => size, events, nameOf);
  map.getCanvasContainer().append(layer.root);           // within it, so that a drag may begin on a mark
  layer.show(scene);
  map.on("move", () => layer.move(stands()));
  map.on("resize", () => { size = [host.clientWidth, host.clientHeight]; layer.move(position()); });
  map.on("moveend", (event) => { if (event.originalEvent) events.moved(position()); });

  /** Without a graphics card a picture of the whole world takes longer than an answer may: marks move at once, and with them the picture that stands; the new one follows. */
  function jump(target: MapPosition): void {
    aim = target;
    carry(map.getCanvas(), stands(), target);
    layer.move(target);
    cancelAnimationFrame(due);
    due = requestAnimationFrame(() => { due = requestAnimationFrame(arrive); });
  }

  function arrive(): void {
    const { zoom, lat, lon } = aim!;       // asked for by jump only
    aim = null;
    map.once("render", () => { map.getCanvas().style.transform = ""; });
    map.jumpTo({ center: [lon, lat], zoom });
    map.triggerRepaint();
  }

  return {
    show(next) { layer.show(next); },
    position,
    size: () => size,
    moveTo(target, animate) {
      const zoom = Math.max(ZOOM_MIN, Math.min(ZOOM_MAX, target.zoom));
      if (!animate) return jump({ ...target, zoom });
      cancelAnimationFrame(due);
      aim = null;
      map.getCanvas().style.transform = "";
      map.easeTo({ center: [target.lon, target.lat], zoom, duration: 250 });
    },
    close() { cancelAnimationFrame(due); map.remove(); },
  };
}

/** The drawn picture where it lies in the new view: larger, smaller or aside. */
function carry(canvas: HTMLCanvasElement, from: MapPosition, to: MapPosition): void {
  const grow = 2 ** (to.zoom - from.zoom);
  const [x1, y1] = project(from.lat, from.lon);
  const [x2, y2] = project(to.lat, to.lon);
  const across = x1 - x2 - Math.round(x1 - x2);
  const scale = worldSize(to.zoom);
  canvas.style.transform = `translate(${(across * scale).toFixed(1)}px, ${((y1 - y2) * scale).toFixed(1)}px) scale(${grow.toFixed(4)})`;
}

function point(lat: number, lon: number, properties: Record<string, unknown>): FeatureCollection["features"][number] {
  return { type: "Feature", properties, geometry: { type: "Point", coordinates: [lon, lat] } };
}

function styleOf(world: Awaited<ReturnType<typeof loadWorld>>): StyleSpecification {
  const countries = labelsOf(world).map((each) => point(each.lat, each.lon, { name: each.name, size: -each.size }));
  const halo = { "text-halo-color": cssColour("--map-land"), "text-halo-width": 1.4 };
  const colour = cssColour;
  const larger = enlargement();
  return {
    version: 8,
    sources: {
      world: { type: "geojson", data: shapesOf(world) as FeatureCollection, tolerance: 0.2 },
      countries: { type: "geojson", data: { type: "FeatureCollection", features: countries } },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("--map-sea") } },
      { id: "land", type: "fill", source: "world", paint: { "fill-color": colour("--map-land"), "fill-antialias": false } },
      { id: "borders", type: "line", source: "world", paint: { "line-color": colour("--map-border"), "line-width": 0.8 } },
      {
        id: "countries", type: "symbol", source: "countries",
        layout: { "text-field": ["get", "name"], "text-size": 11 * larger, "symbol-sort-key": ["get", "size"], "text-letter-spacing": 0.06, "text-max-width": 8 },
        paint: { "text-color": colour("--map-name"), ...halo },
      },
    ],
  };
}
