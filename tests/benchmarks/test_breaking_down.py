"""Our descriptions are broken down well enough: what a person lists is covered, and no plan has a circle, a foreign quote or a second life."""
import pytest

from benchmarks.breaking_down import GOAL, Outcome, covers, descriptions, tried

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def outcomes() -> dict[str, Outcome]:
    return {d.name: tried(d) for d in descriptions()}


@pytest.mark.slow
def test_at_least_four_in_five_deliverables_are_covered(outcomes: dict[str, Outcome]) -> None:
    covered, missed = (sum(len(getattr(o, which)) for o in outcomes.values()) for which in ("covered", "missed"))
    assert len(outcomes) >= 20
    assert covered / (covered + missed) >= GOAL


def test_no_plan_has_a_circle_or_a_foreign_quote_and_a_second_run_makes_nothing(outcomes: dict[str, Outcome]) -> None:
    assert {name: (o.circles, o.foreign, o.again) for name, o in outcomes.items() if o.circles or o.foreign or o.again} == {}


def test_a_deliverable_is_covered_by_all_its_words_in_one_title() -> None:
    assert covers("Write the user guides", "user guide|manual")
    assert not covers("Write the guide", "user guide|manual")
