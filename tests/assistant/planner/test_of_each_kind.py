"""Several kinds, or several who are paid, in one breath are asked of each; none is dropped."""
import pytest

from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("said", "kinds"), [
    ("Which risks and issues are mine?", ("risk", "issue")),
    ("tasks, risks and issues of Ben", ("task", "risk", "issue")),
    ("list milestones and decisions of Apollo", ("milestone", "decision")),
    ("open risks or issues of Corvus", ("risk", "issue")),
    ("how many risks and issues are open?", ("risk", "issue"))])
def test_several_kinds_are_listed_each(said: str, kinds: tuple[str, ...]) -> None:
    assert tuple(args["kind"] for _, args in planned(said).calls) == kinds


def test_a_condition_holds_for_each_kind() -> None:
    assert [args["where"]["project"] for _, args in planned("overdue tasks and issues on corvus").calls] == ["CORVUS", "CORVUS"]


@pytest.mark.parametrize("said", ["show tasks with owner and milestone", "open tasks of Apollo"])
def test_a_column_is_no_other_kind(said: str) -> None:
    assert len(planned(said).calls) == 1


@pytest.mark.parametrize("said", ["What has been paid to Immovia so far, and to Lichthaus?", "how much did we pay Immovia and Lichthaus?"])
def test_what_was_paid_to_two_is_summed_for_each(said: str) -> None:
    assert [(args["words"], args["group"]) for _, args in planned(said).calls] == [("Immovia", "total amount"), ("Lichthaus", "total amount")]
