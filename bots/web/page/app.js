// Wires the page together: the box to ask in, the suggestions, the conversation and the panel.

import { get } from "./api.js";
import { el } from "./dom.js";
import { follow, leave } from "./panel.js";
import { pick } from "./people.js";
import { doors, isBusy, reset, resume, say, stop } from "./talk.js";

const SUGGESTED = ["How is Apollo doing?", "What should I do today?", "What is overdue?", "How is the portfolio?",
  "What do I need before gate 2?", "Create a task for Ana to fix the login page by next Friday, 6h"];
const form = document.getElementById("ask");
const text = document.getElementById("text");
const go = document.getElementById("go");

async function send() {
  if (isBusy()) return stop();
  await ready;
  const said = text.value;
  if (!said.trim()) return text.focus();
  text.value = "";
  grow();
  say(said);
}

function grow() {
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight, 220)}px`;
}

/** On paper, what can be unfolded is unfolded. */
function unfolded(all, open) {
  for (const details of all) details.open = open;
  return [...all];
}

/** Who asks, then what was said before, then what the address names; nothing is sent before that. */
async function begin() {
  await pick(() => { leave(); resume(); });
  await resume();
  follow(doors);
}

const ready = begin();
form.addEventListener("submit", (event) => { event.preventDefault(); send(); });
text.addEventListener("input", grow);
text.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  if (!isBusy()) send();
});
document.getElementById("new").addEventListener("click", () => { leave(); reset(); text.focus(); });
new MutationObserver(() => { go.textContent = isBusy() ? "Stop" : "Ask"; }).observe(document.body, { attributeFilter: ["class"] });
let opened = [];
window.addEventListener("beforeprint", () => { opened = unfolded(document.querySelectorAll("details:not([open])"), true); });
window.addEventListener("afterprint", () => { unfolded(opened, false); });
document.getElementById("suggestions").append(...SUGGESTED.map((said) => el("li", {}, el("button", { type: "button", class: "choice", onclick: () => say(said) }, said))));
get("/health").then(({ office }) => { document.getElementById("office").textContent = office ? `of ${office}` : ""; }).catch(() => {});
text.focus({ preventScroll: true });
