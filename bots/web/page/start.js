// How the day begins: what waits for me with its buttons, my work today, my projects; calm where there is nothing.

import { click, get } from "./api.js";
import { fields, show } from "./blocks.js";
import { el, shape, unseen } from "./dom.js";
import { sent } from "./filling.js";
import { form } from "./forms.js";
import { sheet } from "./sheet.js";
import { line, reportAddress } from "./words.js";

const place = document.getElementById("mine");
const hello = document.getElementById("hello");
const suggestions = document.getElementById("suggestions");
const SUGGESTED = [["What should I do today?", "my_work"], ["What is overdue?", "find_records"], ["How is the portfolio?", "portfolio_summary"],
  ["What do I need before gate 2?", "search_governance"]];
const NEWS = [["What changed this week?", "what_changed"]];          // for whoever looks after all projects
const FEW = 3;
const CUT = { blocks: [], error: "The server did not answer. Press it again: it is done once." };
let turn = 0;

/** Show it for whoever asks now. `doors` as for `show`. */
export async function begin(doors) {
  const mine = turn += 1;
  place.setAttribute("aria-busy", "true");
  const [waits, work] = await Promise.all([get("/waiting"), get("/work")].map((each) => each.catch(() => null)));
  if (mine !== turn) return;
  place.removeAttribute("aria-busy");
  suggest([...(work?.projects ?? []), ...(work?.office ?? [])].find(({ type }) => type === "card"), work?.off, !work?.projects?.length);
  hello.textContent = work?.name ? `${hour()}, ${work.name.split(" ")[0]}` : "What would you like to know?";
  if (!work || work.error) return place.replaceChildren(...(work?.error ? [el("p", { class: "trouble" }, work.error)] : []));
  const items = waits?.items ?? [];
  const [waiters, day] = [waiting(items, work, doors), today(work, doors)];
  const rests = waiters.querySelector(".calm") && !work.mine.some(({ type }) => type === "table");
  const own = rests ? [part("My day", null, el("p", { class: "calm" }, shape("done"), "Nothing waits for you, and no task of yours is open."))] : [waiters, day];
  place.replaceChildren(...own, ...projects("My projects", work.projects), ...office(work.office ?? [], doors));
}

/** Nobody's day stands there any more. */
export function forget() {
  turn += 1;
  suggest();
  place.replaceChildren();
  hello.textContent = "What would you like to know?";
}

/** Questions to start with: of a project of one's own, where there is one; none whose tool is switched off. */
function suggest(card, off = [], all = false) {
  const own = card ? [[`How is ${/^(.+): [^:]+$/.exec(card.title)?.[1] ?? card.title} doing?`, "status_report"]] : [];
  suggestions.replaceChildren(...[...own, ...(all ? NEWS : []), ...SUGGESTED].filter(([, tool]) => !off.includes(tool)).map(([words]) => el("li", {}, el("button", { type: "button", class: "choice" }, words))));
}

function hour() {
  const now = new Date().getHours();
  return now < 12 ? "Good morning" : now < 18 ? "Good afternoon" : "Good evening";
}

function part(title, count, ...content) {
  const id = `part-${title.replace(/\W+/g, "-").toLowerCase()}`;
  return el("section", { class: "mine", "aria-labelledby": id }, el("h2", { id }, title, count ? el("span", { class: "count" }, unseen(", "), count) : null), ...content);
}

/** What waits: each item with its buttons; what is asked with buttons is not listed again. */
function waiting(items, work, doors) {
  const known = new Set(items.flatMap(({ blocks }) => blocks.flatMap((block) => block.keys ?? [])));
  const others = work.waiting.filter((block) => !block.keys?.every((key) => known.has(key)));
  const count = items.length + work.open.length + work.drafts.length;
  const cards = items.map((item) => waits(item, doors));
  const rest = cards.splice(FEW);
  const more = rest.length ? el("button", { type: "button", class: "quiet more", onclick: ({ target }) => target.replaceWith(...rest) }, `Show ${rest.length} more`) : null;
  const yes = ({ says, proposal }) => el("li", {}, el("a", { href: `/proposals/${encodeURIComponent(proposal)}` }, says), el("span", { class: "soft" }, " · waits for your yes"));
  const word = ({ key, title, to }) => el("li", {}, el("a", { href: `/drafts/${encodeURIComponent(key)}` }, `${title}, to ${to}`), el("span", { class: "soft" }, " · a draft that waits for your word"));
  const links = [...work.open.map(yes), ...work.drafts.map(word)];
  const all = [...cards, more, links.length ? el("ul", { class: "plain-list" }, ...links) : null, ...show({ blocks: others, sources: [] }, doors)].filter(Boolean);
  return part("What waits for me", count || null, ...(all.length ? all : [el("p", { class: "calm" }, shape("done"), "Nothing waits for you.")]));
}

