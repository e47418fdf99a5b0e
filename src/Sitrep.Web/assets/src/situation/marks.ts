// How a mark looks: one event as its symbol, several as a ring of shares with their number. Sizes in CSS pixels.
import { cssColour, svg } from "../dom";
import { standingOf } from "./data";
import type { Mark } from "./clusters";
import type { ControlMark } from "./desk-map";
import { arcs, eventParts, paintEvent, type Palette } from "./symbols";

export const radiusOf = (mark: Mark): number => (mark.events.length === 1 ? 10 : Math.min(24, 11 + 2.1 * Math.log2(mark.events.length)));

export function describe(mark: Mark, name: string | null): string {
  if (mark.events.length === 1) return mark.events[0]!.summary;
  const where = mark.places > 1 ? `${mark.places} places around ${name ?? "here"}` : (name ?? "one place");
  return `${mark.events.length} events, ${where}`;
}

export function markSvg(mark: Mark): SVGElement[] {
  const radius = radiusOf(mark);
  const first = mark.events[0]!;
  if (mark.events.length === 1) {
    const standing = standingOf(first);
    return [svg("g", { class: `symbol y-${standing}`, transform: `scale(${radius / 8})` }, ...eventParts(first.type, standing))];
  }
  const ringRadius = radius - 2.5;
  return [
    svg("circle", { r: radius, class: "cluster-disc" }),
    ...arcs(mark.counts).map(({ standing, from, to }) => svg("path", { d: arc(ringRadius, from, to), class: `cluster-arc y-${standing}` })),
    svg("text", { class: "cluster-count", "text-anchor": "middle", dy: "0.35em" }, String(mark.events.length)),
  ];
}

function arc(radius: number, from: number, to: number): string {
  const end = Math.min(to, from + 2 * Math.PI - 0.001);
  const point = (angle: number): string => `${(radius * Math.cos(angle)).toFixed(2)} ${(radius * Math.sin(angle)).toFixed(2)}`;
  return `M${point(from)}A${radius} ${radius} 0 ${end - from > Math.PI ? 1 : 0} 1 ${point(end)}`;
}

/** What a map texture of the mark is made from, as its name. */
export function imageName(mark: Mark): string {
  const first = mark.events[0]!;
  return mark.events.length === 1 ? `event|${first.type}|${standingOf(first)}` : `cluster|${mark.events.length}|${mark.counts.join("-")}`;
}

const RATIO = 2;   // textures are drawn for screens of two device pixels a CSS pixel

export function paintImage(name: string, colours: Palette): ImageData | null {
  const [form, one, two] = name.split("|");
  if (form === "event") return canvas(12, (to, middle) => paintEvent(to, middle, middle, 10 * RATIO, one!, two as Parameters<typeof paintEvent>[5], colours));
  if (form === "cluster") return cluster(Number(one), two!.split("-").map(Number), colours);
  if (form === "control") return control(one!, Number(two), colours);
  return null;
}

function canvas(half: number, paint: (to: CanvasRenderingContext2D, middle: number) => void): ImageData | null {
  const side = half * 2 * RATIO;
  const to = new OffscreenCanvas(side, side).getContext("2d") as unknown as CanvasRenderingContext2D | null;
  if (!to) return null;
  paint(to, side / 2);
  return to.getImageData(0, 0, side, side);
}

function cluster(count: number, counts: number[], colours: Palette): ImageData | null {
  const radius = Math.min(24, 11 + 2.1 * Math.log2(count));
  return canvas(Math.ceil(radius + 1), (to, middle) => {
    to.beginPath();
    to.arc(middle, middle, radius * RATIO, 0, 2 * Math.PI);
    to.fillStyle = colours.paper;
    to.fill();
    for (const { standing, from, to: end } of arcs(counts)) {
      to.beginPath();
      to.arc(middle, middle, (radius - 2.5) * RATIO, from, end);
      to.lineWidth = 5 * RATIO;
      to.strokeStyle = colours.standings[standing];
      to.setLineDash(standing === "claimed" ? [3, 3] : standing === "contested" ? [8, 3] : []);
      to.stroke();
    }
    to.fillStyle = colours.ink;
    to.font = `600 ${11 * RATIO}px system-ui, sans-serif`;
    to.textAlign = "center";
    to.textBaseline = "middle";
    to.fillText(String(count), middle, middle + RATIO / 2);
  });
}

/** A flag on a place: solid when held, hatched when claimed, split when contested, empty when unknown. */
function control(state: string, index: number, colours: Palette): ImageData | null {
  const colour = cssColour(`--h${index}`);
  return canvas(8, (to, middle) => {
    const [left, top, wide, high] = [middle - 6 * RATIO, middle - 4.5 * RATIO, 12 * RATIO, 9 * RATIO];
    to.fillStyle = colours.paper;
    to.fillRect(left, top, wide, high);
    to.fillStyle = colour;
    to.strokeStyle = colour;
    if (state === "held") to.fillRect(left, top, wide, high);
    if (state === "contested") to.fillRect(left, top, wide / 2, high);
    if (state === "claimed") {
      to.save();
      to.beginPath();
      to.rect(left, top, wide, high);
      to.clip();
      to.lineWidth = 1.6 * RATIO;
      for (let x = -high; x < wide; x += 4.2 * RATIO) {
        to.beginPath();
        to.moveTo(left + x, top + high);
        to.lineTo(left + x + high, top);
        to.stroke();
      }
      to.restore();
    }
    to.lineWidth = 1.2 * RATIO;
    to.strokeRect(left, top, wide, high);
  });
}

/** Pixels above the place at which its flag stands: clear of the mark that covers the place. */
export function flagLift(flag: ControlMark, clusters: Mark[]): number {
  const mark = clusters.find((each) => each.lat === flag.lat && each.lon === flag.lon);
  return mark ? radiusOf(mark) + 8 : 8;
}

export const controlImage = (mark: ControlMark): string => `control|${mark.state}|${mark.index}`;
export const PIXEL_RATIO = RATIO;
