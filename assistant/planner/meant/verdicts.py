"""Projects by what the records say of them, and milestones and tasks by how far they are from their plan: conditions that no field holds."""
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.learned.weighing import is_order
from language.numbers import read_number

NAMED = frozenset(("project", "KEY", "DATE", "TEXT"))
DECLARED = re.compile(r"\bdeclare[ds]?\b|\bdeclared colou?r\b|\breported\b|\bclaims?\b")
COLOUR = re.compile(r"\b(?P<not>not |n't )?(?:in )?(?P<c>red|amber|yellow|green)\b")
DELIVERY = re.compile(r"\b(?P<not>not )?(?P<w>off track|on track|at risk)\b")
VALUE = re.compile(r"\b(?P<not>not |no longer )?(?:still )?worth (?:it|doing|their money|the money)\b|\bdoubtful\b")
LATE = re.compile(r"\b(?:moved (?=(?:by )?(?:more|over|at least|less|an?|one|two|three|four|\d))|late|"
                  r"later than planned|slipped|slipping|slip|delayed|behind (?:plan|schedule)|after (?:plan|the planned date)|missed their plan)\b")
EARLY = re.compile(r"\b(?:early|earlier than planned|ahead of plan|sooner than planned)\b")
BY = re.compile(r"\b(?:by )?(?P<op>more than|over|at least|less than|under)?\s*(?P<n>\d+|an?|one|two|three|four|five|six) (?P<unit>days?|weeks?|months?)\b")
DAYS = {"day": 1, "week": 7, "month": 30}
NO = re.compile(r"\s+(?:that |which |still )*(?:with no|without|ha(?:s|ve|ving) no|lack(?:ing)?|do(?:es)? not have|"
                r"don['’]t have|missing)\s+(?:an? |any |the |their )*", re.I)
DONE = re.compile(r"\b(?:finished|done|completed|closed|delivered|reached)\b")


def by_verdict(heard: Heard) -> dict[str, str]:
    """The conditions on projects that are red, at risk, worth it; {} where none is said of many, or one project is spoken of."""
    is_of_many = any(s.value == "project" and (heard.said(s).lower().endswith("s") or re.search(r"\b(?:any|no|every|which)$", heard.lead(s)))
                     for s in heard.of("KIND"))
    if not is_of_many or heard.types & NAMED or is_order(heard) or re.match(r"^(?:why|how (?!many))", heard.plain):
        return {}
    plain = heard.plain
    declared = re.search(r"\bdeclared green but not green\b", plain) is not None
    if declared:
        return {"declared colour": "green", "colour": "not green"}
    if DECLARED.search(plain):
        return {}
    return verdict_said(plain)


def verdict_said(plain: str) -> dict[str, str]:
    """The colour, the delivery or the value that some words say, as conditions."""
    found = dict[str, str]()
    if colours := list(COLOUR.finditer(plain)):
        said = " or ".join("amber" if m["c"] == "yellow" else m["c"] for m in colours)
        found["colour"] = f"not {said}" if colours[0]["not"] else said
    if m := DELIVERY.search(plain):
        found["delivery"] = f"not {m['w']}" if m["not"] else m["w"]
    if m := VALUE.search(plain):
        found["value"] = "doubtful" if m[0] == "doubtful" else "no longer worth it or no longer as promised" if m["not"] else "worth it"
    return found


def by_slip(kind_one: str, heard: Heard) -> dict[str, str]:
    """The condition on milestones or tasks that are later than they were planned: late, slipped, late by more than a week."""
    m = LATE.search(heard.plain)
    early = EARLY.search(heard.plain)
    if kind_one not in ("milestone", "task") or not (m or early) or (kind_one == "task" and not (early or DONE.search(heard.plain))):
        return {}
    if not m:
        return {"slip": "below 0"}
    is_open = {"actual": "empty"} if kind_one == "milestone" and not DONE.search(heard.plain) and not m[0].startswith(("slipped", "moved")) else {}
    by = BY.search(heard.plain)
    number = read_number("1" if by and by["n"] in ("a", "an") else by["n"]) if by else None
    days = int(number * DAYS[by["unit"].rstrip("s")]) if by and number else 0
    op = (by["op"] or "at least") if by else "above"
    return {**is_open, "slip": f"{ {'more than': 'above', 'over': 'above', 'under': 'below', 'less than': 'below'}.get(op, op)} {days}"}


def lacking(heard: Heard) -> tuple[str, str] | None:
    """Of which kind those are wanted that have none of another: “projects with no business case”, “objectives without a project”."""
    kinds = [str(s.value) for s in heard.of("KIND")]
    spans = heard.of("KIND")
    if len(kinds) != 2 or kinds == ["objective", "project"] or heard.types & NAMED or is_order(heard):  # noqa: PLR2004 - one and the other
        return None
    between = heard.text[spans[0].end:spans[1].start]
    is_many = heard.said(spans[0]).lower().endswith("s")
    return (kinds[0], kinds[1]) if is_many and NO.fullmatch(between) and kinds[0] != kinds[1] else None
