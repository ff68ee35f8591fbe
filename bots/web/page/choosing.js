// A line to type in that offers records as one types: a combobox with its list, by keyboard too.

import { el } from "./dom.js";

const PATIENCE = 150;
let made = 0;

/** Returns `{ element, input, value }`; `find(typed)` resolves to options `{ value, label }`. What is typed and never chosen is the value as it stands. */
export function chooser({ name, initial, find, ...attributes }) {
  const id = `options-${made += 1}`;
  const list = el("ul", { id, role: "listbox", class: "options", hidden: true, "aria-label": `${attributes.label}: what there is` });
  const input = el("input", { name, role: "combobox", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false",
    ...attributes, label: null, value: initial?.label ?? "" });
  let [chosen, shown, at, asked, timer] = [initial ?? null, [], -1, 0, 0];

  const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); at = -1; };
  const choose = (option) => { chosen = option; input.value = option.label; close(); input.dispatchEvent(new Event("change", { bubbles: true })); };
  const point = (to) => {
    at = (to + shown.length) % shown.length;
    [...list.children].forEach((item, n) => item.setAttribute("aria-selected", String(n === at)));
    input.setAttribute("aria-activedescendant", list.children[at].id);
    list.children[at].scrollIntoView({ block: "nearest" });
  };
  const open = async (typed) => {
    const mine = asked += 1;
    const found = await find(typed).catch(() => []);
    if (mine !== asked || document.activeElement !== input) return;
    shown = found;
    list.replaceChildren(...found.map((option, n) => el("li", { id: `${id}-${n}`, role: "option", "aria-selected": "false",
      onpointerdown: (event) => { event.preventDefault(); choose(option); } }, option.label)));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    at = -1;
  };
  const keys = {
    ArrowDown: () => (list.hidden ? open("") : point(at + 1)),
    ArrowUp: () => list.hidden || point(at - 1),
    Enter: () => at >= 0 && (choose(shown[at]), true),
    Escape: () => !list.hidden && (close(), true),
  };

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => open(input.value), PATIENCE); });
  input.addEventListener("click", () => open(""));
  input.addEventListener("blur", () => { asked += 1; clearTimeout(timer); close(); });
  input.addEventListener("keydown", (event) => {
    const took = keys[event.key]?.();
    if (took || event.key.startsWith("Arrow")) { event.preventDefault(); event.stopPropagation(); }
  });
  return { element: el("div", { class: "combo" }, input, list), input, value: () => (chosen && input.value === chosen.label ? chosen.value : input.value.trim()) };
}
