// Running the installation, and looking into it: a part for each door under /admin, shown where it opens; whoever may not enter does not see its part.

import { call, Cut, get, save } from "./api.js";
import { apart } from "./apart.js";
import { el } from "./dom.js";
import { unfoldForPaper } from "./paper.js";
import { pick } from "./people.js";
import { stand } from "./standing.js";
import { table } from "./tables.js";
import { line, when } from "./words.js";

const [overview, search, says, place] = ["overview", "search", "says", "parts"].map((id) => document.getElementById(id));
const NONE = new Set();
const PAGE = 50;
let signsIn = false;
let zone;                                        // the office’s, as this browser knows it
let turn = 0;

const PARTS = [
  { id: "people", door: "people", timed: true, title: "People", note: "A role is changed on the person’s own page, where each name leads.", tile: (rows) => [rows.length, "people"], none: "There is nobody yet.", shown: people },
  { id: "passes", door: "passes", timed: true, title: "Sessions and tokens", note: "What lets somebody in at the moment.", tile: (rows) => [rows.length, "ways in"], none: "Nobody is signed in, and there is no token.", shown: passes },
  { id: "connections", door: "connections", title: "Connections", tile: (rows) => well(rows), none: "", shown: connections },
  { id: "jobs", door: "jobs", timed: true, title: "Jobs that failed", note: "They were tried several times and given up. The log of the process says more under the reference.", tile: (rows) => [rows.length, "jobs failed", rows.length > 0], none: "None was given up.", shown: jobs },
  { id: "misunderstood", door: "misunderstood", timed: true, title: "What was not understood", note: "In the last 90 days, by wording; who said it is not shown.", tile: (rows) => [rows.length, "not understood"], none: "Everything was understood.", shown: misunderstood },
  { id: "usage", door: "usage", title: "Use and cost of the language model", note: "In the last 30 days, by person and day.", tile: (rows) => [rows.reduce((sum, { turns }) => sum + turns, 0), "turns with a model"], none: "No language model was used.", shown: usage },
  { id: "sent", door: "sent", timed: true, title: "What was sent to the language model", note: "In the last 7 days, call by call.", none: "Nothing left the house.", shown: (block) => (block.rows.length ? [table({ ...block, title: "" }, NONE)] : []) },
  { id: "changes", door: `changes?limit=${PAGE}`, timed: true, title: "Changes", note: "Every change is tied to the one before by its hash; each record’s page tells what was changed of it.", tile: (rows) => [rows[0]?.position ?? 0, "changes"], none: "Nothing was recorded yet.", shown: changes },
  { id: "reads", door: "reads", timed: true, title: "Who read what is restricted", note: "In the last 30 days.", none: "Nobody was shown anything restricted.", shown: reads },
];

/** A moment as the office's clocks show it. */
const clock = (moment) => when(moment, zone);

/** A time zone, where this browser knows it. */
function recognised(timeZone) {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return timeZone;
  } catch {
    return undefined;
  }
}

/** A door's answer; what could not be reached is an error with a sentence. */
async function asked(method, path, said) {
  try {
    return await call(method, `/admin/${path}`, said);
  } catch (failed) {
    if (failed instanceof Cut) return { error: "The server did not answer. Try again.", status: 0 };
    throw failed;
  }
}

async function load() {
  const mine = turn += 1;
  say("");
  const [told, ...found] = await Promise.all([asked("GET", "clock"), ...PARTS.map(({ door }) => asked("GET", door))]);
  if (mine !== turn) return;
  zone = recognised(told.zone);
  const open = PARTS.map((part, at) => [part, found[at]]).filter(([, { status }]) => status !== 403);
  document.querySelector(".search").hidden = !open.length;
  overview.replaceChildren(...open.filter(([{ tile }, { error }]) => tile && !error).map(([part, answer]) => tile(part, answer)));
  place.replaceChildren(...(open.length ? [...open.map(([part, answer]) => section(part, answer)), evidence()] : [el("p", { class: "none" }, "This page is for the PMO admin, and for auditors.")]));
  sift();
}

function tile(part, answer) {
  const [count, of, isBad] = part.tile(answer);
  return el("a", { class: isBad ? "tile bad" : "tile", href: `#${part.id}` }, el("span", { class: "count" }, typeof count === "number" ? count.toLocaleString("en") : count), el("span", { class: "of" }, of));
}

function section(part, answer) {
  const made = el("section", { id: part.id, "aria-labelledby": `of-${part.id}` });
  const shown = answer.error ? [el("p", { class: "trouble" }, answer.error)] : part.shown(answer);
  const note = [part.note, part.timed && zone ? `Times are those of the office, ${zone}.` : ""].filter(Boolean).join(" ");
  made.append(el("h2", { id: `of-${part.id}`, tabindex: "-1" }, part.title), ...(note ? [el("p", { class: "soft" }, note)] : []),
    ...(shown.length ? shown : [el("p", { class: "none" }, part.none)]));
  called(made, part.title);
  return made;
}

