// Text as people wrote it: paragraphs, lists and bold, with the keys of records turned into links to their pages.

import { el } from "./dom.js";

const FULL = "[A-Z][A-Z0-9]{1,19}-[A-Z]{1,3}-\\d{1,6}";          // APOLLO-R-3 is a record's key wherever it stands; DOC-6 only where it is known to be one

/** The address of a record's page, and the one that opens a section of a document beside what is read. */
export const recordAddress = (key) => `/records/${encodeURIComponent(key)}`;
export const sectionAddress = ({ key, start, stop }) => `#section/${encodeURIComponent(key)}${stop ? `:${start}-${stop}` : ""}`;

/** A day as people write it: 15 Jan 2026. */
export const day = (iso) => new Date(`${iso}T12:00`).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });

const MOMENT = { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" };

/** A moment as people write it, and as the server does: Mon 9 Nov 2026 09:00; as the clocks of a time zone show it, else those of this machine. */
export function when(moment, timeZone) {
  const format = new Intl.DateTimeFormat("en-US", { ...MOMENT, timeZone });
  const at = Object.fromEntries(format.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
  return `${at.weekday} ${at.day} ${at.month} ${at.year} ${at.hour}:${at.minute}`;
}

/** A project's living report; its key is the one that has no number behind a dash. */
export const reportAddress = (key) => `/projects/${encodeURIComponent(key)}`;
export const isProject = (key) => /^[A-Z][A-Z0-9]*$/.test(key);

export function keyLink(key) {
  return el("a", { class: "key", href: recordAddress(key) }, key);
}

/** The nodes of one line, with keys linked, **bold** set bold and `code` as code. */
export function line(text, keys = new Set()) {
  return text.split(/(\*\*[^*]+\*\*|`[^`]+`)/).flatMap((part) => {
    if (/^\*\*[^*]+\*\*$/.test(part)) return [el("strong", {}, ...linked(part.slice(2, -2), keys))];
    return /^`[^`]+`$/.test(part) ? [el("code", {}, part.slice(1, -1))] : linked(part, keys);
  });
}

/** Paragraphs and lists. */
export function prose(text, keys) {
  return text.split(/\n\s*\n/).filter((part) => part.trim()).flatMap((part) => paragraph(part.split("\n"), keys));
}

function paragraph(lines, keys) {
  const made = [];
  for (const said of lines.filter((each) => each.trim())) {
    const item = /^\s*(?:[-•*]|(\d+)[.)]) (.+)/.exec(said);
    const tag = item?.[1] ? "ol" : "ul";
    const last = made.at(-1);
    if (item && last?.tagName === tag.toUpperCase()) last.append(el("li", {}, ...line(item[2], keys)));
    else if (item) made.push(el(tag, item[1] ? { start: item[1] } : {}, el("li", {}, ...line(item[2], keys))));
    else if (last?.tagName === "P") last.append(el("br"), ...line(said, keys));
    else made.push(el("p", {}, ...line(said, keys)));
  }
  return made;
}

function linked(text, keys) {
  const known = [...keys].filter((key) => text.includes(key)).sort((a, b) => b.length - a.length);
  const escaped = known.map((key) => key.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const parts = text.split(new RegExp(`(?<![\\w-])(${[...escaped, FULL].join("|")})(?![\\w-])`));
  return parts.map((part, at) => (at % 2 ? keyLink(part) : part)).filter((part) => part !== "");
}
