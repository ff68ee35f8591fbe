// A table of words that can be sorted by each column: as numbers or dates where all of its cells are, else as text. Empty cells stay last.

import { el, unseen } from "./dom.js";
import { line, recordAddress } from "./words.js";

const MANY = 15;
const FEW = 6;                  // on a phone, where each row is a list of its own
const NARROW = window.matchMedia("(max-width: 34rem)");
const SORTED = 3;               // of so few rows nobody sorts any
const SHORT = 18;
const LONG = 32;
const DOTS = { "▲": "red", "◆": "amber", "●": "green" };
const BELOW = /under|above|earlier|spare/;                        // of an amount whose word tells its sign: below 0
const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

/** A table block, with its rows' keys linked. Its title stands above what can be scrolled; on a phone each row is a list of its own. */
export function table(block, keys) {
  const looks = block.columns.map((_, at) => look(block.rows.map((cells) => cells[at]).filter(isSaid)));
  const body = el("tbody", { role: "rowgroup" }, ...block.rows.map((cells, at) => row(cells, block, block.keys[at], looks, keys)));
  const heads = block.columns.map((name, at) => head(name, at, looks[at], body));
  const sorting = block.rows.length > SORTED ? sorter(block, heads, body) : null;
  const scroller = el("div", { class: "scroller", role: "region", "aria-label": block.title || "Table", tabindex: "0" },
    el("table", { role: "table", "aria-label": block.title || "Table" }, el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, ...heads)), body));
  return el("figure", { class: "table" }, el("div", { class: "framed" }, block.title ? el("p", { class: "caption" }, block.title) : null, sorting, scroller),
    more(body), block.note ? el("figcaption", {}, ...line(block.note, keys)) : null);
}

/** How a column stands: numbers to the right, short words unbroken, long ones with room. */
function look(cells) {
  const longest = Math.max(0, ...cells.map(({ length }) => length));
  if (cells.length && cells.every((cell) => !Number.isNaN(number(cell)))) return "number";
  return longest <= SHORT ? "short" : longest > LONG ? "long" : null;
}

/** A row; its record opens from the cell that is its key, or else from the first. */
function row(cells, { columns }, key, looks, keys) {
  const opens = key ? Math.max(0, cells.indexOf(key)) : -1;
  return el("tr", { role: "row" }, ...cells.map((cell, at) => {
    const inside = at === opens && cell ? [el("a", { class: cell === key ? "key" : "", href: recordAddress(key) }, cell)] : words(cell, keys);
    return el(at === 0 ? "th" : "td", { scope: at === 0 ? "row" : null, role: at === 0 ? "rowheader" : "cell", class: looks[at], "data-name": capital(columns[at]) }, el("span", {}, ...inside));
  }));
}

const capital = (name) => (name ? name[0].toUpperCase() + name.slice(1) : null);

/** A cell's words; a tone's shape at its beginning gets its colour. */
function words(cell, keys) {
  const tone = DOTS[cell[0]];
  return tone ? [el("span", { class: `dot ${tone}` }, cell[0]), ...line(cell.slice(1), keys)] : line(cell, keys);
}

function head(name, at, look, body) {
  const made = el("th", { scope: "col", role: "columnheader", class: look, "aria-sort": "none" });
  made.append(el("button", { type: "button", onclick: () => sort(made, at, body) }, name, unseen(", sort")));
  return made;
}

/** Where the heads are left out, as on a phone, one choice sorts instead. */
function sorter(block, heads, body) {
  const choice = el("select", { onchange: () => { if (choice.value) sort(heads[choice.value], Number(choice.value), body, false); } },
    el("option", { value: "" }, "as it is"), ...block.columns.map((name, at) => (name ? el("option", { value: at }, capital(name)) : null)));
  return el("label", { class: "sorting" }, "Sort by ", choice, unseen(`, ${block.title || "this table"}`));
}

function sort(head, at, body, down = head.getAttribute("aria-sort") === "ascending") {
  for (const other of head.parentElement.children) other.setAttribute("aria-sort", "none");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const rows = [...body.rows].map((element) => ({ element, cell: element.cells[at].textContent }));
  const value = valued(rows.map(({ cell }) => cell).filter(isSaid));
  rows.sort((a, b) => isSaid(b.cell) - isSaid(a.cell) || (isSaid(a.cell) ? compared(value(a.cell), value(b.cell)) * (down ? -1 : 1) : 0));
  body.append(...rows.map(({ element }) => element));
}

function valued(cells) {
  return [number, day].find((read) => cells.every((cell) => !Number.isNaN(read(cell)))) ?? ((cell) => cell);
}

function compared(a, b) {
  return typeof a === "string" ? a.localeCompare(b, "en", { numeric: true, sensitivity: "base" }) : a - b;
}

/** “1,234.50 EUR”, “−12 %”, “180 h” as a number; NaN for what is none. */
function number(cell) {
  const found = /^[€$£]?\s*([-−+]?[\d,]*\.?\d+)\s*(?:%|[hd€$£]|days?|hours?|weeks?|[A-Z]{3})?(?: (over|under|below promise|above promise|later|earlier|missing|to spare))?$/.exec(cell.trim());
  return found ? Number(found[1].replaceAll(",", "").replace("−", "-")) * (BELOW.test(found[2]) ? -1 : 1) : NaN;
}

/** “Fri 6 Nov 2026” or “2026-11-06” as a number that sorts; NaN for what is no day. */
function day(cell) {
  const iso = /^(\d{4})-(\d\d)-(\d\d)/.exec(cell);
  if (iso) return Number(iso[1] + iso[2] + iso[3]);
  const said = /(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})(?: (\d\d):(\d\d))?/.exec(cell);
  const month = said ? MONTHS.indexOf(said[2].toLowerCase()) : -1;
  return month < 0 ? NaN : Date.UTC(said[3], month, said[1], said[4] ?? 0, said[5] ?? 0);
}

const isSaid = (cell) => cell !== undefined && !/^\s*[-–—]?\s*$/.test(cell);

/** Long tables show their first rows, and the rest on request. */
function more(body) {
  if (body.rows.length <= (NARROW.matches ? FEW : MANY) + 3) return null;
  body.classList.add("cut");
  return el("button", { type: "button", class: "quiet more", onclick: ({ target }) => { body.classList.remove("cut"); target.remove(); } },
    `Show all ${body.rows.length} rows`);
}
