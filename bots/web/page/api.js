// Speaks with the server: JSON for clicks and opening, a stream of events for questions. What a signed-out person asks for leads to the sign-in page.

/** The stream ended before it said that it was done, or never came. */
export class Cut extends Error {}

let person = "";

export function speakAs(email) {
  person = email;
}

/** The answer of a door; a refusal is an answer too, with its sentence in `error`. Throws `Cut` when nothing came. */
export async function call(method, path, said, more = {}) {
  const body = said && { body: JSON.stringify(said), headers: { ...headers(), "Content-Type": "application/json", ...more } };
  const response = await reached(path, { method, headers: { ...headers(), ...more }, ...body });
  return read(response);
}

/** Keep that somebody looked; whether that arrives is no matter of the page. */
export function look(path) {
  fetch(`/api/v1${path}`, { method: "POST", headers: headers() }).catch(() => {});
}

/** Save a file that the server makes; returns why not, or nothing. A plain link would not say who asks. */
export async function save(path) {
  const response = await reached(path, { headers: headers() });
  if (!response.ok) return (await read(response)).error ?? "That file could not be made.";
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition"))?.[1] ?? "report";
  const address = URL.createObjectURL(await response.blob());
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return null;
}

export const get = (path) => call("GET", path);
export const click = (proposal, what, only = []) => call("POST", `/proposals/${encodeURIComponent(proposal)}/${what}`, only.length ? { only } : undefined);

/** Ask, and hear of each tool that starts and of each block that is said before the answer is whole. `once` is the question's own id: asked again with it, it is answered once. */
export async function ask({ text, thread, once, sign, said, signal }) {
  const response = await reached("/ask/stream", {
    method: "POST",
    signal,
    headers: { ...headers(), "Content-Type": "application/json", "Idempotency-Key": once },
    body: JSON.stringify(thread ? { text, thread } : { text }),
  });
  if (!response.ok) return read(response);
  let answer = null;
  for await (const { event, data } of events(response.body)) {
    if (event === "sign") sign(data.text);
    else if (event === "said") said(data);
    else if (event === "answer" || event === "error") answer = data;
    else if (event === "done" && answer) return answer;
  }
  throw new Cut();
}

/** Hand a file in by a door: a document, or records that are shown before they are written. `sent(part)` hears how much has left, 0 to 1. */
export function handIn(door, file, thread, sent, signal, project = "") {
  const about = new URLSearchParams({ name: file.name, thread, ...(project && door === "imports" ? { project } : {}) });
  const request = new XMLHttpRequest();                              // fetch does not tell how far an upload is
  request.open("POST", `/api/v1/${door}?${about}`);
  for (const [name, value] of Object.entries({ ...headers(), "Content-Type": "application/octet-stream" })) request.setRequestHeader(name, value);
  request.upload.addEventListener("progress", ({ loaded, total }) => sent(total ? loaded / total : 1));
  signal.addEventListener("abort", () => request.abort());
  return new Promise((resolve, reject) => {
    request.addEventListener("load", () => resolve(read({ status: request.status, json: () => JSON.parse(request.responseText) })));
    for (const failed of ["error", "abort", "timeout"]) request.addEventListener(failed, () => reject(new Cut()));
    request.send(file);
  });
}

export function freshId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** To the sign-in page, and back here afterwards; nothing of this page goes on. */
export function signIn() {
  location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search + location.hash)}`);
  return new Promise(() => {});
}

function headers() {
  return person ? { "X-PMO-Person": encodeURIComponent(person) } : {};
}

async function reached(path, options) {
  try {
    return await fetch(`/api/v1${path}`, options);
  } catch {
    if (!options.signal?.aborted) document.dispatchEvent(new Event("unreached"));
    throw new Cut();
  }
}

async function read(response) {
  if (response.status === 401) return signIn();
  if (response.status === 204) return {};
  try {
    return await response.json();
  } catch {
    throw new Cut();
  }
}

/** The events of a stream, one by one; half an event at its end is dropped. */
async function* events(body) {
  let rest = "";
  try {
    for await (const piece of pieces(body)) {
      const found = (rest + piece).split(/\r?\n\r?\n/);
      rest = found.pop();
      for (const lines of found) yield* event(lines);
    }
  } catch {
    throw new Cut();
  }
}

function* event(lines) {
  const said = (name) => lines.split(/\r?\n/).filter((line) => line.startsWith(`${name}:`)).map((line) => line.slice(name.length + 1).trim());
  if (said("event").length) yield { event: said("event")[0], data: JSON.parse(said("data").join("\n") || "null") };
}

async function* pieces(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
}
