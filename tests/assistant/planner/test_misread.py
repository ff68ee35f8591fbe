"""What cannot be what it was read as is asked about, not proposed."""
import pytest

from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("said", "asks"), [
    ("The danger that the hand scanners arrive after the training has grown - I would put the probability at 4 now.", "probability at 4"),
    ("realised value of ELARA-BN-1 stands at 31,500 as per finance", "31,500"),
    ("create a project called Dione", "There is a project called Dione already"),
    ("Sofia has gone part-time: 32 hours a week in her record, please", "In her record")])
def test_it_is_asked_about(said: str, asks: str) -> None:
    plan = planned(said)
    assert not plan.calls
    assert asks in plan.says


@pytest.mark.parametrize(("said", "values"), [
    ("create a project Gemini, agile, led by Carla", {"name": "Gemini", "approach": "agile", "manager": "Carla"}),
    ("add Vincent van Gogh as a new person", {"name": "Vincent van Gogh"}),
    ("set the probability of APOLLO-R-1 to 4", {"probability": "4"})])
def test_what_is_plain_is_proposed(said: str, values: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert args["values"] == values


def test_an_amount_is_as_large_as_it_is_said() -> None:
    ((_, args),) = planned("add a budget line to Fortuna: feasibility study, 25 thousand").calls
    assert args["values"]["amount"] == "25 thousand"


def test_who_is_on_holidays_is_away_and_no_calendar() -> None:
    ((_, args),) = planned("who is on holidays in december?").calls
    assert args["kind"] == "absence"


def test_what_is_to_be_done_with_what_was_told_is_no_record_of_its_own() -> None:
    said = "We need a ruling on Dione: lease or buy the Zurich furniture. Put it in the decision log, Victor decides, by 4 December."
    ((_, args),) = planned(said).calls
    assert args["values"] == {"project": "DIONE", "title": "Lease or buy the Zurich furniture", "decider": "Victor", "decide by": "4 December"}


@pytest.mark.parametrize("said", ["cancel the Apollo status meeting", "postpone the Corvus training by two weeks", "cancel my Apollo report"])
def test_what_is_of_a_project_is_not_the_project(said: str) -> None:
    assert not planned(said).calls


@pytest.mark.parametrize(("said", "where", "values"), [
    ("put the Apollo project on hold", {"key": "APOLLO"}, {"phase": "on hold"}),
    ("set the Apollo deadline to 4 May", {"key": "APOLLO"}, {"finish": "4 May"}),
    ("APOLLO-T-6 won't be finished before 30 November", {"key": "APOLLO-T-6"}, {"due": "30 November"})])
def test_a_project_by_its_name_still_is(said: str, where: dict[str, str], values: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert (args["where"], args["values"]) == (where, values)


@pytest.mark.parametrize("said", ["can't finish APOLLO-T-12 by Friday", "cant finish APOLLO-T-12 before friday, waiting on test data from dealers"])
def test_a_day_by_which_it_will_not_be_done_is_no_new_day(said: str) -> None:
    plan = planned(said)
    assert not plan.calls
    assert "will not be done" in plan.says


def test_what_somebody_is_to_be_asked_is_no_task() -> None:
    assert "I do not send messages" in planned("ask Ben when he'll be done with the blocked one").says


@pytest.mark.parametrize("said", ["please finish APOLLO-T-9 by tomorrow", "can you finish APOLLO-T-9 by tomorrow"])
def test_what_is_wished_by_a_day_is_not_done(said: str) -> None:
    ((_, args),) = planned(said).calls
    assert args["values"] == {"due": "tomorrow"}


def test_a_question_about_what_was_told_before_changes_nothing() -> None:
    plan = planned("T-12 is 2 days late. when will that be finished do you reckon?")
    assert not plan.calls
    assert plan.choices[0] == "when will T-12 be finished do you reckon?"


@pytest.mark.parametrize("said", ["tell Ben well done on T-12", "Ben, well done on T-12!", "kudos to Ben for T-12"])
def test_praise_is_no_state(said: str) -> None:
    assert not planned(said).calls


@pytest.mark.parametrize(("said", "values"), [
    ("T-12 has no estimate and no start. make it 24h, starts 19 nov, ends 1 dec", {"start": "19 nov", "hours": "24h", "due": "1 dec"}),
    ("T-12 started", {"status": "in progress"})])
def test_when_something_starts_is_no_state_of_it(said: str, values: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert args["values"] == values


def test_an_amount_a_year_is_said_to_be_taken_once() -> None:
    plan = planned("add a benefit to Corvus: fewer second visits, 33000 a year from May 2027, owner Nora")
    ((_, args),) = plan.calls
    assert args["values"]["start"] == "May 2027"
    assert "not as a sum a year" in plan.says


def test_what_is_told_of_a_task_is_a_comment_on_it() -> None:
    ((_, args),) = planned("privacy notice - legal say they will look at it monday. note that on the task").calls
    assert (args["kind"], args["values"]) == ("comment", {"about": "privacy notice", "text": "legal say they will look at it monday"})


@pytest.mark.parametrize(("said", "where"), [
    ("projects with an SPI under 0.95.", {"SPI": "below 0.95"}), ("projects whose cost performance index has dropped below one.", {"CPI": "below 1"}),
    ("cost entries above ten thousand euro", {"amount": "above 10000 euro"})])
def test_a_number_ends_a_sentence_and_is_said_in_words(said: str, where: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert args["where"] == where


def test_a_day_to_come_is_none_on_which_something_was_raised() -> None:
    ((_, args),) = planned("log an issue on Corvus: training can't start on 14 Dec, scanners come on 4 Dec, high, owner me").calls
    assert args["values"] == {"severity": "high", "owner": "me", "project": "CORVUS", "title": "Training can't start on 14 Dec"}


def test_a_day_that_is_part_of_another_is_told_as_left_out() -> None:
    assert "scanners come on 4 Dec" in planned("log an issue on Corvus: training can't start on 14 Dec, scanners come on 4 Dec, high, owner me").says


@pytest.mark.parametrize(("said", "values"), [
    ("i still need 6 hours for DIONE-T-2, set remaining please", {"remaining": "6 hours"}),
    ("The forecast of APOLLO-BN-1 must be brought down to 140,000 after our review.", {"forecast": "down to 140,000"}),
    ("Carla takes over Fortuna as project manager", {"manager": "Carla"}),
    ("devs low prio tasks -> medium", {"priority": "medium"}),
    ("set every risk that is still a draft to open", {"status": "open"}),
    ("did 3.5h on apollo yesterday, steering prep, please log", {
        "on": "yesterday", "hours": "3.5h", "project": "APOLLO", "note": "steering prep"})])
def test_a_fact_or_a_formal_wish_changes_what_it_tells(said: str, values: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert args["values"] == values


@pytest.mark.parametrize(("said", "where"), [
    ("decisions whose decide-by date has gone by and which are still open", {"status": "open", "decide by": "before today"}),
    ("contracts that are signed but whose end date already lies in the past", {"status": "signed", "end": "before today"})])
def test_a_day_in_the_past_narrows_a_list(said: str, where: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert args["where"] == where


@pytest.mark.parametrize(("said", "values"), [
    ("move T-12 to 27 nov, ana agreed", {"due": "27 nov"}), ("T-12 to the 25th, ana said ok", {"due": "the 25th"}),
    ("status: set corvus to amber cause of the scanners till xmas", {
        "declared colour": "amber", "declared until": "xmas", "declared reason": "the scanners"})])
def test_who_agreed_gets_nothing_and_a_colour_has_its_day_and_reason(said: str, values: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert args["values"] == values


def test_not_very_likely_is_unlikely() -> None:
    ((_, args),) = planned("new risk on borealis: chip vendor might go bust, not very likely. mia owns it").calls
    assert args["values"]["probability"] == "unlikely"


def test_whoever_has_time_is_looked_for() -> None:
    ((tool, _),) = planned("please give T-10 to whoever has time in december").calls
    assert tool == "find_records"


def test_whom_somebody_wants_to_ask_is_part_of_what_they_are_reminded_of() -> None:
    ((_, args),) = planned("remind me friday to ask ops again").calls
    assert args["values"]["title"] == "Ask ops again"


@pytest.mark.parametrize(("said", "tool", "args"), [
    ("todo this week?", "my_work", {}), ("Is there anything I should be doing before the weekend?", "my_work", {}),
    ("I was away for three days, what has happened on Apollo in the meantime?", "what_changed", {"project": "APOLLO", "period": "in the last three days"}),
    ("After how long does Elara pay itself back?", "explain_figure", {"figure": "payback", "project": "ELARA"})])
def test_what_is_asked_in_other_words_is_the_same_question(said: str, tool: str, args: dict[str, str]) -> None:
    assert planned(said).calls == ((tool, args),)