function waits(item, doors) {
  const buttons = el("div", { class: "buttons" });
  const card = el("section", { class: "waits answer", "aria-label": item.headline }, ...item.blocks.flatMap((block) => (block.type === "card" ? told(block) : show({ blocks: [block], sources: [] }, doors))), buttons);
  const pressed = (answer) => settled(card, answer, doors);
  buttons.append(...item.presses.map((press) => el("button", { type: "button", class: press.is_main ? "go" : "quiet", "aria-label": `${press.label.replace(/…$/, "")}: ${item.headline}`,
    onclick: () => (press.fields.length ? asks(item, press, pressed) : presses(card, item, press, pressed)) }, press.label)));
  return card;
}

/** What a press came to stands in the place of what waited; Undo acts there too. */
function settled(card, answer, doors) {
  const told = el("div", { class: "answer" });
  const tell = (said) => { told.replaceChildren(...show({ ...said, sources: [] }, { say: doors.say, click: async (what, id) => tell(await click(id, what).catch(() => CUT)) })); };
  tell(answer);
  card.replaceWith(told);
  const heading = told.querySelector("h3, p");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus();
  const count = document.querySelector("#mine .count");
  const left = Number(count.lastChild.textContent) - 1;
  if (left) count.lastChild.textContent = left;
  else count.remove();
}

/** A card without its frame: what it is about, and its lines by their names; a line that has none stands above them. */
function told({ title, lines, keys }) {
  const [, what, about] = /^([^:]{4,60}): (.+)$/s.exec(title) ?? [null, "", title];
  const known = new Set(keys);
  const named = lines.filter((said) => /^[^:]{1,40}: ./.test(said));
  const plain = lines.filter((said) => !named.includes(said));
  return [el("div", {}, what ? el("p", { class: "kicker" }, what) : null, el("h3", {}, ...line(about, known)), ...plain.map((said) => el("p", { class: "soft" }, ...line(said, known)))),
    ...(named.length ? [fields(named, known)] : [])];
}

/** Press at once. */
async function presses(card, item, press, pressed) {
  const buttons = card.querySelectorAll(".buttons button");
  const busy = (is) => buttons.forEach((button) => { button.disabled = is; });
  busy(true);
  const answer = await push(item, press, {}, `${item.id}/${press.act}/${item.version}`).catch(() => CUT);
  busy(false);
  if (!answer.error) return pressed(answer);
  card.querySelector(".sorry")?.remove();
  card.append(el("p", { class: "sorry", role: "alert" }, answer.error));
}

/** Ask first what the press wants to know, such as a rationale. */
function asks(item, press, pressed) {
  const asked = form({ fields: press.fields }, { label: press.submit, find: async () => [], send: (said, once) => push(item, press, said, once), done: (answer) => { close(); pressed(answer); } });
  const close = sheet(press.title || press.label.replace(/…$/, ""), el("p", { class: "soft" }, item.headline), asked);
}

function push(item, press, said, once) {
  return sent("POST", "/waiting", { item: item.id, act: press.act, version: item.version, said }, once);
}

function today(work, doors) {
  const calm = el("p", { class: "calm" }, shape("done"), "Nothing is due and nothing is under way.");
  const shown = show({ blocks: work.mine, sources: [] }, doors);
  for (const row of shown.flatMap((each) => [...each.querySelectorAll("tbody tr")])) finishing(row, doors);
  return part("My work today", null, ...(shown.length ? shown : [calm]));
}

/** A task's row gets a button that says that it is done; what that changes is shown before it is. */
function finishing(row, doors) {
  const key = row.querySelector("a.key")?.textContent;
  if (!/-T-\d+$/.test(key ?? "")) return;
  const heads = row.closest("table").querySelector("thead tr");
  if (!heads.querySelector(".acts")) heads.append(el("th", { scope: "col", role: "columnheader", class: "acts" }, unseen("What to do")));
  row.append(el("td", { role: "cell", class: "acts" }, el("button", { type: "button", class: "quiet small", "aria-label": `${key} is done`, onclick: () => doors.say(`${key} is done`) }, "Done")));
}

/** The live projects of the asker, each a word and a way to its report. */
function projects(title, cards, ...before) {
  if (!cards.length && !before.length) return [];
  const one = ({ title, tone, keys: [key] }) => {
    const [, name, verdict] = /^(.+): ([^:]+)$/.exec(title) ?? [null, title, ""];
    return el("li", {}, el("a", { class: `project ${tone}`, href: reportAddress(key) }, el("span", {}, name), el("span", { class: "tone" }, SHAPED.has(tone) ? shape(tone) : null, verdict)));
  };
  return [part(title, null, ...before, cards.length ? el("ul", { class: "projects" }, ...cards.map(one)) : null)];
}

/** How all projects stand, for whoever has none of their own. */
function office(blocks, doors) {
  const cards = blocks.filter(({ type }) => type === "card");
  return projects("The office today", cards, ...show({ blocks: blocks.filter(({ type }) => type !== "card"), sources: [] }, doors));
}

const SHAPED = new Set(["red", "amber", "green"]);
suggest();
