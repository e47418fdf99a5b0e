// What the server hands over for the situation page: every event of the as-of day, unfiltered, in columns (thousands of events share few names).
import { long, toDay, type Day } from "../days";
import { byId, pageJson } from "../dom";
import type { Window } from "../view";

export interface DeskEvent {
  id: string; type: string; status: string; summary: string; when: string;
  /** First and last day on which it may have happened; null when its words give no day. */
  days: Window | null;
  /** The words give only a last day: it was told by then, and nothing says since when. */
  open: boolean;
  place: DeskPlace | null;
  actors: string[]; sides: string[]; sources: string[]; dispatches: number; claimants: number;
  expected: boolean; new: boolean; disputed: boolean; background: boolean;
  standing: Standing;
  /** Index of the standing in STANDINGS. */
  sure: number;
}

/** `lat` and `lon` are null for a place that no gazetteer knows. */
export interface DeskPlace { id: string; name: string; lat: number | null; lon: number | null; precision: string }
export interface ControlSpan { from: Day; to: Day; state: "held" | "claimed" | "contested" | "unknown"; holder: string | null; lastEvidence: Day | null }
export interface DeskControl { place: string; name: string; spans: ControlSpan[] }
export interface Holder { id: string; name: string; index: number }

export interface SituationData {
  asOf: Day | null;
  /** In the order in which things happened. */
  events: DeskEvent[];
  /** The same, what is told first comes first. */
  heaviest: DeskEvent[];
  byId: Map<string, DeskEvent>;
  places: Map<string, DeskPlace>;
  control: DeskControl[]; holders: Holder[];
  /** Names of tellings, actors and sides by id. */
  sources: Map<string, string>; actors: Map<string, string>;
}

/** How sure the record is, as the desk draws it: agreed solid, claimed hatched, contested split, denied crossed, expected dashed. */
export type Standing = "agreed" | "claimed" | "contested" | "denied" | "expected";
export const STANDINGS: Standing[] = ["agreed", "claimed", "contested", "denied", "expected"];

function standingOf(status: string): Standing {
  switch (status) {
    case "expected": return "expected";
    case "corroborated": return "agreed";
    case "contested": return "contested";
    case "denied": case "retracted": return "denied";
    default: return "claimed";
  }
}

export const wordsOf = (kebab: string): string => kebab.replaceAll("-", " ");

/** As it is sent. Numbers of types, places, actors and sources are places in the lists beside; days are counted from 1970. */
interface Sent {
  asOf: Day | null; types: string[]; statuses: string[]; places: DeskPlace[]; control?: DeskControl[]; holders?: Holder[];
  sources: { id: string[]; name: string[] }; actors: { id: string[]; name: string[]; side: (string | null)[] };
  events: {
    id: string[]; type: number[]; status: number[]; summary: string[]; when: (string | null)[]; start: (number | null)[]; end: (number | null)[];
    place: (number | null)[]; actors: number[][]; sources: number[][]; dispatches: number[]; claimants: number[]; flags: number[]; weight: number[];
  };
}

const FLAG = { new: 1, disputed: 2, background: 4, open: 8 } as const;

/** The data stand in the page, or the page says where they are: those of a large record are asked for beside it. Null when the page has no record. */
export async function readSituation(root: ParentNode = document): Promise<SituationData | null> {
  const here = pageJson<Sent>("situation-data", root);
  if (here) return unpack(here);
  const address = root.querySelector("link#situation-data")?.getAttribute("href");
  if (!address) return null;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return unpack((await answer.json()) as Sent);
}

function unpack(sent: Sent): SituationData {
  const { events: of, actors } = sent;
  const events = of.id.map((id, at): DeskEvent => {
    const [start, end, flags] = [of.start[at] ?? null, of.end[at] ?? null, of.flags[at]!];
    const last = end ?? start;
    const open = start === null || (flags & FLAG.open) !== 0;
    const taking = of.actors[at]!;
    const status = sent.statuses[of.status[at]!]!;
    const standing = standingOf(status);
    return {
      id, type: sent.types[of.type[at]!]!, status, summary: of.summary[at]!, when: of.when[at] ?? long(toDay(last!)),
      days: last === null ? null : { from: open ? last : start, to: last }, open,
      place: of.place[at] === null ? null : sent.places[of.place[at]!]!,
      actors: taking.map((each) => actors.id[each]!), sides: taking.flatMap((each) => actors.side[each] ?? []), sources: of.sources[at]!.map((each) => sent.sources.id[each]!),
      dispatches: of.dispatches[at]!, claimants: of.claimants[at]!,
      expected: status === "expected", new: (flags & FLAG.new) !== 0, disputed: (flags & FLAG.disputed) !== 0, background: (flags & FLAG.background) !== 0,
      standing, sure: STANDINGS.indexOf(standing),
    };
  });
  const weight = new Map(events.map((each, at) => [each, of.weight[at]!]));
  const heaviest = events.toSorted((a, b) => weight.get(b)! - weight.get(a)! || order(a.id, b.id));
  const rank = new Map(heaviest.map((each, at) => [each, at]));
  // What is told first comes first within a day.
  events.sort((a, b) => (a.days?.to ?? Infinity) - (b.days?.to ?? Infinity) || (a.days?.from ?? 0) - (b.days?.from ?? 0) || rank.get(a)! - rank.get(b)!);
  return {
    asOf: sent.asOf, events, heaviest, byId: new Map(events.map((each) => [each.id, each])), places: new Map(sent.places.map((each) => [each.id, each])),
    control: sent.control ?? [], holders: sent.holders ?? [],
    sources: new Map(sent.sources.id.map((id, at) => [id, sent.sources.name[at]!])), actors: new Map(actors.id.map((id, at) => [id, actors.name[at]!])),
  };
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** True where the page has a record to be looked at. */
export const hasSituation = (): boolean => byId("situation-data") !== null;
