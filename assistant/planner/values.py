"""New values in words, by field: for a record that is made, and for records that are changed."""
from collections.abc import Iterator
from datetime import date
import re

from assistant.planner.following import Context
from assistant.planner.hearing import Heard, choice_words
from assistant.planner.titling import title
from language.words import Span
from records.kinds.base import FieldOf, Record, fields, split

Found = Iterator[tuple[str, str, Span | None]]           # field label, value in words, the piece it was read from
BLOCKED = re.compile(r"\b(?:waiting for|waits for|blocked (?:by|because(?: of)?)|stuck (?:on|because(?: of)?)|needs?|because(?: of)?|"
                     r"until)\s+(?P<why>[^,;.!?]+)", re.I)
RENAMED = re.compile(r"\b(?:rename|retitle|call)\b.*?\b(?:to|as)?\s*[\"“'](?P<t>[^\"”']+)", re.I)
SHIFT = re.compile(r"\b(?:(?:out|back|forward|up)\s+)?by (?:\d+|a|an|one|two|three|four|half a)\s+(?:working |business )?(?:days?|weeks?|months?)\b|"
                   r"\b(?:a|one|two|three|\d+) (?:working )?(?:days?|weeks?|months?) (?:later|earlier|sooner)\b|"
                   r"\bthe (?:day|monday|tuesday|wednesday|thursday|friday|week) (?:after|before)\b(?: (?:that|it))?", re.I)
MORE_HOURS = re.compile(r"\b(?:more|today|spent|worked|logged)\b", re.I)
TO = re.compile(r"\b(?:to|by|for|until|till|on|due|@)$")


def created(kind: type[Record], heard: Heard, context: Context) -> dict[str, str]:
    """The values of a new record, its title among them."""
    read = list(_created(kind, heard, context))
    spans = tuple(span for _, _, span in read if span is not None)
    named = {label: said for label, said, _ in reversed(read)}
    words = title(heard, spans)
    if words:
        cut, more = _graded(kind, words)
        named = {**named, kind.kind.title: cut or words, **more}
    graded = [f for f in fields(kind) if f.says.words and not f.choices]
    for piece in re.split(r"[,;]", heard.masked.replace("\0", " ")) if graded else ():
        named = {**_grade(graded, piece.strip(), named), **named}
    return named


def changed(kind: type[Record], heard: Heard) -> dict[str, str]:
    """The values that records get."""
    return {label: said for label, said, _ in _changed(kind, heard)}


def _created(kind: type[Record], heard: Heard, context: Context) -> Found:
    known = {f.name: f for f in fields(kind)}
    if "project_id" in known and heard.of("project"):
        span = heard.of("project")[0]
        yield "project", heard.first("project") or "", span
    elif "project_id" in known and (placed := _placed(heard)):
        yield "project", *placed
    elif "project_id" in known and context.project and re.search(r"\b(?:it|there|this project|the project)\b", heard.text, re.I):
        yield "project", context.project, None
    yield from _people(kind, heard)
    yield from _measures(kind, heard)
    for span in heard.of("DATE")[:1]:
        if field := _date_field(kind, heard, span, new=True):
            yield field.label, heard.said(span), span
    if "on" in known and not heard.of("DATE"):
        yield known["on"].label, "today", None
    for name, word, value, at in _labelled_choices(kind, heard):
        yield known[name].label, value, Span(at, at + len(word), value)


def _placed(heard: Heard) -> tuple[str, Span] | None:
    """An unknown name where the project would stand: "in Zeus:", "to the Zeus project"."""
    m = re.search(r"\b(?:in|on|to|for) (?:the )?(?:project )?(?P<n>(?-i:[A-Z])[\w-]{2,})(?= project\b|\s*[:,]|\s*$)", heard.masked, re.I)
    return (m["n"], Span(m.start("n"), m.end("n"), m["n"])) if m and not heard.of("person") else None


def _changed(kind: type[Record], heard: Heard) -> Found:
    text = heard.text
    yield from _new_owner(kind, heard)
    dates = [f for f in fields(kind) if f.type is date]
    if dates and (m := SHIFT.search(text)) and (moved := _date_field(kind, heard, None, new=False)):
        yield moved.label, m[0], None
    else:
        for span in heard.of("DATE")[:1]:
            if (TO.search(heard.lead(span)) or re.search(r"\b(?:postpone|move|push|reschedule|due|date|deadline|forecast|shift)\b", text,
                                                         re.I)) and (field := _date_field(kind, heard, span, new=False)):
                yield field.label, heard.said(span), span
    yield from _measures(kind, heard)
    yield from _status(kind, heard)
    for name, word, value, at in _labelled_choices(kind, heard):
        yield next(f.label for f in fields(kind) if f.name == name), value, Span(at, at + len(word), value)
    if m := RENAMED.search(text):
        yield kind.kind.title, m["t"], None


