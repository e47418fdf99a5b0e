// The map with WebGL: MapLibre GL over the fine country shapes. No tiles, no glyph server, nothing from outside.
import { Map as LibreMap, setWorkerUrl, type GeoJSONSource, type StyleSpecification } from "maplibre-gl";
import type { FeatureCollection } from "geojson";
import { cssColour, enlargement } from "../dom";
import type { MapPosition } from "../view";
import { cluster, radiusKm, ring, type Mark } from "./clusters";
import { ZOOM_MAX, ZOOM_MIN, type DeskMap, type MapEvents, type Scene } from "./desk-map";
import { controlImage, describe, flagLift, imageName, paintImage, PIXEL_RATIO, radiusOf } from "./marks";
import { palette } from "./symbols";
import { labelsOf, loadWorld, shapesOf } from "./world";

const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };

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
  const colours = palette();
  map.setMissingStyleImageResolver((id) => {
    const image = paintImage(id, colours);
    if (image && !map.hasImage(id)) map.addImage(id, image, { pixelRatio: PIXEL_RATIO });
  });

  const larger = enlargement();
  let shown = scene;
  let clusters: Mark[] = [];
  let level = Number.NaN;

  function draw(force: boolean): void {
    const next = Math.round(map.getZoom() * 2) / 2;
    if (!force && next === level) return;
    level = next;
    clusters = cluster(shown.marks, map.getZoom(), larger);
    data("marks", clusters.map((mark, index) => point(mark.lat, mark.lon, {
      index, image: imageName(mark), weight: -mark.events.length,
      name: mark.places === 1 ? (nameOf(mark.key) ?? "") : "", shift: radiusOf(mark) / 11 + 0.3,
    })));
    data("control", shown.control.map((each) => point(each.lat, each.lon, { image: controlImage(each), lift: [0, -flagLift(each, clusters)] })));
    const event = shown.selected;
    const placed = event && event.lat !== null && event.lon !== null ? event : null;
    const head = placed ? clusters.find((mark) => mark.events.some((each) => each.id === placed.id)) : undefined;
    data("chosen", head ? [point(head.lat, head.lon, { radius: (radiusOf(head) + 4) * larger })] : []);
    const km = placed ? radiusKm(placed.placePrecision) : 0;
    data("radius", placed && km ? [{ type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [ring(placed.lat!, placed.lon!, km)] } }] : []);
  }
  const data = (source: string, features: FeatureCollection["features"]): void => { (map.getSource(source) as GeoJSONSource).setData({ type: "FeatureCollection", features }); };

  await new Promise<void>((done, failed) => {
    map.once("load", () => done());
    map.once("error", ({ error }) => failed(error));
  });
  draw(true);
  await new Promise<void>((done) => { map.once("idle", () => done()); });

  map.on("zoom", () => draw(false));
  map.on("moveend", (event) => { if (event.originalEvent) events.moved(position()); });
  map.on("click", "marks", (event) => {
    const mark = clusters[event.features?.[0]?.properties["index"] as number];
    if (mark) events.picked(mark);
  });
  map.on("mousemove", "marks", (event) => {
    const mark = clusters[event.features?.[0]?.properties["index"] as number];
    host.title = mark ? describe(mark, nameOf(mark.key)) : "";
    map.getCanvas().style.cursor = mark ? "pointer" : "";
  });
  map.on("mouseleave", "marks", () => { host.title = ""; map.getCanvas().style.cursor = ""; });

  const position = (): MapPosition => ({ zoom: map.getZoom(), lat: map.getCenter().lat, lon: map.getCenter().lng });
  return {
    show(next) { shown = next; draw(true); },
    position,
    moveTo({ zoom, lat, lon }, animate) {
      const target = { center: [lon, lat] as [number, number], zoom };
      if (animate) map.easeTo({ ...target, duration: 250 }); else map.jumpTo(target);
    },
    close() { map.remove(); },
  };
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
      radius: { type: "geojson", data: EMPTY }, control: { type: "geojson", data: EMPTY },
      chosen: { type: "geojson", data: EMPTY }, marks: { type: "geojson", data: EMPTY },
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
      { id: "radius-fill", type: "fill", source: "radius", paint: { "fill-color": colour("--accent"), "fill-opacity": 0.1 } },
      { id: "radius-edge", type: "line", source: "radius", paint: { "line-color": colour("--accent"), "line-width": 1.3, "line-dasharray": [3, 2] } },
      { id: "control", type: "symbol", source: "control", layout: { "icon-image": ["get", "image"], "icon-size": larger, "icon-offset": ["get", "lift"], "icon-allow-overlap": true, "icon-ignore-placement": true } },
      { id: "chosen", type: "circle", source: "chosen", paint: { "circle-radius": ["get", "radius"], "circle-color": "transparent", "circle-stroke-color": colour("--accent"), "circle-stroke-width": 2.5 } },
      {
        id: "marks", type: "symbol", source: "marks",
        layout: { "icon-image": ["get", "image"], "icon-size": larger, "icon-allow-overlap": true, "icon-ignore-placement": true, "symbol-sort-key": ["-", ["get", "weight"]] },
      },
      {
        id: "names", type: "symbol", source: "marks",
        layout: {
          "text-field": ["get", "name"], "text-size": 12 * larger, "text-anchor": "left", "text-justify": "left", "symbol-sort-key": ["get", "weight"],
          "text-radial-offset": ["get", "shift"], "text-variable-anchor": ["left", "right", "bottom"],
        },
        paint: { "text-color": colour("--ink"), ...halo },
      },
    ],
  };
}
