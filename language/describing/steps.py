"""Steps that are told one after another: a numbered list, or one sentence of several verbs; they are the work, in that order, and nothing is added to them."""
from collections.abc import Sequence
from dataclasses import replace
import re

from language.cleaning import folded
from language.describing.lexicon import language_of, lexicon
from language.describing.reading import Said
from language.describing.titling import verb_at
from language.numbers import read_number

FEW, SEVERAL = 2, 3                      # items of a numbered list, and verbs of a sentence
DAYS = {"day": 1, "week": 5, "month": 21}                    # working days
WAIT = re.compile(r"\b(?:(?:after|in|within) (?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)|"
                  r"(?P<later>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?= \w+ (?:later|after)))"
                  r" (?:working |business |full )?(?P<unit>day|week|month)s?\b(?! of\b)", re.I)
FIRST = re.compile(r"^\s*\(?1[.)]\s+\S.*\s\(?2[.)]\s+\S", re.S)
MARK = re.compile(r"[\s,;]+(?=\(?\d{1,2}[.)]\s+[^\W\d])")


def told_steps(said: Sequence[Said], body: str) -> list[Said]:
    """What a text says with its tasks one after another, where all of it is steps; [] of any other text."""
    tasks = [s for s in said if s.kind == "task"]
    others = [s for s in said if s.kind not in ("task", "heading", "detail", "context")]
    is_list = len(tasks) >= FEW and all(s.numbered for s in tasks) and len({s.quote for s in tasks}) == len(tasks)
    is_sentence = len(tasks) >= SEVERAL and len({s.quote for s in tasks}) == 1 and "\n" not in body.strip() and not others
    if not (is_list or is_sentence) or not all(_begins(s, body) for s in tasks) or any(s.kind in ("heading", "milestone") for s in said):
        return []
    first = next(n for n, s in enumerate(said) if s is tasks[0])
    return [_step(s, follows=n > first) if s.kind == "task" else s for n, s in enumerate(said)]


def lined(body: str) -> str:
    """Numbered steps that stand in one line, a line each: “1) a 2) b”."""
    return MARK.sub("\n", body) if "\n" not in body.strip() and FIRST.match(body) else body


def _step(s: Said, *, follows: bool) -> Said:
    """A step behind the one before it, in its own words: what the sentence says of another is not said of it."""
    m = re.search(rf"{re.escape(s.title)}(?P<later>\s+later\b)?", s.quote, re.I)
    title = f"{s.title} later" if m and m["later"] and WAIT.search(f"{s.title} later") else s.title
    lag = waited(title)
    alone = replace(s, title=title, quote=m[0] if m else s.quote, follows=follows, lag=lag, role="", due=None if lag else s.due)
    return alone if s.numbered and not lag else replace(alone, after="", before="")


def waited(title: str) -> int:
    """The working days that a step waits for behind the one before it: “after two weeks”."""
    m = WAIT.search(title)
    return int(read_number(m["n"] or m["later"]) or 1) * DAYS[m["unit"].lower()] if m else 0


def _begins(s: Said, body: str) -> bool:
    """Whether a title begins with a verb that the text says: what is only wished for - “a login page” - is no step."""
    words = lexicon(language_of(s.quote))
    found = verb_at(s.title, words)
    return folded(found[0] if found else s.title.partition(" ")[0]) in folded(body)