def _people(kind: type[Record], heard: Heard) -> Found:
    """Who is meant by each name: by the word before it, else the owner."""
    roles = [f for f in fields(kind) if f.refers == "person"]
    if not roles:
        return
    usual = next((f for f in roles if f.name in ("owner_id", "person_id")), next((f for f in roles if f.name in ("requester_id", "manager_id")), roles[0]))
    taken = set[str]()
    for span in heard.of("person"):
        lead = heard.lead(span)
        field = next((f for f in roles for n in f.names if lead.endswith((n.lower(), f"{n.lower()}:"))), usual)
        if field.name not in taken:
            taken.add(field.name)
            yield field.label, heard.said(span), span
    if usual.name not in taken and re.search(r"\b(?:remind me|for me|assign(?:ed)? (?:it )?to me|to me\b|i (?:need|have) to|i must|i should)\b",
                                             heard.text, re.I):
        yield usual.label, "me", None


def _new_owner(kind: type[Record], heard: Heard) -> Found:
    owner = next((f for f in fields(kind) if f.name in ("owner_id", "manager_id")), None)
    if owner is None:
        return
    if re.search(r"\b(?:unassign|remove the owner|no owner)\b", heard.text, re.I):
        yield owner.label, "nobody", None
    for span in heard.of("person"):
        if re.search(r"\bmake\b.*\bowner\b|\b(?:takes?|took|will take) over\b", heard.text, re.I):
            yield owner.label, heard.said(span), span
            return
        after = heard.text[span.end:span.end + 2].lower()
        if not after.startswith(("'s", "’s")) and (re.search(r"\b(?:to|owner|is|=|:|for)$",
                                                             heard.lead(span)) or re.match(r"\W*(?:give|assign|hand)\b", heard.text,
                                                                                           re.I)) and not re.search(r"\b(?:of|from)$", heard.lead(span)):
            yield owner.label, heard.said(span), span
            return
    if re.search(r"\b(?:to me|i(?:'ll| will) take|assign me)\b", heard.text, re.I):
        yield owner.label, "me", None


def _measures(kind: type[Record], heard: Heard) -> Found:
    """Hours, percents, money and counted fields."""
    known = {f.name: f for f in fields(kind)}
    if "hours" in known:
        for span in heard.of("HOURS")[:1]:
            if not MORE_HOURS.search(heard.text[span.end:span.end + 12]):
                yield known["hours"].label, heard.said(span), span
    if "progress" in known:
        yield from (("progress", heard.said(s), s) for s in heard.of("PERCENT")[:1])
    yield from _amounts(kind, heard)


def _amounts(kind: type[Record], heard: Heard) -> Found:
    """Money, days and counted fields, each by its name where several could be meant."""
    known = {f.name: f for f in fields(kind)}
    if money := next((f for f in fields(kind) if f.is_money), None):
        named = next((f for f in fields(kind) if f.is_money and any(re.search(rf"\b{re.escape(n)}\b", heard.text, re.I) for n in f.names)), money)
        yield from ((named.label, heard.said(s), s) for s in heard.of("MONEY")[:1])
    if days := next((f for f in fields(kind) if f.says.unit == "days" and f.says.set_by == "person"), None):
        yield from ((days.label, heard.said(s), s) for s in heard.of("HOURS")[:1] if "hours" not in known and "day" in heard.said(s).lower())
    for f in fields(kind):
        if f.type in (int, float) and f.says.set_by == "person" and f.name not in ("hours", "progress") and (m := re.search(
                rf"\b(?:{'|'.join(map(re.escape, f.names))})\b\W*(?:is |of |to |at )?(?P<n>\d[\d.,]*)(?!\w)", heard.text, re.I)):
            yield f.label, m["n"], Span(m.start(), m.end(), m["n"])


