// What a page without a conversation does: words go to the conversation, and what a file or a click comes to is shown in the panel, or where the page has a place for it.

import { click, Cut, handIn } from "./api.js";
import { show } from "./blocks.js";
import { close, settle } from "./changes.js";
import { el } from "./dom.js";
import { editing } from "./filling.js";
import { asked, dropping, sofar } from "./handing.js";
import { hold, isOpen } from "./panel.js";

const NAMES = { confirm: "Done", discard: "Discarded", undo: "Undone" };
const CUT = "The server did not answer, so it is not known whether that arrived. Try again: it is done once.";

/** Go on in the conversation, with the words to be sent there by whoever reads them. */
export function ask(text) {
  location.href = `/#say/${encodeURIComponent(text)}`;
}

/** The doors of such a page; `changed()` hears that something was written, `place` takes what a click came to while the panel is shut. Files can be dropped on it. */
export function apart(changed, place) {
  const told = (title, answer, here) => {
    const shown = show({ ...answer, sources: [] }, doors);
    if (here) here.replaceChildren(...shown);
    else hold(title, el("div", { class: "answer" }, ...shown));
    settle(document, answer.blocks);
  };
  const doors = {
    say: ask,
    click: async (what, proposal, only) => {
      const answer = await tried(click(proposal, what, only));
      told(NAMES[what], answer, isOpen() ? null : place);
      if (!answer.error) changed();
    },
    edit: (proposal, leave) => editing(proposal, leave, (answer) => {
      close(document.querySelectorAll(`.preview[data-proposal="${CSS.escape(proposal)}"]`), "Applied as edited");
      told("Done", answer);
      changed();
    }),
  };
  dropping((file) => hold(file.name, el("div", { class: "answer" }, ...asked(file, async (door, project) => {
    const far = el("p", { class: "sign", role: "status" }, `${sofar(file, 0)} …`);
    hold(file.name, far);
    const answer = await tried(handIn(door, file, "", (part) => { far.textContent = `${sofar(file, part)} …`; }, new AbortController().signal, project));
    told(file.name, answer);
  }))));
  return doors;
}

async function tried(answer) {
  try {
    return await answer;
  } catch (failed) {
    if (failed instanceof Cut) return { blocks: [{ type: "text", text: CUT }], sources: [], error: CUT };
    throw failed;
  }
}
