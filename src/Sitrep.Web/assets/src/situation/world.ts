// Country shapes of Natural Earth: the coarse ones for the drawing that must be there at once, the fine ones for MapLibre.
import { feature, mesh } from "topojson-client";
import type { FeatureCollection, MultiLineString, MultiPolygon, Polygon, Position } from "geojson";
import type { Topology, GeometryCollection } from "topojson-specification";

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

export interface World { topology: Countries }

const assets = new URL(".", import.meta.url);

export async function loadWorld(file: "world.json" | "world-fine.json"): Promise<World> {
  const answer = await fetch(new URL(file, assets));
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  return { topology: (await answer.json()) as Countries };
}

/** Countries as flat polygons: rings that cross the 180th meridian run on beyond it, and one around a pole is closed along it. */
export function shapesOf(world: World): FeatureCollection<Polygon | MultiPolygon, { name: string }> {
  const shapes = feature(world.topology, world.topology.objects.countries).features.flatMap((each) => {
    const polygons = each.geometry.type === "Polygon" ? [each.geometry.coordinates] : each.geometry.type === "MultiPolygon" ? each.geometry.coordinates : [];
    const coordinates = polygons.map((rings) => rings.map(unwrapped));
    return coordinates.length ? [{ type: "Feature" as const, properties: each.properties, geometry: { type: "MultiPolygon" as const, coordinates } }] : [];
  });
  return { type: "FeatureCollection", features: shapes };
}

export function bordersOf(world: World): MultiLineString {
  const lines = mesh(world.topology, world.topology.objects.countries, (a, b) => a !== b).coordinates;
  return { type: "MultiLineString", coordinates: lines.map((line) => straight(line)) };
}

/** The same line without jumps of a whole turn: each longitude is the one nearest to that before it. */
function straight(line: Position[]): Position[] {
  let last = line[0]?.[0] ?? 0;
  return line.map(([lon, lat]) => {
    last = lon! + 360 * Math.round((last - lon!) / 360);
    return [last, lat!];
  });
}

function unwrapped(ring: Position[]): Position[] {
  const line = straight(ring);
  const [first, end] = [line[0]!, line.at(-1)!];
  if (Math.abs(end[0]! - first[0]!) < 180) return line;
  const pole = first[1]! < 0 ? -90 : 90;
  return [...line, [end[0]!, pole], [first[0]!, pole], first];
}

export interface CountryLabel { name: string; lat: number; lon: number; size: number }

/** A label on the largest part of each country; `size` in square degrees says which to draw first. */
export function labelsOf(world: World): CountryLabel[] {
  return shapesOf(world).features.flatMap(({ geometry, properties }) => {
    const rings = (geometry as MultiPolygon).coordinates.map((each) => each[0]!);
    const best = rings.map(middle).sort((a, b) => b.size - a.size)[0];
    return best ? [{ name: properties.name, ...best }] : [];
  }).sort((a, b) => b.size - a.size);
}

function middle(ring: number[][]): { lat: number; lon: number; size: number } {
  let [area, lon, lat] = [0, 0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x1, y1] = ring[i] as [number, number];
    const [x2, y2] = ring[i + 1] as [number, number];
    const cross = x1 * y2 - x2 * y1;
    area += cross;
    lon += (x1 + x2) * cross;
    lat += (y1 + y2) * cross;
  }
  return { lon: lon / (3 * area || 1), lat: lat / (3 * area || 1), size: Math.abs(area / 2) };
}
