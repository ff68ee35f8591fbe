"""Suppositions put by what they come to: a change request that is approved costs and takes what it says, a milestone on a day comes so many days later."""
import re

from language.dates import read_date
from records.errors import BadInput, NotFound
from records.figures.base import counted
from records.kinds import ChangeRequest, Milestone, Project
from records.query import Query, Where
from tools.desk import Desk
from tools.desk.supposing.apart import clauses

APPROVED = re.compile(r"\b(?P<key>(?:[A-Z][A-Z0-9]*-)+CR-\d+)\b.*\b(?:is|was|were|gets?|be)?\s*(?:approved|accepted|decided|agreed|implemented|carried out)\b"
                      r"|\b(?:approve|accept|implement|carry out)\s+(?P<also>(?:[A-Z][A-Z0-9]*-)+CR-\d+)\b", re.I)
ON_A_DAY = re.compile(r"\b(?:(?P<key>(?:[A-Z][A-Z0-9]*-)+MS-\d+)|(?P<title>gate \d))(?: (?:of|on|for|at) (?P<of>[\w-]+))?\s+"
                      r"(?:moves?|slips?|is moved|is postponed|is reached|comes?|goes|is)(?: only)? (?:to|on|at|until) (?P<day>[^?.]+)", re.I)


def reworded(desk: Desk, said: str) -> tuple[str, str]:
    """The supposition in words that can be worked out, and the key of the record it is then of; ("", "") where it is one already."""
    parts = list(clauses(said, desk.today))
    again = [_reworded(desk, part) for part in parts]
    key = next((key for _, key in again if key), "")
    return "; ".join(new or part for (new, _), part in zip(again, parts, strict=True)) if key else "", key


def _reworded(desk: Desk, said: str) -> tuple[str, str]:
    if m := APPROVED.search(said):
        return _approved(desk, desk.named(ChangeRequest, m["key"] or m["also"]))
    if m := ON_A_DAY.search(said):
        stone = _stone(desk, m["key"] or "", m["title"] or "", m["of"] or "")
        day = read_date(m["day"].strip(), desk.today)
        return _moved(stone, (day - (stone.forecast or stone.planned)).days) if stone and day else ("", "")
    return "", ""


def _approved(desk: Desk, request: ChangeRequest) -> tuple[str, str]:
    home = next(iter(desk.reader.find(Query(Project, (Where("id", "is", request.project_id),), limit=1))), None)
    cost = request.cost_effect if "cost_effect" in desk.reader.columns(ChangeRequest) else None
    days = request.days_effect if "days_effect" in desk.reader.columns(ChangeRequest) else None
    if home is None or not (cost or days):
        raise BadInput(f"Nobody has said what {request.key} costs or how many days it takes, or you may not see it, so nothing follows from its approval.")
    parts = [f"{home.name} costs {abs(cost):.0f} {'more' if cost > 0 else 'less'}"] if cost else []
    parts += [f"{home.name} slips by {counted(days, 'day')}"] if days and days > 0 else [f"{home.name} starts {counted(-days, 'day')} earlier"] if days else []
    return "what if " + "; ".join(parts), home.key


def _moved(stone: Milestone, days: int) -> tuple[str, str]:
    if not days:
        raise BadInput(f"{stone.key} is expected on that day already, so nothing would change.")
    return f"what if {stone.key} {'slips by' if days > 0 else 'comes'} {counted(abs(days), 'day')}{'' if days > 0 else ' earlier'}", stone.key


def _stone(desk: Desk, key: str, title: str, of: str) -> Milestone | None:
    if key:
        return desk.named(Milestone, key)
    home: tuple[Where, ...] = ()
    try:
        home = (Where("project_id", "is", desk.named(Project, of).id),) if of else ()
    except NotFound:
        return None
    found = [m for m in desk.reader.find(Query(Milestone, home, limit=None)) if m.title.lower().startswith(title.lower())]
    return found[0] if len(found) == 1 else None
