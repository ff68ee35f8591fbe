// A plan that waits: a box for each of its parts, all of them ticked, so that some of it can be confirmed and the rest left.

import { el } from "./dom.js";

/** Each new record that has an outline number, in order: [{ code, title, more }]; `more` is who, when and how long. */
export function parts(changes) {
  const found = [];
  let fields = {};
  for (const { field, after } of [...changes, { field: "title", after: "" }]) {
    if (field === "title") {
      if (fields.wbs) found.push({ code: fields.wbs, title: fields.title, more: ["owner", "due", "hours"].map((name) => fields[name]).filter(Boolean).join(", ") });
      fields = {};
    }
    fields[field] = after;
  }
  return found;
}

/** The boxes of a plan; `ticked()` tells the numbers to confirm: all of them is an empty list, none of them null. A box speaks for all below it. */
export function boxes(found) {
  const rows = found.map(({ code, title, more }) => {
    const box = el("input", { type: "checkbox", checked: "", value: code });
    return { code, box, row: el("li", { "data-deep": Math.min(code.split(".").length, 4) }, el("label", {}, box, el("b", {}, code), el("span", {}, title, more ? el("span", { class: "more" }, ` ${more}`) : null))) };
  });
  const below = (code) => rows.filter((each) => each.code.startsWith(`${code}.`));
  const isLeaf = ({ code }) => below(code).length === 0;
  const settle = () => rows.filter((each) => !isLeaf(each)).reverse().forEach(({ code, box }) => {
    const leaves = below(code).filter(isLeaf);
    const on = leaves.filter((each) => each.box.checked).length;
    Object.assign(box, { checked: on === leaves.length, indeterminate: on > 0 && on < leaves.length });
  });
  const shown = el("fieldset", { class: "plan", onchange: ({ target }) => {
    below(target.value).forEach(({ box }) => { box.checked = target.checked; });
    settle();
  } }, el("legend", {}, "Untick what is not wanted"), el("ul", {}, ...rows.map(({ row }) => row)));
  const ticked = () => {
    const leaves = rows.filter(isLeaf);
    const on = leaves.filter(({ box }) => box.checked).map(({ code }) => code);
    return on.length === leaves.length ? [] : on.length ? on : null;
  };
  return { shown, ticked, all: rows.filter(isLeaf).length };
}
