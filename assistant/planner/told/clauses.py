"""Several requests in one message: parted where a new request begins, never inside a title, a list or a quotation."""
from collections.abc import Iterator, Sequence
from datetime import date
import re

from assistant.planner.heard.hearing import Heard, Names, hear
from assistant.planner.heard.mood import is_plain_order, is_question
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.phrases import LOOK, MAKING, ORDERS, QUESTION, STATED

MOST, LONGEST = 4, 600                          # requests in a message, and letters of one that is parted at all
BEGINS = re.compile(rf"\s*(?!(?:note|comment|remark)\s*[:=])"                        # which is said about the record before it
                    rf"(?:(?:please|also|then|can you|could you|i|we|[A-Z]\w+)\s+)*(?:{'|'.join(ORDERS)}|show|list|tell|who|what|which|when|where|why|"
                    rf"how|is|are|does|did|"
                    r"finished|takes|(?:[\w-]+-)?[A-Z]{1,3}-?\d+)\b", re.I)
TITLES = r"(?<!\b(?:Dr|Mr|Ms|St|No|Nr))(?<!\b(?:Mrs|Inc|Ltd))(?<!\bProf)"             # a full stop behind these ends no sentence
JOINT = re.compile(rf"\s*(?:;\s*|{TITLES}[.?!]\s+|,?\s+(?:and|then|also|plus)\s+(?:(?:then|also|please)\s+)*|,\s+(?:please\s+)?)", re.I)

MORE_OF_IT = re.compile(r"^(?:still |already )?(?:have|has|had|are|is|were|was|need|needs|cost|costs) (?:no|not|nobody|never|an?|any|without|over|under|above|"
                        r"below|more|less|at (?:least|most)|due|blocked|overdue|late|open|closed)\b")
WHOLE = re.compile(r"^(?:finish|close|complete|start|cancel|reopen|approve|reject|resolve|unblock) KEY$")
IS = re.compile(r"^KEY (?:is|was|has|needs|must|should|will)\b")
ONLY_KEYS = re.compile(r"KEY(?:,? (?:and |or |plus |KEY))*(?:KEY)?\W*")
OF_FIELD = re.compile(r"^(?:please |also |then )*(?:set|change|put|update|raise|lower|increase|reduce)\b.* (?:of|for|on) (?:the )?(?:\w+ )?KEY\W*$")
LEANS = re.compile(r"^(?:please |also |then )*\w+ (?:it|this|that|them|those)\b|^(?:it|they|he|she) (?:is|are|was|were|has|have|will|can|needs?)\b")


def clauses(heard: Heard, names: Names, today: date) -> list[Heard]:
    """The requests of a message in order; the message itself when it is one."""
    parts, start = list[str](), 0
    for at, end in _joints(heard):
        left, right = heard.text[start:at], heard.text[end:]
        if len(parts) < MOST - 1 and _parts(hear(left, names, today), hear(right, names, today)):
            parts.append(left)
            start = end
    return [hear(part, names, today) for part in _pointed((*parts, heard.text[start:]), heard)] if parts else [heard]


def _pointed(parts: Sequence[str], heard: Heard) -> Iterator[str]:
    """The parts, with “it” and “its” in a later question as the one record that is named in the message, and “his” in any as the one person."""
    parts = _of_the_person(parts, heard)
    named = {str(s.value): heard.said(s) for t, s in heard.spans if t in ("KEY", "project")}
    name = next(iter(named.values())) if len(named) == 1 else None
    for n, part in enumerate(parts):
        is_led = name is None or n == 0 or not QUESTION.match(" ".join(part.lower().split())) or name.lower() in part.lower()
        yield part if is_led else IT.sub(str(name), ITS.sub(f"{name}'s", part))


def _of_the_person(parts: Sequence[str], heard: Heard) -> Sequence[str]:
    """The parts with the one who is named before in the place of “his” and “her”: “is Ben overloaded? Show me his tasks”."""
    people = {str(s.value): heard.said(s) for s in heard.of("person")}
    name = next(iter(people.values())) if len(people) == 1 else ""
    first = next((n for n, part in enumerate(parts) if name and name.lower() in part.lower()), len(parts))
    return [part if n <= first else HIS.sub(f"{name}'s", part, count=1) for n, part in enumerate(parts)]


