// Beside the conversation: begin anew, make something by a form, and the conversations there were, to be found by their words.

import { get } from "./api.js";
import { el } from "./dom.js";
import { fresh } from "./filling.js";

const QUICK = [["task", "New task"], ["risk", "New risk"], ["change request", "Change request"]];
const MANY = 100;
const side = document.getElementById("side");
const list = document.getElementById("threads");
const search = document.getElementById("search");
let turn = 0;
let all = [];

/** Wire it. `doors`: `begin()`, `open(thread)`, `received(answer)`, `report()`, `current()`. */
export function beside(doors) {
  const leave = () => { if (side.matches(":popover-open")) side.hidePopover(); };
  document.getElementById("new").addEventListener("click", () => { leave(); doors.begin(); });
  document.getElementById("quick").append(...QUICK.map(([kind, label]) => quick(label, () => { leave(); fresh(kind, doors.received, doors.current()); })), quick("Report", () => { leave(); doors.report(); }));
  search.addEventListener("input", () => shown(doors, leave));
  document.addEventListener("talked", () => listed(doors, leave));
  return { listed: () => listed(doors, leave), marked: () => shown(doors, leave) };
}

function quick(label, onclick) {
  return el("li", {}, el("button", { type: "button", class: "link", onclick }, label));
}

async function listed(doors, leave) {
  const mine = turn += 1;
  const found = await get(`/threads?limit=${MANY}`).catch(() => null);
  if (mine !== turn) return;
  all = found?.conversations ?? [];
  shown(doors, leave);
}

/** How a conversation is called: what was asked first, or what was done (“(the file tasks.csv)”). */
const named = (title) => title.replace(/^\((.+)\)$/, "$1") || "A form";

/** Those whose words are all in what was asked first. */
function shown(doors, leave) {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const found = all.filter(({ title }) => words.every((word) => title.toLowerCase().includes(word)));
  const item = ({ thread, title }) => el("li", {}, el("a", { href: `/?${new URLSearchParams({ c: thread })}`, title, "aria-current": thread === doors.current() ? "page" : null,
    onclick: (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      leave();
      doors.open(thread);
    } }, named(title)));
  list.replaceChildren(...(found.length ? found.map(item) : [el("li", { class: "soft" }, words.length ? "None says that." : "None yet.")]));
  search.parentElement.hidden = all.length < 6;
}
