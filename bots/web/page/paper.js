// On paper, what can be unfolded is unfolded.

/** Unfold what there is of a kind before printing, and fold it again after. */
export function unfoldForPaper(what = "details") {
  let opened = [];
  const unfold = (all, open) => { for (const details of all) details.open = open; return [...all]; };
  window.addEventListener("beforeprint", () => { opened = unfold(document.querySelectorAll(`${what}:not([open])`), true); });
  window.addEventListener("afterprint", () => { unfold(opened, false); });
}
