"""A first name with another family name is somebody else."""
import pytest

from tests.assistant.planner.asking import planned


@pytest.mark.parametrize("said", ["ask Ben Miller to call the landlord", "Add Ben Miller to the team of Apollo", "give T-12 to Ben Miller"])
def test_nobody_is_taken_for_a_namesake(said: str) -> None:
    plan = planned(said)
    assert not plan.calls
    assert "I know no person “Ben Miller”" in plan.says


@pytest.mark.parametrize("said", ["give T-12 to Ben Okafor", "ask Ben to call the landlord", "give T-12 to Ben Monday"])
def test_whoever_is_known_is_still_found(said: str) -> None:
    ((_, args),) = planned(said).calls
    assert args["values"]["owner"].startswith("Ben")


def test_somebody_new_keeps_their_own_name() -> None:
    ((_, args),) = planned("new joiner: Lena Braun, 32 hours a week, please create her").calls
    assert (args["kind"], args["values"]["name"]) == ("person", "Lena Braun")
