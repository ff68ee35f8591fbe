// A register: the records of a kind as the server filters and sorts them, a page at a time, so that a hundred thousand are no more work than fifty.

import { Cut, get } from "./api.js";
import { apart } from "./apart.js";
import { show } from "./blocks.js";
import { el, unseen } from "./dom.js";
import { fresh } from "./filling.js";
import { follow, leave } from "./panel.js";
import { unfoldForPaper } from "./paper.js";
import { pick } from "./people.js";
import { again, stand } from "./standing.js";
import { keyLink, recordAddress, when } from "./words.js";

const [title, switches, kind, where, make, sign, news, place] = ["title", "switches", "kind", "where", "make", "sign", "news", "register"].map((id) => document.getElementById(id));
const USUAL = "task";
const FIRST = ["project", "owner", "status", "due", "score", "amount"];
const [COLUMNS, PAGE] = [7, 50];
const CONDITION = /\b(is|not|before|after|at most|at least|has|in|empty)\b/;
const doors = apart(() => load(), news);
let kinds = [];
let turn = 0;

/** What is asked of the server, of what the address says. */
function asked(of, more = {}) {
  const said = new URLSearchParams({ kind: of.kind, limit: PAGE, ...more });
  const words = of.fields.find(({ name }) => ["title", "name"].includes(name))?.name;
  for (const each of where.value.split(";").map((part) => part.trim()).filter(Boolean)) said.append("where", CONDITION.test(each) || !words ? each : `${words} has ${each}`);
  const sort = new URLSearchParams(location.search).get("sort");
  if (sort) said.set("sort", sort);
  return `/records?${said}`;
}

async function load() {
  const mine = turn += 1;
  const of = kinds.find(({ kind: name }) => name === kind.value);
  if (!of) return place.replaceChildren(el("p", { class: "trouble" }, "There is no such register."));
  title.textContent = of.many;
  document.title = `${of.many} – Project Assistant`;
  make.hidden = !of.may_write;
  make.textContent = `New ${of.one}`;
  sign.textContent = "Reading the records …";
  place.classList.add("stale");
  const found = await get(asked(of, { count: true })).catch((failed) => {
    if (failed instanceof Cut) return { error: "The server did not answer. Is it running? Load this page again to see." };
    throw failed;
  });
  if (mine !== turn) return;
  sign.textContent = "";
  place.classList.remove("stale");
  if (found.error) return place.replaceChildren(el("p", { class: "trouble" }, found.error));
  place.replaceChildren(...shown(of, found, mine));
}

/** The first page, and the button for the next ones. */
function shown(of, found, mine) {
  if (!found.records.length) return [el("p", { class: "soft" }, where.value ? `No ${of.many} are like that.` : `There are no ${of.many} yet.`)];
  const columns = chosen(of);
  const body = el("tbody", { role: "rowgroup" }, ...rows(found, columns));
  const told = el("p", { class: "caption", role: "status" });
  const more = el("button", { type: "button", class: "quiet more" });
  const tell = (next) => {
    told.textContent = `${body.rows.length < found.total ? `${body.rows.length} of ` : ""}${found.total.toLocaleString("en")} ${found.total === 1 ? of.one : of.many}`;
    more.textContent = `Show ${Math.min(PAGE, found.total - body.rows.length)} more`;
    more.hidden = !next;
    more.onclick = async () => {
      more.disabled = true;
      const page = await get(asked(of, { cursor: next })).catch(() => ({ error: "The server did not answer. Try again." }));
      more.disabled = false;
      if (mine !== turn) return;
      if (page.error) return void (sign.textContent = page.error);
      body.append(...rows(page, columns));
      tell(page.next);
    };
  };
  tell(found.next);
  const heads = [{ name: "key", label: of.one }, ...columns].map(head);
  return [el("figure", { class: "table" }, el("div", { class: "framed" }, told, el("div", { class: "scroller", role: "region", "aria-label": of.many, tabindex: "0" },
    el("table", { role: "table", "aria-label": of.many }, el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, ...heads)), body))), more)];
}

/** The columns of a kind: its title, then what one looks for first, then what is short. */
function chosen({ fields }) {
  const named = ["title", "name"].flatMap((name) => fields.find((field) => field.name === name) ?? []).slice(0, 1);
  const first = FIRST.flatMap((name) => fields.find((field) => field.name === name) ?? []);
  const short = fields.filter(({ holds }) => holds !== "text");
  return [...new Set([...named, ...first, ...short])].slice(0, COLUMNS);
}

function rows({ records, names }, columns) {
  const cell = (field, record) => el("td", { role: "cell", class: look(field), "data-name": capital(field.label) }, el("span", {}, ...value(field, record.values[field.name], names)));
  return records.map((record) => el("tr", { role: "row" }, el("th", { scope: "row", role: "rowheader", class: "short" }, keyLink(record.key)), ...columns.map((field) => cell(field, record))));
}

const capital = (said) => said[0].toUpperCase() + said.slice(1);
const look = ({ holds }) => ({ number: "number", amount: "number", date: "short" })[holds] ?? null;

function value({ holds, unit }, said, names) {
  if (said === null || said === undefined || said === "") return ["–"];
  if (holds === "record") return [el("a", { href: recordAddress(said) }, names[said] ?? said)];
  if (holds === "date") return [when(`${said}T12:00`).slice(0, -6)];
  if (holds === "flag") return [said ? "yes" : "no"];
  if (holds === "number" || holds === "amount") return [`${Number(said).toLocaleString("en")}${unit ? ` ${unit}` : ""}`];
  return [String(said)];
}

/** A head that sorts: the server does, and the address holds by what. */
function head({ name, label, holds }) {
  const now = new URLSearchParams(location.search).get("sort") ?? "";
  const way = now === name ? "ascending" : now === `-${name}` ? "descending" : "none";
  return el("th", { scope: "col", role: "columnheader", class: look({ holds }), "aria-sort": way },
    el("button", { type: "button", onclick: () => went({ sort: way === "ascending" ? `-${name}` : name }) }, label, unseen(", sort")));
}

/** Put what is chosen into the address, and show it. */
function went(more) {
  const said = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(more)) {
    if (value) said.set(name, value);
    else said.delete(name);
  }
  history.pushState(null, "", `${location.pathname}?${said}`);
  load();
}

function follows() {
  const said = new URLSearchParams(location.search);
  kind.value = said.get("kind") ?? USUAL;
  where.value = said.get("where") ?? "";
}

async function offered() {
  kinds = await get("/kinds").catch(() => []);
  if (!Array.isArray(kinds)) kinds = [];
  kind.replaceChildren(...kinds.map(({ kind: name, many }) => el("option", { value: name }, many)));
  follows();
  await load();
}

switches.addEventListener("submit", (event) => { event.preventDefault(); went({ where: where.value.trim() }); });
kind.addEventListener("change", () => { where.value = ""; went({ kind: kind.value, where: "", sort: "" }); });
make.addEventListener("click", () => fresh(kinds.find(({ kind: name }) => name === kind.value).one, (answer) => { news.replaceChildren(...show({ ...answer, sources: [] }, doors)); load(); }));
window.addEventListener("popstate", () => { if (!location.hash) { follows(); load(); } });
unfoldForPaper();
again(place, offered);
await pick(stand(), () => { leave(); news.replaceChildren(); offered(); });
await offered();
follow(doors);
