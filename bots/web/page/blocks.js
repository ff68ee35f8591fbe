// Shows an answer: each block of the closed union has its way here, and runs of cards and of facts stand side by side.

import { save } from "./api.js";
import { preview, receipt } from "./changes.js";
import { chart } from "./charts.js";
import { el, shape, unseen } from "./dom.js";
import { table } from "./tables.js";
import { day, isProject, keyLink, line, prose, reportAddress, sectionAddress } from "./words.js";

const TONES = { red: "Red", amber: "Amber", green: "Green" };
const TOGETHER = { fact: "facts", card: "cards" };
const FEW = 6;
const ALONE = 5;
const MOST = 4;                 // figures in a row

/** The elements of an answer. `doors` has `say(text)` and `click(what, id)`. */
export function show(answer, doors) {
  const keys = known(answer);
  const alone = answer.blocks.every(({ type }) => ["text", "fact", "sources"].includes(type)) && answer.blocks.length <= ALONE;
  const made = [];
  for (const block of answer.blocks.filter(({ type }) => type !== "sources")) {
    const shown = SHOWN[block.type] ? SHOWN[block.type](block, keys, doors, alone) : [el("p", {}, "This answer holds something this page cannot show yet.")];
    const group = TOGETHER[block.type];
    if (group && made.at(-1)?.classList.contains(group)) made.at(-1).append(...shown);
    else made.push(...(group ? [el("div", { class: group }, ...shown)] : shown));
  }
  for (const group of made) if (group.classList.contains("facts")) laid(group);
  if (!made.length && answer.error) made.push(...prose(answer.error, keys));
  const cited = sources(answer);
  return cited ? [el("div", { class: "told" }, ...made), cited] : made;
}

/** Figures side by side, in rows that are as full as they can be; the last one fills its row. */
function laid(group) {
  const many = group.children.length;
  const wide = many < MOST ? many : [MOST, MOST - 1].sort((a, b) => ((a - (many % a)) % a) - ((b - (many % b)) % b))[0];
  group.style.setProperty("--n", wide);
  group.style.setProperty("--rest", ((wide - (many % wide)) % wide) + 1);
  group.classList.toggle("odd", many % 2 === 1);
}

const SHOWN = {
  heading: (block) => [el("h2", {}, block.text)],
  text: (block, keys) => prose(block.text, keys),
  fact: (block, keys, doors, alone) => [fact(block, alone)],
  table: (block, keys) => [table(block, keys)],
  card: (block, keys, doors) => [card(block, keys, doors)],
  preview: (block, keys, doors) => [preview(block, keys, doors)],
  receipt: (block, keys, doors) => [receipt(block, keys, doors.click)],
  passage: (block) => [passage(block)],
  chart: (block) => [chart(block)],
  choices: (block, keys, doors) => [choices(block, keys, doors)],
};

/** A figure; where an answer is about nothing else, it tells at once how it was computed. */
function fact(block, alone) {
  const how = el("details", { class: "how", open: alone }, el("summary", {}, "Why?", unseen(` How ${block.label} came about`)), el("p", {}, block.how), links(block.keys));
  return el("div", { class: "fact" }, el("p", { class: "label" }, block.label), el("p", { class: "figure" }, block.display), how);
}

function card(block, keys, doors) {
  const [, question, verdict] = /^([^?]+\?) (.+)$/s.exec(block.title) ?? [null, "", block.title];
  const tone = TONES[block.tone];
  const head = el("h3", {}, ...line(verdict, keys));
  return el("section", { class: `card ${block.tone}${question ? " verdict" : ""}`, "aria-label": block.title },
    question || tone ? el("p", { class: "kicker" }, question, tone ? el("span", { class: "tone" }, shape(block.tone), tone) : null) : null,
    head, tone || question ? told(block.lines, keys, doors) : fields(block.lines, keys));
}

