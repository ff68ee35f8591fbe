"""A year in which nothing flows needs no record: yearly flows of 0.00 that would be new are left out, and said."""
from collections.abc import Sequence
from decimal import Decimal

from records.proposals import Change, Create, Wish

FLOW = "cashflow"
SHOWN = 3
Case = tuple[object, object]                # a project and its option


def without_empty(wishes: Sequence[Wish]) -> tuple[list[Wish], tuple[str, ...]]:
    """The wishes without new flows of nothing, and what is told of them. Those before a case's first amount stay: from that year on it is discounted."""
    flows = [w for w in wishes if isinstance(w, Create) and w.kind == FLOW and not w.key]
    every: list[Create | Change] = [*flows, *(w for w in wishes if isinstance(w, Change) and w.kind == FLOW)]
    first: dict[Case, int] = {}
    for flow in every:
        if not _is_empty(flow) and "year" in flow.values:
            first[_case(flow)] = min(_year(flow), first.get(_case(flow), _year(flow)))
    gone = [w for w in flows if _is_empty(w) and _case(w) in first and _year(w) >= first[_case(w)]]
    if not gone:
        return list(wishes), ()
    ids = set(map(id, gone))
    kept = {w.values.get("title") for w in every if id(w) not in ids}
    none = [f"“{title}”" for title in dict.fromkeys(w.values["title"] for w in gone) if title not in kept]
    also = f"; nothing is left of {', '.join(none[:SHOWN])}{f' and {len(none) - SHOWN:,} more' if len(none) > SHOWN else ''}" if none else ""
    many = "1 yearly flow of 0.00 was" if len(gone) == 1 else f"{len(gone):,} yearly flows of 0.00 were"
    return [w for w in wishes if id(w) not in ids], (f"{many} left out, for a year without a flow counts the same{also}.",)


def _case(flow: Create | Change) -> Case:
    return flow.values.get("project_id"), flow.values.get("business_case_id")


def _year(flow: Create | Change) -> int:
    return int(str(flow.values["year"]))


def _is_empty(flow: Create | Change) -> bool:
    return not any(Decimal(str(flow.values.get(name) or 0)) for name in ("amount", "forecast"))
