// Shows /openapi.json: each operation with what it takes, a call to copy, and what it answers; and the shapes they speak in.

import { el } from "./dom.js";
import { line, prose } from "./words.js";

const schema = await fetch("/openapi.json").then((response) => response.json());
const operations = Object.entries(schema.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, said]) => ({ path, method, ...said })));

document.getElementById("about").append(...prose(schema.info.description));
document.getElementById("operations").replaceChildren(...operations.map(operation));
document.getElementById("shapes").replaceChildren(...Object.entries(schema.components.schemas).filter(([name]) => !name.includes("Validation")).map(shape));

function operation(one) {
  return el("details", { class: "operation" },
    el("summary", {}, el("span", { class: "method" }, one.method.toUpperCase()), el("code", {}, one.path), el("span", { class: "says" }, one.summary)),
    ...prose(one.description ?? ""),
    list((one.parameters ?? []).map((each) => [each.name, `${each.in}${each.required ? ", required" : ""}. ${each.description ?? each.schema.description ?? ""}`])),
    el("pre", { tabindex: "0", "aria-label": "A call to copy" }, el("code", {}, curl(one))),
    list(Object.entries(one.responses).map(([status, said]) => [status, said.description])));
}

function curl({ path, method, requestBody }) {
  const body = requestBody ? ` \\\n  ${said(requestBody.content)}` : "";
  return `curl ${method === "get" ? "" : `-X ${method.toUpperCase()} `}${location.origin}${path} \\\n  -H 'X-PMO-Person: Ana'${body}`;
}

/** A body as it is sent: an example, or a file. */
function said(content) {
  const json = content["application/json"];
  if (!json) return `-H 'Content-Type: ${Object.keys(content)[0]}' \\\n  --data-binary @file`;
  return `-H 'Content-Type: application/json' \\\n  -d '${JSON.stringify(example(json.schema))}'`;
}

function example(schema) {
  return [schema, ...(schema.anyOf ?? [])].map((each) => named(each).examples?.[0]).find(Boolean) ?? {};
}

function shape([name, one]) {
  const fields = Object.entries(one.properties ?? {}).map(([field, said]) => [field, [type(said), said.description].filter(Boolean).join(". ")]);
  return el("details", { class: "operation" }, el("summary", {}, el("code", {}, name), el("span", { class: "says" }, (one.description ?? "").split("\n")[0])), list(fields));
}

function type(said) {
  if (said.$ref) return said.$ref.split("/").at(-1);
  if (said.const !== undefined) return JSON.stringify(said.const);
  if (said.enum) return said.enum.map((each) => JSON.stringify(each)).join(" | ");
  if (said.anyOf || said.oneOf) return (said.anyOf ?? said.oneOf).map(type).join(" | ");
  if (said.type === "array") return `list of ${type(said.items ?? said.prefixItems?.[0] ?? { type: "anything" })}`;
  return said.type ?? "anything";
}

function named(said) {
  return said.$ref ? schema.components.schemas[said.$ref.split("/").at(-1)] : said;
}

function list(pairs) {
  return pairs.length ? el("dl", {}, ...pairs.flatMap(([name, said]) => [el("dt", {}, el("code", {}, name)), el("dd", {}, ...line(String(said)))])) : null;
}
