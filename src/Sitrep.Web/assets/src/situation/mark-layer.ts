// What lies on a map: marks, flags, the chosen one and where it may lie. Drawn over both maps, so that a filter or a choice never draws a map again.
import { enlargement, svg } from "../dom";
import type { MapPosition } from "../view";
import { cluster, project, radiusKm, ring, worldSize, type Mark } from "./clusters";
import type { MapEvents, Scene } from "./desk-map";
import { describe, flagParts, looksOf, markParts, radiusOf } from "./marks";

/** Zoom steps between which marks are clustered anew. */
const LEVELS = 4;

/** Pixels around the map in which marks are made, so that a drag has something to bring in. */
const MARGIN = 300;

const LETTER = 6.4;    // width of an average letter of a place's name, px

/** Something at a point of the world, 0–1. */
interface Spot { node: SVGElement; x: number; y: number }

interface Box { left: number; top: number; right: number; bottom: number }

export class MarkLayer {
  /** The element that lies over the map. */
  readonly root: SVGSVGElement;
  private readonly area = svg("g", {});
  private readonly flags = svg("g", {});
  private readonly marks = svg("g", {});
  private readonly ring = svg("circle", { class: "chosen-ring" });
  private readonly larger = enlargement();
  private scene: Scene = { marks: [], control: [], selected: null };
  private clusters: Mark[] = [];
  private drawn = new Map<string, Spot & { mark: Mark }>();
  private spots: Spot[] = [];
  private made: { level: number; x: number; y: number } | null = null;
  private pressed: { x: number; y: number } | null = null;

  constructor(private at: MapPosition, private readonly size: () => [number, number], events: MapEvents, private readonly nameOf: (place: string) => string | null) {
    this.root = svg("svg", { class: "mark-layer" }, this.area, this.flags, this.marks);
    // The marks move with the pointer that drags the map: only a press that stayed where it was chooses one.
    this.root.addEventListener("pointerdown", ({ clientX, clientY }) => { this.pressed = { x: clientX, y: clientY }; });
    this.root.addEventListener("click", (event) => {
      const key = (event.target as Element).closest("[data-place]")?.getAttribute("data-place");
      const mark = key ? this.drawn.get(key)?.mark : undefined;
      if (!mark || (this.pressed && Math.hypot(event.clientX - this.pressed.x, event.clientY - this.pressed.y) > 4)) return;
      events.picked(mark);
    });
  }

  show(scene: Scene): void {
    const before = this.scene;
    this.scene = scene;
    if (scene.marks !== before.marks || !this.made) return this.draw();
    if (scene.control !== before.control) this.drawFlags();
    if (scene.selected !== before.selected) this.drawChosen();
    this.place();
  }

  /** The map is moved: what stands is moved with it, and drawn anew only when it must be clustered anew or its edge comes into sight. */
  move(position: MapPosition): void {
    this.at = position;
    const scale = worldSize(position.zoom);
    const [x, y] = project(position.lat, position.lon);
    const { made } = this;
    if (!made || made.level !== levelOf(position.zoom) || Math.hypot(x - made.x, y - made.y) * scale > MARGIN * 0.8) this.draw(); else this.place();
  }

  private draw(): void {
    const level = levelOf(this.at.zoom);
    const [x, y] = project(this.at.lat, this.at.lon);
    this.made = { level, x, y };
    this.clusters = cluster(this.scene.marks, level, this.larger);
    const old = this.drawn;
    this.drawn = new Map();
    const taken: Box[] = [];
    const seen = this.clusters.filter((mark) => this.isNear(mark, taken));
    for (const mark of seen) {
      const largest = this.nameOf(mark.key);
      const name = largest && mark.groups.length > 1 ? `${largest} +${mark.groups.length - 1}` : largest;
      const side = name ? sideOf(name, this.pointOf(mark), radiusOf(mark), this.larger, taken) : null;
      const looks = `${looksOf(mark)} ${side}`;
      const kept = old.get(mark.key);
      const node = kept && kept.node.getAttribute("data-looks") === looks ? kept.node : this.nodeOf(mark, name, side, looks);
      this.drawn.set(mark.key, { node, mark, x: mark.x, y: mark.y });
    }
    this.marks.replaceChildren(...[...this.drawn.values()].map((each) => each.node));
    this.drawFlags();
    this.drawChosen();
    this.place();
  }

