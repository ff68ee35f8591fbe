// Brings forms and the server together: the form of a new record, of a record that is there, of what waits for a yes; and what it came to.

import { call, get } from "./api.js";
import { form } from "./forms.js";
import { el } from "./dom.js";
import { sheet } from "./sheet.js";

const NOTE = "Applied at once; it can be undone.";
const coded = encodeURIComponent;

/** Ask for a new record of a kind on a sheet; `done(answer)` gets the receipt, which is kept in a `thread` where there is one. */
export async function fresh(kind, done, thread = "") {
  const shape = await get(`/forms/${coded(kind)}`).catch(() => ({ error: "The server did not answer. Try again." }));
  if (shape.error) return void sheet("That cannot be made here", el("p", {}, shape.error));
  const close = sheet(shape.title, form(shape, { ...over(shape, thread), label: `Create the ${kind}`, done: (answer) => { close(); done(answer); } }));
}

/** The form of one record that waits for a yes, or why there is none: `{ form }` or `{ error }`. `leave(form)` takes it away again. */
export async function editing(proposal, leave, done, thread = "") {
  return made(`/proposals/${coded(proposal)}/form`, "Apply", leave, done, { thread });
}

/** The form of a record that is there. */
export async function changing(kind, key, leave, done) {
  return made(`/forms/${coded(kind)}?${new URLSearchParams({ record: key })}`, "Save", leave, done, { record: key });
}

async function made(path, label, leave, done, { record = "", thread = "" }) {
  const shape = await get(path).catch(() => ({ error: "The server did not answer. Try again." }));
  if (shape.error || (record && shape.record !== record)) return { error: shape.error ?? "There is no form for that." };
  const element = form(shape, { ...over(shape, thread), label, note: NOTE, leave: () => leave(element), done: (answer) => { leave(element); done(answer); } });
  return { form: element };
}

/** Where a form's menus come from and where it goes. */
function over(shape, thread) {
  return {
    find: (field, typed) => get(`/forms/${coded(shape.kind)}/options?${new URLSearchParams({ field, typed })}`),
    send: (values, once) => sent("POST", `/forms/${coded(shape.kind)}`, { values, ...said({ proposal: shape.proposal, record: shape.record, stamp: shape.stamp, thread }) }, once),
  };
}

const said = (all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value));

/** An answer, with what is wrong by field where something is. */
export async function sent(method, path, said, once) {
  const answer = await call(method, path, said, { "Idempotency-Key": once });
  const wrong = (answer.errors ?? []).filter(({ field }) => field);
  return wrong.length ? { ...answer, wrong: Object.fromEntries(wrong.map(({ field, detail }) => [field, detail])) } : answer;
}
