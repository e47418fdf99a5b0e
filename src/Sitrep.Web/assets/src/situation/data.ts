// What the server hands over in #situation-data: every event of the as-of day, unfiltered.
import type { Day } from "../days";
import { pageJson } from "../dom";

export interface DeskEvent {
  id: string; type: string; status: string; expected: boolean; summary: string; when: string;
  start: Day | null; end: Day | null; precision: string | null;
  place: string | null; lat: number | null; lon: number | null; placePrecision: string | null;
  actors: string[]; sides: string[]; sources: string[]; dispatches: number; claimants: number; known: Day | null;
  new: boolean; disputed: boolean; background: boolean; weight: number;
}

export interface DeskPlace { id: string; name: string; lat: number; lon: number; precision: string }
export interface ControlSpan { from: Day; to: Day; state: "held" | "claimed" | "contested" | "unknown"; holder: string | null; lastEvidence: Day | null }
export interface DeskControl { place: string; name: string; spans: ControlSpan[] }
export interface Holder { id: string; name: string; index: number }
export interface DeskSource { id: string; name: string; reports: number; first: Day | null }
export interface Named { id: string; name: string }

export interface SituationData {
  asOf: Day | null; on: Day | null; since: Day | null;
  version: string;
  days: { known: Day[]; happened: Day[] | null };
  events: DeskEvent[]; places: DeskPlace[]; control: DeskControl[]; holders: Holder[];
  sources: DeskSource[]; actors: Named[]; sides: Named[];
}

/** How sure the record is, as the desk draws it: agreed solid, claimed hatched, contested split, denied crossed, expected dashed. */
export type Standing = "agreed" | "claimed" | "contested" | "denied" | "expected";
export const STANDINGS: Standing[] = ["agreed", "claimed", "contested", "denied", "expected"];

export function standingOf(event: Pick<DeskEvent, "status" | "expected">): Standing {
  if (event.expected) return "expected";
  switch (event.status) {
    case "corroborated": return "agreed";
    case "contested": return "contested";
    case "denied": case "retracted": return "denied";
    default: return "claimed";
  }
}

export const wordsOf = (kebab: string): string => kebab.replaceAll("-", " ");

/** What the server leaves out is null, false or empty: thousands of events carry many such fields. */
export function readSituation(root: ParentNode = document): SituationData | null {
  const data = pageJson<SituationData>("situation-data", root);
  if (!data) return null;
  const events = data.events.map((each): DeskEvent => ({
    ...each,
    expected: each.expected ?? false, new: each.new ?? false, disputed: each.disputed ?? false, background: each.background ?? false,
    start: each.start ?? null, end: each.end ?? null, precision: each.precision ?? null, known: each.known ?? null,
    place: each.place ?? null, lat: each.lat ?? null, lon: each.lon ?? null, placePrecision: each.placePrecision ?? null,
    actors: each.actors ?? [], sides: each.sides ?? [], sources: each.sources ?? [], weight: each.weight ?? 0,
  }));
  return { ...data, events, control: data.control ?? [], holders: data.holders ?? [] };
}
