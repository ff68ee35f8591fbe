// A form made from its shape: a question for each field, what is wrong beside its field. What is filled in and sent is applied, with Undo.

import { Cut, freshId } from "./api.js";
import { chooser } from "./choosing.js";
import { el } from "./dom.js";

const CUT = "The server did not answer, so it is not known whether that arrived. Press it again: it is done once.";
let made = 0;

/** The form of a `shape` with `fields`. `doors`: `send(values, once)` resolves to an answer, perhaps with `wrong` by field; `find(field, typed)` to options; `done(answer)`;
 * `leave()` where it can be left; `label` of its button. */
export function form(shape, doors) {
  const asked = shape.fields.map((field) => question(field, doors.find));
  const trouble = el("p", { class: "trouble", role: "alert", hidden: true });
  const go = el("button", { type: "submit", class: "go" }, doors.label ?? "Save");
  const leave = doors.leave ? el("button", { type: "button", class: "quiet", onclick: doors.leave }, "Cancel") : null;
  const element = el("form", { class: "form", novalidate: true, autocomplete: "off" }, trouble, ...asked.map((each) => each.element),
    el("div", { class: "buttons" }, go, leave, doors.note ? el("span", { class: "expires" }, doors.note) : null));
  let once = freshId();

  const complain = (wrong, said) => {
    asked.forEach((each) => each.complain(wrong[each.name] ?? ""));
    const first = asked.find(({ name }) => wrong[name]);
    trouble.textContent = first ? "" : said;
    trouble.hidden = Boolean(first) || !said;
    first?.input.focus();
  };
  element.addEventListener("input", () => { once = freshId(); });
  element.addEventListener("change", () => { once = freshId(); });
  element.addEventListener("submit", async (event) => {
    event.preventDefault();
    const missing = Object.fromEntries(asked.filter((each) => each.required && !each.value()).map(({ name, label }) => [name, `${label} is needed.`]));
    if (Object.keys(missing).length) return complain(missing, "");
    go.disabled = true;
    element.setAttribute("aria-busy", "true");
    const answer = await doors.send(Object.fromEntries(asked.map((each) => [each.name, each.value()])), once).catch((failed) => {
      if (failed instanceof Cut) return { error: CUT };
      throw failed;
    });
    go.disabled = false;
    element.removeAttribute("aria-busy");
    if (answer.error !== CUT) once = freshId();
    if (answer.wrong || answer.error) complain(answer.wrong ?? {}, answer.error ?? "");
    else doors.done(answer);
  });
  return element;
}

/** One question, its hint and what is wrong with its answer. */
function question({ name, label, holds, required, hint, options, initial, most }, find) {
  const id = `field-${made += 1}`;
  const known = { id, name, maxlength: most, required, "aria-describedby": `${id}-says` };
  const says = el("p", { class: "says", id: `${id}-says` }, hint ?? "");
  const own = control(holds, known, { label, options: options ?? [], initial, required, find: (typed) => find(name, typed) });
  const complain = (wrong) => {
    says.textContent = wrong || (hint ?? "");
    says.classList.toggle("wrong", Boolean(wrong));
    if (wrong) own.input.setAttribute("aria-invalid", "true");
    else own.input.removeAttribute("aria-invalid");
  };
  own.input.addEventListener("input", () => complain(""));
  return { name, label, required, complain, input: own.input, value: own.value,
    element: el("div", { class: `field holds-${holds}` }, el("label", { for: id }, label, required ? el("span", { class: "needed" }, " needed") : null), own.element, says) };
}

function control(holds, known, { label, options, initial, required, find }) {
  if (holds === "record") return chooser({ ...known, label, initial, find });
  const made = holds === "choice" ? menu(known, options, initial, required) : holds === "text" ? el("textarea", { ...known, rows: 3 }) : el("input", { ...known, type: holds === "date" ? "date" : "text" });
  if (holds !== "choice") made.value = initial?.value ?? "";
  return { element: made, input: made, value: () => made.value.trim() };
}

function menu(known, options, initial, required) {
  const none = required && initial ? [] : [{ value: "", label: "—" }];
  return el("select", { ...known, maxlength: null }, ...[...none, ...options].map(({ value, label }) => el("option", { value, selected: value === (initial?.value ?? "") }, label)));
}