  private nodeOf(mark: Mark, name: string | null, side: Side | null, looks: string): SVGElement {
    const radius = radiusOf(mark);
    const text = name && side ? svg("text", { class: "mark-name", ...SIDES[side](radius), "text-anchor": side === "right" ? "start" : side === "left" ? "end" : "middle" }, name) : null;
    return svg("g", { class: "mark", "data-place": mark.key, "data-looks": looks }, svg("title", {}, describe(mark, this.nameOf(mark.key))), ...markParts(mark), text);
  }

  private drawFlags(): void {
    const heads = new Map(this.clusters.map((mark) => [`${mark.lat},${mark.lon}`, mark]));
    this.spots = this.scene.control.map((flag) => {
      const head = heads.get(`${flag.lat},${flag.lon}`);
      const [x, y] = project(flag.lat, flag.lon);
      return { node: svg("g", { class: `flag h${flag.index}` }, ...flagParts(flag, head ? radiusOf(head) + 8 : 8)), x, y };
    }).filter((spot) => this.isInside(this.pointOf(spot)));
    this.flags.replaceChildren(...this.spots.map((each) => each.node));
  }

  private drawChosen(): void {
    const event = this.scene.selected;
    for (const { node } of this.drawn.values()) node.classList.remove("chosen");
    this.ring.remove();
    const head = event && [...this.drawn.values()].find(({ mark }) => mark.groups.some((group) => group.includes(event)));
    if (!head) return;
    head.node.classList.add("chosen");
    this.ring.setAttribute("r", String(radiusOf(head.mark) + 4));
    head.node.append(this.ring);
  }

  private place(): void {
    const [width, height] = this.size();
    this.root.setAttribute("viewBox", `0 0 ${width} ${height}`);
    for (const spot of [...this.drawn.values(), ...this.spots]) {
      const [x, y] = this.pointOf(spot);
      spot.node.setAttribute("transform", `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${this.larger})`);
    }
    const place = this.scene.selected?.place;
    const km = place && place.lat !== null && place.lon !== null ? radiusKm(place.precision) : 0;
    const points = km ? ring(place!.lat!, place!.lon!, km).map(([lon, lat]) => project(lat, lon)).map(([x, y]) => this.pointOf({ x, y }).map((each) => each.toFixed(1)).join(",")) : [];
    this.area.replaceChildren(...(km ? [svg("polygon", { class: "radius", points: points.join(" ") })] : []));
  }

  /** Pixels from the map's upper left corner; the shorter way round the world. */
  private pointOf({ x, y }: { x: number; y: number }): [number, number] {
    const [width, height] = this.size();
    const scale = worldSize(this.at.zoom);
    const [cx, cy] = project(this.at.lat, this.at.lon);
    const around = x - cx - Math.round(x - cx);
    return [width / 2 + around * scale, height / 2 + (y - cy) * scale];
  }

  private isNear(mark: Mark, taken: Box[]): boolean {
    const point = this.pointOf(mark);
    if (!this.isInside(point)) return false;
    const radius = radiusOf(mark) * this.larger;
    taken.push({ left: point[0] - radius, top: point[1] - radius, right: point[0] + radius, bottom: point[1] + radius });
    return true;
  }

  private isInside([x, y]: [number, number]): boolean {
    const [width, height] = this.size();
    return x > -MARGIN && y > -MARGIN && x < width + MARGIN && y < height + MARGIN;
  }
}

const levelOf = (zoom: number): number => Math.floor(zoom * LEVELS) / LEVELS;

type Side = "right" | "left" | "below";

const SIDES: Record<Side, (radius: number) => { x: number; y: number }> = {
  right: (radius) => ({ x: radius + 7, y: 4 }), left: (radius) => ({ x: -radius - 7, y: 4 }), below: (radius) => ({ x: 0, y: radius + 15 }),
};

/** Where the name has room; null where it would lie over a mark or another name. What is taken is kept in `taken`. */
function sideOf(name: string, [x, y]: [number, number], radius: number, larger: number, taken: Box[]): Side | null {
  const [wide, high] = [name.length * LETTER * larger, 14 * larger];
  for (const side of Object.keys(SIDES) as Side[]) {
    const at = SIDES[side](radius);
    const left = x + at.x * larger - (side === "left" ? wide : side === "below" ? wide / 2 : 0);
    const box = { left, top: y + (at.y - 11) * larger, right: left + wide, bottom: y + (at.y - 11) * larger + high };
    if (taken.some((each) => each.left < box.right && box.left < each.right && each.top < box.bottom && box.top < each.bottom)) continue;
    taken.push(box);
    return side;
  }
  return null;
}
