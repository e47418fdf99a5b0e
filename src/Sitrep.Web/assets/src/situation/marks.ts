// How a mark looks: one event as its symbol, several as a ring of shares with their number. Sizes in CSS pixels.
import { svg } from "../dom";
import type { Mark } from "./clusters";
import type { ControlMark } from "./desk-map";
import { arcs, eventParts } from "./symbols";

export const radiusOf = (mark: Mark): number => (mark.count === 1 ? 10 : Math.min(24, 11 + 2.1 * Math.log2(mark.count)));

export function describe(mark: Mark, name: string | null): string {
  if (mark.count === 1) return mark.groups[0]![0]!.summary;
  const where = mark.groups.length > 1 ? `${mark.groups.length} places around ${name ?? "here"}` : (name ?? "one place");
  return `${mark.count} events, ${where}`;
}

/** The same for marks that look the same. */
export function looksOf(mark: Mark): string {
  const first = mark.groups[0]![0]!;
  return mark.count === 1 ? `${first.type} ${first.standing} ${first.summary}` : `${mark.groups.length} ${mark.counts.join(" ")}`;
}

export function markParts(mark: Mark): SVGElement[] {
  const radius = radiusOf(mark);
  if (mark.count === 1) {
    const { type, standing } = mark.groups[0]![0]!;
    return [svg("g", { class: `symbol y-${standing}`, transform: `scale(${radius / 8})` }, ...eventParts(type, standing))];
  }
  return [
    svg("circle", { r: radius, class: "cluster-disc" }),
    ...arcs(mark.counts).map(({ standing, from, to }) => svg("path", { d: arc(radius - 2.5, from, to), class: `cluster-arc y-${standing}` })),
    svg("text", { class: "cluster-count", "text-anchor": "middle", dy: "0.35em" }, String(mark.count)),
  ];
}

function arc(radius: number, from: number, to: number): string {
  const end = Math.min(to, from + 2 * Math.PI - 0.001);
  const point = (angle: number): string => `${(radius * Math.cos(angle)).toFixed(2)} ${(radius * Math.sin(angle)).toFixed(2)}`;
  return `M${point(from)}A${radius} ${radius} 0 ${end - from > Math.PI ? 1 : 0} 1 ${point(end)}`;
}

/** A flag above a place: solid when held, hatched when claimed, split when contested, empty when unknown. `lift`: pixels above the place. */
export function flagParts(flag: ControlMark, lift: number): SVGElement[] {
  const box = { x: -6, y: -lift - 4.5, width: 12, height: 9 };
  const colour = `h${flag.index}`;
  const fill = flag.state === "claimed"
    ? svg("path", { class: `${colour} flag-hatch`, d: [-6, -2, 2].map((x) => `M${x} ${box.y + 9}l4 -9`).join("") })
    : svg("rect", { ...box, width: flag.state === "contested" ? 6 : 12, class: `${colour} flag-fill` });
  const parts = [svg("title", {}, `${flag.name}: ${flag.state}${flag.holder ? ` by ${flag.holder}` : ""}`), svg("rect", { ...box, class: "flag-paper" })];
  return [...parts, ...(flag.state === "unknown" ? [] : [fill]), svg("rect", { ...box, class: `${colour} flag-edge` })];
}
