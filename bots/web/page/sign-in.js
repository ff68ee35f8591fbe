// Signing in. The address /sign-in/<secret> is a one-time link: it is taken by the button, never by opening the page.

import { isWell, knock } from "./door.js";

const OF_LINK = /^\/sign-in\/(?!oidc$)([A-Za-z0-9_-]+)$/;
const shown = (id) => document.getElementById(id);
const secret = OF_LINK.exec(location.pathname)?.[1];
const next = document.querySelector("main").dataset.next ?? (new URLSearchParams(location.search).get("next") ?? "/") + location.hash;

function say(sentence, wrong = false) {
  shown("says").textContent = sentence;
  shown("says").classList.toggle("wrong", wrong);
}

/** Whose page this is. */
function named({ office }) {
  shown("office").textContent = office ? ` of ${office}` : "";
}

/** Offer what this installation has. */
async function offer() {
  const [status, ways] = await knock("GET", "sign-in");
  if (!isWell(status)) return say(ways.error, true);
  named(ways);
  shown("ways").hidden = false;
  if (ways.provider) {
    shown("provider").textContent = `Sign in with ${ways.provider}`;
    shown("provider").href = `/sign-in/oidc?next=${encodeURIComponent(next)}`;
    shown("provider").hidden = false;
  }
  shown("or").hidden = !(ways.provider && ways.link);
  shown("ask").hidden = !ways.link;
  if (ways.provider) shown("send").classList.add("second");
  shown("note").textContent = ways.link ? `The link comes by ${ways.link}, and works once, within 15 minutes.` : ways.provider ? ""
    : "Ask whoever runs this for a link to sign in with. They make it with: pmo link";
  if (ways.link && !ways.provider) shown("email").focus();
}

async function ask(event) {
  event.preventDefault();
  const email = shown("email");
  const fits = email.checkValidity();
  email.setAttribute("aria-invalid", String(!fits));
  if (!fits) {
    say("Please give your e-mail address, such as ana@office.example.", true);
    return email.focus();
  }
  shown("send").disabled = true;
  const [status, sent] = await knock("POST", "sign-in/link", { email: email.value, next });
  const ok = isWell(status);
  shown("send").disabled = false;
  say(ok ? sent.says : sent.error, !ok);
  if (ok) shown("send").textContent = "Send another";
}

async function enter() {
  shown("enter").disabled = true;
  const [status, landed] = await knock("POST", "session", { secret, next });
  if (isWell(status)) return location.replace(landed.goes);
  say(landed.error, true);
  shown("enter").hidden = true;
}

if (secret) {
  shown("says").textContent = "This link signs you in on this device. It works once.";
  shown("link").hidden = false;
  shown("enter").addEventListener("click", enter);
  shown("enter").focus();
  knock("GET", "sign-in").then(([status, ways]) => { if (isWell(status)) named(ways); });
} else {
  shown("ask").addEventListener("submit", ask);
  offer();
}
