"""Why a project is doubtful or off track, what speaks against it, since when it is so, and who says so."""
import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import NAMES, planned, planned_once

WORTH = ("why is Dione doubtful?", "why is the value of Dione in doubt?", "why isn't Dione worth it any more?", "what makes Dione questionable?",
         "why do you say that Dione is not worth the money?", "for what reasons is Dione no longer as promised?", "reasons why Dione is doubtful",
         "how come Dione is still worth it?", "why is the business case of Dione in doubt?")
DELIVERY = ("why is Dione off track?", "for what reasons is Dione at risk?", "how come Dione is delayed?", "what speaks against Dione?",
            "what are the arguments against Dione?", "why is Dione declared green?", "what made Dione go red?")
OTHERS = ("why is the NPV of Dione negative?", "why is DIONE-R-1 high?", "is Dione still worth it?", "why is Ben late on Dione?", "why are the risks of Dione high?")
SINCE = (("since when is Dione doubtful?", "value doubtful"), ("when did Dione become no longer worth it?", "value no longer worth it"),
         ("how long has Dione been at risk?", "delivery at risk"), ("since when is Dione off track?", "delivery off track"),
         ("since when is Dione red?", "colour red"))
REPORT = Past("how is Dione doing?", "Dione is on track.", (Call("status_report", {"project": "DIONE"}),), ("DIONE",))


@pytest.mark.parametrize("text", WORTH)
def test_why_a_project_is_doubtful_or_worth_it_is_told_by_the_reasons_of_that_verdict(text: str) -> None:
    assert planned_once(text).calls == (("status_report", {"focus": "worth", "project": "DIONE"}),)


@pytest.mark.parametrize("text", DELIVERY)
def test_why_it_is_off_track_or_what_speaks_against_it_is_told_by_all_findings(text: str) -> None:
    assert planned_once(text).calls == (("status_report", {"focus": "why", "project": "DIONE"}),)


@pytest.mark.parametrize("text", OTHERS)
def test_other_whys_ask_for_no_verdict(text: str) -> None:
    assert not any(said.get("focus") == "worth" for _, said in planned_once(text).calls)


@pytest.mark.parametrize(("text", "only"), SINCE)
def test_since_when_a_verdict_stands_is_asked_of_the_days_before(text: str, only: str) -> None:
    assert planned_once(text).calls == (("what_changed", {"only": only, "project": "DIONE"}),)


def test_a_verdict_on_a_project_with_two_words_for_a_name_is_heard_too() -> None:
    names = {**NAMES, "project": {**NAMES["project"], "Depot Move": "DEPOT"}}
    assert planned("why is Depot Move doubtful?", names=names).calls == (("status_report", {"focus": "worth", "project": "DEPOT"}),)


@pytest.mark.parametrize(("text", "focus"), [("why is it doubtful?", "worth"), ("why isn't it worth it any more?", "worth"), ("what speaks against it?", "why"),
                                             ("what speaks for and against it?", "stop")])
def test_it_is_the_project_that_was_told_of(text: str, focus: str) -> None:
    assert planned(text, REPORT).calls == (("status_report", {"focus": focus, "project": "DIONE"}),)


def test_without_a_project_it_is_asked_which_one() -> None:
    assert planned_once("why is it doubtful?").says == "Which project?"


@pytest.mark.parametrize("text", ["who says so?", "says who?", "who says that it is red?", "according to whom?", "who decided that?"])
def test_nobody_says_a_verdict_but_the_rules_and_records_which_are_shown(text: str) -> None:
    plan = planned(text, REPORT)
    assert plan.calls == (("status_report", {"project": "DIONE", "focus": "why"}),)
    assert plan.says.startswith("Nobody says it")


def test_who_says_so_of_a_figure_is_how_it_is_made() -> None:
    told = Past("what is the CPI of Dione?", "CPI 1.25", (Call("explain_figure", {"figure": "cpi", "project": "DIONE"}),), ("DIONE-T-1",))
    assert planned("who says so?", told).calls == (("explain_figure", {"figure": "cpi", "project": "DIONE"}),)


@pytest.mark.parametrize("text", ["why is everything late?", "why are all our projects red?", "why are we behind?"])
def test_why_all_projects_are_late_is_no_ranking_by_value(text: str) -> None:
    assert planned_once(text).calls == (("portfolio_summary", {"focus": "delivery"}),)


@pytest.mark.parametrize("text", ["since when?", "since when is that so?", "and since when is it?"])
def test_since_when_alone_is_asked_of_the_verdict_that_was_told(text: str) -> None:
    worth = Past("is Dione still worth it?", "no longer", (Call("status_report", {"project": "DIONE", "focus": "value"}),), ("DIONE",))
    assert planned(text, REPORT).calls == (("what_changed", {"project": "DIONE", "only": "colour"}),)
    assert planned(text, worth).calls == (("what_changed", {"project": "DIONE", "only": "value"}),)


@pytest.mark.parametrize("text", ["why?", "why not?", "how come?"])
def test_why_after_the_value_was_told_is_why_of_the_value(text: str) -> None:
    worth = Past("is Dione still worth it?", "no longer", (Call("status_report", {"project": "DIONE", "focus": "value"}),), ("DIONE",))
    assert planned(text, worth).calls == (("status_report", {"project": "DIONE", "focus": "worth"}),)
