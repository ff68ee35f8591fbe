// What is to be changed and what was: previews with their two buttons, receipts with Undo. A click here is the only thing that writes.

import { el, shape } from "./dom.js";
import { boxes, parts } from "./ticking.js";
import { keyLink, line } from "./words.js";

/** A preview: every field before and after, grouped by record; of a plan a box for each part. `doors.click(what, id, only)` asks the server;
 * `doors.edit(id, done)` resolves to the form of one record that would be made or changed, or to why there is none. */
export function preview(block, keys, { click, edit }) {
  const title = el("h3", {}, ...line(block.title, new Set(block.changes.map(({ record }) => record).filter(isKey))));
  const buttons = el("div", { class: "buttons" });
  const found = parts(block.changes);
  const plan = found.length > 1 ? boxes(found) : null;
  const diff = before(block, keys);
  const whole = plan ? [plan.shown, el("details", { class: "whole" }, el("summary", {}, "Every field"), diff)] : [diff];
  const made = el("section", { class: "preview", "data-proposal": block.proposal, "aria-label": `Proposed change: ${block.title}` },
    el("p", { class: "kicker" }, "Nothing is changed yet"), title, ...whole, buttons);
  const button = (what, label, look, only = () => []) => el("button", { type: "button", class: look, onclick: () => clicked(made, () => click(what, block.proposal, only())) }, label);
  const go = button("confirm", "Confirm", "go", plan?.ticked);
  plan?.shown.addEventListener("change", () => {
    const only = plan.ticked();
    go.disabled = only === null;
    go.textContent = only?.length ? `Confirm ${only.length} of ${plan.all}` : "Confirm";
  });
  buttons.append(go, button("discard", "Discard", "quiet"));
  if (edit && new Set(block.changes.map(({ record }) => record)).size === 1) buttons.append(editor(made, block.proposal, diff, buttons, edit));
  if (block.expires) buttons.append(el("span", { class: "expires" }, `Waits until ${block.expires}`));
  return made;
}

/** The button that puts a form in the place of what would change, and takes it away again. */
function editor(made, proposal, diff, buttons, edit) {
  const put = (form) => { diff.replaceWith(form); buttons.hidden = true; form.querySelector("input, textarea, select")?.focus(); };
  const back = (form) => { form.replaceWith(diff); buttons.hidden = false; open.focus(); };
  const open = el("button", { type: "button", class: "quiet", onclick: () => clicked(made, async () => {
    const found = await edit(proposal, (form) => back(form));
    if (found.form) put(found.form);
    else buttons.after(el("p", { class: "sorry", role: "status" }, found.error));
  }) }, "Edit");
  return open;
}

/** What was applied. It can be undone, by its proposal or by its number in the log. */
export function receipt(block, keys, click) {
  const made = el("section", { class: "receipt", "data-position": block.position, "aria-label": `Applied: ${block.title}` });
  const undo = el("button", { type: "button", class: "quiet", onclick: () => clicked(made, () => click("undo", block.proposal || String(block.position))) }, "Undo");
  const lines = block.lines.length ? [el("ul", {}, ...block.lines.map((said) => el("li", {}, ...line(alone(said, block.keys), keys))))] : [];
  made.append(el("h3", { tabindex: "-1" }, shape("done"), ...line(block.title, new Set(block.keys))), ...lines,
    el("div", { class: "buttons" }, undo, el("span", { class: "expires" }, `Change #${block.position}`), ...block.keys.slice(0, 6).map(keyLink)));
  return made;
}

/** A line of a receipt of one record goes without its key, which its title says. */
const alone = (said, keys) => (keys.length === 1 && said.startsWith(`${keys[0]} `) ? said.slice(keys[0].length + 1) : said);

/** Take the buttons off every preview or receipt that a newer answer has settled, and say how. */
export function settle(log, blocks) {
  for (const block of blocks.filter(({ type }) => type === "receipt")) {
    if (block.proposal) close(log.querySelectorAll(`.preview[data-proposal="${CSS.escape(block.proposal)}"]`), "Applied");
    const undone = /^Undone: change #(\d+)/.exec(block.title);
    if (undone) close(log.querySelectorAll(`.receipt[data-position="${undone[1]}"]`), "Undone");
  }
}

export function close(elements, word) {
  for (const element of elements) {
    if (element.classList.contains("settled")) continue;
    element.classList.add("settled");
    element.querySelector("form")?.remove();
    const line = element.querySelector(":scope > .buttons");
    const kicker = element.querySelector(".kicker");
    if (kicker) kicker.textContent = word;
    if (kicker) line.remove();
    else line.querySelector("button")?.replaceWith(el("span", { class: "state" }, word));
  }
}

async function clicked(element, act) {
  const buttons = [...element.querySelectorAll("button")];
  buttons.forEach((button) => { button.disabled = true; });
  try {
    await act();
  } finally {
    buttons.forEach((button) => { button.disabled = false; });
  }
}

/** Before and after, grouped by record; records that change in one field each stand in one line each. */
function before({ title, changes }, keys) {
  const groups = new Map();
  for (const change of changes) groups.set(change.record, [...(groups.get(change.record) ?? []), change]);
  const titles = new Map(changes.filter(({ called }) => called).map(({ record, called }) => [record, called]));
  const shape = { titles, fresh: changes.every((change) => !change.before), flat: groups.size > 1 && groups.size === changes.length };
  const heads = [shape.flat && "Record", "Field", ...(shape.fresh ? ["Value"] : ["Before", "After"])].filter(Boolean);
  const bodies = shape.flat ? [el("tbody", {}, ...changes.map((change) => field(change, shape, keys)))]
    : [...groups].map(([record, fields]) => el("tbody", {}, groups.size === 1 && (shape.fresh || title.includes(record)) ? null : named(record, titles.get(record), keys),
      ...fields.map((change) => field(change, shape, keys))));
  return el("div", { class: "scroller", role: "region", "aria-label": "What would change", tabindex: "0" },
    el("table", { class: shape.fresh ? "changes fresh" : "changes" },
      el("thead", {}, el("tr", {}, ...heads.map((name) => el("th", { scope: "col" }, name)))), ...bodies));
}

function named(record, title, keys) {
  return el("tr", {}, el("th", { scope: "rowgroup", colspan: "3", class: "record" }, ...recordWords(record, title, keys)));
}

function field(change, { fresh, flat, titles }, keys) {
  const name = el(flat ? "td" : "th", { scope: flat ? null : "row", class: "field" }, change.field);
  return el("tr", {}, flat ? el("th", { scope: "row" }, ...recordWords(change.record, titles.get(change.record), keys)) : null, name,
    fresh ? null : el("td", { class: /^(nothing)?$/.test(change.before) ? "none" : "before" }, change.before || "—"),
    el("td", { class: "after" }, change.after || "—"));
}

const isKey = (record) => /^[A-Z]/.test(record);

/** A record's key as a link, and its title; a record that is yet to be has none. */
function recordWords(record, title, keys) {
  return [...line(record, new Set([...keys, ...[record].filter(isKey)])), ...(title ? [" ", el("span", { class: "called" }, title)] : [])];
}
