// Links to pages of the desk carry on which day is known and which is looked at. Done when somebody comes to a link: to rewrite hundreds at each step of a slider would be felt.
import type { View } from "../view";

/** Pages that look at a record of a day; others have no days. */
const DAYS = /^\/(places|figures|actors|sources|reports|search|review|events|changes|report|$)/;

export function carryDays(view: () => View): void {
  const carry = (event: Event): void => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
    if (!link) return;
    const address = new URL(link.href);
    if (address.origin !== location.origin || !DAYS.test(address.pathname)) return;
    const { asOf, on, since } = view();
    for (const [name, day] of [["as_of", asOf], ["on", on], ["since", since]] as const) if (day) address.searchParams.set(name, day); else address.searchParams.delete(name);
    const next = address.pathname + address.search + address.hash;
    if (link.getAttribute("href") !== next) link.setAttribute("href", next);
  };
  // By pointer, by keyboard, and by scripts that follow a link.
  for (const kind of ["pointerover", "focusin", "click"]) document.addEventListener(kind, carry, { capture: true });
}
