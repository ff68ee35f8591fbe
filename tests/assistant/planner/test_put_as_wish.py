"""Wishes without a verb of order, short keys, runs of days, and the reason behind an order."""
import pytest

from assistant.planner.reworded.day_words import runs_spelt
from assistant.planner.reworded.put_as_wish import put_as_wish, without_reason
from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("said", "meant"), [
    ("all overdue apollo tasks to priority critical", "set all overdue apollo tasks to priority critical"),
    ("all of Ben's open tasks on Apollo one week later", "move all of Ben's open tasks on Apollo one week later"),
    ("everything mia still has open in borealis goes to dev from today", "move all of mia's open tasks on borealis to dev"),
    ("put me down for all of them", "assign all of them to me"), ("show apollo cr 1", "show apollo CR-1"), ("t12 now 40%", "T-12 now 40%"),
    ("borealis T-8 into review", "borealis T-8 is in review"),
    ("approve the single sign-on change for the dealers", "approve the single sign-on dealers change"),
    ("bug on Apollo - it stops. mine, due Friday", "bug on Apollo - it stops. owner me, due Friday"),
    ("issue on Apollo: it leaks, i look after it", "issue on Apollo: it leaks, owner me"),
    ("requirement for Apollo: runs offline, its a must", "requirement for Apollo: runs offline, priority must"),
    ("risk on Apollo: a strike, i'd say 2 x 5", "risk on Apollo: a strike, probability 2, impact 5"),
    ("we've got a problem on Apollo, the lift is broken", "new problem on Apollo: the lift is broken"),
    ("risk for Apollo pls. the drivers strike", "risk for Apollo: the drivers strike"), ("is the lift mine?", "is the lift mine?"),
    ("task: write T12 on the box", "task: write T12 on the box"), ("call it “all tasks to priority high”", "call it “all tasks to priority high”")])
def test_a_wish_is_put_in_the_usual_words(said: str, meant: str) -> None:
    assert put_as_wish(said, ["Apollo"]) == meant


@pytest.mark.parametrize(("said", "order", "why"), [
    ("push the load test back a week, ben is swamped", "push the load test back a week", "ben is swamped"),
    ("move T-2 to Friday - he's off with his back", "move T-2 to Friday", "he's off with his back"),
    ("give T-2 to Dev, she is the owner", "give T-2 to Dev, she is the owner", ""),
    ("assign T-2 to Ben, due Friday", "assign T-2 to Ben, due Friday", ""),
    ("create a task: call Ben, he is ill", "create a task: call Ben, he is ill", "")])
def test_a_reason_behind_an_order_is_left_aside(said: str, order: str, why: str) -> None:
    assert without_reason(said, ["Ben Okafor"]) == (order, why)


def test_the_reason_is_told_as_left_out() -> None:
    plan = planned("push the load test back a week, ben is swamped")
    assert plan.calls == (("change_records", {"kind": "task", "where": {"key": "load test"}, "values": {"due": "back a week"}}),)
    assert plan.says == "Left out, because I found no field for it: ben is swamped."


@pytest.mark.parametrize(("said", "meant"), [
    ("on holiday 7-11 december", "on holiday from 7 december to 11 december"), ("7th to 11th of December", "from 7 December to 11 December"),
    ("December 7-11", "from 7 December to 11 December"), ("7.-11. December", "from 7 December to 11 December"),
    ("between 7 and 11 December", "between 7 and 11 December"), ("move T-2 from 7 to 11 December", "move T-2 from 7 to 11 December"),
    ("task: hold the fair 7-11 december", "task: hold the fair 7-11 december"), ("version 1.7-11 december", "version 1.7-11 december")])
def test_a_run_of_days_in_a_month_gets_its_month_at_both_ends(said: str, meant: str) -> None:
    assert runs_spelt(said) == meant


def test_an_absence_lasts_for_the_whole_run() -> None:
    assert planned("im on holiday 7-11 december").calls[0][1]["values"] == {"person": "me", "type": "leave", "start": "2026-12-07", "end": "2026-12-11"}


@pytest.mark.parametrize(("said", "kind", "where", "values"), [
    ("Less overtime in the halls is now forecast at 120,000", "benefit", {"key": "Less overtime in the halls"}, {"forecast": "120,000"}),
    ("we go with Nimbora for the portal hosting", "decision", {"key": "portal hosting"}, {"decision": "Nimbora", "status": "decided"}),
    ("park apollo for now", "project", {"key": "APOLLO"}, {"phase": "on hold"})])
def test_other_records_are_told_of_in_their_own_sentences(said: str, kind: str, where: dict[str, str], values: dict[str, str]) -> None:
    (_, args), = planned(said).calls
    assert (args["kind"], args["where"], args["values"]) == (kind, where, values)


@pytest.mark.parametrize(("said", "tool", "args"), [
    ("whats ben sitting on that should have been finished already", "find_records",
     {"kind": "task", "where": {"due": "before today", "status": "not done, cancelled", "owner": "ben"}}),
    ("which benefits has nobody taken responsibility for?", "find_records", {"kind": "benefit", "where": {"owner": "nobody"}}),
    ("is anything on fire?", "portfolio_summary", {}),
    ("total expected benefits per project", "find_records", {"kind": "benefit", "group": "total expected by project"}),
    ("show all change requests above 10,000 that are still undecided", "find_records",
     {"kind": "change request", "where": {"status": "submitted, evaluated", "cost effect": "above 10,000"}}),
    ("who touched apollo's budget in the last month", "what_changed", {"project": "APOLLO", "period": "in the last month"}),
    ("suppose I had 1.5 million for 2027, which ones would you take", "select_portfolio",
     {"wish": "with 1.5 million for 2027, which projects would you fund?"})])
def test_a_question_put_another_way_is_the_same_question(said: str, tool: str, args: dict[str, object]) -> None:
    assert planned(said).calls == ((tool, args),)


@pytest.mark.parametrize(("said", "wish"), [
    ("the sponsor of Apollo is Carla", "set the sponsor of Apollo to Carla"), ("Apollo: priority 1", "set the priority of Apollo to 1"),
    ("Apollo: sponsor Carla", "set the sponsor of Apollo to Carla"), ("Apollo's manager is Ben", "set the manager of Apollo to Ben")])
def test_who_leads_a_project_and_its_numbers_are_told_and_not_asked(said: str, wish: str) -> None:
    assert put_as_wish(said, ["Apollo"]) == wish


@pytest.mark.parametrize("said", ["the manager of Apollo is away", "is the sponsor of Apollo Carla?", "Apollo: manager is sick", "the manager of Apollo is late"])
def test_how_somebody_is_names_nobody(said: str) -> None:
    assert put_as_wish(said, ["Apollo"]) == said


@pytest.mark.parametrize(("said", "how"), [("soft-book Jonas on corvus from 1 to 26 February, 16 hrs per week, as logistics planner", "soft"),
                                           ("hard-book Mia on Borealis, 20 h, 23 Nov till 4 Dec, as designer", "hard")])
def test_how_firm_a_booking_is_may_stand_in_its_verb(said: str, how: str) -> None:
    ((_, args),) = planned(said).calls
    assert (args["kind"], args["values"]["commitment"]) == ("allocation", how)
