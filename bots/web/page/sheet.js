// A sheet over the page for one thing to fill in: it takes the focus, Escape leaves it, and the focus goes back to where it was.

import { el } from "./dom.js";

/** Show a sheet; returns how to close it. `title` names it. */
export function sheet(title, ...content) {
  const name = `sheet-${Date.now()}`;
  const close = () => dialog.close();
  const dialog = el("dialog", { class: "sheet", "aria-labelledby": name, onclose: () => dialog.remove() },
    el("div", { class: "head" }, el("h2", { id: name, tabindex: "-1" }, title), el("button", { type: "button", class: "quiet", onclick: close }, "Close")), ...content);
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector("input:not([type=hidden]), textarea, select, .go")?.focus();
  return close;
}
