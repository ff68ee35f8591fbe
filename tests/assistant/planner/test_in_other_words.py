"""Values that are told in the words of people who do not know our fields."""
import pytest

from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("said", "values"), [
    ("taxi receipt Corvus 64.50, last Friday", {"amount": "64.50", "on": "last Friday"}),
    ("reserve Ben for Corvus 16 h from 30 Nov until 11 Dec, soft booking for now", {"hours": "16 h", "start": "30 Nov", "end": "11 Dec"}),
    ("Kindly create one bug in Borealis: app is hanging when bluetooth gets switched off. assign to myself only", {"owner": "me"}),
    ("Please book the invoice of Kessler Möbel over 8.450 € on Dione, dated 12 November.", {"supplier": "Kessler Möbel", "amount": "8.450 €"}),
    ("We have signed a framework contract with Halden Consulting for Zephyr, worth 45,000 euros, running until 30 June 2027.",
     {"title": "Halden Consulting", "worth": "45,000 euros", "end": "30 June 2027"}),
    ("Log a dependency for Apollo: we need the firewall change from corporate IT by December 4.", {"title": "Firewall change", "needed by": "December 4"}),
    ("I would like to demand a change on Apollo: two more languages in the portal. It costs 14 000 and 10 days.", {"cost effect": "14 000"}),
    ("Mail from Sofia: she wants the photo shoot organised by 4 December. Please enter as a task for Mia under Dione.", {"owner": "Mia", "due": "4 December"})])
def test_a_new_record_has_them(said: str, values: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert {n: args["values"].get(n) for n in values} == values


@pytest.mark.parametrize(("said", "values"), [
    ("CORVUS-DP-1: web shop now promise the clean data for 4 Dec, confidence low", {"promised for": "4 Dec", "confidence": "low"}),
    ("The board said yes to renting scanners for the training (CORVUS-CR-1)", {"status": "approved"}),
    ("BOREALIS-SR-3 ended with 34 points completed", {"completed": "34"})])
def test_a_change_has_them(said: str, values: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert {n: args["values"].get(n) for n in values} == values


@pytest.mark.parametrize(("said", "where"), [
    ("Threats with an impact of four or five", {"type": "threat", "impact": "between 4 and 5"}),
    ("must-requirements on Apollo that are not verified yet", {"project": "APOLLO", "priority": "must", "status": "not verified, dropped"}),
    ("any projcts w spi under .95", {"SPI": "below 0.95"}),
    ("Which benefits have nobody who answers for them yet?", {"owner": "empty"}),
    ("Are there any deliverables that have not been assigned to anyone?", {"owner": "empty"}),
    ("all measurements for ELARA-QM-1", {"metric": "ELARA-QM-1"})])
def test_a_list_is_narrowed_by_them(said: str, where: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert {n: args["where"].get(n) for n in where} == where


def test_short_things_to_do_below_a_line_are_tasks_and_no_notes() -> None:
    said = "From the Apollo stand-up, 3 actions:\n- clean the dealer test data (Ana, Tuesday, 8h)\n- book the usability lab, Mia\n- draft the FAQ, Nora, 2 Dec"
    assert [name for name, _ in planned(said).calls] == ["create_tasks"]


def test_notes_with_a_decision_stay_notes() -> None:
    said = "Minutes of Tuesday:\n- Decided: we keep the old shelves\n- Ben orders the labels\n- Risk: the printer may break\n- Mia books the room"
    assert [name for name, _ in planned(said).calls] == ["break_down_project"]


def test_a_season_is_nobody() -> None:
    assert not planned("Put Fortuna on hold, will you; nobody has the time for robots this winter.").calls \
        or planned("Put Fortuna on hold, will you; nobody has the time for robots this winter.").calls[0][1]["values"] == {"phase": "on hold"}


@pytest.mark.parametrize(("said", "call"), [
    ("What is missing for the next gate of Apollo?", ("search_governance", {"question": "what does the handbook say about what Apollo needs before next gate?"})),
    ("why has the forecast gone up on Apollo?", ("explain_figure", {"figure": "eac", "project": "APOLLO"}))])
def test_a_question_is_answered_by_what_knows(said: str, call: tuple[str, dict[str, str]]) -> None:
    assert planned(said).calls == (call,)


def test_an_order_supposes_nothing() -> None:
    assert "what_if" not in [name for name, _ in planned("bring the go-live forward by a week").calls]


def test_who_did_something_to_a_task_does_not_own_it() -> None:
    assert not [args for _, args in planned("T-12 is validated by Carla").calls if "owner" in args.get("values", {})]
    ((_, args),) = planned("T-12 is now owned by Carla").calls
    assert args["values"]["owner"] == "Carla"


@pytest.mark.parametrize(("said", "args"), [
    ("which tasks dont have a due date", {"kind": "task", "where": {"status": "not done, cancelled", "due": "empty"}}),
    ("give me please the list of stakeholder of apollo which are external", {"kind": "stakeholder", "where": {"side": "external", "project": "APOLLO"}}),
    ("How many people do we have in each location?", {"kind": "person", "group": "location"})])
def test_a_list_is_not_wider_than_what_is_asked(said: str, args: dict[str, object]) -> None:
    assert planned(said).calls == (("find_records", args),)


def test_who_stands_in_is_not_who_is_away() -> None:
    ((_, args),) = planned("I'm away from 30 November to 4 December, Mia stands in for me").calls
    assert args["values"] == {"start": "30 November", "end": "4 December", "person": "me"}


def test_what_was_decided_on_some_day_is_decided() -> None:
    ((_, args),) = planned("record a decision on Dione: we hire Spedition Nord for the move, decided today by Sofia, because cheapest").calls
    said = "We hire Spedition Nord for the move"
    assert {n: args["values"][n] for n in ("status", "decided on", "title", "decision")} == {
        "status": "decided", "decided on": "today", "title": said, "decision": said}
