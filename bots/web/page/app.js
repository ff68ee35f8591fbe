// Wires the page together: the box to ask in, the suggestions, the conversation, what stands beside it and the panel.

import { get } from "./api.js";
import { form } from "./forms.js";
import { dropping } from "./handing.js";
import { decoded, follow, leave } from "./panel.js";
import { unfoldForPaper } from "./paper.js";
import { pick } from "./people.js";
import { sheet } from "./sheet.js";
import { beside } from "./side.js";
import { stand } from "./standing.js";
import { begin as beginDay, forget } from "./start.js";
import { current, doors, isBusy, isElsewhere, offer, open, received, resume, say, stop } from "./talk.js";
import { reportAddress } from "./words.js";

const READERS = ["project manager", "executive", "steering committee", "team", "client", "auditor"];
const ask = document.getElementById("ask");
const text = document.getElementById("text");
const go = document.getElementById("go");
const file = document.getElementById("file");
const side = beside({ begin: () => to(""), open: to, received: said, report, current });

async function send() {
  if (isBusy()) return stop();
  await ready;
  const words = text.value;
  if (!words.trim()) return text.focus();
  text.value = "";
  grow();
  say(words);
}

function grow() {
  text.style.height = "auto";
  text.style.height = `${Math.min(text.scrollHeight, 220)}px`;
  text.style.overflowY = text.scrollHeight > 220 ? "auto" : "";
}

/** Go to a conversation, or to the beginning of a new one. */
async function to(thread) {
  leave();
  await open(thread);
  arrived();
  if (!thread) text.focus();
}

/** What stands beside a conversation, and the day where there is none yet. */
function arrived() {
  side.marked();
  if (!document.body.classList.contains("begun")) beginDay(doors);
}

function said(answer) {
  received(answer);
  side.listed();
}

/** Words that another page brings along are put into the box, and sent by whoever reads them there. */
function brought() {
  const words = /^#say\/(.+)$/.exec(location.hash)?.[1];
  if (!words) return;
  history.replaceState(null, "", location.pathname + location.search);
  text.value = decoded(words).slice(0, 8000);
  grow();
}

/** A report is a page of its own: which, and for whom. */
function report() {
  const fields = [{ name: "project", label: "Project", holds: "record", required: true }, { name: "for", label: "For", holds: "choice", required: true,
    options: READERS.map((value) => ({ value, label: value })), initial: { value: READERS[0], label: READERS[0] } }];
  sheet("Report", form({ fields }, {
    label: "Open the report", find: (_, typed) => get(`/forms/task/options?${new URLSearchParams({ field: "project_id", typed })}`), send: async (values) => values,
    done: ({ project, for: reader }) => location.assign(`${reportAddress(project)}${reader === READERS[0] ? "" : `?${new URLSearchParams({ for: reader })}`}`),
  }));
}

/** Who asks, then what the address names; nothing is sent before that. */
async function begin() {
  await pick(stand(), () => { leave(); history.replaceState(null, "", "/"); forget(); resume(); arrived(); side.listed(); });
  const resumed = resume();
  side.listed();
  arrived();
  await resumed;
  brought();
  follow(doors);
}

const ready = begin();
ask.addEventListener("submit", (event) => { event.preventDefault(); send(); });
text.addEventListener("input", grow);
text.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  if (!isBusy()) send();
});
window.addEventListener("popstate", async () => {
  if (!isElsewhere()) return;
  await resume();
  arrived();
});
document.getElementById("attach").addEventListener("click", () => file.click());
file.addEventListener("change", async () => {
  const [picked] = file.files;
  file.value = "";
  await ready;
  if (picked) offer(picked);
});
dropping(async (dropped) => { await ready; offer(dropped); });
new MutationObserver(() => { go.textContent = isBusy() ? "Stop" : "Ask"; }).observe(document.body, { attributeFilter: ["class"] });
unfoldForPaper();
document.addEventListener("reached", () => { side.listed(); arrived(); });
document.getElementById("suggestions").addEventListener("click", async ({ target }) => {
  if (!target.matches("button")) return;
  await ready;
  say(target.textContent);
});
text.focus({ preventScroll: true });
