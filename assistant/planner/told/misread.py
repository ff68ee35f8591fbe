"""What cannot be what it was read as: a number that is called otherwise, an amount that would be lost, the name of nobody or of what is there already."""
from collections.abc import Mapping
from datetime import date
from functools import cache
import re
from typing import Any

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.mood import is_hard, is_labelled
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import NEW_DAY, NO_TITLE, ONLY_ASKED, THERE_ALREADY, UNUSED, WHICH_ONE, YOURS_TO_JUDGE
from assistant.planner.told.valuing import GROUPED
from assistant.planner.words.lexicon import kind_named
from assistant.planner.words.phrases import ORDERS
from language.words import words
from records.kinds import KINDS
from records.kinds.base import Record, fields

NUMBERED = re.compile(r"\b(?P<name>[a-z]+)\s+(?:at|to|of|is|=|:)\s*(?P<n>\d+(?:[.,]\d+)*)\b", re.I)
NOT_BY = re.compile(r"\b(?:can not|will not|not able to|unable to|not manage to|hardly)\b(?:(?! but | so ).)*?(?:"
                    r"\b(?:finish|complete|deliver|make|do|manage|get|meet)\b(?:(?! but | so ).)*?\b(?:by|before|until|till)|"
                    r"\bbe (?:done|finished|ready) by) DATE\b")
MOVED = re.compile(r"\bbefore DATE\b[^A-Za-z]+(?:and |so |please )*(?:move|postpone|push|shift|reschedule|change|put|adapt) (?:it|that|this)\b(?!.*\bDATE\b)")
ASKED = re.compile(r"(?:[.!;]\s+|,\s+(?:so |but )?)(?:and |so |but )*(?P<q>(?:when|until when|by when|how (?:far|long|late)|why)\b[^.!?]*?"
                   r"\b(?:that|it|this)\b[^.!?]*\?)\s*$", re.I)
WHETHER = re.compile(rf"^\W*(?:(?:so|and|but|hm+|ok|well)\b[\s,]*)*(?:would it (?:help|make (?:any )?sense|be (?:better|wise|good|smart|an option))"
                     rf"(?: if we| to)?|"
                     rf"should(?:n['’]?t| not)? (?:we|i)(?: not| rather| now)?|is it (?:better|wise|a good idea|smart) to|"
                     rf"(?:do you|don['’]?t you) think (?:we|i) should) "
                     rf"(?P<do>(?:{'|'.join(ORDERS)})\b.+)$", re.I | re.S)
PRONOUN = re.compile(r"\b(?:that|it|this)\b", re.I)
NEWCOMER = re.compile(r"\b(?:new|joins?|joined|joining|joiner|starter|starts|hired?|hiring|called|named|name|onboard|add|create|colleague)\b")
SPOKEN_OF = re.compile(r"(?:(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)?|he|she|they|we|i|the \w+) (?:has |have |had |just |already |now )*"
                       r"(?:told|says?|said|thinks?|thought|believes?|reckons|wrote|mentioned|informed|called|admitted|warned|heard) (?:\S+ ){3,}", re.I)
REASON = re.compile(r"\b(?:because|since|as|so|otherwise|after)\b|[.;(–-]\s", re.I)


def misread(args: Mapping[str, Any], heard: Heard) -> Plan | None:
    """What to ask instead of a change or a new record that was misread; None where nothing speaks against it."""
    values = args.get("values")
    if not isinstance(values, Mapping) or not args.get("kind"):
        return None
    kind = kind_named(str(args["kind"]))
    if "where" not in args:
        return _of_another_number(kind, values, heard) or _no_name(kind, str(values.get(kind.kind.title, "")), heard)
    return _of_another_number(kind, values, heard) or _lost_amount(args, heard) or _not_by(kind, values, heard)


