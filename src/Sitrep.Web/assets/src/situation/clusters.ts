// Events at one place are one mark, and marks that would touch are one cluster. Both maps use this, so both show the same.
import { STANDINGS, type DeskEvent } from "./data";

export interface Mark {
  /** Id of the place of the heaviest event. */
  key: string;
  lat: number; lon: number;
  /** Of the world, 0–1 from north-west to south-east. */
  x: number; y: number;
  groups: DeskEvent[][];    // by place; within each the heaviest first
  count: number;            // of events
  counts: number[];         // by STANDINGS
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
export function byPlace(heaviest: DeskEvent[]): Mark[] {
  const at = new Map<string, Mark>();
  for (const event of heaviest) {
    const { place } = event;
    if (!place || place.lat === null || place.lon === null) continue;
    const spot = `${place.lat},${place.lon}`;
    let mark = at.get(spot);
    if (!mark) {
      const [x, y] = project(place.lat, place.lon);
      at.set(spot, mark = { key: place.id, lat: place.lat, lon: place.lon, x, y, groups: [[]], count: 0, counts: STANDINGS.map(() => 0), bounds: [place.lon, place.lat, place.lon, place.lat] });
    }
    mark.groups[0]!.push(event);
    mark.count++;
    mark.counts[event.sure]!++;
  }
  return [...at.values()].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

/** Those of a place as they come, those of several places one place after the other. */
export const eventsOf = (mark: Mark): DeskEvent[] => mark.groups.flat();

/** `larger`: how much larger than usual marks are drawn. */
export function cluster(marks: Mark[], zoom: number, larger = 1): Mark[] {
  const size = worldSize(zoom) / larger;
  const cells = new Map<string, Head[]>();
  const heads: Head[] = [];
  for (const mark of marks) {
    const [x, y] = [mark.x * size, mark.y * size];
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

interface Head { x: number; y: number; members: Mark[] }

const cellOf = (x: number, y: number): string => `${Math.floor(x / APART)}:${Math.floor(y / APART)}`;

function nearest(cells: Map<string, Head[]>, x: number, y: number): Head | null {
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

/** The mark stays on its largest place, never in an empty middle between places. */
function merge(members: Mark[]): Mark {
  return {
    ...members[0]!,
    groups: members.flatMap((each) => each.groups),
    count: members.reduce((sum, each) => sum + each.count, 0),
    counts: STANDINGS.map((_, index) => members.reduce((sum, each) => sum + each.counts[index]!, 0)),
    bounds: boundsAll(members),
  };
}

const boundsAll = (marks: Mark[]): Mark["bounds"] => [
  Math.min(...marks.map((each) => each.lon)), Math.min(...marks.map((each) => each.lat)),
  Math.max(...marks.map((each) => each.lon)), Math.max(...marks.map((each) => each.lat)),
];

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
  const [lat, lon] = [shareOf(marks, 0.5, (each) => each.lat), shareOf(marks, 0.5, (each) => each.lon)];
  const apart = (mark: Mark): number => Math.hypot(mark.lat - lat, mark.lon - lon);
  const reach = Math.max(3, shareOf(marks, 0.85, apart) * 1.3);
  return boundsAll(marks.filter((each) => apart(each) <= reach));
}

/** The value below which that share of the events lies. */
function shareOf(marks: Mark[], share: number, value: (mark: Mark) => number): number {
  const sorted = marks.map((mark) => ({ at: value(mark), count: mark.count })).sort((a, b) => a.at - b.at);
  let left = Math.floor(share * sorted.reduce((sum, each) => sum + each.count, 0));
  return (sorted.find((each) => (left -= each.count) < 0) ?? sorted.at(-1)!).at;
}
