"""What somebody tells: a decision with its day, a contract that is signed, an invoice's amount."""
import pytest

from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("said", "values"), [
    ("Carla decided yesterday that the help texts stay English", {"decider": "Carla", "decided on": "yesterday", "status": "decided"}),
    ("we decided on Monday to drop the fax", {"title": "Drop the fax", "decided on": "Monday", "decision": "Drop the fax", "status": "decided"}),
    ("contract with Halden Fitters for Elara: fixed price, 46k, already signed",
     {"title": "Halden Fitters", "supplier": "Halden Fitters", "status": "signed", "worth": "46k"}),
    ("invoice for Borealis: 21,500 from AppForge, dated 1 Oct", {"title": "AppForge", "amount": "21,500", "on": "1 Oct", "supplier": "AppForge"})])
def test_what_is_told_is_in_its_fields(said: str, values: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert values.items() <= args["values"].items()


@pytest.mark.parametrize("said", ["ask Zoltan to call the landlord by Friday", "Zoltan should call the landlord by Friday", "what is Zoltan working on?",
                                  "assign T-12 to Zoltan", "Zoltan takes over T-12"])
def test_somebody_unknown_is_told_as_unknown(said: str) -> None:
    plan = planned(said)
    assert not plan.calls
    assert plan.says.startswith("I know no person “Zoltan”.")
    assert plan.choices


@pytest.mark.parametrize("said", ["ask Ben to call the landlord by Friday", "we should call the landlord on Apollo by Friday", "remind me to call the landlord"])
def test_who_is_known_or_nobody_is_not_told_as_unknown(said: str) -> None:
    assert "I know no person" not in planned(said).says


def test_what_was_agreed_is_a_decision_with_its_day_in_it() -> None:
    ((_, args),) = planned("we agreed with Keyward on Apollo that the module comes in January, Elena signed it off").calls
    assert (args["kind"], args["values"]["status"], args["values"]["project"]) == ("decision", "decided", "APOLLO")
    assert args["values"]["decision"] == "Module comes in January, Elena signed it off"


def test_what_was_agreed_changes_no_other_record() -> None:
    plan = planned("they agreed yesterday that all open risks of Apollo go to Ben")
    assert not plan.calls
    assert plan.choices == ("decision: they agreed yesterday that all open risks of Apollo go to Ben",)
