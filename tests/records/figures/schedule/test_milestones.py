"""Behind the slip stands each milestone with its dates."""
import pytest

from records.figures.milestones import milestone_slip
from tests.records.building import TODAY
from tests.records.figures.schedule.plans import case, day, milestone


@pytest.mark.slow
def test_each_milestone_says_what_was_planned_what_is_foreseen_and_what_came() -> None:
    found = case(milestone(1, planned=day(-30), actual=day(-28)),
                 milestone(2, planned=day(-9), forecast=day(-5)), milestone(3, planned=day(5), forecast=day(2)),
                 milestone(4, planned=day(30)), milestone(5, planned=day(40), forecast=day(80), tolerance_days=7)).value(milestone_slip)
    assert found.number == 40
    assert [p.key for p in found.parts] == ["MS-1", "MS-2", "MS-3", "MS-4", "MS-5"]
    assert [p.said for p in found.parts] == [
        "planned 19 Oct 2026, reached 21 Oct 2026: 2 days late, within its tolerance",
        "planned 9 Nov 2026, forecast 13 Nov 2026, not reached yet: 9 days late",
        "planned 23 Nov 2026, forecast 20 Nov 2026: 3 days early",
        "planned 18 Dec 2026, no forecast: as planned",
        "planned 28 Dec 2026, forecast 6 Feb 2027: 40 days late"]


def test_a_milestone_planned_for_today_is_as_planned() -> None:
    assert case(milestone(1, planned=TODAY)).value(milestone_slip).parts[0].said == "planned 18 Nov 2026, no forecast: as planned"
