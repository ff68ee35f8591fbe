"""Approvals that were above what their decider may approve, by the limits of the office and each one's part in the project."""
from collections.abc import Mapping
from decimal import Decimal
from typing import cast

from records.errors import BadInput
from records.kinds import ChangeRequest
from records.kinds.base import Record
from reports.may_decide import beyond
from tools.desk import Desk
from tools.desk.judging import Judged

BEYOND, LIMIT = "beyond", "limit"               # {"beyond": "limit"}
SEEN = ("cost_effect", "days_effect", "decider_id")


def above_limit(desk: Desk, kind: type[Record], where: Mapping[str, str]) -> Judged | None:
    """Those that were approved beyond a limit; None where that is no condition.

    Raises BadInput for whoever may not see what they cost.
    """
    if kind is not ChangeRequest or where.get(BEYOND) != LIMIT:
        return None
    if any(name not in desk.reader.columns(kind) for name in SEEN):
        raise BadInput("You may not see what the change requests cost, so I cannot say which were approved beyond a limit.")

    def told(row: Record) -> str:
        return beyond(desk.reader, cast("ChangeRequest", row))
    return Judged({n: v for n, v in where.items() if n != BEYOND}, lambda row: bool(told(row)), (("limit of who approved", told),),
                  lambda row: -(cast("ChangeRequest", row).cost_effect or Decimal(0)),
                  lambda within: f"{len(within)} {'was' if len(within) == 1 else 'were'} within the limit of who approved: "
                  f"{', '.join(row.key for row in within[:5])}." if within else "")
