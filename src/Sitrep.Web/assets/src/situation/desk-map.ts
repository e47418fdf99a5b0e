// What a map of the desk must do. Two are shipped: MapLibre where the browser has WebGL, plain SVG where it has not.
import type { MapPosition } from "../view";
import { worldSize, project, unproject, type Mark } from "./clusters";
import type { ControlSpan, DeskEvent } from "./data";

export interface ControlMark { place: string; name: string; lat: number; lon: number; state: ControlSpan["state"]; index: number; holder: string }

export interface Scene {
  marks: Mark[];                 // by place, not yet clustered
  control: ControlMark[];        // who holds what on the day looked at
  selected: DeskEvent | null;
}

export interface DeskMap {
  show(scene: Scene): void;
  position(): MapPosition;
  /** Pixels. */
  size(): [width: number, height: number];
  moveTo(position: MapPosition, animate: boolean): void;
  close(): void;
}

export interface MapEvents {
  picked(mark: Mark): void;
  moved(position: MapPosition): void;
}

export const ZOOM_MIN = 0.5;
export const ZOOM_MAX = 12;   // below that the shapes have nothing more to show

/** The position that shows the bounds in a map of that size. */
export function fitting([west, south, east, north]: Mark["bounds"], width: number, height: number, closest = 7): MapPosition {
  const [x1, y1] = project(north, west);
  const [x2, y2] = project(south, east);
  const room = 0.78;           // marks have a size of their own
  const scale = Math.min((width * room) / Math.max(x2 - x1, 1e-9), (height * room) / Math.max(y2 - y1, 1e-9));
  const zoom = Math.max(ZOOM_MIN, Math.min(closest, Math.log2(scale / worldSize(0))));
  const [lat, lon] = unproject((x1 + x2) / 2, (y1 + y2) / 2);
  return { zoom, lat, lon };
}
