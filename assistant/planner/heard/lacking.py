"""Fields that hold nothing: “projects without a sponsor”, “risks that nobody looks after”."""
from datetime import date
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.words.plain import among, pattern
from language.words import Span
from records.kinds.base import FieldOf, Record, fields

LACKING = re.compile(r"\b(?:without|with no|w/o|ha(?:s|ve|ving) no|lack(?:s|ing)?|missing|and no|but no|"
                     r"do(?:es)? not have|do(?:es)?n['’]?t (?:yet )?have|ha(?:s|ve)n['’]?t(?: yet)?(?: got)?)\s+(?:an? |any |the |their |its |yet )*", re.I)
NOBODY = re.compile(r"\b(?:(?:that|which) )?(?:have|has|are|is|were|was) (?:yet )?(?:not|n['’]t)(?: yet)?(?: been)? "
                    r"(?:assigned|given|handed)(?: out)? to "
                    r"(?:any ?body|any ?one|someone|somebody)\b|"
                    r"\b(?:(?:that|which|who)\s+)?(?:have|has|with|without|there is|for which there is)?\s*(?:nobody|no one|no-one|noone|anyone|"
                    r"anybody|not anyone)\s+"
                    r"(?:is |who is |who )?(?:in charge|responsible|assigned|accountable|answer(?:s|ing)? for (?:them|it)|"
                    r"looks after (?:them|it)|looking after (?:them|it)|"
                    r"takes care of (?:them|it)|"
                    r"owns (?:them|it)|on (?:them|it)|cares? (?:for|about) (?:them|it))\b|\b(?:nobody|no one)(?:['’]s| has| is)? "
                    r"(?:owns|looks after|responsible for|picked up|picks up|taken(?: on)?|took|takes|claimed|claims|working on|works on)\b|"
                    r"\b(?:(?:that|which|for which) )?(?:without|with no|have no|has no|(?:nobody|no one|noone)(?:['’]s)?(?: has| have)?(?: put| signed)?"
                    r"(?: yet)?)"
                    r"(?: an?| any| the| their| his)?(?: owner['’]?s?| person['’]?s?)? name "
                    r"(?:on|against|to|under|beside|behind|next to|by)\b(?: it| them)?", re.I)
MORE = re.compile(r"s?\s*(?:,|,?\s*(?:or|nor|and))\s+(?P<no>(?:(?:no|an?|any|the|without)\s+)+)", re.I)
DOES = re.compile(r"\b(?:(?:that|which) )?(?:has |have )?(?:nobody|no one|noone) (?:has |is |yet )*(?P<v>[a-z]{4,}?)(?:s|es|ed|d|ing)?\b", re.I)
OWNING = ("owner_id", "manager_id", "person_id")


def _doer(kind: type[Record], verb: str) -> FieldOf | None:
    """The person who does what a verb says: who reviews is the reviewer."""
    stem = verb.lower().rstrip("e")
    return next((f for f in fields(kind) if f.refers == "person" and any(re.fullmatch(rf"{re.escape(stem)}e?(?:r|er|or)", n) for n in f.names)), None)


def absent(kind: type[Record], heard: Heard) -> list[tuple[FieldOf, Span]]:
    """Fields that hold nothing: “projects without a sponsor”, “risks that have no review date”, “ownerless tasks”."""
    found = list[tuple[FieldOf, Span]]()
    if (m := NOBODY.search(heard.masked)) and (of := next((f for f in fields(kind) if f.name in OWNING), None)):
        found.append((of, Span(m.start(), m.end(), m[0])))
    elif (m := DOES.search(heard.masked)) and (doer := _doer(kind, m["v"])) is not None:
        found.append((doer, Span(m.start(), m.end(), m[0])))
    for of in (f for f in fields(kind) if "less" in heard.masked.lower() and f.says.set_by == "person"):
        bare = "|".join(re.escape(n) for n in among(of.names, heard.masked))
        if bare and (m := pattern(rf"(?<!\w)(?:{bare})-?less(?!\w)").search(heard.masked)):
            found.append((of, Span(m.start(), m.end(), m[0])))
    for m in LACKING.finditer(heard.masked):
        for of in fields(kind):
            names = sorted(among((*of.names, *(f"{n} date" for n in of.names if of.type is date)), heard.text), key=len, reverse=True)
            said = next((n for n in names if pattern(rf"{re.escape(n)}s?(?!\w)").match(heard.text[m.end():])), None)
            if said and of.says.set_by == "person":
                found.append((of, Span(m.start(), m.end() + len(said), said)))
                found += _more(kind, heard, m.end() + len(said))
                break
    return found


def _more(kind: type[Record], heard: Heard, start: int) -> list[tuple[FieldOf, Span]]:
    """The other fields of the same breath: “without an owner or a response”, “no estimate, no start or no owner”."""
    found = list[tuple[FieldOf, Span]]()
    while m := MORE.match(heard.masked, start):
        named = [(n, of) for of in fields(kind) if of.says.set_by == "person" for n in (*of.names, *(f"{n} date" for n in of.names if of.type is date))]
        said = max(((n, of) for n, of in named if pattern(rf"{re.escape(n)}s?(?!\w)").match(heard.text[m.end():])), key=lambda each: len(each[0]), default=None)
        if said is None:
            break
        start = m.end() + len(said[0])
        found.append((said[1], Span(m.start("no"), start, said[0])))
    return found
