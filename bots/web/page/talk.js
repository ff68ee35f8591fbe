// The conversation: what is asked and answered, in order, and the one thing that happens at a time. Its address names it, so that it is there again after loading.

import { ask, click, Cut, freshId, get, handIn } from "./api.js";
import { show } from "./blocks.js";
import { close, settle } from "./changes.js";
import { el, unseen } from "./dom.js";
import { editing } from "./filling.js";
import { asked, sofar } from "./handing.js";

const log = document.getElementById("log");
const sign = document.getElementById("sign");
const UNCHANGED = "The connection was cut before the answer came. Nothing was changed.";
const PERHAPS = "The connection was cut before the answer came. If you said yes to a proposal, it may have been applied: ask again to see. It is done only once.";
const STOPPED = "Stopped. Nothing was changed.";
const UNREAD = "The connection was cut, so it is not known whether that file arrived. Hand it in again: the same file is taken once.";
const NAMED = "c";                         // a conversation in the address: /?c=web-1a2b
let thread = "";
let busy = null;
let talk = 0;                              // which conversation stands here; what comes late for another one is not shown

export const doors = { say, click: press, edit: (proposal, leave) => editing(proposal, leave, (answer) => { settled(proposal, "Applied as edited, below"); received(answer); }, thread) };
export const isBusy = () => busy !== null;
export const current = () => thread;

/** Say something in this conversation; `once` makes a repeated question one. */
export async function say(text, once = freshId()) {
  if (busy || !text.trim()) return;
  const [waits, mine] = [waiting(), talk];
  const turn = added(text.trim());
  let stopped = false;
  const aloud = speaking(turn);
  const answer = await working("Reading your question", (signal) => {
    signal.addEventListener("abort", () => { stopped = true; });
    return ask({ text: text.trim(), thread, once, signal, sign: (said) => { sign.textContent = `${said} …`; }, said: aloud.add });
  });
  aloud.end();
  if (mine !== talk) return;
  if (answer) answered(turn, answer);
  else turn.append(cut(waits ? PERHAPS : stopped ? STOPPED : UNCHANGED, () => { turn.remove(); say(text, once); }));
  view(turn);
}

/** A file that was dropped or picked may be a document or hold records, so what to do with it is asked. */
export function offer(file) {
  if (busy) return;
  const turn = added(file.name);
  turn.append(el("div", { class: "answer" }, unseen("Project Assistant:"), ...asked(file, (door, project) => take(turn, file, door, project))));
  view(turn);
  turn.querySelector(".choice")?.focus({ preventScroll: true });
}

async function take(turn, file, door, project) {
  if (busy) return;
  const mine = talk;
  const answer = await working(`Sending ${file.name}`, (signal) => handIn(door, file, thread, (part) => { sign.textContent = `${sofar(file, part)} …`; }, signal, project));
  if (mine !== talk) return;
  turn.querySelector(".answer").remove();
  if (answer) answered(turn, answer);
  else turn.append(cut(UNREAD, () => { turn.remove(); offer(file); }));
  view(turn);
}

/** Go on with the conversation that the address names, or begin. */
export async function resume() {
  const named = new URLSearchParams(location.search).get(NAMED) ?? "";
  reset();
  if (!named) return;
  const mine = talk;
  begun();
  const kept = await get(`/threads/${encodeURIComponent(named)}`).catch(() => null);
  if (mine !== talk) return;
  if (!kept || kept.error) return trouble(kept?.error ?? "The server did not answer. Is it running? Load this page again to see.");
  log.setAttribute("aria-busy", "true");
  thread = kept.thread;
  for (const { question, answer } of kept.exchanges) answered(added(question, false), answer);
  requestAnimationFrame(() => { window.scrollTo(0, document.body.scrollHeight); log.removeAttribute("aria-busy"); });
}

/** Open a conversation, or a new one when none is named; Back leads to the one before. */
export async function open(named = "") {
  history.pushState(null, "", named ? `/?${new URLSearchParams({ [NAMED]: named })}` : "/");
  await resume();
}

/** Whether the address names another conversation than the one that stands here. */
export const isElsewhere = () => (new URLSearchParams(location.search).get(NAMED) ?? "") !== thread;

/** Begin anew; what was said before stays kept. */
function reset() {
  busy?.abort();
  talk += 1;
  thread = "";
  log.replaceChildren();
  sign.textContent = "";
  document.body.classList.remove("begun");
}

