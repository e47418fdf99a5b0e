// The server's filter form, answering without a round trip. A chosen filter shows as a chip that takes it away again.
import { byId, h, theirs } from "../dom";
import { FILTERS, type FilterName, type View } from "../view";

export interface FiltersForm { show(filters: View["filters"]): void }

/** `nameOf` names what the form's lists, which are short, do not hold. */
export function openFilters(changed: (filters: View["filters"]) => void, nameOf: (filter: FilterName, value: string) => string | null | undefined): FiltersForm | null {
  const form = byId("filters") as HTMLFormElement | null;
  if (!form) return null;
  form.classList.add("live-filters");
  const chips = h("ul", { class: "chips", "aria-label": "Filters in force" });
  form.after(chips);
  let now: View["filters"] = read();

  function field(name: string): HTMLSelectElement | null {
    return form!.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
  }

  function read(): View["filters"] {
    const query = new URLSearchParams(location.search);
    return Object.fromEntries(FILTERS.map((name) => [name, query.getAll(name).filter(Boolean)])) as View["filters"];
  }

  function show(filters: View["filters"]): void {
    now = filters;
    const parts: HTMLElement[] = [];
    for (const name of FILTERS) {
      const select = field(name);
      if (select) select.value = "";
      for (const value of filters[name]) {
        const words = [...(select?.options ?? [])].find((each) => each.value === value)?.textContent ?? nameOf(name, value) ?? value;
        const drop = h("button", { type: "button", "aria-label": `Take away ${name}: ${words}` }, `${name}: `, theirs(words), " ×");
        drop.addEventListener("click", () => set({ ...now, [name]: now[name].filter((each) => each !== value) }));
        parts.push(h("li", {}, drop));
      }
    }
    if (parts.length > 1) {
      const all = h("button", { type: "button", class: "quiet" }, "Take all away");
      all.addEventListener("click", () => set(Object.fromEntries(FILTERS.map((name) => [name, []])) as unknown as View["filters"]));
      parts.push(h("li", {}, all));
    }
    chips.replaceChildren(...parts);
    chips.hidden = parts.length === 0;
  }

  function set(filters: View["filters"]): void {
    show(filters);
    changed(filters);
  }

  form.addEventListener("change", (event) => {
    const select = event.target as HTMLSelectElement;
    const name = FILTERS.find((each) => each === select.name);
    if (!name || !select.value) return;
    set({ ...now, [name]: [...new Set([...now[name], select.value])] });
    select.focus();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  show(now);
  return { show };
}
