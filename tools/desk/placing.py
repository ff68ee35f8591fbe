"""A record that is told by where it stands and by no title of its own: “the second milestone of Corvus”, “the pilot of Apollo”, “my last open task”."""
from collections.abc import Iterator, Mapping
import re

from language.words import words
from records.errors import Sorry
from records.kinds import KINDS, Person, Project
from records.kinds.base import Record, fields, split
from records.reading import Reader
from tools.desk import Desk

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
PLACES = {**{w: n for n, w in enumerate(ORDINALS)}, "1st": 0, "2nd": 1, "3rd": 2, **{f"{n}th": n - 1 for n in range(4, 21)}, "next": 0, "final": -1,
          "second to last": -2, "last but one": -2, "last": -1}
NTH = "|".join(sorted(PLACES, key=len, reverse=True))
INSIDE = tuple(k for k in KINDS if k.kind.within == "project_id")
NOUNS = {n.lower(): k for k in reversed(INSIDE) for n in k.kind.names if not n.lower().endswith("s")}
NOUN = "|".join(re.escape(n) for n in sorted(NOUNS, key=len, reverse=True))
WHERE = r"(?:of|on|in|for|from)\s+(?:the\s+)?(?:project\s+)?(?P<of>[\w-]+)(?:['’]s)?"
NUMBERED = re.compile(rf"\b(?:the|(?P<whose>my|[\w-]+['’]s?))\s+(?P<nth>{NTH})\s+(?P<how>(?:[\w-]+\s+){{0,3}}?)(?P<noun>{NOUN})\b(?!\s+\d)(?:\s+{WHERE})?",
                      re.I)
NAMED = re.compile(rf"\bthe\s+(?P<t>[a-z][\w-]*(?:\s+[\w-]+)?)\s+{WHERE}", re.I)
FOUND = 20                                      # that are looked at for words of a title


def usual(reader: Reader, kind: type[Record]) -> str:
    """What people expect on top: the earliest date, the highest score."""
    known = reader.columns(kind)
    return next((s for s in ("-score", "due", "planned", "decide_by", "-on") if s.removeprefix("-") in known), "")


def placed(desk: Desk, text: str) -> Mapping[str, str]:
    """The words of a sentence that tell one record by its place in a list, or in a project by a word of its title, each with its key."""
    return dict(_numbered(desk, text)) or dict(_called(desk, text))


def _numbered(desk: Desk, text: str) -> Iterator[tuple[str, str]]:
    for m in NUMBERED.finditer(text):
        kind = NOUNS[m["noun"].lower()]
        if (where := _where(desk, kind, m)) and (key := _at(desk, kind, where, PLACES[m["nth"].lower()])):
            yield m[0], key


def _at(desk: Desk, kind: type[Record], where: Mapping[str, str], place: int) -> str:
    found = desk.reader.find(desk.query(kind, where, usual(desk.reader, kind), limit=None))
    return found[place].key if -len(found) <= place < len(found) else ""


def _where(desk: Desk, kind: type[Record], m: re.Match[str]) -> Mapping[str, str]:
    """What narrows the list: whose, where and which, by the words between; empty where a word of them is unknown, or it is of everybody and everywhere."""
    narrowed: dict[str, str] = {}
    whose = (m["whose"] or "").lower()
    said = [m["of"] or "", *(() if whose == "my" else (re.sub(r"['’]s?$", "", m["whose"] or ""),))]
    rest = " ".join(m["how"].lower().split())
    for word in (*said, *rest.split()):
        home = _home(desk, word)
        narrowed |= home
        rest = rest.replace(word, "").strip() if home else rest
        if word in said and word and not home:
            return {}
    if whose == "my":
        narrowed["owner"] = "me"
    if not narrowed or not _is_known(kind, narrowed):
        return {}
    sayings = [rest] if rest else []
    if m["nth"].lower() == "next":
        sayings += ["open"] if rest != "open" else []
    for spoken in sayings:
        asked = next((dict(found) for phrases, found in kind.kind.sayings if spoken in map(str.lower, split(phrases))), None)
        if asked is None:
            return {}
        narrowed |= asked
    return narrowed


def _is_known(kind: type[Record], narrowed: Mapping[str, str]) -> bool:
    return set(narrowed) <= {f.label for f in fields(kind)}


def _home(desk: Desk, said: str) -> dict[str, str]:
    """The project, or the person whose it is, that a word names."""
    if not said or said.lower() in words()["small"]:
        return {}
    for kind, label in ((Project, "project"), (Person, "owner")):
        known = desk.names(kind)
        fit = {key for name, key in known.items() if said.lower() in (name.lower(), key.lower(), *name.lower().split())}
        if len(fit) == 1:
            return {label: fit.pop()}
    return {}


def _called(desk: Desk, text: str) -> Iterator[tuple[str, str]]:
    """ "The pilot of Apollo": the one record there whose title has the words."""
    for m in NAMED.finditer(text):
        home = _home(desk, m["of"]).get("project")
        if home is None or any(w.lower() in _own_words() for w in (m["t"], *m["t"].split())):
            continue
        try:
            found = desk.reader.search(m["t"], limit=FOUND)
        except Sorry:
            continue
        fit = [f.key for f in found if f.key.startswith(f"{home}-") and all(w in f.title.lower() for w in m["t"].lower().split())]
        if len(fit) == 1:
            yield m[0], fit[0]


def _own_words() -> frozenset[str]:
    """The words of the kinds and of their fields, which are no part of a title here."""
    return frozenset(w.lower() for k in KINDS for w in (*k.kind.names, *(n for f in fields(k) for n in f.names)))
