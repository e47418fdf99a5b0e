// Elements are made, never written as markup: text of reports cannot become structure, and the content policy forbids style attributes.

type Value = string | number | boolean | null | undefined;
export type Attributes = Record<string, Value>;
export type Child = Node | string | null | undefined | false;

const SVG = "http://www.w3.org/2000/svg";

export function h<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

export function svg<K extends keyof SVGElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: Child[]): SVGElementTagNameMap[K] {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill<E extends Element>(element: E, attributes: Attributes, children: Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) if (child) element.append(child);
  return element;
}

export const byId = (id: string): HTMLElement | null => document.getElementById(id);

/** The JSON the server put into the page; null when the page has none of that name. */
export function pageJson<T>(id: string, root: ParentNode = document): T | null {
  const text = root.querySelector(`script#${id}`)?.textContent;
  return text ? (JSON.parse(text) as T) : null;
}

/** Words of others: kept apart from the direction of the text around them. */
export const theirs = (words: string): HTMLElement => h("bdi", {}, words);

/** A colour of the style sheet as the browser has settled it for the theme in force: rgb(…). */
export function cssColour(name: string): string {
  const probe = h("i", { hidden: true });
  probe.style.color = `var(${name})`;
  document.body.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

/** How much larger than usual the page's letters are (1 at 15 px): drawings in pixels grow with them, or they could not be read on large screens. */
export function enlargement(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) / 15 || 1;
}
