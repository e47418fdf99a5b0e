// Arrow keys through the main list of a page that has one; Enter opens the row's first link, as the browser does.
import type { Bindings } from "../keys";

export function openRows(): Bindings {
  const list = document.querySelector("#hits, #queue, [data-rows]");
  if (!list) return {};
  const links = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>(":scope > li > a, :scope > li > h2 > a, :scope > li > p > a, :scope > tr > th > a")];
  const move = (step: number): void => {
    const all = links();
    const at = all.findIndex((each) => each === document.activeElement);
    all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, at + step))]?.focus();
  };
  return { ArrowDown: () => move(1), ArrowUp: () => move(-1), j: () => move(1), k: () => move(-1) };
}
