import { h } from "../dom";
import type { Timeline } from "./timeline";

/** Buttons of the timeline: what dragging and the wheel do, for hands that use neither. */
export function timelineTools(timeline: Timeline): HTMLElement {
  const button = (sign: string, words: string, act: () => void): HTMLElement => {
    const one = h("button", { type: "button", title: words, "aria-label": words }, sign);
    one.addEventListener("click", act);
    return one;
  };
  return h("div", { class: "timeline-tools", role: "group", "aria-label": "Timeline" },
    button("Week", "A week", () => timeline.preset(7)), button("Month", "A month", () => timeline.preset(30)), button("All", "All days", () => timeline.preset(null)),
    button("Reset", "Reset to the days shown at first", () => timeline.reset()),
    button("+", "Zoom in", () => timeline.zoom(1.6)), button("−", "Zoom out", () => timeline.zoom(1 / 1.6)));
}
