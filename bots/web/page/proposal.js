// One proposal: what would change, with its buttons, or what became of it. Opening it changes nothing; only a click here does.

import { click, Cut, get } from "./api.js";
import { show } from "./blocks.js";
import { el } from "./dom.js";
import { decoded, follow, leave } from "./panel.js";
import { pick } from "./people.js";
import { stand } from "./standing.js";

const UNREACHED = "The server did not answer. Load this page again to see how it stands.";
const PERHAPS = "The connection was cut, so it is not known whether that arrived. Load this page again: it is done once, whatever happens.";
const OTHERS = "What was proposed in somebody else's name only they can open, signed in as themselves.";
const WORKING = { confirm: "Applying exactly what was shown …", discard: "Discarding …", undo: "Undoing …" };
const number = decoded(location.pathname.split("/")[2] ?? "");
const place = document.getElementById("proposal");
const [title, says, sign] = ["title", "says", "sign"].map((id) => document.getElementById(id));
const doors = { say: (text) => location.assign(`/#say/${encodeURIComponent(text)}`), click: press };

async function load() {
  await put("Opening …", get(`/proposals/${encodeURIComponent(number)}`), UNREACHED);
}

async function press(what, proposal, only) {
  await put(WORKING[what], click(proposal, what, only), PERHAPS);
  place.focus({ preventScroll: true });
}

/** Wait for an answer and show it in the place of what stood here; `otherwise` is said where none came. */
async function put(words, coming, otherwise) {
  sign.textContent = words;
  const answer = await coming.catch((failed) => {
    if (failed instanceof Cut) return null;
    throw failed;
  });
  sign.textContent = "";
  const waits = answer?.blocks.some(({ type }) => type === "preview") ?? true;
  title.textContent = waits ? "A change to confirm" : "A change that was proposed";
  says.hidden = !waits;
  const alone = answer?.status === 404 ? [el("p", { class: "says" }, OTHERS)] : [];
  place.replaceChildren(...(answer ? show(answer, doors) : [el("p", { class: "trouble" }, otherwise)]), ...alone);
}

async function begin() {
  await pick(stand(), () => { leave(); load(); });
  await load();
  follow(doors);
}

begin();
