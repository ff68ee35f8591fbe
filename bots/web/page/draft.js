// A draft of a report that waits for its owner's word: its sentences, the declared colour and when it goes out are changed here; its figures are locked.

import { Cut, get, save } from "./api.js";
import { apart } from "./apart.js";
import { show } from "./blocks.js";
import { el } from "./dom.js";
import { sent } from "./filling.js";
import { form } from "./forms.js";
import { decoded, follow, leave } from "./panel.js";
import { pick } from "./people.js";
import { again, stand } from "./standing.js";
import { prose, recordAddress, reportAddress } from "./words.js";

const key = decoded(location.pathname.split("/")[2] ?? "");
const [title, of, sign, news, place] = ["title", "of", "sign", "news", "draft"].map((id) => document.getElementById(id));
const door = `/drafts/${encodeURIComponent(key)}`;
const STANDS = { draft: "waits for your word", approved: "was released, and goes out now", sent: "went out", discarded: "was discarded" };
const HINT = "The report begins with these. A figure that is none of this report is refused.";
const THEN = [{ value: "later", label: "Keep it as a draft" }, { value: "now", label: "Send it now" }];
const doors = apart(() => load(), news);
let turn = 0;

async function load() {
  const mine = turn += 1;
  sign.textContent = "Opening the draft …";
  const draft = await get(door).catch((failed) => {
    if (failed instanceof Cut) return { error: "The server did not answer. Load this page again to see." };
    throw failed;
  });
  if (mine !== turn) return;
  sign.textContent = "";
  title.textContent = draft.title ?? key;
  document.title = `${title.textContent} – Project Assistant`;
  if (draft.error) return place.replaceChildren(el("p", { class: "trouble" }, draft.error));
  of.replaceChildren("Draft ", el("a", { class: "key", href: recordAddress(draft.key) }, draft.key), ` to ${draft.to} ${STANDS[draft.status] ?? draft.status}`,
    ...(draft.project ? [" · ", el("a", { href: reportAddress(draft.project) }, "the report as it is today")] : []));
  place.replaceChildren(...[draft.status === "draft" ? wording(draft) : settled(draft), look(draft), locked(draft)].filter(Boolean));
}

/** The form of what is its owner's. What was left as it is, is not sent. */
function wording(draft) {
  const was = { text: draft.sentences.join(" "), note: draft.note, then: "later", ...draft.declared };
  const asked = (name, label, holds, more = {}) => ({ name, label, holds, initial: was[name] ? { value: was[name] } : null, ...more });
  const colour = draft.declared ? [asked("colour", "Declared colour", "choice", { required: true, options: draft.colours.map((value) => ({ value, label: value })) }),
    asked("reason", "Reason for the colour", "line", { most: 500 }), asked("until", "Declared until", "date")] : [];
  const text = draft.sentences.length ? [asked("text", "Sentences", "text", { required: true, hint: HINT, most: 3000 })] : [];      // an answer is written when it goes out
  const fields = [...text, asked("note", "Your own line above it", "line", { most: 2000 }), ...colour,
    asked("then", "Then", "choice", { required: true, options: THEN })];
  const send = ({ then, ...said }, once) => sent("POST", door, { ...changed(said, was), send: then === "now" }, once);
  const made = form({ fields }, { label: "Save", note: "Applied at once; it can be undone.", find: async () => [], send, done });
  const drop = el("button", { type: "button", class: "quiet", onclick: () => doors.say(`discard ${draft.key}`) }, "Discard …");
  made.querySelector(".buttons .go").after(drop);
  return el("section", { class: "card", "aria-label": "What is yours to word" }, made);
}

function changed({ text, note, ...declared }, was) {
  const isDeclared = Object.entries(declared).some(([name, value]) => value !== was[name]);
  return { ...(text === was.text ? {} : { text }), ...(note === was.note ? {} : { note }), ...(isDeclared ? { declared } : {}) };
}

async function done(answer) {
  await load();                               // what is worded before it is loaded anew would be lost
  news.replaceChildren(...show({ ...answer, sources: [] }, doors));
  news.querySelector("h3")?.focus();
}

function settled({ note, sentences }) {
  return el("section", { class: "card", "aria-label": "What it says" }, ...prose([note, sentences.join(" ")].filter(Boolean).join("\n\n"), new Set()));
}

/** It as a file: what would go out, or went out. */
function look({ figures }) {
  if (!figures.length) return null;
  const why = el("p", { class: "sorry", role: "alert", hidden: true });
  const button = (name, as) => el("button", { type: "button", class: "quiet", onclick: async ({ target }) => {
    target.disabled = true;
    why.textContent = await save(`${door}/file?format=${as}`).catch(() => "The server did not answer. Try again.") ?? "";
    why.hidden = !why.textContent;
    target.disabled = false;
  } }, name);
  return el("section", { class: "part", "aria-label": "As it goes out" }, el("h2", {}, "As it goes out"), el("div", { class: "buttons" }, button("Save as PDF", "pdf"), button("Save as Word", "docx")), why);
}

function locked({ figures }) {
  if (!figures.length) return null;
  return el("details", { class: "part" }, el("summary", {}, el("h2", {}, "Figures that it may state"), el("span", { class: "soft" }, figures.length)),
    el("p", { class: "soft" }, "They are those of the records when it was drafted, as numbers, days and verdicts; no sentence comes with others."), el("p", {}, figures.join(" · ")));
}

async function begin() {
  await pick(stand(), () => { leave(); news.replaceChildren(); load(); });
  await load();
  follow(doors);
}

again(place, load);
begin();
