"""What is told right after a supposition is one more of them, and no order."""
import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import planned

DEARER = Past("what if Apollo costs 50,000 more?", "", (Call("what_if", {"supposing": "what if Apollo costs 50,000 more?", "record": "APOLLO"}),), ("APOLLO",))


@pytest.mark.parametrize(("said", "both"), [
    ("and it also slips by two months", "it slips by two months"), ("and Ben leaves too", "Ben leaves"), ("plus Ana is away in December", "Ana is away in December"),
    ("and the benefits fall by 20 %", "the benefits fall by 20 %"), ("but it is three months late", "it is three months late")])
def test_what_is_told_after_a_supposition_is_laid_over_it(said: str, both: str) -> None:
    assert planned(said, DEARER).calls == (("what_if", {"supposing": f"what if Apollo costs 50,000 more and if {both}?", "record": "APOLLO"}),)


@pytest.mark.parametrize("said", ["and give T-12 to Ben", "and T-12 is done", "and set the budget to 10"])
def test_an_order_after_a_supposition_is_an_order(said: str) -> None:
    assert "what_if" not in {name for name, _ in planned(said, DEARER).calls}