HIS = re.compile(r"\b(?:his|her|their)\b(?= (?:\w+ )?(?:tasks?|hours|work|risks?|issues?|projects?|load|time|plate|absences?|milestones?)\b)", re.I)
PUT_IT = re.compile(r"(?:please )?(?:put|log|add|enter|record|note|write|file|register|capture|take)(?: down)? (?:it|this|that)\b(?! to KEY)")
NEW = re.compile(r"(?:(?:please|can|could|would|you|we|i|kindly) )*(?:create|add|open|new|another|set up|make|register|log|raise|start a|begin a)\b")
ITS_DAY = re.compile(r"(?:and )?(?:starts?|begins?|finish(?:es)?|ends?|due|deadline)(?: date| day)?(?: is| on| at| by)? DATE\b")
ITS, IT = re.compile(r"\bits\b", re.I), re.compile(r"\bit\b", re.I)


def _joints(heard: Heard) -> Iterator[tuple[int, int]]:
    """Where a message could part; not in a quotation, a name or a list of lines."""
    if "\n" in heard.text.strip() or len(heard.text) > LONGEST:
        return
    closed = [s for t, s in heard.spans if t not in ("ME", "KIND", "SAYING", "FIGURE")]
    for m in JOINT.finditer(heard.text):
        if BEGINS.match(heard.text, m.end()) and not any(s.start < m.end() and m.start() < s.end for s in closed):
            yield m.start(), m.end()


def _parts(left: Heard, right: Heard) -> bool:
    """Whether both sides are requests of their own."""
    is_put = PUT_IT.match(right.plain)          # what is to be done with what was told: “put it in the decision log”
    is_its_day = NEW.match(left.plain) and ITS_DAY.match(right.typed)          # “create a project …, start today, finish 26 March”
    if is_put or is_its_day or not (is_plain_order(left) or is_question(left) or LOOK.match(left.plain)) or len(left.plain.split()) < 2:  # noqa: PLR2004 - a word alone is no request
        return False
    if MAKING.match(left.plain) or ":" in left.text:                          # what follows is title, unless it plainly begins anew
        return bool(MAKING.match(right.plain) or (LOOK.match(right.plain) and _names_something(right)) or (is_order(right) and "KEY" in right.types))
    if _is_list(left, right) or (MORE_OF_IT.match(right.plain) and is_question(left)):
        return False                            # “the priority of T-1 and T-2 to high”, “which benefits are above 100k and have no owner”: one wish
    is_said = WHOLE.match(left.typed) and IS.match(right.typed)                 # “finish T-1 and T-2 is blocked”
    if LEANS.match(right.plain) or (not is_said and re.match(r"KEY\b", right.typed) and len(left.typed.split()) < 3):  # noqa: PLR2004 - "mark T-5" and nothing else
        return False
    if is_order(right):
        return is_question(left) or _is_whole(right)
    return bool(QUESTION.match(right.plain) or LOOK.match(right.plain)) and _names_something(right)


def _is_list(left: Heard, right: Heard) -> bool:
    """Whether the records on both sides are meant by one wish: “the priority of T-1 and T-2 to high”, “give T-1, T-2 and T-3 to Ben”."""
    if not re.search(r"\bKEY$", left.typed.rstrip(" ,")) or not re.match(r"KEY\b", right.typed):
        return False
    is_two = WHOLE.match(left.typed) or IS.match(right.typed) or STATED.match(left.typed)
    return ONLY_KEYS.fullmatch(right.typed) is not None or OF_FIELD.match(left.typed) is not None or not is_two


def _is_whole(right: Heard) -> bool:
    """Whether an order says what it is for, so that it does not lean on the one before."""
    return bool(MAKING.match(right.plain)) or (bool(right.types & {"KEY", "KIND", "SAYING"}) and not re.search(r"\b(?:it|this|that|them)\b", right.plain))


def _names_something(heard: Heard) -> bool:
    return bool(heard.types - {"ME", "DATE", "COUNT"})