/** Give the tables of a part its name, by which a screen reader tells them apart. */
function called(made, title) {
  for (const each of made.querySelectorAll("[aria-label=Table]")) each.setAttribute("aria-label", `List: ${title}`);
}

/** Show one part afresh, say what was done, and put the focus where it was done. */
async function again(id, sentence) {
  const part = PARTS.find((each) => each.id === id);
  const fresh = section(part, await asked("GET", part.door));
  document.getElementById(id).replaceWith(fresh);
  say(sentence);
  sift();
  fresh.querySelector("h2").focus({ preventScroll: true });
}

function say(sentence, wrong = false) {
  says.textContent = sentence;
  says.classList.toggle("wrong", wrong);
}

/** A table whose rows end with what can be done about each. */
function listed(columns, rows, { keys = [], acts = null, known = NONE } = {}) {
  const made = table({ title: "", columns, rows: rows.map((cells) => cells.map(String)), keys }, known);
  if (!acts) return made;
  made.querySelector("thead tr").append(el("th", { scope: "col", role: "columnheader" }, el("span", { class: "unseen" }, "what can be done")));
  [...made.querySelectorAll("tbody tr")].forEach((row, at) => row.append(el("td", { role: "cell", class: "act" }, acts(at))));
  return made;
}

/** A button that asks once, where it stands, before it does what cannot be taken back. */
function sure(label, what, done) {
  const made = el("span", { class: "acts" });
  const first = el("button", { type: "button", class: "quiet small", "aria-label": `${label}: ${what}`, onclick: ask }, label);
  function ask() {
    const yes = el("button", { type: "button", class: "quiet small sure", "aria-label": `Yes, ${label.toLowerCase()}: ${what}`, onclick: async () => { yes.disabled = true; await done(); } }, `Yes, ${label.toLowerCase()}`);
    made.replaceChildren(yes, el("button", { type: "button", class: "quiet small", onclick: keep }, "Keep"));
    yes.focus();
  }
  function keep() {
    made.replaceChildren(first);
    first.focus();
  }
  made.addEventListener("keydown", ({ key }) => { if (key === "Escape" && !made.contains(first)) keep(); });
  made.append(first);
  return made;
}

/** Do something at a door, then show its part afresh; why not is said. */
async function doing(method, path, said, part, sentence) {
  const answer = await asked(method, path, said);
  if (answer.error) return say(answer.error, true);
  return again(part, typeof sentence === "function" ? sentence(answer) : sentence);
}

function people(rows) {
  const acts = (at) => {
    const { email, name, ways_in: ways } = rows[at];
    const out = ways && email ? sure("Sign out", name, () => doing("POST", "people/sign-out", { email }, "people", ({ ended }) => `${name} is signed out everywhere: ${ended} ended.`)) : null;
    return el("span", { class: "acts" }, email && signsIn ? el("button", { type: "button", class: "quiet small", "aria-label": `Make a link that signs in ${name}`, onclick: () => link(email, name) }, "Link") : null, out);
  };
  const here = rows.some((p) => p.last_here) ? [["last here", (p) => (p.last_here ? clock(p.last_here) : "never")]] : [];     // where nobody was, no column says so
  return [listed(["name", "role", "e-mail", "open tasks", "ways in", ...here.map(([name]) => name)],
    rows.map((p) => [p.name, p.role, p.email, p.open_tasks, p.ways_in, ...here.map(([, cell]) => cell(p))]), { keys: rows.map(({ key }) => key), acts })];
}

/** A link is shown once, above the people. */
async function link(email, name) {
  const answer = await asked("POST", "links", { email });
  if (answer.error) return say(answer.error, true);
  const copy = el("button", { type: "button", class: "quiet small", onclick: async () => {
    await navigator.clipboard.writeText(answer.link).then(() => { copy.textContent = "Copied"; }, () => getSelection().selectAllChildren(box.querySelector("code")));
  } }, "Copy");
  const box = el("div", { class: "made", tabindex: "-1" }, el("p", {}, `Whoever opens this within 15 minutes is ${name}. It works once, and is shown only now.`), el("code", {}, answer.link), copy);
  document.querySelector("#people .made")?.remove();
  document.querySelector("#people h2").after(box);
  return box.focus();
}

function passes(rows) {
  if (!rows.length) return [];
  const acts = (at) => {
    const { id, sort, name, email } = rows[at];
    return sure(sort === "token" ? "Revoke" : "Sign out", name ? `${name}, ${email}` : email, () => doing("DELETE", `passes/${encodeURIComponent(id)}`, undefined, "passes", sort === "token" ? "That token is revoked." : "That session is ended."));
  };
  return [listed(["person", "what", "name", "may", "made", "until", "last used"],
    rows.map((p) => [p.email, p.sort, p.name, p.scopes.join(", "), clock(p.made), clock(p.expires), p.used ? clock(p.used) : "never"]), { acts })];
}

