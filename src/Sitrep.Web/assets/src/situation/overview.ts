// The part of the sections in words that depends on the day looked at, without asking the server again.
import { byId, h, theirs } from "../dom";
import { long, short } from "../days";
import type { View } from "../view";
import type { ControlSpan, SituationData } from "./data";
import { stateOf } from "./list";

const STATES: Record<ControlSpan["state"], string> = { held: "held", claimed: "claimed by its own side only", contested: "contested", unknown: "nobody says" };

/** Who holds what on the day looked at; the same rows as the server writes. */
export function controlTable(data: SituationData, view: View): void {
  const body = byId("control")?.querySelector("tbody");
  const heading = byId("control-heading");
  if (!body || !heading) return;
  heading.textContent = view.on ? `Who holds what on ${long(view.on)}` : "Who holds what";
  body.replaceChildren(...data.control.flatMap((control) => {
    const span = spanOn(control.spans, view.on);
    if (!span) return [];
    const holder = data.holders.find((each) => each.id === span.holder);
    const link = (path: string, name: string): HTMLElement => h("a", { href: `${path}${stateOf(view)}` }, theirs(name));
    return [h("tr", {},
      h("th", { scope: "row" }, link(`/places/${encodeURIComponent(control.place)}`, control.name)),
      h("td", {}, h("i", { class: `key s-${span.state} h${holder?.index ?? 0}` }), ` ${STATES[span.state]}`),
      h("td", {}, holder ? link(`/actors/${encodeURIComponent(holder.id)}`, holder.name) : "nobody named"),
      h("td", {}, span.from === span.to ? long(span.from) : `${short(span.from)} – ${long(span.to)}`),
      h("td", {}, span.lastEvidence ? long(span.lastEvidence) : ""))];
  }));
}

export function spanOn(spans: ControlSpan[], on: string | null): ControlSpan | undefined {
  return on ? spans.findLast((each) => each.from <= on && on <= each.to) : spans.at(-1);
}

/** Links written by the server carry on the day that is looked at now. */
export function carryState(view: View): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("#nav a, .brand, .overview a, #map-places a, #source-list a")) {
    const address = new URL(link.href);
    if (address.origin !== location.origin) continue;
    if (view.on) address.searchParams.set("on", view.on); else address.searchParams.delete("on");
    link.href = address.pathname + address.search + address.hash;
  }
}