def only_asked(heard: Heard) -> Plan | None:
    """A question about what was told of a record before, which changes nothing: “T-12 is two days late. When will that be finished?”; or whether a change
    would help: “would it help to move the load test?”."""
    if whether := WHETHER.match(heard.text):
        return Plan(says=YOURS_TO_JUDGE, choices=(whether["do"].strip(" ?.!"),), understood=False)
    m, keys = ASKED.search(heard.text), heard.all("KEY")
    if m is None or len(keys) != 1 or is_hard(heard):
        return None
    return Plan(says=ONLY_ASKED, choices=(f"{PRONOUN.sub(keys[0], m['q'], count=1).strip()}", f"show {keys[0]}"), understood=False)


def _of_another_number(kind: type[Record], values: Mapping[str, Any], heard: Heard) -> Plan | None:
    """A number that is called by the name of another kind's field: “I would put the probability at 4” is no progress."""
    own = {f.label: {n.lower() for n in f.names} for f in fields(kind)}
    for m in NUMBERED.finditer(heard.text):
        name = m["name"].lower()
        if name in _numbers() and any(m["n"] == str(said) and name not in own.get(label, ()) for label, said in values.items()):
            return Plan(says=UNUSED.format(words=m[0]), understood=False)
    return None


def _lost_amount(args: Mapping[str, Any], heard: Heard) -> Plan | None:
    """An amount that is in no value of a change, and in no reason for it: “the realised value stands at 31,500” is not only a state."""
    m = GROUPED.search(heard.text)
    if m is None or m[0] in str(args) or REASON.search(heard.text, 0, m.start()) or any(s.start <= m.start() < s.end for _, s in heard.spans):
        return None
    return Plan(says=UNUSED.format(words=m[0]), understood=False)


def _not_by(kind: type[Record], values: Mapping[str, Any], heard: Heard) -> Plan | None:
    """A day by which something will not be done is no new day of it: “can't finish T-12 by Friday”."""
    shaped = heard.shaped("DATE")
    is_only_from = MOVED.search(shaped) is not None        # “can't be finished before Tuesday, move it” tells the day that it moves to
    days = [heard.said(span) for span in heard.of("DATE")[:1] if NOT_BY.search(shaped) and not is_only_from]
    if not days or not any(f.type is date and str(values.get(f.label, "")).lower() == days[0].lower() for f in fields(kind)):
        return None
    return Plan(says=NEW_DAY.format(words=days[0]), understood=False)


def _no_name(kind: type[Record], title: str, heard: Heard) -> Plan | None:
    """A new record that would have the name of one that is there, or a person a name that nobody has."""
    at = heard.text.lower().find(title.lower())
    is_put = "TEXT" in heard.types or is_labelled(heard) or heard.text[:max(at, 0)].rstrip().endswith(":")
    if SPOKEN_OF.match(title) and not is_put:
        return Plan(says=WHICH_ONE, understood=False)      # somebody tells of what is there, and a whole speech is nobody's name
    known = (heard.said(s) for s in heard.of(str(kind.__tablename__)) if str(s.value).isupper())        # by its key: no unknown name
    if title.lower() in map(str.lower, known):
        return Plan(says=THERE_ALREADY.format(kind=kind.kind.one, name=title), choices=(f"show {title}",), understood=False)
    is_person = kind.kind.title == "name" and any(f.name == "email" for f in fields(kind))
    if is_person and title and title.lower() in heard.text and not NEWCOMER.search(heard.plain):
        return Plan(says=NO_TITLE.format(kind=kind.kind.one, words=title), understood=False)          # in small letters, and nobody is said to be new
    if is_person and any(w in words()["small"] or w == "please" for w in re.findall(r"[a-z]+", title.lower())):
        return Plan(says=NO_TITLE.format(kind=kind.kind.one, words=title), understood=False)
    return None


@cache
def _numbers() -> frozenset[str]:
    """The names of all fields that hold a grade or another number."""
    return frozenset(n.lower() for kind in KINDS for f in fields(kind) if f.type in (int, float) and not f.refers for n in f.names)