function well(rows) {
  const bad = rows.filter(({ is_well: isWell }) => !isWell).length;
  return bad ? [bad, "connections to mend", true] : ["all", "connections are well"];
}

function connections(rows) {
  return [listed(["what", "state", "how it stands"], rows.map((c) => [c.name, c.is_well ? "● well" : "▲ to mend", c.says]))];
}

function jobs(rows) {
  if (!rows.length) return [];
  const acts = (at) => sure("Try again", `${rows[at].name} ${rows[at].key}`, () => doing("POST", `jobs/${rows[at].id.split("/").map(encodeURIComponent).join("/")}/again`, undefined, "jobs", "It is tried again from its beginning."));
  return [listed(["job", "of", "given up", "why"], rows.map((j) => [j.name, j.key, clock(j.at), j.why]), { acts })];
}

function misunderstood(rows) {
  return rows.length ? [listed(["wording", "how often", "last"], rows.map((w) => [w.said, w.count, clock(w.last)]))] : [];
}

function usage(rows) {
  return rows.length ? [listed(["day", "person", "turns", "calls", "tokens read", "tokens written", "cost"], rows.map((u) => [u.day, u.person, u.turns, u.calls, u.tokens_in, u.tokens_out, u.cost]))] : [];
}

function reads(rows) {
  return rows.length ? [listed(["when", "who", "what"], rows.map((r) => [clock(r.at), r.person, r.keys.join(", ")]))] : [];
}

function changes(rows) {
  if (!rows.length) return [];
  const place = el("div", {});
  const known = [...rows];
  const told = el("p", { role: "status" });
  const verify = el("button", { type: "button", class: "quiet", onclick: async () => {
    verify.disabled = true;
    told.textContent = "Reading the whole log …";
    told.replaceChildren(...line(verdict(await asked("GET", "verification"))));
    verify.disabled = false;
  } }, "Verify the log");
  const more = el("button", { type: "button", class: "quiet more", onclick: async () => {
    const found = await asked("GET", `changes?limit=${PAGE}&before=${known.at(-1).position}`);
    if (found.error) return say(found.error, true);
    known.push(...found);
    return show(found.length === PAGE);
  } }, `Show ${PAGE} earlier changes`);
  function show(goesOn) {
    const what = ({ touched, undoes }) => [undoes ? `takes back #${undoes}` : "", ...touched.map((t) => [t.says, t.key].filter(Boolean).join(" "))].filter(Boolean).join("; ");
    const keys = new Set(known.flatMap(({ touched }) => touched.map(({ key }) => key)).filter(Boolean));
    place.replaceChildren(listed(["change", "when", "by", "what", "hash"], known.map((c) => [`#${c.position}`, clock(c.at), c.by, what(c), c.hash.slice(0, 12)]), { known: keys }));
    called(place, "Changes");
    more.hidden = !goesOn;
    sift();
  }
  show(rows.length === PAGE);
  return [el("div", { class: "acts" }, verify, told), place, more];
}

function verdict({ error, lines, broken_at: broken, emptied, differences }) {
  if (error) return error;
  const forgot = emptied ? ` ${emptied} were emptied to forget somebody.` : "";
  if (broken !== null) return `**Broken at change #${broken}**: it does not follow from the one before.${forgot}`;
  if (differences.length) return `The log is whole, ${lines} changes, but the records are not what it says: ${differences.join(" ")}`;
  return `**Whole**: ${lines} changes, each follows from the one before, and the records are what they say.${forgot}`;
}

function evidence() {
  const told = el("p", { role: "status" });
  const take = el("button", { type: "button", class: "quiet", onclick: async () => {
    take.disabled = true;
    told.textContent = "Gathering everything …";
    told.textContent = await save("/admin/evidence").catch(() => "The server did not answer. Try again.") ?? "Saved.";
    take.disabled = false;
  } }, "Save the auditor’s file");
  return el("section", { id: "evidence", "aria-labelledby": "of-evidence" }, el("h2", { id: "of-evidence" }, "For an auditor"),
    el("p", { class: "soft" }, "All changes with their hashes, the journal, every pass without its secret, and what was sent to a language model, as one file."), el("div", { class: "acts" }, take, told));
}

/** Leave only the rows that hold what is looked for; what stands folded is unfolded for it. */
function sift() {
  const wanted = search.value.trim().toLowerCase();
  for (const body of place.querySelectorAll("tbody")) {
    if (wanted) body.classList.remove("cut");
    for (const row of body.rows) row.hidden = Boolean(wanted) && !row.textContent.toLowerCase().includes(wanted);
  }
}

search.addEventListener("input", sift);
unfoldForPaper();
const health = stand();
await pick(health, load);
signsIn = (await health).sample === false;
apart(() => load());                // a file can be dropped here, too
await load();
document.getElementById(location.hash.slice(1))?.scrollIntoView();
