"""The options of a business case: which one is being done, and which cash flows belong to it."""
from collections.abc import Sequence

from records.kinds import BusinessCase, CashFlow

STANDING = ("approved", "recommended", "draft")         # the first that any option has is the one that counts
DOING = ("do it", "do more", "do the minimum", "do nothing")


def taken(cases: Sequence[BusinessCase]) -> BusinessCase | None:
    """The option that is done: approved, else recommended, else still in draft; of several, the one that does it."""
    able = [c for c in cases if c.status in STANDING]
    return min(able, key=lambda c: (STANDING.index(c.status), DOING.index(c.option), c.key), default=None)


def chosen(flows: Sequence[CashFlow], cases: Sequence[BusinessCase]) -> Sequence[CashFlow]:
    """The flows of the option that is done, with those that are of none."""
    done = taken([c for c in cases if any(f.business_case_id == c.id for f in flows)])
    return [f for f in flows if f.business_case_id is None or (done is not None and f.business_case_id == done.id)]
