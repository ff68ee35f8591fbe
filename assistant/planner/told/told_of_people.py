"""What is told of a person in so many words: somebody new with what they do and where mail reaches them, or a known one's address."""
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.words.lexicon import choice_words
from assistant.planner.words.phrases import POLITE
from language.words import Span
from records.kinds import Person

ADDRESS = r"[^\s,;:<>()]+@[^\s,;:<>()]+\.\w+"
MAIL = r"(?:e-?mail|mail)(?:[ -]?address)?"
NAME = r"(?-i:[^\W\d_a-z][\w'’-]+(?: (?:(?:van|von|de|der|da|di|el|al|la|le) ){0,2}[^\W\d_a-z][\w'’.-]+){MORE,2})"
WHO = r"(?:person|colleague|team ?mate|team member|user|employee|member of staff|staff member|co-?worker|joiner|starter|hire|intern|trainee)"
OF_KIND = re.compile(rf"^\W*{POLITE}(?:(?:add|create|register|enter|invite|onboard|make)\s+)?(?:(?:an?|the|another|our)\s+)?(?:new\s+)?{WHO}\b"
                     rf"(?:\s+(?:called|named))?[\s:,-]+(?P<n>{NAME.replace('MORE', '0')})(?P<rest>(?=[\s,;(]|$).*)$", re.I)
AS_ROLE = re.compile(rf"^\W*{POLITE}(?:add|create|register|enter|invite|onboard)\s+(?P<n>{NAME.replace('MORE', '1')})"
                     rf"(?P<rest>[\s,;(]+(?:as\b|.*?{ADDRESS}).*)$", re.I)
PIECES = re.compile(r"\s*(?:[,;()]|\.\s|\.$|\s(?:and|with)\s|^with\s|\bas\b)\s*(?:and\s+)?", re.I)
MAILED = re.compile(rf"(?:(?:{MAIL}|at)\s*(?:is|:|=)?\s*)?<?(?P<v>{ADDRESS})>?", re.I)
ROLE = re.compile(r"(?:(?:role|rights)\s*(?:is|:|=|of)?\s*|as\s+)?(?:(?:an?|the)\s+)?(?P<v>[a-z][a-z -]+)", re.I)
WISH = re.compile(r"(?:please |pls |plz |kindly |can you |could you )*(?:create|add|register|enter|set up|onboard)(?: (?:her|him|them|it))?"
                  r"(?: (?:in|into|to|on) .*)?", re.I)
HOURS = re.compile(r"(?:works?\s+)?(?P<v>\d{1,2}(?:[.,]\d)?)\s*(?:h|hours?)\s*(?:a|per|each|/)\s*week", re.I)
JOB = re.compile(r"(?:job(?: title)?|position)\s*(?:is|:|=)?\s*(?P<v>\w.*)", re.I)
PLACE = re.compile(r"(?:location|office location|based in|in)\s*(?:is|:|=)?\s*(?P<v>(?-i:[A-Z])[\w -]+)", re.I)
OWN_MAIL = re.compile(rf"^\W*{POLITE}(?:(?:set|change|update|correct|put|make)\s+)?(?:the\s+)?(?:new\s+)?(?:{MAIL}\s+(?:of|for)\s+)?\0+(?:['’]s?)?\s*"
                      rf"(?:(?:new\s+)?{MAIL}\s*)?(?:(?:is|to|now|:|=|should be|has changed to|changed to|has the {MAIL})\s*)*(?P<v>{ADDRESS})"
                      r"(?:\s+(?:now|please|from now on))*\W*$", re.I)


@dataclass(frozen=True)
class Told:
    """Who is meant, by key; nobody where the person is new; and the values that are said."""
    key: str | None
    values: Mapping[str, str]


def told_of_people(heard: Heard) -> Told | None:
    """A new person, or a known one's new address; None where a part of it is read as nothing."""
    if "@" in heard.text and (found := _of_known(heard)) is not None:
        return found
    m = OF_KIND.match(heard.text) or AS_ROLE.match(heard.text)
    if m is None or _is_known(m["n"], m.start("n"), heard) or "\n" in heard.text.strip() or "project" in heard.types:
        return None
    values = {"name": m["n"].rstrip(".")}
    for piece in (p for p in PIECES.split(m["rest"].strip(" .!:-")) if p and not WISH.fullmatch(p.strip())):
        if (read := next(_read(piece.strip()), None)) is None or read[0] in values:
            return None
        values[read[0]] = read[1]
    return Told(None, values)


def _of_known(heard: Heard) -> Told | None:
    """ "Ben's email is ben@example.com", “P-3 email ben@example.com”."""
    who = [s for t, s in heard.spans if (t == "person" or (t == "KEY" and str(s.value).upper().startswith("P-"))) and "@" not in heard.said(s)]
    for span in who if re.search(rf"\b{MAIL}\b", heard.text, re.I) else ():
        if m := OWN_MAIL.match(heard.signed((span, "\0"))):
            return Told(str(span.value), {"email": m["v"].rstrip(".")})
    return None


def _is_known(name: str, at: int, heard: Heard) -> bool:
    """Whether the name is all of one that is known: “Ben”, but not the “Tom” of “Tom Bauer”."""
    return any(s.start <= at and s.end >= at + len(name) for s in heard.of("person")) or _is_none(heard, Span(at, at + len(name), name))


def _is_none(heard: Heard, at: Span) -> bool:
    """Whether the words are a project's or a key."""
    return any(t in ("project", "KEY") and s.start < at.end and at.start < s.end for t, s in heard.spans)


def _read(piece: str) -> Iterator[tuple[str, str]]:
    """The field and the value of one part of what is said of somebody."""
    if m := MAILED.fullmatch(piece):
        yield "email", m["v"]
    if (m := ROLE.fullmatch(piece)) and (role := _role(m["v"])):
        yield "role", role
    for field, said in (("weekly hours", HOURS), ("job", JOB), ("location", PLACE)):
        if m := said.fullmatch(piece):
            yield field, m["v"]


def _role(said: str) -> str:
    words = said.strip().lower()
    return next((value for name, word, value in choice_words(str(Person.__tablename__)) if name == "role" and word == words), "")
