// Makes elements. Every word goes in as text, never as markup, so what a record says cannot become part of the page.

const SVG = "http://www.w3.org/2000/svg";
const SHAPES = {
  red: "M8 1.8 15 14.2H1z",
  amber: "M8 .8 15.2 8 8 15.2.8 8z",
  green: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z",
  done: "M6.2 12.6 1.9 8.3l1.5-1.5 2.8 2.8 6.4-6.4 1.5 1.5z",
};

/** An element with attributes, listeners (`on…`) and children; text children become text. */
export function el(tag, given = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** A shape that goes with a word, never alone. */
export function shape(name) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `shape ${name}`);
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", SHAPES[name]);
  svg.append(path);
  return svg;
}

/** Words for a screen reader only. */
export const unseen = (text) => el("span", { class: "unseen" }, text);
