"""What is told of a record becomes the field that it is said to be, and never a record of its own."""
import pytest

from assistant.planner.heard.plan import Asked, Plan
from tests.assistant.planner.asking import ALL, NAMES, TODAY, planned, planner

CALLS = {"calls to the service desk": "APOLLO-BN-1"}
TOLD = "Ana told me the calls to the service desk are not going down, she thinks we will only get 150,000 out of it"


def plan_of(said: str) -> Plan:
    return planner().plan(said, Asked(NAMES, TODAY, (), "Ana Ruiz", CALLS), ALL)


@pytest.mark.parametrize("order", ["Put that in as the forecast", "Use that number as the new forecast", "Set the forecast to that", "Make that our forecast"])
def test_the_amount_that_is_told_is_set(order: str) -> None:
    plan = plan_of(f"{TOLD}. {order}.")
    assert plan.calls == (("change_records", {"kind": "benefit", "where": {"key": "APOLLO-BN-1"}, "values": {"forecast": "150,000"}}),)
    assert TOLD in plan.says


def test_what_is_told_is_kept_where_its_source_is_to_be_noted() -> None:
    ((_, args),) = plan_of(f"{TOLD}. Put that in as the forecast and note where it comes from.").calls
    assert args["values"] == {"forecast": "150,000", "comment": TOLD}


def test_one_of_two_amounts_is_never_taken() -> None:
    assert "200,000" not in str(plan_of("The calls to the service desk bring 150,000 or 200,000. Put that in as the forecast.").calls)


@pytest.mark.parametrize("said", [f"{TOLD}.", "Ana told me the service is getting worse, she thinks we will lose customers over it."])
def test_a_speech_is_no_new_record(said: str) -> None:
    assert not any(name == "create_record" for name, _ in planned(said).calls)


@pytest.mark.parametrize("said", ["Make Ben the owner and set it due next Wednesday.", "make Ben the sponsor"])
def test_a_role_is_no_title(said: str) -> None:
    assert not any(args.get("where", {}).get("key") for _, args in plan_of(said).calls)
