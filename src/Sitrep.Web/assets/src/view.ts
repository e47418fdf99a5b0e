// The address is the whole view: what the server knows stands in the query, what only the browser draws stands in the fragment.

export const FILTERS = ["type", "actor", "side", "source", "status", "place"] as const;
export type FilterName = (typeof FILTERS)[number];

export interface MapPosition { zoom: number; lat: number; lon: number }
export interface Window { from: number; to: number }   // days since 1970, both inclusive

export interface View {
  asOf: string | null;
  on: string | null;
  since: string | null;
  filters: Record<FilterName, string[]>;
  selected: string | null;
  map: MapPosition | null;
  window: Window | null;
}

export function readView(address: URL): View {
  const query = address.searchParams;
  const filters = Object.fromEntries(FILTERS.map((name) => [name, query.getAll(name).filter(Boolean)])) as Record<FilterName, string[]>;
  const fragment = new URLSearchParams(address.hash.slice(1));
  return {
    asOf: query.get("as_of") || null, on: query.get("on") || null, since: query.get("since") || null,
    filters, selected: query.get("sel") || null,
    map: readMap(fragment.get("map")), window: readWindow(fragment.get("days")),
  };
}

/** Path, query and fragment; empty values leave no trace, so that one view has one address. */
export function addressOf(view: View, path = "/"): string {
  const query = new URLSearchParams();
  if (view.asOf) query.set("as_of", view.asOf);
  if (view.on) query.set("on", view.on);
  if (view.since) query.set("since", view.since);
  for (const name of FILTERS) for (const value of view.filters[name]) query.append(name, value);
  if (view.selected) query.set("sel", view.selected);
  const fragment: string[] = [];
  if (view.map) fragment.push(`map=${view.map.zoom.toFixed(2)}/${view.map.lat.toFixed(4)}/${view.map.lon.toFixed(4)}`);
  if (view.window) fragment.push(`days=${view.window.from}..${view.window.to}`);
  const text = query.toString();
  return path + (text ? `?${text}` : "") + (fragment.length ? `#${fragment.join("&")}` : "");
}

function readMap(text: string | null): MapPosition | null {
  const [zoom, lat, lon] = (text ?? "").split("/").map(Number);
  if (zoom === undefined || lat === undefined || lon === undefined || ![zoom, lat, lon].every(Number.isFinite)) return null;
  return Math.abs(lat) <= 85 && Math.abs(lon) <= 360 && zoom >= 0 && zoom <= 22 ? { zoom, lat, lon } : null;
}

function readWindow(text: string | null): Window | null {
  const match = /^(-?\d{1,6})\.\.(-?\d{1,6})$/.exec(text ?? "");
  if (!match) return null;
  const [from, to] = [Number(match[1]), Number(match[2])];
  return from <= to ? { from, to } : null;
}
