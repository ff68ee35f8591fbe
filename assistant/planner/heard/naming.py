"""A record called by its title, or a part of one: “the invoice download task”, “set Test the download to done”, or in quotes."""
import re

from assistant.planner.heard.hearing import Heard
from records.kinds import KINDS, Person, Project

NOUNS = "|".join(sorted({re.escape(k.kind.one) for k in KINDS if k not in (Project, Person)}, key=len, reverse=True))
NOUN = rf"(?:to-?do|ticket|change|request|item|criterion|gate|defect|bug|{NOUNS})"
VERB = ("(?:mark|set|move|push|postpone|delay|close|finish|complete|start|cancel|reopen|assign|reassign|give|approve|reject|rename|change|update|put|make|"
        "hand|shift|reschedule)")
FIELD = "(?:due date|deadline|status|owner|priority|progress|date)"
END = r"(?=\s+(?:to|as|done|is|on|by|out|back|forward|from|for|finished|complete|completed|blocked|until)\b|\W*$)"
PLACES = tuple(re.compile(p, re.I) for p in (
    rf"\b(?:the|that|this|our|my) (?P<t>[\w' -]{{3,60}}?) {NOUN}\b",
    rf"\b{NOUN} (?:called |named |about |on |for |with )?(?:the )?(?P<t>(?!to\b|as\b|done\b|is\b)[\w' -]{{4,80}}?){END}",
    rf"^\W*(?:(?:please|can you|could you)\s+)*{VERB}\s+(?:the )?(?:{FIELD} of (?:the )?)?(?P<t>[\w'&,-]+(?: [\w'&,-]+){{1,10}}?){END}",
    r"\b(?:status|owner|details|history|deadline|due date|state) of (?:the )?(?P<t>[\w' -]{4,80}?)\W*$",
    r"\b(?:who (?:owns|has|does)|when is|is|show|open|what about) (?:the )?(?P<t>[\w' -]{6,80}?)(?: (?:due|done|finished|blocked|late|overdue))?\W*$",
))
POINTING = ("every", "each", "it", "that", "this", "them", "these", "those", "me", "us", "all", "everything")
LEADING = ("of", "per", "for", "in", "on", "by", "with", "from", "at", "that", "which", "due", "is", "are", "and", "or")
BY_KIND = PLACES[:2]                            # “the supplier risk”, “the risk about the supplier”
EMPTY = frozenset((
    "list", "lists", "overview", "number", "register",
    *POINTING, "overdue", "late", "open", "blocked", "done", "finished", "complete", "my", "our", "last", "next", "new", "first", "second", "third", "one",
    "ones", "other", "same", "sponsor", "manager", "lead", "leader", "deadline", "budget", "team", "progress", "priority", "start", "end", "finish",
    "task", "tasks", "risk", "risks", "change", "due", "date", "owner", "status", "to", "as", "a", "the", "of", "biggest", "worst", "top", "critical", "next",
    "do", "does", "did", "have", "has", "had", "we", "i", "you", "they", "use", "used", "uses", "need", "say", "says", "said", "apply", "here", "now",
    "from", "its", "their", "target", "furthest", "farthest", "closest", "nearest",
))

RENAMING = re.compile(r"\b(?:rename|retitle|call)\b")


def entitled(heard: Heard, places: tuple[re.Pattern[str], ...] = PLACES) -> str | None:
    """The words that stand where a record's title would, or None."""
    if (quoted := heard.first("TEXT")) and not RENAMING.search(heard.plain):
        return quoted
    closed = [s for t, s in heard.spans if t in ("KEY", "project", "person", "DATE", "HOURS", "PERCENT", "MONEY")]
    for place in places:
        for m in place.finditer(heard.text):
            free = not any(s.start < m.end("t") and m.start("t") < s.end for s in closed)
            words = m["t"].lower().split()
            if free and words[0] not in (*POINTING, *LEADING) and not all(w in EMPTY for w in words if w not in LEADING):
                return m["t"].strip()
    return None
