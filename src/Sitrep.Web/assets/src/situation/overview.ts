// The part of the sections in words that depends on the day looked at, without asking the server again.
import { byId, h, theirs } from "../dom";
import { long, short } from "../days";
import type { ControlSpan, DeskControl, SituationData } from "./data";

const STATES: Record<ControlSpan["state"], string> = { held: "held", claimed: "claimed by its own side only", contested: "contested", unknown: "nobody says" };

/** Who holds what on the day looked at; the same rows as the server writes. Only rows that change with the day are made anew. */
export class ControlTable {
  private readonly rows = new Map<DeskControl, { span: ControlSpan; row: HTMLElement }>();
  private readonly body = byId("control")?.querySelector("tbody");

  show(data: SituationData, on: string | null): void {
    const heading = byId("control-heading");
    if (!this.body || !heading) return;
    heading.textContent = on ? `Who holds what on ${long(on)}` : "Who holds what";
    let changed = this.rows.size === 0;
    for (const control of data.control) {
      const span = spanOn(control.spans, on);
      const row = this.rows.get(control);
      if (span === row?.span) continue;
      changed = true;
      if (span) this.rows.set(control, { span, row: rowOf(control, span, data) }); else this.rows.delete(control);
    }
    if (changed) this.body.replaceChildren(...data.control.flatMap((control) => this.rows.get(control)?.row ?? []));
  }
}

function rowOf(control: DeskControl, span: ControlSpan, data: SituationData): HTMLElement {
  const holder = data.holders.find((each) => each.id === span.holder);
  const link = (path: string, name: string): HTMLElement => h("a", { href: path }, theirs(name));
  return h("tr", {},
    h("th", { scope: "row" }, link(`/places/${encodeURIComponent(control.place)}`, control.name)),
    h("td", {}, h("i", { class: `key s-${span.state} h${holder?.index ?? 0}` }), ` ${STATES[span.state]}`),
    h("td", {}, holder ? link(`/actors/${encodeURIComponent(holder.id)}`, holder.name) : "nobody named"),
    h("td", {}, span.from === span.to ? long(span.from) : `${short(span.from)} – ${long(span.to)}`),
    h("td", {}, span.lastEvidence ? long(span.lastEvidence) : ""));
}

export function spanOn(spans: ControlSpan[], on: string | null): ControlSpan | undefined {
  return on ? spans.findLast((each) => each.from <= on && on <= each.to) : spans.at(-1);
}
