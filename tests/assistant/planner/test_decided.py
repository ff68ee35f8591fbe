"""What was decided, approved or rejected in a time is asked of every kind that is decided, and no list of everything passes for the answer."""
import pytest

from tests.assistant.planner.asking import planned


def listed(said: str) -> dict[str, dict[str, str]]:
    return {str(args["kind"]): dict(args.get("where", {})) for name, args in planned(said).calls if name == "find_records"}


@pytest.mark.parametrize("said", ["pull me three random decisions made since September with who approved them", "which decisions were taken since September?",
                                  "what was decided since September?"])
def test_what_was_decided_since_a_day_is_asked_of_every_kind_that_is_decided(said: str) -> None:
    found = listed(said)
    assert found.keys() == {"decision", "change request", "phase gate"}
    assert {where["decided on"] for where in found.values()} == {"at least September"}


@pytest.mark.parametrize(("said", "state"), [("what was rejected so far this year and why", "rejected"), ("what has been turned down this year?", "rejected"),
                                             ("which change requests did we defer this year?", "deferred")])
def test_what_was_rejected_is_no_list_of_tasks(said: str, state: str) -> None:
    assert listed(said) == {"change request": {"status": state, "decided on": "this year"}}


def test_what_one_person_decided_is_told_of_that_person() -> None:
    assert {where["decider"] for where in listed("what did Elena decide in October?").values()} == {"Elena"}


@pytest.mark.parametrize("said", ["was any change approved by the person who asked for it?", "did anybody approve their own change request?",
                                  "which requests were approved by their requester?"])
def test_whether_somebody_approved_their_own_request_compares_the_two_people(said: str) -> None:
    assert listed(said) == {"change request": {"status": "approved, implemented", "decider": "requester"}}


@pytest.mark.parametrize("said", ["what was finished this week?", "which decisions are open?", "which tasks were done this month?", "approve APOLLO-CR-2 today"])
def test_what_is_no_such_question_is_read_as_before(said: str) -> None:
    assert not any("decided on" in where for where in listed(said).values())


@pytest.mark.parametrize(("said", "only"), [("who created APOLLO-R-1?", "APOLLO-R-1 made"), ("who entered the Dione rent?", "made rent"),
                                            ("who wrote down the risks of Apollo?", "made risk")])
def test_who_wrote_something_down_is_asked_of_the_log(said: str, only: str) -> None:
    (name, args), = planned(said).calls
    assert (name, args["only"]) == ("what_changed", only)


@pytest.mark.parametrize("said", ["will we finish?", "was each within its budget line?", "is it overdue?"])
def test_a_question_whether_something_is_so_is_never_answered_by_a_list_of_everything(said: str) -> None:
    plan = planned(said)
    assert not plan.calls
    assert plan.says.startswith("I could not read")


def test_words_that_point_or_say_a_state_are_no_title() -> None:
    assert "title" not in listed("is there a contract behind Dione?").get("contract", {})
    assert "title" not in listed("was any change request approved?").get("change request", {})
    assert listed("who has risk reviews overdue?")["risk"]["review"] == "before today"


def test_what_was_approved_is_not_all_that_was_decided_though_who_decided_is_asked() -> None:
    ((_, args),) = planned("change requests approved this calendar year incl. who decided them").calls
    assert args["where"]["status"] == "approved, implemented"


@pytest.mark.parametrize("said", ["which decisions did we take on Apollo?", "what did we decide on Apollo?", "what has been decided on Apollo?",
                                  "decisions we took on Apollo", "which decisions have we made on Apollo so far?"])
def test_what_was_decided_on_a_project_is_asked_of_every_kind_with_decisions_first(said: str) -> None:
    found = listed(said)
    assert next(iter(found)) == "decision"
    assert found.keys() == {"decision", "change request", "phase gate"}
    assert {where["project"] for where in found.values()} == {"APOLLO"}
    assert found["decision"]["status"] == "decided"


def test_what_somebody_decided_is_no_list_of_what_they_have_to_decide() -> None:
    assert listed("which decisions did Elena take?")["decision"] == {"status": "decided", "decider": "Elena"}


@pytest.mark.parametrize("said", ["which decisions have to be made?", "which decisions do we still have to take?", "which decisions need to be made?"])
def test_what_is_still_to_be_decided_is_what_is_open(said: str) -> None:
    assert listed(said)["decision"] == {"status": "open"}


@pytest.mark.parametrize(("said", "field"), [("who approved APOLLO-CR-1?", "decider"), ("when was APOLLO-CR-1 approved?", "decided on"),
                                             ("why was APOLLO-CR-1 approved?", "rationale"), ("when was APOLLO-T-3 done?", "done on"),
                                             ("when will APOLLO-T-5 be done?", "due")])
def test_who_when_and_why_of_a_decision_ask_for_their_own_fields(said: str, field: str) -> None:
    (_, args), = planned(said).calls
    assert args["field"] == field
