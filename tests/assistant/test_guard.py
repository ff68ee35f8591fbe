"""What a language model may say."""
import pytest

from assistant.guard import guarded
from reports.blocks import Block, Fact, Table

BLOCKS: list[Block] = [
    Fact("apollo.cpi", "CPI", "0.80", "EV 20 / AC 25"),
    Table("2 tasks", ("task", "title", "due", "hours"), (("APOLLO-T-4", "Order steel", "Fri 20 Nov 2026", "17"),), ("APOLLO-T-4",)),
]


@pytest.mark.parametrize(("said", "told"), [
    ("The CPI is [[apollo.cpi]].", "The CPI is 0.80."),
    ("The CPI is 0.80.", "The CPI is 0.80."),
    ("The CPI is 0.81. It needs care.", "It needs care."),
    ("The CPI is 10.80.", ""),
    ("It is [[zephyr.cpi]].", ""),
    ("Apollo is green.", ""),
    ("Zephyr is worse.", ""),
    ("You asked for 14 days.", "You asked for 14 days."),
    ("It took 4 days.", ""),
    ("APOLLO-T-4 is due Fri 20 Nov 2026.", "APOLLO-T-4 is due Fri 20 Nov 2026."),
    ("It is due on Tuesday.", ""),
    ("It takes 17 hours.", ""),
    ("Order steel comes first.", "Order steel comes first."),
    ("Finish in December.", ""),
])
def test_only_what_this_turn_covers_gets_through(said: str, told: str) -> None:
    assert guarded(said, BLOCKS, "How was Apollo in the last 14 days?", ["Apollo", "Zephyr"]) == told
