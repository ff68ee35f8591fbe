// Wires the page together: the box to ask in, the suggestions, the conversation and the panel.

import { get } from "./api.js";
import { el } from "./dom.js";
import { decoded, follow, leave } from "./panel.js";
import { unfoldForPaper } from "./paper.js";
import { pick } from "./people.js";
import { doors, isBusy, offer, reset, resume, say, stop } from "./talk.js";

const SUGGESTED = ["How is Apollo doing?", "What should I do today?", "What is overdue?", "How is the portfolio?",
  "What do I need before gate 2?", "Create a task for Ana to fix the login page by next Friday, 6h"];
const form = document.getElementById("ask");
const text = document.getElementById("text");
const go = document.getElementById("go");
const file = document.getElementById("file");

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

/** Words that another page brings along are put into the box, and sent by whoever reads them there. */
function brought() {
  const said = /^#say\/(.+)$/.exec(location.hash)?.[1];
  if (!said) return;
  history.replaceState(null, "", location.pathname);
  text.value = decoded(said).slice(0, 8000);
  grow();
}

/** Who asks, then what was said before, then what the address names; nothing is sent before that. */
async function begin() {
  await pick(() => { leave(); resume(); });
  await resume();
  brought();
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
document.getElementById("attach").addEventListener("click", () => file.click());
file.addEventListener("change", async () => {
  await ready;
  if (file.files.length) offer(file.files[0]);
  file.value = "";
});
document.addEventListener("dragover", (event) => { if (event.dataTransfer.types.includes("Files")) event.preventDefault(); });
document.addEventListener("drop", async (event) => {
  if (!event.dataTransfer.files.length) return;
  event.preventDefault();
  const [dropped] = event.dataTransfer.files;
  await ready;
  offer(dropped);
});
new MutationObserver(() => { go.textContent = isBusy() ? "Stop" : "Ask"; }).observe(document.body, { attributeFilter: ["class"] });
unfoldForPaper();
document.getElementById("suggestions").append(...SUGGESTED.map((said) => el("li", {}, el("button", { type: "button", class: "choice", onclick: () => say(said) }, said))));
get("/health").then(({ office }) => { document.getElementById("office").textContent = office ? `of ${office}` : ""; }).catch(() => {});
text.focus({ preventScroll: true });
