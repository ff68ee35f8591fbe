// Files: dropped anywhere or picked, asked what to do with them, handed in with a sign of how far they are.

import { el } from "./dom.js";

const MOST = 30_000_000;

/** Let files be dropped anywhere on the page; `take(file)` gets the first. */
export function dropping(take) {
  let deep = 0;
  const over = (on) => document.body.classList.toggle("dropping", on);
  const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragenter", (event) => { if (holdsFiles(event)) { deep += 1; over(true); } });
  document.addEventListener("dragleave", (event) => { if (holdsFiles(event) && (deep -= 1) <= 0) { deep = 0; over(false); } });
  document.addEventListener("dragover", (event) => { if (holdsFiles(event)) event.preventDefault(); });
  document.addEventListener("drop", (event) => {
    deep = 0;
    over(false);
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  });
}

const RECORDS = /\.(csv|tsv|xlsx|xlsm|xml|xer|json)$/i;

/** What can be done with a file, the likelier first; `hand(door, project)` does it. */
export function asked(file, hand) {
  if (file.size > MOST) return [el("p", { class: "trouble" }, "That file is too large: 30 MB are the most. Split it.")];
  const project = el("input", { type: "text", maxlength: 200, autocomplete: "off", spellcheck: "false", placeholder: "only if the file does not say" });
  const choice = (door, said) => el("button", { type: "button", class: "choice", onclick: () => hand(door, project.value.trim()) }, said);
  const doors = [choice("documents", "Read it in as a document"), choice("imports", "Import records from it")];
  const holdsRecords = RECORDS.test(file.name);
  return [el("p", {}, "What shall I do with it?"), el("p", { class: "buttons" }, ...(holdsRecords ? doors.reverse() : doors)),
    ...(holdsRecords ? [el("label", { class: "of" }, "Its project", project)] : [])];
}

/** How far it is, in words. */
export function sofar(file, part) {
  return part < 1 ? `Sending ${file.name}: ${Math.round(part * 100)} %` : `Reading ${file.name}`;
}
