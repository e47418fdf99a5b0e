// One drawing language for map, list and timeline: the glyph says what kind of thing happened, the disc says how sure it is. Colour repeats both.
import { svg } from "../dom";
import { STANDINGS, type Standing } from "./data";

/** Glyphs in a box of 16 by 16, drawn as strokes around the centre. */
const GLYPHS: Record<string, string> = {
  taking: "M5.5 12.5V3.5M5.5 4h6l-1.6 2 1.6 2h-6",
  fighting: "M4 4l8 8M12 4l-8 8",
  strike: "M8 3v3M8 10v3M3 8h3M10 8h3M4.6 4.6l1.6 1.6M9.8 9.8l1.6 1.6M11.4 4.6L9.8 6.2M6.2 9.8l-1.6 1.6",
  harm: "M8 3.5l4.5 8h-9zM8 6.6v2.4",
  custody: "M5 3.5v9M8 3.5v9M11 3.5v9M3.5 5h9M3.5 11h9",
  movement: "M3.5 8h8.5M8.5 4.5L12 8l-3.5 3.5",
  talk: "M3.5 4h9v6h-5l-2.5 2.5V10H3.5z",
  aid: "M8 3.5v9M3.5 8h9",
  protest: "M4 10.5v-4l7-3v10zM4 10.5h1.5v2.5",
  disaster: "M3 6c1.7-2 3.3-2 5 0s3.3 2 5 0M3 10.5c1.7-2 3.3-2 5 0s3.3 2 5 0",
  other: "M8 7.2v1.6",
};

const KINDS: Record<string, string> = {
  capture: "taking", withdrawal: "taking", holding: "taking", siege: "taking", surrender: "taking", declaration: "taking",
  clash: "fighting", attack: "fighting", strike: "strike", bombing: "strike", killing: "harm", injury: "harm",
  detention: "custody", release: "custody", abduction: "custody", movement: "movement", displacement: "movement",
  agreement: "talk", ceasefire: "talk", meeting: "talk", accusation: "talk", statement: "talk", support: "talk",
  protest: "protest", aid: "aid", disaster: "disaster",
};

export const KIND_WORDS: Record<string, string> = {
  taking: "taking, holding, leaving a place", fighting: "fighting", strike: "strike, bombing", harm: "killing, injury", custody: "detention, release",
  movement: "movement, displacement", talk: "talks, statements", aid: "aid", protest: "protest", disaster: "disaster", other: "other",
};

export const kindOf = (type: string): string => KINDS[type] ?? "other";

/** A single event as SVG, 18 px wide unless told. Its meaning stands in text beside it, so it is hidden from readers of the screen. */
export function eventSymbol(type: string, standing: Standing, size = 18): SVGSVGElement {
  return svg("svg", { class: `symbol y-${standing}`, viewBox: "-9 -9 18 18", width: size, height: size, "aria-hidden": "true" }, ...eventParts(type, standing));
}

export function eventParts(type: string, standing: Standing): SVGElement[] {
  const parts: SVGElement[] = [svg("circle", { r: 8, class: "disc" })];
  if (standing === "contested") parts.push(svg("path", { d: "M-8 0A8 8 0 0 1 8 0z", class: "half" }));
  parts.push(svg("path", { d: GLYPHS[kindOf(type)], class: "glyph", transform: "translate(-8 -8)" }));
  if (standing === "denied") parts.push(svg("path", { d: "M-6.5 6.5L6.5 -6.5", class: "slash" }));
  return parts;
}

/** Shares of a cluster as arcs, in the order of STANDINGS, starting at noon; angles in radians. */
export function arcs(counts: number[]): { standing: Standing; from: number; to: number }[] {
  const total = counts.reduce((sum, each) => sum + each, 0) || 1;
  let at = -Math.PI / 2;
  return counts.flatMap((count, index) => {
    const from = at;
    at += (count / total) * 2 * Math.PI;
    return count ? [{ standing: STANDINGS[index]!, from, to: at }] : [];
  });
}