/** Lines of a list; what is only counted there is told in the conversation. */
function told(lines, keys, doors) {
  const words = (said) => {
    const rest = doors && /^(and \d+ more): ask why$/.exec(said);
    return rest ? [el("button", { type: "button", class: "rest", onclick: () => doors.say(doors.why ?? "why?") }, `${rest[1]}: why?`)] : line(said, keys);
  };
  return lines.length ? el("ul", {}, ...lines.map((said) => el("li", {}, ...words(said)))) : null;
}

/** A record's lines are “field: value” each. */
export function fields(lines, keys) {
  const pairs = lines.map((said) => /^([^:]{1,40}): (.+)$/s.exec(said));
  if (!lines.length || pairs.includes(null)) return told(lines, keys);
  return el("dl", {}, ...pairs.flatMap(([, name, value]) => [el("dt", {}, name), el("dd", {}, ...line(value, keys))]));
}

function passage(block) {
  return el("figure", { class: "passage" }, el("blockquote", {}, ...prose(block.text)), el("figcaption", {}, sourceLink(block.source)));
}

function choices(block, keys, doors) {
  const option = (text) => el("li", {}, el("button", { type: "button", class: "choice", onclick: () => doors.say(text) }, text));
  return el("div", { class: "choices" }, ...prose(block.says, keys), el("ul", {}, ...block.options.map(option)));
}

/** A source in words: title, headings above, version, since when it holds, section and page. */
export function cited(source) {
  const section = source.key.split("/").slice(1).join("/");
  const version = /^\d/.test(source.version) ? `version ${source.version}` : source.version;
  const since = source.effective && `in force from ${day(source.effective)}`;
  const page = source.place || (source.page && `page ${source.page}`);
  const rest = [source.path && `under ${source.path}`, version, since, /^\d/.test(section) && !source.title.includes(section) && `§ ${section}`, page];
  return [source.title || source.key, ...rest.filter(Boolean)].join(", ");
}

/** A source as a link that opens it. */
function sourceLink(source) {
  if (source.kind === "file") return fileButton(source);
  return source.kind === "section" ? el("a", { class: "cite", href: sectionAddress(source) }, cited(source)) : keyLink(source.key);
}

/** A document's file, which is saved. */
function fileButton(source) {
  const made = el("button", { type: "button", class: "cite", onclick: async () => {
    const sorry = await save(`/documents/${encodeURIComponent(source.key)}`).catch(() => "The server did not answer. Try again.");
    if (sorry) made.after(el("span", { class: "sorry", role: "status" }, ` ${sorry}`));
  } }, `Save the file: ${source.title || source.key}`);
  return made;
}

/** What was read, but for what a passage cites already. */
function sources(answer) {
  const passages = answer.blocks.filter(({ type }) => type === "passage").map(({ source }) => source.key);
  const all = [...answer.sources, ...answer.blocks.flatMap((block) => (block.type === "sources" ? block.items : []))];
  const items = [...new Map(all.map((source) => [source.key, source])).values()].filter(({ key }) => !passages.includes(key)).sort((a, b) => (b.kind === "section") - (a.kind === "section"));
  if (!items.length) return null;
  const list = el("ul", {}, ...items.map((source) => el("li", {}, sourceLink(source), ...living(source))));
  const few = items.length <= FEW;
  return el("details", { class: "sources", open: few }, el("summary", {}, `Sources (${items.length})`), list);
}

/** Of a project, where its living report is. */
function living({ key }) {
  return isProject(key) && location.pathname !== reportAddress(key) ? [" · ", el("a", { class: "cite", href: reportAddress(key) }, `report of ${key}`)] : [];
}

function links(keys) {
  if (!keys.length) return null;
  const rest = keys.length > 24 ? [`and ${keys.length - 24} more`] : [];
  return el("p", { class: "keys-of" }, ...[...keys.slice(0, 24).map(keyLink), ...rest].flatMap((link) => [link, " "]));
}

function known(answer) {
  const named = answer.blocks.flatMap((block) => block.keys ?? []);
  return new Set([...named, ...answer.sources.filter(({ kind }) => kind === "record").map(({ key }) => key)].filter(Boolean));
}
