// A chart as a picture with its words: drawn by the server, shown as an image, so that nothing in it can act.

import { el } from "./dom.js";
import { keyLink } from "./words.js";

const FEW = 12;
const NARROW = window.matchMedia("(max-width: 34rem)");          // there a picture is small, so its words stand open
const SIZE = /viewBox="0 0 ([\d.]+) ([\d.]+)"/;

const address = (svg) => `data:image/svg+xml,${encodeURIComponent(svg)}`;

function size(svg) {
  const [, width, height] = SIZE.exec(svg) ?? [];
  return { width, height };
}

/** The picture as wide as there is room, and on a phone enlarged on request; its words unfold below. */
export function chart(block) {
  if (!block.svg) return el("figure", { class: "chart" }, el("figcaption", {}, block.title), el("p", {}, block.alt));
  const { width, height } = size(block.svg);
  const drawn = el("img", { src: address(block.svg), alt: block.alt, width, height, decoding: "async" });
  const picture = block.narrow ? el("picture", {}, el("source", { media: NARROW.media, srcset: address(block.narrow), ...size(block.narrow) }), drawn) : drawn;
  const frame = el("div", { class: "picture", role: "region", "aria-label": block.title, tabindex: "0" }, picture);
  const keys = block.keys.slice(0, FEW).flatMap((key) => [keyLink(key), " "]);
  return el("figure", { class: "chart" }, el("figcaption", {}, block.title),
    frame, block.narrow ? null : enlarging(frame),
    el("details", { class: "how", open: NARROW.matches }, el("summary", {}, "In words"), el("p", {}, block.alt), keys.length ? el("p", { class: "keys-of" }, ...keys) : null));
}

/** Where there is none drawn for a phone, the picture is enlarged there, to be looked at part by part. */
function enlarging(frame) {
  return el("button", { type: "button", class: "rest enlarge", onclick: ({ target }) => { target.textContent = frame.classList.toggle("large") ? "Show it whole" : "Enlarge"; } }, "Enlarge");
}
