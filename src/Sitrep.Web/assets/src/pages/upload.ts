// Adding reports: dropped, pasted or named by address. What is found appears while reading goes on.
import { byId, h, theirs } from "../dom";
import { foundLine, type LiveEvents } from "../live";

export function openUpload(): LiveEvents {
  const form = byId("upload") as HTMLFormElement | null;
  const drop = byId("drop");
  const found = byId("found");
  if (!form || !drop || !found) return {};
  const files = form.querySelector<HTMLInputElement>('input[type="file"]');
  const state = h("p", { class: "upload-state", role: "status" });
  const bar = h("progress", { max: 1, hidden: true, "aria-label": "Reports read" });
  found.before(state, bar);

  const take = (list: FileList | null | undefined): void => {
    if (!files || !list?.length) return;
    files.files = list;
    names();
    form.requestSubmit();
  };
  const names = (): void => {
    const count = files?.files?.length ?? 0;
    state.textContent = count ? `${count} ${count === 1 ? "file" : "files"} chosen: ${[...files!.files!].slice(0, 4).map((each) => each.name).join(", ")}${count > 4 ? " …" : ""}` : "";
  };
  files?.addEventListener("change", names);
  // The whole page takes what is dropped: a file that misses the field would be opened by the browser in place of the desk.
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  for (const name of ["dragenter", "dragover"] as const) document.addEventListener(name, (event) => { if (holdsFiles(event)) { event.preventDefault(); drop.classList.add("over"); } });
  for (const name of ["dragleave", "drop"] as const) document.addEventListener(name, () => drop.classList.remove("over"));
  document.addEventListener("drop", (event) => { if (holdsFiles(event)) { event.preventDefault(); take(event.dataTransfer?.files); } });
  addEventListener("paste", (event) => {
    if ((event.target as Element).matches("input, textarea")) return;
    take(event.clipboardData?.files);
  });

  // What is sent may be read before the stream of news stands: then only the count tells that it is done.
  let [counted, before, busy] = [0, Infinity, true];
  const offer = (): void => { if (!document.querySelector(".upload-done")) found.before(h("p", { class: "upload-done" }, h("a", { class: "button", href: "/" }, "See the situation"))); };
  const offerIfDone = (): void => { if (!busy && counted > before) offer(); };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void send();
  });

  async function send(): Promise<void> {
    state.textContent = "Sending …";
    bar.hidden = false;
    bar.removeAttribute("value");
    const sentAt = counted;
    try {
      const answer = await fetch(form!.action || location.href, { method: "POST", body: new FormData(form!), headers: { Accept: "application/json" } });
      const words = answer.ok ? "Sent. What is found appears below." : await problemOf(answer);
      state.textContent = words;
      state.classList.toggle("wrong", !answer.ok);
      if (!answer.ok) { bar.hidden = true; return; }
      form!.reset();
      before = Math.min(before, sentAt);
      offerIfDone();
    } catch {
      state.textContent = "The desk does not answer. Is it still running?";
      state.classList.add("wrong");
      bar.hidden = true;
    }
  }

  return {
    progress(at) {
      [counted, busy] = [at.read + at.known + at.setAside, at.busy];
      bar.hidden = !at.busy;
      if (at.total) { bar.max = at.total; bar.value = counted; }
      offerIfDone();
      if (!at.busy && counted > 0) state.textContent = `Done: ${at.read} read, ${at.known} known before, ${at.setAside} set aside.`;
    },
    found(report) { found.prepend(foundLine(report)); },
    problem(problem) { found.prepend(h("li", { class: "problem" }, h("span", { class: "badge b-denied" }, `set aside ${problem.code}`), " ", theirs(problem.input), `: ${problem.message}`)); },
    record: offer,
  };
}

async function problemOf(answer: Response): Promise<string> {
  const text = await answer.text();
  try {
    const problem = JSON.parse(text) as { title?: string; detail?: string };
    return problem.detail ?? problem.title ?? `Refused (${answer.status}).`;
  } catch {
    const title = new DOMParser().parseFromString(text, "text/html").querySelector("h1, title")?.textContent;
    return title ?? `Refused (${answer.status}).`;
  }
}
