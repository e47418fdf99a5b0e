// Entry of every page. Pages work without it; it adds what needs no new page.
import { byId, pageJson } from "./dom";
import { addHelpButton, listenForKeys, type Bindings } from "./keys";
import { listenLive, type LiveEvents } from "./live";
import { addThemeButton, applyTheme } from "./theme";
import { openTimeBar, type TimeDays } from "./timebar";
import { openSituation } from "./situation/situation";
import { openReport } from "./pages/report";
import { openUpload } from "./pages/upload";
import { openRows } from "./pages/rows";

interface PageData { page: string; asOf: string | null; on: string | null; days: TimeDays }

applyTheme();
await start();

async function start(): Promise<void> {
  const page = pageJson<PageData>("page-data");
  const top = document.querySelector("header.top");
  if (top) {
    addThemeButton(top);
    addHelpButton(top);
  }
  const kind = document.body.dataset.page;
  let bindings: Bindings = {};
  let live: LiveEvents = {};
  const situation = kind === "situation" ? await openSituation() : null;
  const bar = page ? openTimeBar(page.days, (which, day, done) => {
    if (situation) return situation.time(which, day, done);
    if (done) visit(which, day);
  }) : null;
  bar?.show(page!.asOf, page!.on);
  if (situation) {
    situation.attach(bar);
    bindings = situation.keys;
    live = { record: () => situation.reload() };
  } else {
    bindings = { "[": () => bar?.step(-1), "]": () => bar?.step(1), ...openRows() };
  }
  if (kind === "report") openReport();
  if (kind === "upload") live = openUpload();
  listenForKeys(bindings);
  byId("main")?.setAttribute("data-ready", "true");
  // After the first picture: the open connection must not count against it.
  setTimeout(() => listenLive(live), 300);
}

/** Another day on a page of the server: the same page with the other day. */
function visit(which: "asOf" | "on", day: string | null): void {
  const address = new URL(location.href);
  const name = which === "asOf" ? "as_of" : "on";
  if (day) address.searchParams.set(name, day); else address.searchParams.delete(name);
  location.assign(address);
}
