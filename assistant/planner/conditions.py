"""Which records are meant: conditions in words, by field, from sayings, names, dates, choices and figures."""
from collections.abc import Mapping
from datetime import date
import re

from assistant.planner.following import Context
from assistant.planner.hearing import Heard, choice_words
from assistant.planner.unknown import unknown_project
from language.words import Span
from records.figures import FIGURES
from records.kinds import Person, Project
from records.kinds.base import FieldOf, Record, fields

COMPARED = re.compile(r"(?P<op>below|under|less than|lower than|above|over|more than|higher than|at least|at most|greater than|<=?|"
                      r">=?)\s*(?P<n>\d[\d.,]*)\s*(?:%|percent)?", re.I)
WORDS = {"under": "below", "less than": "below", "lower than": "below", "over": "above", "more than": "above", "higher than": "above", "greater than": "above"}
DATED = re.compile(r"\b(?P<op>before|after|until|till|by|since|on|due|this|next|last|in)\b[\w ]*$", re.I)
RUN = re.compile(r"\b(?:this|next|last|past|coming|previous) (?:week|month|quarter|year)\b|\b(?:in|during) (?:january|february|march|april|may|june|"
                 r"july|august|september|october|november|december)\b", re.I)
GROUP = re.compile(r"\b(?:by|per|for each|each|every)\s+(?:of (?:our|the) )?(?P<f>person|people|owner|project|status|state|priority|phase|category|"
                   r"type|manager|supplier|approach|role)\b", re.I)
GROUPED = {"person": "owner", "people": "owner", "state": "status"}
SORT = re.compile(r"\bsort(?:ed)? by (?P<f>[\w ]+)|\border(?:ed)? by (?P<g>[\w ]+)", re.I)
TOP = re.compile(r"\b(?:top|biggest|worst|highest|greatest|main|most severe|largest)\b", re.I)


def conditions(kind: type[Record], heard: Heard, context: Context) -> dict[str, str]:
    """What a listing is narrowed to."""
    found = _sayings(kind, heard) | _figures(kind, heard) | _choices(kind, heard)
    found |= _numbers(kind, heard) | _references(kind, heard, context) | _dates(kind, heard, found)
    if (keys := heard.all("KEY")) and not found:
        found["key"] = ", ".join(keys)
    return found


def targets(kind: type[Record], heard: Heard, context: Context) -> dict[str, str]:
    """Which records a change is for: those named by key, "it", or all that fit a description."""
    if keys := heard.all("KEY"):
        return {"key": ", ".join(keys)}
    found = _sayings(kind, heard, of_order=True) | _owned(kind, heard)
    plural = any(heard.said(s).lower() == kind.kind.many for s in heard.of("KIND"))
    if context.says_it(heard) and context.records and not (plural and found):
        several = re.search(r"\b(?:them|those|these|both|all)\b", heard.text, re.I)
        # "It" after a list of several is nobody's guess.
        return {"key": ", ".join(context.records)} if several or len(context.records) == 1 else {}
    if kind is Project and "project" in heard.types:
        return {"key": heard.first("project") or ""}
    if plural and "project" in heard.types and any(f.name == "project_id" for f in fields(kind)):
        found["project"] = heard.first("project") or ""
    if plural or not heard.first("TEXT"):
        return found if plural or found.keys() - {"status"} else {}
    return {"title": heard.first("TEXT") or ""}


def sorting(kind: type[Record], heard: Heard, *, grouping: bool) -> str | None:
    if grouping:
        m = GROUP.search(heard.text)
        said = GROUPED.get(m["f"].lower(), m["f"].lower()) if m else ""
        return said if any(f.label == said for f in fields(kind)) else None
    if m := SORT.search(heard.text):
        return (m["f"] or m["g"]).strip()
    if TOP.search(heard.text) or heard.first("COUNT"):
        return "-score" if any(f.name == "score" for f in fields(kind)) else None
    return None


def _sayings(kind: type[Record], heard: Heard, *, of_order: bool = False) -> dict[str, str]:
    """ "Overdue" and its like; "close" at the start of an order is its verb and tells nothing of which records."""
    said = {heard.said(s).lower() for s in heard.of("SAYING") if s.start > 0 or not of_order}
    if not of_order and re.search(r"\b(?:did|has|have)\b.*\b(?:finish|complete|close|deliver|do|done)\b", heard.text, re.I):
        said.add("done")
    return {name: asked for spoken, named in kind.kind.sayings if said & {w.strip().lower() for w in spoken.split(",")} for name, asked in named.items()}


def _figures(kind: type[Record], heard: Heard) -> dict[str, str]:
    """ "CPI below 0.9": a figure beside a comparison."""
    found = {}
    for span in heard.of("FIGURE"):
        figure = next(f for f in FIGURES if f.name == span.value)
        m = COMPARED.search(heard.text, span.end, span.end + 30)
        if figure.of is kind and m:
            found[figure.title] = f"{WORDS.get(m['op'].lower(), m['op'].lower())} {m['n']}"
    return found