def _status(kind: type[Record], heard: Heard) -> Found:
    """The status or phase that a verb or an adjective says; “waiting for …” is being blocked, with the reason."""
    state = next((f for f in fields(kind) if f.name in ("status", "phase")), None)
    if state is None:
        return
    if any(f.name == "blocked_by" for f in fields(kind)) and re.search(r"\b(?:blocked|stuck|waiting for|waits for)\b", heard.text, re.I):
        yield state.label, "blocked", None
        why = BLOCKED.search(heard.text)
        if why:
            yield "blocked by", why["why"].strip(), None
        return
    masked = heard.masked
    for s in heard.of("SAYING"):
        masked = masked[:s.start] + masked[s.start:s.end] + masked[s.end:]
    for name, word, value in choice_words(str(kind.__tablename__)):
        if name == state.name and (m := re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", masked, re.I)) and not _is_target(heard, m.start()):
            yield state.label, value, None
            return


def _is_target(heard: Heard, at: int) -> bool:
    """Whether a word tells which records are meant ("all done tasks") and not what they get."""
    return bool(re.match(r"[\w -]*?\b(?:tasks|risks|milestones|change requests|projects|benefits)\b", heard.text[at:],
                         re.I)) and not re.search(r"^\W*(?:\w+\s+)?$", heard.text[:at])


def _labelled_choices(kind: type[Record], heard: Heard) -> Iterator[tuple[str, str, str, int]]:
    """Choices named by their field: "priority high", "set the priority of T-12 to high", "high priority", or "critical" alone."""
    masked, found = heard.masked, set[str]()
    for f in (f for f in fields(kind) if (f.choices and f.name not in ("status", "phase")) or (f.says.words and not f.choices)):
        words = [(w, v) for name, w, v in choice_words(str(kind.__tablename__)) if name == f.name]
        names = "|".join(re.escape(n) for n in f.names)
        for word, value in words:
            m = re.search(rf"\b(?:{names})\b(?:\W+(?:of [\0\w -]+ )?(?:is |to |of |at |as )?)\W*(?P<v>{re.escape(word)})(?![\w-])|"
                          rf"(?<![\w-])(?P<w>{re.escape(word)})\s+(?:{names})\b|!(?P<x>{re.escape(word)})\b", masked, re.I)
            if m and f.name not in found:
                found.add(f.name)
                yield f.name, m[0], value, m.start()
        if f.name == "priority" and f.name not in found and (m := re.search(r"\b(?:make|it's|is|as)\b.*\b(?P<p>critical|urgent)\b", masked, re.I)):
            yield f.name, m["p"], "critical", m.start("p")


def _graded(kind: type[Record], words: str) -> tuple[str, dict[str, str]]:
    """Grades that close a title: "supplier may deliver late, likely, high impact" is a title and two grades."""
    graded = [f for f in fields(kind) if f.says.words and not f.choices]
    if not graded:
        return words, {}
    more, kept = dict[str, str](), list[str]()
    for piece in re.split(r"\s*[,;]\s*(?:and\s+)?|\s+-\s+", words):
        read = _grade(graded, piece, more)
        if read and kept:
            more |= read
        else:
            kept.append(piece)
    return ", ".join(kept).strip(" ,;.-"), more


def _grade(graded: list[FieldOf], piece: str, before: dict[str, str]) -> dict[str, str]:
    """One piece as a grade: with its field's name, or by a word that only one field has."""
    said = re.sub(r"\b(?:is|of|a|an|the|with)\b", " ", piece.lower()).strip()
    for f in graded:
        spoken = [w for ws, _ in f.says.words for w in split(ws)] + [str(n) for n in range(1, 6)]
        names = [n.lower() for n in f.names]
        for word in sorted(spoken, key=len, reverse=True):
            if any(re.fullmatch(rf"(?:{re.escape(n)}\W*{re.escape(word)}|{re.escape(word)}\s+{re.escape(n)})", said) for n in names):
                return {f.label: word}
    for f in graded:
        others = {w for o in graded if o is not f for ws, _ in o.says.words for w in split(ws)}
        own = {w for ws, _ in f.says.words for w in split(ws)}
        last_open = f.label not in before and all(o.label in before for o in graded if o is not f)
        if f.label not in before and (said in own - others or (said in own and last_open)):
            return {f.label: said}
    return {}


def _date_field(kind: type[Record], heard: Heard, span: Span | None, *, new: bool) -> FieldOf | None:
    """The date that is named before the piece, else the one the kind is about; a new record takes its required date."""
    dates = [f for f in fields(kind) if f.type is date]
    where = heard.text if span is None else heard.text[:span.end]
    named = next((f for f in dates if any(re.search(rf"\b{re.escape(n)}\b", where, re.I) for n in f.names if n not in ("until", "finish", "date",
                                                                                                                       "end", "from", "day"))), None)
    if named:
        return named
    required = next((f for f in dates if f.required), None)
    return required if new and required else next((f for f in dates if f.name == kind.kind.when), dates[0] if dates else None)
