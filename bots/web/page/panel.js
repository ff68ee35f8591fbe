// The panel beside what is read: a record at a glance or a cited section, opened by the address after `#`, so that Back closes it.

import { Cut, get } from "./api.js";
import { cited, show } from "./blocks.js";
import { el } from "./dom.js";
import { isProject, recordAddress, reportAddress } from "./words.js";

const WIDE = window.matchMedia("(min-width: 70rem)");
const panel = document.getElementById("panel");
const title = document.getElementById("panel-title");
const body = document.getElementById("panel-body");
let opener = null;

/** Open what the address names, now and whenever it changes. `doors` as for `show`. */
export function follow(doors) {
  const open = () => opened(location.hash, doors);
  window.addEventListener("hashchange", open);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='/records/'], a[href^='#section/']");
    if (!link || link.closest(".whole-page")) return;
    opener = link;
    const key = link.pathname !== location.pathname && /^\/records\/(.+)$/.exec(link.pathname)?.[1];
    if (!key || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();                                          // a look beside what is read; the link itself leads to the record's page
    location.hash = `record/${key}`;
  });
  document.getElementById("close").addEventListener("click", leave);
  panel.addEventListener("cancel", (event) => { event.preventDefault(); leave(); });
  document.addEventListener("keydown", ({ key }) => { if (key === "Escape" && panel.open) leave(); });
  open();
}

export function leave() {
  if (location.hash) history.pushState(null, "", location.pathname + location.search);
  shut();
}

function shut() {
  if (!panel.open) return;
  panel.close();
  document.body.classList.remove("beside");
  (opener?.isConnected ? opener : document.getElementById("text"))?.focus();
  opener = null;
}

async function opened(hash, doors) {
  const [, what, coded, start, stop] = /^#(record|section)\/(.+?)(?::(\d+)-(\d+))?$/.exec(hash) ?? [];
  if (!what) return shut();
  const key = decoded(coded);
  appear(key);
  body.replaceChildren(el("p", { class: "sign" }, "Opening …"));
  const address = what === "record" ? `/records/${encodeURIComponent(key)}/blocks` : `/sections/${key.split("/").map(encodeURIComponent).join("/")}`;
  const answer = await get(address).catch((failed) => {
    if (failed instanceof Cut) return { blocks: [], sources: [], error: "The server did not answer. Close this, and try again." };
    throw failed;
  });
  if (location.hash !== hash) return;
  const pages = what === "record" && !answer.error ? [whole(key)] : [];
  body.replaceChildren(...pages, ...(what === "section" && !answer.error ? section(key, answer, Number(start ?? 0), Number(stop ?? 0), doors) : show({ ...answer, sources: [] }, doors)));
}

/** Where a record is told whole. */
function whole(key) {
  const report = isProject(key) && location.pathname !== reportAddress(key) ? el("a", { href: reportAddress(key) }, "Its living report") : null;
  return el("p", { class: "whole-page" }, el("a", { href: recordAddress(key) }, "Open its page"), report);
}

export const isOpen = () => panel.open;

/** Show something else there, such as what a file would come to. */
export function hold(name, ...shown) {
  if (!panel.open) appear(name);
  title.textContent = name;
  body.replaceChildren(...shown);
}

function appear(key) {
  title.textContent = key;
  if (panel.open) panel.close();
  if (WIDE.matches) panel.show();
  else panel.showModal();
  document.body.classList.toggle("beside", WIDE.matches);
  title.focus();
}

/** A section with the characters that the address names marked and in view, and what stands on it. */
function section(key, answer, start, stop, doors) {
  const [block, ...more] = answer.blocks;
  title.textContent = block.source.title || key;
  const parts = marked([...block.text.replace(/^[-*] /gm, "• ")], start, stop);        // as long as it was, so that what is marked stays so
  const text = el("div", { class: "section" }, ...parts);
  requestAnimationFrame(() => text.querySelector("mark")?.scrollIntoView({ block: "center" }));
  return [text, el("p", { class: "from" }, `From ${cited(block.source)}`), ...(more.length ? show({ blocks: more, sources: [] }, doors) : [])];
}

/** `start` and `stop` count characters, not the halves that some are stored as. A whole section is not marked. */
function marked(text, start, stop) {
  if (start >= stop || stop - start >= text.length) return [text.join("")];
  const part = (from, to) => text.slice(from, to).join("");
  return [part(0, start), el("mark", {}, part(start, stop)), part(stop)];
}

export function decoded(coded) {
  try {
    return decodeURIComponent(coded);
  } catch {
    return coded;
  }
}