def _numbers(kind: type[Record], heard: Heard) -> dict[str, str]:
    """ "Score above 12", "more than 40 hours": a counted field beside a comparison."""
    found = {}
    for f in (f for f in fields(kind) if f.type in (int, float) and f.name not in ("id", "version")):
        names = "|".join(re.escape(n) for n in f.names)
        if m := re.search(rf"\b(?:{names})\b\s*(?:of |is |are )?{COMPARED.pattern}|"
                          rf"{COMPARED.pattern.replace('<op>', '<op2>').replace('<n>', '<n2>')}\s*(?:{names})\b", heard.text, re.I):
            op, n = (m["op"] or m["op2"]).lower(), m["n"] or m["n2"]
            found[f.label] = f"{WORDS.get(op, op)} {n}"
    return found


def _choices(kind: type[Record], heard: Heard) -> dict[str, str]:
    """A fixed choice that is said and is no saying: "critical tasks", "agile projects", "tasks in review"."""
    masked, found = heard.masked, dict[str, str]()
    taken = [(s.start, s.end) for t, s in heard.spans if t in ("SAYING", "KIND", "FIGURE")]
    for name, word, value in choice_words(str(kind.__tablename__)):
        m = re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", masked, re.I)
        label = name.removesuffix("_id").replace("_", " ")
        if m and label not in found and len(word) > 2 and not any(a < m.end() and m.start() < b for a, b in taken) and word not in AMBIGUOUS:  # noqa: PLR2004
            found[label] = value
    return found


AMBIGUOUS = {"start", "finish", "close", "open", "high", "low", "medium", "review", "cancel", "drop", "done", "scope", "cost", "schedule", "value",
             "other", "people", "share", "begin", "manager", "doing", "state",
             "business", "approve", "accept", "supplier", "closed", "member", "big", "major", "minor", "certain", "negligible", "rare", "likely", "possible"}


MINE = re.compile(r"\b(?:my|mine|i|assigned to me|for me)\b", re.I)
SHOW_ME = re.compile(r"\b(?:show|tell|give) me\b(?!.*\b(?:my|mine|i)\b)", re.I)
ROLES = (("sponsor_id", re.compile(r"\bsponsor", re.I)), ("manager_id", re.compile(r"\b(?:led|manage[sd]?|manager|lead|run by)", re.I)))
PLACES = ("owner_id", "person_id", "manager_id", "decider_id")


def _references(kind: type[Record], heard: Heard, context: Context) -> dict[str, str]:
    """Whose and of which project."""
    known = {f.name: f for f in fields(kind)}
    found = dict[str, str]()
    if "project_id" in known and (project := heard.first("project") or _said_project(heard, context)):
        found["project"] = project
    people = [heard.said(s) for s in heard.of("person")]
    if not people and "ME" in heard.types and MINE.search(heard.text) and not SHOW_ME.search(heard.text):
        people = ["me"]
    if people and kind is Person:
        found["name"] = people[0]
    elif people and (place := _place(heard, known)):
        found[place.label] = ", ".join(people)
    return found


def _place(heard: Heard, known: Mapping[str, FieldOf]) -> FieldOf | None:
    """The field that a person's name stands for: the role that is said, else the owner."""
    role = next((name for name, said in ROLES if name in known and said.search(heard.text)), None)
    return known.get(role or next((name for name in PLACES if name in known), ""))


def _said_project(heard: Heard, context: Context) -> str | None:
    from_talk = re.search(r"\b(?:its|there|this project|the project|that project)\b", heard.text, re.I)
    return context.project if from_talk and context.project else unknown_project(heard)


def _owned(kind: type[Record], heard: Heard) -> dict[str, str]:
    """Whose records a change is for: “Ben's overdue tasks”, “the tasks of Ben”, “my tasks”."""
    owner = next((f for f in fields(kind) if f.name == "owner_id"), None)
    for span in heard.of("person") if owner else ():
        possessive = heard.text[span.end:span.end + 2].lower().startswith(("'s", "’s"))
        if possessive or re.search(r"\b(?:of|from|by|owned by|assigned to|has|for)$", heard.lead(span)):
            return {"owner": heard.said(span)}
    return {"owner": "me"} if owner and re.search(r"\b(?:all )?my\b", heard.text, re.I) else {}


def _dates(kind: type[Record], heard: Heard, found: dict[str, str]) -> dict[str, str]:
    """A date or a run of days against the date of the kind that is meant."""
    field = _date_field(kind, heard, done=found.get("status") == "done")
    if field is None or field.label in found:
        return {}
    if run := RUN.search(heard.text):
        return {field.label: run[0]}
    spans = heard.of("DATE")
    if not spans:
        return {}
    return {field.label: _compared(heard, spans[0])}


def _compared(heard: Heard, span: Span) -> str:
    lead, said = heard.lead(span), heard.said(span)
    if re.search(r"\b(?:before)$", lead):
        return f"before {said}"
    if re.search(r"\b(?:since|after|from)$", lead):
        return f"{'at least' if lead.endswith(('since', 'from')) else 'after'} {said}"
    if re.search(r"\b(?:by|until|till|up to)$", lead):
        return f"at most {said}"
    return said


def _date_field(kind: type[Record], heard: Heard, *, done: bool) -> FieldOf | None:
    dates = [f for f in fields(kind) if f.type is date]
    if done and (finished := next((f for f in dates if f.name == "done_on"), None)):
        return finished
    return next((f for f in dates if f.name != "done_on" and re.search(rf"\b{f.label}\b", heard.text, re.I)),
                next((f for f in dates if f.name == kind.kind.when), None))
