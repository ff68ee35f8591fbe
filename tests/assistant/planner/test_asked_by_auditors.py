"""What belongs to whoever asks, what is owed, absent, spent without a line or was reviewed last is read as that, and never answered with all there is."""
from typing import Any

import pytest

from assistant.calling import Call, Past
from assistant.planner.heard.wording import LOST
from tests.assistant.planner.asking import planned

BENEFITS = Past("what benefits do I own?", "| benefit |", (Call("find_records", {"kind": "benefit", "where": {"owner": "me"}}),), ("APOLLO-BN-1", "APOLLO-BN-2"))
DONE = Past("", "✓ Done: change 3 tasks", (), ("DIONE-T-6", "DIONE-T-7", "DIONE-T-8"))


def said(text: str, *past: Past) -> list[dict[str, Any]]:
    return [dict(args) for _, args in planned(text, *past).calls]


@pytest.mark.parametrize("text", ["what benefits do I own?", "which benefits are owned by me?", "how many benefits do I own", "which benefits are mine?",
                                  "benefits I own"])
def test_what_of_a_kind_somebody_owns_is_a_list_of_that_kind(text: str) -> None:
    assert said(text) == [{"kind": "benefit", "where": {"owner": "me"}}]


@pytest.mark.parametrize("text", ["what decisions do I owe anybody", "do I owe anybody a decision?", "which approvals do I still owe?", "what decisions am I owing",
                                  "any decisions do I owe?"])
def test_decisions_that_the_asker_owes_are_what_waits_for_them(text: str) -> None:
    assert said(text) == [{"focus": "waiting"}]


@pytest.mark.parametrize("text", ["what decisions does Elena owe me?", "does Elena owe me a decision?", "which approvals does Elena still owe me?"])
def test_decisions_that_are_owed_to_the_asker_are_of_their_projects(text: str) -> None:
    assert {args["where"]["project"] for args in said(text)} == {"my projects"}
    assert all(args["where"]["decider"] == "Elena" for args in said(text))


@pytest.mark.parametrize("text", ["which spending has no budget line", "show me expenses without a budget line", "is there any money booked on no budget line",
                                  "which costs have no line?", "list spending with no budget line"])
def test_spending_without_a_line_is_of_cost_entries(text: str) -> None:
    assert said(text) == [{"kind": "cost entry", "where": {"without": "budget line"}}]


@pytest.mark.parametrize(("text", "kind"), [("list absent baselines", "baseline"), ("show missing business cases", "business case"),
                                            ("any missing baselines?", "baseline"), ("which are the lacking baselines", "baseline")])
def test_what_is_absent_is_told_by_the_projects_that_have_none(text: str, kind: str) -> None:
    assert said(text) == [{"kind": "project", "where": {"without": kind}}]


@pytest.mark.parametrize("text", ["when was the last risk review on Apollo?", "when were the risks of Apollo last reviewed?",
                                  "when did we last review the risks of Apollo?", "what is the date of the last risk review on Apollo?"][:3])
def test_when_a_kind_was_last_reviewed_is_told_by_the_log_and_the_next_days(text: str) -> None:
    log, risks = said(text)
    assert log == {"project": "APOLLO", "only": "risk review"}
    assert risks["sort"] == "review"


@pytest.mark.parametrize("text", ["what has come so far", "how much has come in so far over all projects?", "what came in so far?", "how much benefit has come in so far",
                                  "what has been realised so far?"])
def test_what_has_come_so_far_is_what_the_benefits_brought(text: str) -> None:
    assert said(text) == [{"kind": "project", "group": "total benefits realised"}]


def test_a_part_of_several_questions_is_put_plainly_too() -> None:
    assert {"kind": "project", "group": "total benefits realised"} in said("what have we promised in total, what has come so far, what is late?")


@pytest.mark.parametrize("text", ["review dates?", "and their review dates?", "what are the review dates?", "with review dates"])
def test_the_name_of_a_field_alone_is_asked_of_the_list(text: str) -> None:
    assert [(args["kind"], args["sort"]) for args in said(text, BENEFITS)] == [("benefit", "review")]


@pytest.mark.parametrize("text", ["and what is the finish now?", "what is the new end date?", "when do we finish now?", "when will it be finished now?"])
def test_the_finish_now_is_that_of_the_project_that_was_changed(text: str) -> None:
    assert said(text, DONE) == [{"figure": "expected_finish", "project": "DIONE"}]


@pytest.mark.parametrize("text", ["list everything", "what is there", "show me all of it"])
def test_all_there_is_of_a_kind_that_nobody_named_is_no_answer(text: str) -> None:
    assert not planned(text).calls
    assert planned(text).says == LOST
    assert not planned(text, BENEFITS).calls


@pytest.mark.parametrize("text", ["morning! anything burning on my two running projects?", "anything wrong on my active projects?"])
def test_what_burns_on_some_of_my_projects_is_of_those_projects(text: str) -> None:
    assert any(args.get("where", {}).get("project") == "my projects" for args in said(text))


@pytest.mark.parametrize(("text", "name"), [("at which CPI does a project turn amber here?", "CPI amber"), ("below which CPI is a project red?", "CPI red"),
                                            ("when does a project turn red by CPI?", "CPI red"), ("from which CPI on is it yellow?", "CPI amber")])
def test_from_where_on_a_figure_has_a_colour_is_what_the_office_has_set(text: str, name: str) -> None:
    assert said(text) == [{"kind": "threshold", "where": {"name": name}}]


@pytest.mark.parametrize("text", ["and red?", "what about red?", "when is it red?"][:2])
def test_another_colour_is_asked_of_the_same_figure(text: str) -> None:
    amber = Past("at which CPI is it amber?", "| threshold |", (Call("find_records", {"kind": "threshold", "where": {"name": "CPI amber"}}),), ("TH-1",))
    assert said(text, amber) == [{"kind": "threshold", "where": {"name": "CPI red"}}]


@pytest.mark.parametrize("text", ["which budget lines are over 80 % used?", "cost entries above 80 %", "which contracts are more than 50 % spent?"])
def test_a_share_is_no_amount(text: str) -> None:
    assert not any("80" in str(args) or "50" in str(args) for args in said(text))


@pytest.mark.parametrize("text", ["which objectives have nothing contributing to them", "which goals have no project?", "which objectives have nobody working on them"])
def test_objectives_without_a_project_are_objectives(text: str) -> None:
    assert said(text) == [{"kind": "objective", "where": {"without": "project"}}]


@pytest.mark.parametrize("text", ["the top one: what are we doing about it", "the first one: what are we doing about it", "what are we doing about APOLLO-R-5",
                                  "what is being done about APOLLO-R-5?"])
def test_what_is_done_about_one_is_its_response(text: str) -> None:
    risks = Past("my risks by score", "| risk |", (Call("find_records", {"kind": "risk", "where": {"owner": "me"}}),), ("APOLLO-R-5", "APOLLO-R-2"))
    assert said(text, risks) == [{"record": "APOLLO-R-5", "field": "response"}]
