// On paper, what can be unfolded is unfolded.

/** Unfold everything before printing, and fold it again after. */
export function unfoldForPaper() {
  let opened = [];
  const unfold = (all, open) => { for (const details of all) details.open = open; return [...all]; };
  window.addEventListener("beforeprint", () => { opened = unfold(document.querySelectorAll("details:not([open])"), true); });
  window.addEventListener("afterprint", () => { unfold(opened, false); });
}
