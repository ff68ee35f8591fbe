// A record's page: what it says, its figures, what belongs to it and its past; changed by a form in its place, with Undo.

import { Cut, get } from "./api.js";
import { apart } from "./apart.js";
import { show } from "./blocks.js";
import { el, unseen } from "./dom.js";
import { changing } from "./filling.js";
import { decoded, follow, leave } from "./panel.js";
import { unfoldForPaper } from "./paper.js";
import { pick } from "./people.js";
import { again, stand } from "./standing.js";
import { isProject, keyLink, line, prose, recordAddress, reportAddress, when } from "./words.js";

const key = decoded(/^\/records\/(.+)$/.exec(location.pathname)?.[1] ?? "");
const [title, of, sign, news, place] = ["title", "of", "sign", "news", "record"].map((id) => document.getElementById(id));
const door = `/records/${encodeURIComponent(key)}`;
const [WIDE, LONG, FEW] = [40, 120, 4];       // letters that take a line of their own, and paragraphs; groups that stand open
const doors = apart(() => load(), news);
let turn = 0;

async function load() {
  const mine = turn += 1;
  sign.textContent = "Opening the record …";
  const [found, before] = await Promise.all(["whole", "history"].map((what) => get(`${door}/${what}`))).catch((failed) => {
    if (failed instanceof Cut) return [{ error: "The server did not answer. Is it running? Load this page again to see." }];
    throw failed;
  });
  if (mine !== turn) return;
  sign.textContent = "";
  if (found.error || !found.fields) return missing(found.error);
  shown(found, before);
}

function missing(said) {
  title.textContent = key;
  of.replaceChildren();
  place.replaceChildren(el("p", { class: "trouble" }, said ?? "This record cannot be shown."));
}

function shown(found, before) {
  document.title = `${found.key} ${found.title} – Project Assistant`;
  title.textContent = found.title;
  const home = found.fields.find(({ name, key: to }) => name === "project" && to);
  of.replaceChildren(...[found.called, " ", el("span", { class: "key" }, found.key), ...(home ? [" · ", el("a", { href: reportAddress(home.key) }, home.display)] : []),
    ...(found.kind === "reportdraft" ? [" · ", el("a", { href: `/drafts/${encodeURIComponent(found.key)}` }, "word it, and send it")] : []),
    ...(isProject(found.key) ? [" · ", el("a", { href: reportAddress(found.key) }, "its report, with the why of each figure")] : [])]);
  place.replaceChildren(...[facts(found), figures(found), ...found.links.map((each) => linked(each, found.links.length <= FEW, found.called)), past(before)].filter(Boolean));
}

/** Its fields, and the form in their place. */
function facts(found) {
  const told = found.fields.filter(({ display }) => display && display !== found.title);
  const list = el("dl", {}, ...told.map((field) => el("div", { class: field.display.length > WIDE ? "long" : null }, el("dt", {}, field.label), el("dd", {}, ...value(field)))));
  const buttons = el("div", { class: "buttons" });
  const section = el("section", { class: "card", "aria-label": `What ${found.key} says` }, list, buttons);
  if (!found.changeable) return section;
  const back = (form) => { form.replaceWith(list); buttons.hidden = false; };
  const open = el("button", { type: "button", class: "quiet", onclick: async () => {
    open.disabled = true;
    const made = await changing(found.kind, found.key, (form) => { back(form); open.focus(); }, changed);
    open.disabled = false;
    section.querySelector(".sorry")?.remove();
    if (!made.form) return buttons.after(el("p", { class: "sorry", role: "alert" }, made.error));
    list.replaceWith(made.form);
    buttons.hidden = true;
    made.form.querySelector("input, select, textarea")?.focus();
  } }, "Change");
  buttons.append(open);
  return section;
}

function value({ display, key: to }) {
  if (to) return [el("a", { href: recordAddress(to) }, display)];
  return display.length > LONG ? prose(display, new Set()) : line(display);
}

function changed(answer) {
  news.replaceChildren(...show({ ...answer, sources: [] }, doors));
  news.querySelector("h3")?.focus();
  load();
}

function figures({ figures: facts }) {
  return facts?.length ? part("Figures", ...show({ blocks: facts, sources: [] }, doors)) : null;
}

/** Records that belong to it, folded where there are many sorts of them. */
function linked({ kind, title: name, rows, count }, open, of) {
  const all = `/registers?${new URLSearchParams({ kind, where: `${of} is ${key}` })}`;
  const rest = count > rows.length ? [el("p", { class: "soft" }, `And ${count - rows.length} more: `, el("a", { href: all }, "the whole register"))] : [];
  return el("details", { class: "part", open }, el("summary", {}, el("h2", {}, name), el("span", { class: "soft" }, count)), el("ul", { class: "linked" }, ...rows.map(({ key: to, title: said, more }) => el("li", {}, keyLink(to), el("span", {}, said), more ? el("span", { class: "soft" }, more) : null))), ...rest);
}

/** Who changed what and when, the latest first. */
function past({ changes, next }) {
  if (!changes?.length) return null;
  const list = el("ol", { class: "past" }, ...changes.map(event));
  const more = next ? el("button", { type: "button", class: "quiet more", onclick: () => older(list, more, next) }, "Show earlier changes") : null;
  return part("History", list, more);
}

async function older(list, more, cursor) {
  more.disabled = true;
  const found = await get(`${door}/history?${new URLSearchParams({ cursor })}`).catch(() => null);
  more.disabled = false;
  if (!found?.changes) return;
  list.append(...found.changes.map(event));
  if (!found.next) return more.remove();
  const again = el("button", { type: "button", class: "quiet more", onclick: () => older(list, again, found.next) }, "Show earlier changes");
  more.replaceWith(again);
}

function event({ position, at, by, says }) {
  return el("li", {}, el("p", { class: "soft" }, el("b", {}, by), ` · ${when(at)} · change #${position}`), el("ul", {}, ...says.map(step)));
}

/** “due: Wed 4 Nov → Fri 6 Nov”, with what was before struck through. */
function step(said) {
  const [, field, before, after] = /^([^:]{1,40}: )(.*?) → (.*)$/s.exec(said) ?? [];
  if (!field) return el("li", {}, ...line(said));
  return el("li", {}, field, before === "nothing" ? null : el("del", {}, ...line(before)), before === "nothing" ? null : unseen(" became "), before === "nothing" ? null : " ", el("ins", {}, ...line(after)));
}

function part(name, ...content) {
  return el("section", { class: "part", "aria-label": name }, el("h2", {}, name), ...content);
}

async function begin() {
  await pick(stand(), () => { leave(); news.replaceChildren(); load(); });
  await load();
  follow(doors);
}

unfoldForPaper();
again(place, load);
begin();
