"""Which records a change is for: those named by key, “it”, or all that fit a description."""
import re

from assistant.planner.heard.denying import without_denied
from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.lacking import absent
from assistant.planner.heard.naming import entitled
from assistant.planner.heard.sayings import sayings
from assistant.planner.learned.marking import marking
from assistant.planner.told.dating import which_days
from assistant.planner.told.valuing import conditioned
from assistant.planner.words.lexicon import choice_words, kind_named, meaning, spaced, spelt
from assistant.planner.words.plain import among, pattern
from records.kinds import Person
from records.kinds.base import Record, fields

IN_STATE = r"\s+(?:(?:of|on|in|for) [\w-]+ )?(?:in|that (?:is|are)(?: still| now)?|which (?:is|are)(?: still| now)?)\s+(?:an? )?{word}(?![\w-])"
THEIRS = re.compile(r"\b(?:his|her|their)\s+(?:[\w-]+\s+){0,2}?"
                    r"(?:tasks?|to-?dos?|tickets?|risks?|issues?|milestones?|benefits?|work|stuff|things|items)\b", re.I)
EVERY = re.compile(r"\b(?:all|every|each|everything|work|things|rest)\b")


def targets(kind: type[Record], heard: Heard, context: Context) -> dict[str, str]:
    """Which records a change is for: those named by key, "it", or all that fit a description, in words of ours or as those around them tell."""
    read = _read(kind, heard, context)
    if "key" in read:
        return read
    marked = {of.label: said for of, said, _ in conditioned(kind, heard, marking(heard, kind, "changes"))}
    days = {of.label: said for of, said, _ in which_days(kind, heard)} if read or EVERY.search(heard.plain) else {}
    return without_denied(kind, {**marked, **days, **read}, heard) if read or len(marked) > 1 or EVERY.search(heard.plain) else {}


def _read(kind: type[Record], heard: Heard, context: Context) -> dict[str, str]:
    """Those that are named by key, by “it”, or described in words that are declared."""
    if keys := heard.all("KEY"):
        return {"key": ", ".join(keys)}
    found = sayings(kind, heard, of_order=True) | _owned(kind, heard)
    plural = any(s.value == kind.kind.one and heard.said(s).lower().endswith("s") for s in heard.of("KIND")) or re.search(r"\beverything\b",
        heard.plain) is not None
    meant = context.meant(heard) if not (plural and found) else ()
    if pointed := {"key": ", ".join(meant)} if meant else _numbered(kind, heard):
        return pointed
    if (named := heard.first(str(kind.__tablename__))) and kind is not Person:
        return {"key": named}
    if plural and "project" in heard.types and any(f.name == "project_id" for f in fields(kind)):
        found["project"] = heard.first("project") or ""
    if plural:
        found = {**{of.label: "empty" for of, _ in absent(kind, heard)}, **found, **_described(kind, heard)}
        return {**found, kind.kind.title: quoted} if (quoted := heard.first("TEXT")) else found
    if called := entitled(heard):
        is_at_home = "project" in heard.types and any(f.name == "project_id" for f in fields(kind))
        return {"key": called, **({"project": heard.first("project") or ""} if is_at_home else {})}
    return found if found.keys() - {"status"} - (set() if EVERY.search(heard.plain) else {"owner"}) else {}


def _described(kind: type[Record], heard: Heard) -> dict[str, str]:
    """Choices that stand before the kind in the plural: “all to do tasks”, “every critical issue of Apollo”."""
    found = dict[str, str]()
    for span in heard.of("KIND"):
        before = heard.text[:span.start]
        for name, word, value in choice_words(str(kind.__tablename__)):
            label = name.removesuffix("_id").replace("_", " ")
            if label not in found and len(word) > 2 and among((word,), heard.text) and pattern(IN_STATE.format(word=spaced(word))).match(heard.text, span.end):  # noqa: PLR2004 - no letter
                found[label] = value
            if label not in found and among((word,), before) and pattern(rf"\b(?:all|every|each|the|my|our|"
        rf"of)\s+(?:[\w-]+\s+)??{spaced(word)}\s+(?:[\w-]+\s+)?$").search(before):
                found[label] = value
    return found


def _numbered(kind: type[Record], heard: Heard) -> dict[str, str]:
    """ "Sprint 6", "gate 2 of Apollo": the record of this kind with the number, in its title or on its own."""
    for span in heard.of("KIND"):
        number = re.match(r"\s+(\d{1,3})\b(?!\s*(?:%|h\b|hours|days|EUR))", heard.text[span.end:])
        if number and any(kind_named(value) is kind for type_, value in meaning(spelt(heard.said(span))) if type_ == "KIND"):
            home = {"project": heard.first("project") or ""} if "project" in heard.types else {}
            own = any(f.name == "number" and f.says.set_by == "person" for f in fields(kind))
            called = f"{heard.said(span)} {number[1]}"
            return {"number": number[1], **home} if own else {kind.kind.title: called, **home} if home else {"key": called}
    return {}


def _owned(kind: type[Record], heard: Heard) -> dict[str, str]:
    """Whose records a change is for: “Ben's overdue tasks”, “the tasks of Ben”, “my tasks”."""
    owner = next((f for f in fields(kind) if f.name == "owner_id"), None)
    for span in heard.of("person") if owner else ():
        has = re.match(r" (?:has|have|owns|had|is)\b", heard.text[span.end:]) is not None
        if has or heard.owns(span) or re.search(r"\b(?:of|from|by|owned by|assigned to|has|for)$", heard.lead(span)):
            return {"owner": heard.said(span)}
    if owner and (theirs := THEIRS.search(heard.text)) and len(before := [s for s in heard.of("person") if s.end <= theirs.start()]) == 1:
        return {"owner": heard.said(before[0])}
    return {"owner": "me"} if owner and re.search(r"\b(?:all )?my\b|\bmine\b", heard.plain) else {}
