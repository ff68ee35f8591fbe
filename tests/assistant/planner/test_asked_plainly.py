"""Hours, verdicts and worries that are asked about in other words, grades in a sentence, and thanks."""
import pytest

from assistant.planner.heard.wording import WELCOME
from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("said", "tool", "args"), [
    ("how many hours did I book last week, and on what?", "find_records", {"kind": "time entry", "where": {"person": "me", "on": "last week"}}),
    ("how much time has Ben logged this month?", "find_records", {"kind": "time entry", "where": {"person": "Ben", "on": "this month"}}),
    ("why is Apollo doubtful?", "status_report", {"project": "APOLLO", "focus": "worth"}),
    ("which of my projects would you worry about most", "find_records", {"kind": "project", "where": {"manager": "me"}, "sort": "-risk exposure"})])
def test_it_is_answered_as_in_the_usual_words(said: str, tool: str, args: dict[str, object]) -> None:
    ((name, found),) = planned(said).calls
    assert name == tool
    assert args.items() <= dict(found).items()


@pytest.mark.parametrize(("said", "probability", "impact"), [
    ("risk on Elara: the crane may fail, quite likely, a disaster", "likely", "disaster"),
    ("risk on Elara: the crane may fail, fifty-fifty, would be pretty bad", "fifty-fifty", "bad")])
def test_a_risk_told_in_a_sentence_keeps_its_grades_out_of_the_title(said: str, probability: str, impact: str) -> None:
    ((_, args),) = planned(said).calls
    assert args["values"] == {"project": "ELARA", "title": "Crane may fail", "probability": probability, "impact": impact}


def test_what_may_be_a_risk_is_offered_as_one() -> None:
    plan = planned("the crane may fail, quite likely and it'd be a disaster")
    assert not plan.calls
    assert plan.choices[0].startswith("risk: the crane may fail")


@pytest.mark.parametrize("said", ["thanks", "great, thank you", "cheers mate", "great job", "awesome, thanks a lot!"])
def test_thanks_get_a_friendly_word(said: str) -> None:
    assert planned(said).says == WELCOME
