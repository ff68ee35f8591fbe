// One's own ways in: lists them, ends them, and makes a token, whose secret is shown once.

import { signIn } from "./api.js";
import { el } from "./dom.js";
import { isWell, knock } from "./door.js";

const shown = (id) => document.getElementById(id);
const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", year: "numeric" });
const moment = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });

function say(sentence, wrong = false) {
  shown("says").textContent = sentence;
  shown("says").classList.toggle("wrong", wrong);
}

/** What a door says when all is well; who is not signed in is led to signing in. */
async function asked(method, path, said) {
  const [status, answer] = await knock(method, path, said);
  if (status === 401) await signIn();
  if (isWell(status)) return answer;
  say(answer.error, true);
  return null;
}

async function list() {
  const ways = await asked("GET", "sessions");
  if (!ways) return;
  fill("sessions", ways.filter(({ sort }) => sort === "session"), "You are signed in nowhere.");
  fill("tokens", ways.filter(({ sort }) => sort === "token"), "You have no tokens.");
}

function fill(id, ways, none) {
  shown(id).replaceChildren(...(ways.length ? ways.map(line) : [el("li", { class: "none" }, none)]));
}

function line(way) {
  const isToken = way.sort === "token";
  const what = isToken ? way.name || "A token without a name" : `Signed in ${way.name}`;
  const used = way.used ? `last used ${moment.format(new Date(way.used))}` : isToken ? "never used" : `since ${moment.format(new Date(way.made))}`;
  const may = isToken ? `${way.scopes.join(", ")} · ` : "";
  const ends = way.here ? el("strong", {}, "This browser") : el("button", { type: "button", class: "quiet", "aria-label": `End: ${what}`, onclick: () => end(way.id, isToken) }, isToken ? "Revoke" : "Sign out");
  return el("li", {}, el("span", { class: "what" }, what, el("span", { class: "when" }, `${may}${used} · until ${day.format(new Date(way.expires))}`)), ends);
}

async function end(id, isToken) {
  if (await asked("DELETE", `sessions/${id}`)) say(isToken ? "That token is revoked." : "That browser is signed out.");
  await list();
  shown(isToken ? "of-tokens" : "of-sessions").scrollIntoView({ block: "nearest" });
}

async function make(event) {
  event.preventDefault();
  say("");
  const made = await asked("POST", "tokens", { name: shown("called").value.trim(), scopes: shown("may").value.split(" "), days: Number(shown("days").value) });
  if (!made) return;
  shown("secret").textContent = made.secret;
  shown("copy").textContent = "Copy";
  shown("made").hidden = false;
  shown("made").focus();
  shown("called").value = "";
  await list();
}

async function leave(path) {
  if (await asked("DELETE", path)) location.assign("/sign-in");
}

async function begin() {
  const me = await asked("GET", "session");
  if (!me) return;
  shown("name").textContent = me.name;
  shown("who").textContent = `${me.email} · ${me.role}`;
  if (me.role === "PMO admin") shown("may").append(el("option", { value: "read write admin" }, "Read, change and administer, by the API"));
  await list();
}

shown("leave").addEventListener("click", () => leave("session"));
shown("everywhere").addEventListener("click", () => leave("sessions"));
shown("make").addEventListener("submit", make);
shown("copy").addEventListener("click", async () => {
  await navigator.clipboard.writeText(shown("secret").textContent).then(() => { shown("copy").textContent = "Copied"; }, () => getSelection().selectAllChildren(shown("secret")));
});
begin();
