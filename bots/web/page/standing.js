// How the server stands, on every page: its office's name, whether it only lets read, and that it cannot be reached just now.

const AGAIN = 3000;
const banner = document.getElementById("banner");
const READ_ONLY = "Reading only: everything can be asked and looked at, nothing can be changed here.";
const LOST = "The server does not answer. Trying again …";
let readOnly = false;
let waiting = 0;

/** Ask how it stands, and say so; resolves to that, to nothing known where it does not answer. */
export async function stand() {
  document.addEventListener("unreached", lost);
  window.addEventListener("offline", lost);
  const top = document.querySelector(".top");
  new ResizeObserver(() => document.documentElement.style.setProperty("--top", `${top.offsetHeight}px`)).observe(top);        // nothing scrolls to below it
  const health = await asked();
  if (health) said(health);
  else lost();
  return health ?? {};
}

/** When the server is there again, load what could not be: a place that holds nothing but why. */
export function again(place, load) {
  document.addEventListener("reached", () => { if (!place.children.length || place.querySelector(":scope > .trouble")) load(); });
}

async function asked() {
  try {
    return await (await fetch("/api/v1/health")).json();
  } catch {
    return null;
  }
}

function said({ office, read_only }) {
  readOnly = read_only === true;
  document.body.classList.toggle("read-only", readOnly);
  const place = document.getElementById("office");
  if (place) place.textContent = office ? `of ${office}` : "";
  tell(readOnly ? READ_ONLY : "");
}

function tell(words, look = "") {
  banner.textContent = words;
  banner.className = `banner ${look}`;
  banner.hidden = !words;
}

function lost() {
  if (waiting) return;
  tell(LOST, "lost");
  waiting = setInterval(async () => {
    const health = await asked();
    if (!health) return;
    clearInterval(waiting);
    waiting = 0;
    said(health);
    document.dispatchEvent(new Event("reached"));
  }, AGAIN);
}
