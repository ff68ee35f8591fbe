"""A rest that costs otherwise, by hand: EAC 500, of which 200 are spent."""
from decimal import Decimal

import pytest

from records.figures.delivery.dearer import Dearer

EXPECTED, SPENT = Decimal(500), Decimal(200)


@pytest.mark.parametrize(("by", "eac", "how"), [
    (Dearer(Decimal("1.2")), 560, "AC 200 + 300 still to come × 1.2"), (Dearer(more=Decimal(50)), 550, "EAC 500 + 50"),
    (Dearer(more=Decimal(-50)), 450, "EAC 500 − 50"), (Dearer(Decimal("0.5"), Decimal(10)), 360, "AC 200 + 300 still to come × 0.5 + 10"),
    (Dearer(), 500, "EAC 500")])
def test_only_what_is_still_to_come_is_dearer(by: Dearer, eac: int, how: str) -> None:
    found = by.eac(EXPECTED, SPENT)
    assert found.number == eac
    assert found.how == how


def test_two_changes_each_speak_of_what_is_to_come_now() -> None:
    assert Dearer(Decimal("1.2"), Decimal(5)).then(Dearer(Decimal("0.9"), Decimal(5))) == Dearer(Decimal("1.1"), Decimal(10))