function begun() {
  document.body.classList.add("begun");
}

/** Stop waiting for the answer that is being made. */
export const stop = () => busy?.abort();

/** An answer to something that was done outside the conversation, such as a form: it stands at its end. */
export function received(answer) {
  const turn = added("");
  answered(turn, answer);
  view(turn);
  heading(turn);
}

async function press(what, proposal, only = []) {
  if (busy) return;
  const mine = talk;
  const answer = await working(what === "undo" ? "Undoing" : what === "confirm" ? "Applying exactly what was shown" : "Discarding", () => click(proposal, what, only));
  if (mine !== talk) return;
  const turn = added("");
  if (!answer) {
    turn.append(el("p", { class: "trouble" }, "The connection was cut, so it is not known whether that arrived. Press it again: it is done once, whatever happens."));
    return;
  }
  answered(turn, answer);
  if (what !== "undo" && !again(answer)) settled(proposal, state(what, answer));
  view(turn);
  heading(turn);
}

function settled(proposal, word) {
  close(log.querySelectorAll(`.preview[data-proposal="${CSS.escape(proposal)}"]`), word);
}

function heading(turn) {
  const found = turn.querySelector(".receipt h3, .preview h3, .answer p");
  found?.setAttribute("tabindex", "-1");
  found?.focus({ preventScroll: true });
}

const again = (answer) => answer.blocks.some(({ type }) => type === "preview");
const state = (what, answer) => (answer.error ? "No longer open" : what === "discard" ? "Discarded" : "Applied");

/** Run one thing, and say meanwhile what is going on; null when the connection was cut. */
async function working(said, run) {
  busy = new AbortController();
  const mine = busy;
  document.body.classList.add("busy");
  sign.textContent = `${said} …`;
  try {
    return await run(mine.signal);
  } catch (failed) {
    if (failed instanceof Cut) return null;
    throw failed;
  } finally {
    if (busy === mine) {
      busy = null;
      sign.textContent = "";
      document.body.classList.remove("busy");
    }
  }
}

function added(question, scroll = true) {
  begun();
  const turn = el("article", { class: "turn" }, question ? el("h2", { class: "asked" }, unseen("You: "), question) : null);
  log.append(turn);
  if (scroll) view(turn);
  return turn;
}

/** Bring a turn into view: whole where it fits, else from its beginning. */
function view(turn) {
  const fits = turn.offsetHeight < window.innerHeight * 0.7;
  turn.scrollIntoView({ block: fits ? "nearest" : "start", behavior: calm() ? "auto" : "smooth" });
}

function answered(turn, answer) {
  if (answer.thread && answer.thread !== thread) named(answer.thread);
  settle(log, answer.blocks);
  for (const { proposal } of answer.blocks.filter(({ type }) => type === "preview")) settled(proposal, "Shown afresh below");
  turn.append(el("div", { class: answer.error ? "answer troubled" : "answer" }, unseen("Project Assistant:"), ...show(answer, doors)));
}

/** A conversation that has begun gets its name into the address. */
function named(now) {
  thread = now;
  history.replaceState(null, "", `/?${new URLSearchParams({ [NAMED]: now })}${location.hash}`);
  document.dispatchEvent(new Event("talked"));
}

/** What is said before the answer is whole: shown as it comes, and replaced by the answer, which begins with the same. */
function speaking(turn) {
  const blocks = [];
  const shown = el("div", { class: "answer", "aria-busy": "true" });
  const add = (block) => {
    const last = blocks.at(-1);
    if (block.type === "text" && last?.type === "text") last.text += block.text;
    else blocks.push({ ...block });
    shown.replaceChildren(unseen("Project Assistant:"), ...show({ blocks, sources: [] }, doors));
    if (!shown.isConnected) turn.append(shown);
  };
  return { add, end: () => shown.remove() };
}

function cut(why, again) {
  return el("div", { class: "answer troubled" }, el("p", { class: "trouble" }, why),
    el("button", { type: "button", class: "choice", onclick: again }, "Ask again"));
}

function trouble(said) {
  log.append(el("article", { class: "turn" }, el("p", { class: "trouble" }, said)));
}

const waiting = () => log.querySelector(".preview:not(.settled)") !== null;
const calm = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;
