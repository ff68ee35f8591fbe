// Sample mode: whom this page speaks for, kept in this browser. Elsewhere nobody is picked.

import { get, speakAs } from "./api.js";
import { el } from "./dom.js";

const KEPT = "pmo.person";
const select = document.getElementById("person");

/** Offer the people there are; `changed` is called when another one is picked. */
export async function pick(changed) {
  speakAs("");
  const company = await get("/people").catch(() => null);
  if (!company?.people) return;
  const known = company.people.map(({ email }) => email);
  const kept = localStorage.getItem(KEPT);
  select.replaceChildren(...company.people.map(({ email, name, role }) => el("option", { value: email }, `${name}, ${role}`)));
  select.value = known.includes(kept) ? kept : company.me;
  document.getElementById("who").hidden = false;
  speakAs(select.value);
  select.addEventListener("change", () => {
    localStorage.setItem(KEPT, select.value);
    speakAs(select.value);
    changed();
  });
}
