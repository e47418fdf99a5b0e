// Two sliders beside the two date fields: by which day something was known, and which day of the events is looked at.
import { byId, h } from "./dom";
import { isDay, long, toDay, toNumber } from "./days";

export interface TimeBar { show(asOf: string | null, on: string | null): void; step(days: number): void }
export interface TimeDays { known: string[]; happened: string[] | null }

/** `changed` gets null for "everything known" and "no day chosen". `done` is false while the handle is still held. */
export function openTimeBar(days: TimeDays, changed: (which: "asOf" | "on", day: string | null, done: boolean) => void): TimeBar | null {
  const form = byId("time");
  const asOfField = byId("as-of") as HTMLInputElement | null;
  const onField = byId("on") as HTMLInputElement | null;
  if (!form || !asOfField || !onField) return null;
  form.classList.add("live-time");
  const known = days.known.filter(isDay);
  const [first, last] = (days.happened ?? []).filter(isDay);

  // The last stop means everything, not the last day: what comes in later is then shown too.
  const asOf = slider("Known by, by day of publication", 0, known.length - 1);
  const on = slider("On day", first ? toNumber(first) - 1 : 0, last ? toNumber(last) : 0);
  const asOfWords = h("output", { class: "time-words" });
  const onWords = h("output", { class: "time-words" });
  asOfField.after(asOf, asOfWords);
  onField.after(on, onWords);
  const off = { asOf: known.length < 2, on: !first || !last };
  asOf.disabled = off.asOf;
  on.disabled = off.on;

  const asOfDay = (): string | null => (Number(asOf.value) >= known.length - 1 ? null : known[Number(asOf.value)]!);
  const onDay = (): string | null => (Number(on.value) < toNumber(first!) ? null : toDay(Number(on.value)));
  const words = (): void => {
    const until = off.asOf ? null : asOfDay();
    const day = off.on ? null : onDay();
    asOfWords.textContent = until ? long(until) : "everything";
    onWords.textContent = day ? long(day) : "all days";
    asOf.setAttribute("aria-valuetext", asOfWords.textContent);
    on.setAttribute("aria-valuetext", onWords.textContent);
    asOfField.value = until ?? "";
    onField.value = day ?? "";
  };
  asOf.addEventListener("input", () => { words(); changed("asOf", asOfDay(), false); });
  asOf.addEventListener("change", () => changed("asOf", asOfDay(), true));
  on.addEventListener("input", () => { words(); changed("on", onDay(), false); });
  on.addEventListener("change", () => changed("on", onDay(), true));
  asOfField.addEventListener("change", () => { if (!asOfField.value || isDay(asOfField.value)) changed("asOf", asOfField.value || null, true); });
  onField.addEventListener("change", () => { if (!onField.value || isDay(onField.value)) changed("on", onField.value || null, true); });

  return {
    show(knownBy, day) {
      if (!off.asOf) {
        const index = knownBy ? known.findLastIndex((each) => each <= knownBy) : known.length - 1;
        asOf.value = String(Math.max(0, index));
      }
      if (!off.on) on.value = String(day ? toNumber(day) : toNumber(first!) - 1);
      words();
      if (knownBy) { asOfField.value = knownBy; asOfWords.textContent = long(knownBy); }
      if (day) { onField.value = day; onWords.textContent = long(day); }
    },
    step(count) {
      if (off.on) return;
      const from = onDay() ? Number(on.value) : count > 0 ? toNumber(first!) - 1 : toNumber(last!) + 1;
      const next = Math.max(toNumber(first!), Math.min(toNumber(last!), from + count));
      on.value = String(next);
      words();
      changed("on", onDay(), true);
    },
  };
}

function slider(label: string, min: number, max: number): HTMLInputElement {
  return h("input", { type: "range", min, max: Math.max(min, max), step: 1, "aria-label": label, class: "slider" });
}
