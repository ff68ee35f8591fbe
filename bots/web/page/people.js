// Who this page speaks for: in sample mode somebody picked, kept in this browser; elsewhere whoever is signed in, who can sign out here.

import { call, get, signIn, speakAs } from "./api.js";
import { el } from "./dom.js";

const KEPT = "pmo.person";
const place = document.getElementById("who");
const select = document.getElementById("person");

/** Say who one is; `changed` is called when another one is picked. `health` promises how the server stands. */
export async function pick(health, changed) {
  speakAs("");
  if ((await health).sample === false) return signedIn();
  const company = await get("/people").catch(() => null);
  if (!company?.people) return;
  const known = company.people.map(({ email }) => email);
  const kept = localStorage.getItem(KEPT);
  select.replaceChildren(...company.people.map(({ email, name, role }) => el("option", { value: email }, `${name}, ${role}`)));
  select.value = known.includes(kept) ? kept : company.me;
  place.hidden = false;
  const picked = () => {
    speakAs(select.value);
    offerAdmin(company.people.find(({ email }) => email === select.value)?.role);
  };
  picked();
  select.addEventListener("change", () => {
    localStorage.setItem(KEPT, select.value);
    picked();
    changed();
  });
}

async function signedIn() {
  const me = await get("/session").catch(() => null);
  if (!me?.name) return;
  const leave = async () => { await call("DELETE", "/session").catch(() => {}); signIn(); };
  place.replaceChildren(el("a", { href: "/account", title: `${me.email}, ${me.role}` }, me.name), el("button", { type: "button", class: "link", onclick: leave }, "Sign out"));
  place.hidden = false;
  offerAdmin(me.role);
}

/** The way to the page of running the installation, for whom it opens. */
function offerAdmin(role) {
  const places = document.querySelector(".places");
  places?.querySelector('[href="/admin"]')?.remove();
  if (["PMO admin", "auditor"].includes(role)) places?.append(" ", el("a", { href: "/admin", "aria-current": location.pathname === "/admin" ? "page" : null }, "Admin"));
}
