// Events at one place are one mark, and marks that would touch are one cluster. Both maps use this, so both show the same.
import { standingOf, STANDINGS, type DeskEvent } from "./data";

export interface Mark {
  /** Id of the place of the heaviest event. */
  key: string;
  lat: number; lon: number;
  events: DeskEvent[];      // heaviest first
  counts: number[];         // by STANDINGS
  places: number;           // distinct places in it
  bounds: [west: number, south: number, east: number, north: number];
}

/** Pixels between the middles of two marks; below it they would touch. */
const APART = 46;
const TILE = 512;

/** Web Mercator, 0–1 from north-west to south-east. */
export function project(lat: number, lon: number): [x: number, y: number] {
  const sine = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
  return [lon / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)];
}

export function unproject(x: number, y: number): [lat: number, lon: number] {
  return [(360 / Math.PI) * Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) - 90, (x - 0.5) * 360];
}

export function worldSize(zoom: number): number {
  return TILE * 2 ** zoom;
}

/** Events grouped by coordinates; done once a filter, clustered once a zoom. */
export function byPlace(events: DeskEvent[]): Mark[] {
  const at = new Map<string, DeskEvent[]>();
  for (const event of events) {
    if (event.lat === null || event.lon === null) continue;
    const key = `${event.lat},${event.lon}`;
    const list = at.get(key);
    if (list) list.push(event); else at.set(key, [event]);
  }
  return [...at.values()].map((list) => markOf(list)).sort((a, b) => b.events.length - a.events.length || (a.key < b.key ? -1 : 1));
}

/** `larger`: how much larger than usual marks are drawn. */
export function cluster(marks: Mark[], zoom: number, larger = 1): Mark[] {
  const size = worldSize(zoom) / larger;
  const cells = new Map<string, { x: number; y: number; members: Mark[] }[]>();
  const heads: { x: number; y: number; members: Mark[] }[] = [];
  for (const mark of marks) {
    const [px, py] = project(mark.lat, mark.lon);
    const [x, y] = [px * size, py * size];
    const near = nearest(cells, x, y);
    if (near) { near.members.push(mark); continue; }
    const head = { x, y, members: [mark] };
    heads.push(head);
    const cell = cellOf(x, y);
    const list = cells.get(cell);
    if (list) list.push(head); else cells.set(cell, [head]);
  }
  return heads.map(({ members }) => (members.length === 1 ? members[0]! : merge(members)));
}

const cellOf = (x: number, y: number): string => `${Math.floor(x / APART)}:${Math.floor(y / APART)}`;

function nearest(cells: Map<string, { x: number; y: number; members: Mark[] }[]>, x: number, y: number): { members: Mark[] } | null {
  let best = null;
  let distance = APART;
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) {
      for (const head of cells.get(cellOf(x + dx * APART, y + dy * APART)) ?? []) {
        const apart = Math.hypot(head.x - x, head.y - y);
        if (apart < distance) { best = head; distance = apart; }
      }
    }
  }
  return best;
}

function markOf(events: DeskEvent[]): Mark {
  const list = events.toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  const first = list[0]!;
  const [lat, lon] = [first.lat!, first.lon!];   // only events with coordinates come here
  const counts = STANDINGS.map(() => 0);
  for (const event of list) counts[STANDINGS.indexOf(standingOf(event))]!++;
  return { key: first.place ?? first.id, lat, lon, events: list, counts, places: 1, bounds: [lon, lat, lon, lat] };
}

/** The mark stays on its largest place, never in an empty middle between places. */
function merge(members: Mark[]): Mark {
  const head = members[0]!;
  return {
    key: head.key, lat: head.lat, lon: head.lon,
    events: members.flatMap((each) => each.events).sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1)),
    counts: STANDINGS.map((_, index) => members.reduce((sum, each) => sum + each.counts[index]!, 0)),
    places: members.length,
    bounds: [
      Math.min(...members.map((each) => each.lon)), Math.min(...members.map((each) => each.lat)),
      Math.max(...members.map((each) => each.lon)), Math.max(...members.map((each) => each.lat)),
    ],
  };
}

/** Kilometres within which the event may lie, by the precision of its place; 0 where the map would only pretend. */
export function radiusKm(precision: string | null): number {
  switch (precision) {
    case "town": return 4;
    case "near": return 20;
    case "area": return 45;
    case "region": return 110;
    default: return 0;
  }
}

/** A circle on the ground as a ring of [lon, lat]. */
export function ring(lat: number, lon: number, km: number): [number, number][] {
  const degrees = km / 111.32;
  const stretch = Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  return Array.from({ length: 49 }, (_, step) => {
    const angle = (step / 48) * 2 * Math.PI;
    return [lon + (degrees / stretch) * Math.cos(angle), lat + degrees * Math.sin(angle)];
  });
}

/** Bounds of the half that matters: outliers far from where most events are do not zoom the map out to the whole world. */
export function boundsOf(marks: Mark[]): Mark["bounds"] | null {
  if (marks.length === 0) return null;
  const weighted = marks.flatMap((mark) => mark.events.map(() => mark));
  const middle = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
  const [lat, lon] = [middle(weighted.map((each) => each.lat)), middle(weighted.map((each) => each.lon))];
  const distances = weighted.map((each) => Math.hypot(each.lat - lat, each.lon - lon)).sort((a, b) => a - b);
  const reach = Math.max(3, distances[Math.floor(distances.length * 0.85)]! * 1.3);
  const kept = marks.filter((each) => Math.hypot(each.lat - lat, each.lon - lon) <= reach);
  return [
    Math.min(...kept.map((each) => each.lon)), Math.min(...kept.map((each) => each.lat)),
    Math.max(...kept.map((each) => each.lon)), Math.max(...kept.map((each) => each.lat)),
  ];
}
