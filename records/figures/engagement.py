"""Stakeholders (PMBOK: engagement assessment, power-interest grid): who stands where they should, and whom we owe a word."""
from collections.abc import Mapping, Sequence
from decimal import Decimal

from records.figures.base import Part, Rows, Value, counted, figure, keys
from records.kinds import Communication, Project, Stakeholder

STEPS: Mapping[str, int] = {"unaware": 0, "resistant": 1, "neutral": 2, "supportive": 3, "leading": 4}
FOR_US = ("supportive", "leading")
MUCH = 4                                            # power or interest, on a scale to 5, from which it is high
# By power and interest: what to do with whom.
QUADRANTS: Mapping[tuple[bool, bool], str] = {
    (True, True): "manage closely (high power, high interest)", (True, False): "keep satisfied (high power, low interest)",
    (False, True): "keep informed (low power, high interest)", (False, False): "monitor (low power, low interest)"}


@figure(of=Project, needs={Stakeholder: ("key", "name", "power", "current", "desired")}, unit="count", label="engagement gap",
        also="engagement gaps, stakeholder gap, stakeholder gaps, stakeholders to win, stakeholders below their desired engagement")
def engagement_gap(rows: Rows) -> Value:
    """Stakeholders who are less engaged than we want them to be."""
    judged = [s for s in rows[Stakeholder] if s.current in STEPS and s.desired in STEPS]
    if not judged:
        return Value(None, "nobody has said how any stakeholder stands and should" if rows[Stakeholder] else "there is no stakeholder")
    short = sorted((s for s in judged if STEPS[s.current] < STEPS[s.desired]), key=lambda s: (-s.power, s.key))
    parts = tuple(Part(s.name, f"{s.current} → {s.desired}, {counted(STEPS[s.desired] - STEPS[s.current], 'step')}, power {s.power} of 5", s.key)
                  for s in short)
    left = f"; {len(rows[Stakeholder]) - len(judged)} not judged left out" if len(judged) < len(rows[Stakeholder]) else ""
    return Value(Decimal(len(short)), f"{len(short) or 'none'} of {counted(len(judged), 'stakeholder')} less engaged than wanted{left}", keys(judged), parts)


@figure(of=Project, needs={Stakeholder: ("key", "name", "power", "interest", "current")}, unit="%", label="stakeholder support",
        also="support of the stakeholders, supportive share, engagement by quadrant, power-interest grid, stakeholder engagement, stakeholder grid, "
             "stakeholders on board")
def support(rows: Rows) -> Value:
    """The share of the stakeholders who are for it; by quadrant of power and interest behind it."""
    known = [s for s in rows[Stakeholder] if s.current in STEPS]
    if not known:
        return Value(None, "nobody has said how any stakeholder stands" if rows[Stakeholder] else "there is no stakeholder")
    ours = [s for s in known if s.current in FOR_US]
    parts = tuple(part for quadrant, name in QUADRANTS.items() for part in _quadrant(name, [s for s in known if _place(s) == quadrant]))
    return Value(Decimal(100 * len(ours)) / len(known), f"{len(ours)} of {counted(len(known), 'stakeholder')} supportive or leading", keys(known), parts)


@figure(of=Project, needs={Communication: ("key", "title", "audience", "next_due")}, unit="count", label="communications overdue",
        also="missed communications, communication overdue, communications missed, owed communications")
def communications_overdue(rows: Rows) -> Value:
    dated = [c for c in rows[Communication] if c.next_due]
    if not dated:
        return Value(None, "no communication has a next date" if rows[Communication] else "there is no communication planned")
    late = sorted((c for c in dated if c.next_due and c.next_due < rows.today), key=lambda c: (c.next_due or rows.today, c.key))
    parts = tuple(Part(c.title, f"{counted((rows.today - c.next_due).days, 'day')} overdue{f', to {c.audience}' if c.audience else ''}", c.key)
                  for c in late if c.next_due)
    return Value(Decimal(len(late)), f"{len(late) or 'none'} of {counted(len(dated), 'planned communication')} past the day it was due", keys(dated), parts)


def _place(of: Stakeholder) -> tuple[bool, bool]:
    return of.power >= MUCH, of.interest >= MUCH


def _quadrant(name: str, own: Sequence[Stakeholder]) -> tuple[Part, ...]:
    """A quadrant and who is in it; none where nobody is."""
    ours = sum(s.current in FOR_US for s in own)
    return (Part(name, f"{ours} of {len(own)} for it"), *(Part(f"  {s.name}", s.current, s.key) for s in own)) if own else ()
