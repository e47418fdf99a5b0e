// What is being read while the page is open. One connection a page, opened late so that it never delays the first picture.
import { byId, h, theirs } from "./dom";

export interface LiveProgress { read: number; known: number; setAside: number; total: number | null; busy: boolean }
export interface LiveFound { report: string; title: string | null; outlet: string | null; claims: number }
export interface LiveProblem { code: number; input: string; message: string }
export interface LiveEvents { progress?(at: LiveProgress): void; found?(report: LiveFound): void; problem?(problem: LiveProblem): void; record?(): void }

export function listenLive(handlers: LiveEvents): void {
  if (!("EventSource" in window)) return;
  const line = byId("live");
  const source = new EventSource("/live");
  const on = <T>(name: string, act: (data: T) => void): void => source.addEventListener(name, (event) => act(JSON.parse((event as MessageEvent<string>).data) as T));
  on<LiveProgress>("progress", (at) => {
    if (line) {
      line.hidden = !at.busy;
      line.textContent = `Reading: ${at.read}${at.total ? ` of ${at.total}` : ""} reports read${at.setAside ? `, ${at.setAside} set aside` : ""}.`;
    }
    handlers.progress?.(at);
  });
  on<LiveFound>("found", (report) => handlers.found?.(report));
  on<LiveProblem>("problem", (problem) => handlers.problem?.(problem));
  // Many reports in a row change the record many times; the page looks again when they pause.
  let waiting = 0;
  on<{ read: number }>("record", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => {
      if (line) {
        line.hidden = false;
        line.textContent = handlers.record ? "The record has changed; what you see is the new one." : "The record has changed. ";
        if (!handlers.record) line.append(h("a", { href: location.href }, "Show it"));
      }
      handlers.record?.();
    }, 700);
  });
  addEventListener("pagehide", () => source.close());
}

export const foundLine = (report: LiveFound): HTMLElement => h("li", {},
  h("a", { href: `/reports/${encodeURIComponent(report.report)}` }, theirs(report.title ?? report.report)),
  report.outlet ? " · " : null, report.outlet ? theirs(report.outlet) : null, ` · ${report.claims} ${report.claims === 1 ? "claim" : "claims"}`);
