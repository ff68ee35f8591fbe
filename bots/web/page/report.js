// The living report: what its address names is fetched, shown and kept as looked at. Nothing here writes a record.

import { Cut, get, look, save } from "./api.js";
import { apart, ask } from "./apart.js";
import { show } from "./blocks.js";
import { el } from "./dom.js";
import { decoded, follow, leave } from "./panel.js";
import { pick } from "./people.js";
import { unfoldForPaper } from "./paper.js";
import { again, stand } from "./standing.js";
import { isProject, reportAddress, when } from "./words.js";

const LOOKED = "since I last looked";
const USUAL = "project manager";           // the reader that the first choice means
const BRIEF = "executive";                 // of this report no part stands open: what is above them is a screen
const OPEN = new Set(["Status", "Decisions needed", "Decisions wanted", "Since then", "Projects", "Moved"]);
const FIRST = new Set(["Decisions needed", "Decisions wanted", "Projects"]);         // on a phone, where all of them would be a long way
const project = /^\/projects\/([^/]+)$/.exec(location.pathname)?.[1] ?? "";
const door = project ? `/reports/${project}` : "/portfolio";
const [title, says, sign, looked, place, switches] = ["title", "says", "sign", "looked", "report", "switches"].map((id) => document.getElementById(id));
const chooser = document.getElementById("chooser");
const NARROW = window.matchMedia("(max-width: 34rem)");
const doors = apart(() => load());
let turn = 0;

/** What the switches say, as the address holds it. */
function wanted() {
  const said = new URLSearchParams(new FormData(switches));
  for (const [name, value] of [...said]) if (!value) said.delete(name);
  return said;
}

/** Set the switches to what the address says; a time of one's own becomes a choice of its own. */
function follows() {
  const said = new URLSearchParams(location.search);
  for (const control of switches.elements) {
    if (!control.name) continue;
    const value = said.get(control.name) ?? "";
    const known = control.tagName !== "SELECT" || [...control.options].some((option) => option.value === value);
    if (!known) control.append(el("option", { value }, value));
    control.value = value;
  }
}

async function load() {
  const mine = ++turn;
  sign.textContent = "Reading the records …";
  place.classList.add("stale");
  const said = new URLSearchParams(location.search);
  const made = await get(`${door}/blocks?${said}`).catch((failed) => {
    if (failed instanceof Cut) return { error: "The server did not answer. Is it running? Load this page again to see." };
    throw failed;
  });
  if (mine !== turn) return;
  sign.textContent = "";
  place.classList.remove("stale");
  if (made.error || !made.blocks) return place.replaceChildren(el("p", { class: "trouble" }, made.error ?? "This report cannot be shown."));
  shown(made, said.get("period") === LOOKED);
  look(`${door}/looked`);
}

function shown(made, since) {
  if (project && !switches.elements.for.value && made.audience !== USUAL) switches.elements.for.value = made.audience;
  doors.why = `why is ${made.about} like this?`;
  document.title = `${made.title} – Project Assistant`;
  title.textContent = made.title;
  says.textContent = made.says;
  document.getElementById("since").disabled = !made.looked;
  looked.hidden = !made.looked || since;
  if (made.looked) looked.replaceChildren(`You last looked on ${when(made.looked)}. `, el("button", { type: "button", onclick: () => choose("period", LOOKED) }, "Show what has moved since"));
  const [first, ...parts] = parted(made.blocks);
  const folded = parts.map(part);
  const all = folded.some(({ open }) => !open) ? el("button", { type: "button", class: "quiet more fold", onclick: ({ target }) => { folded.forEach((each) => { each.open = true; }); target.remove(); } }, "Unfold everything") : null;
  place.replaceChildren(el("h2", { class: "unseen" }, "In brief"), ...blocks(first.blocks), ...folded, ...(all ? [all] : []));
}

/** The blocks of a report by its headings; what stands before the first has none. */
function parted(all) {
  const parts = [{ title: "", blocks: [] }];
  for (const block of all) {
    if (block.type === "heading") parts.push({ title: block.text, blocks: [] });
    else if (block.type !== "sources") parts.at(-1).blocks.push(block);
  }
  return parts;
}

/** The elements of some blocks; where all projects are shown, one leads on to its own report. */
function blocks(all) {
  const made = show({ blocks: all, sources: [] }, doors);
  if (project) return made;
  for (const link of made.flatMap((each) => [...each.querySelectorAll("a[href^='/records/']")])) {
    const key = decoded(link.getAttribute("href").slice("/records/".length));
    if (isProject(key)) link.setAttribute("href", reportAddress(key));
  }
  return made;
}

function part({ title: name, blocks: inside }) {
  const hint = inside.find(({ type, title: head }) => type === "text" || (type === "table" && head))?.[inside[0]?.type === "text" ? "text" : "title"] ?? "";
  return el("details", { class: "part", open: (NARROW.matches ? FIRST : OPEN).has(name) && switches.elements.for.value !== BRIEF }, el("summary", {}, el("h2", {}, name), el("span", { class: "hint", "aria-hidden": "true" }, hint)),
    el("div", { class: "answer" }, ...blocks(inside)));
}

function choose(name, value) {
  switches.elements[name].value = value;
  changed();
}

function changed() {
  const said = wanted().toString();
  history.pushState(null, "", location.pathname + (said && `?${said}`));
  load();
}

async function saved({ currentTarget: button }) {
  const as = button.value;
  button.disabled = true;
  sign.textContent = "Writing the file …";
  const said = wanted();
  said.set("format", as);
  const failed = await save(`${door}?${said}`).catch(() => "The server did not answer. Try again.");
  sign.textContent = failed ?? "";
  button.disabled = false;
}

async function begin() {
  document.getElementById(project ? "of" : "for").hidden = true;
  if (!project) {
    document.querySelector(".places a").setAttribute("aria-current", "page");
  }
  follows();
  await pick(stand(), () => { leave(); load(); });
  await load();
  follow(doors);
}

chooser.open = !NARROW.matches;
NARROW.addEventListener("change", () => { chooser.open = !NARROW.matches; });
switches.addEventListener("change", changed);
switches.addEventListener("submit", (event) => event.preventDefault());
document.querySelectorAll(".export button").forEach((button) => button.addEventListener("click", saved));
document.getElementById("ask").addEventListener("submit", (event) => {
  event.preventDefault();
  const said = document.getElementById("text").value.trim();
  if (said) ask(said);
});
window.addEventListener("popstate", () => { if (!location.hash) { follows(); load(); } });
unfoldForPaper(".part");          // the whys of fifty figures would be a book
again(place, load);
begin();
