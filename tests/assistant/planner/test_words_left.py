"""What a question says in words that are no condition: it is looked for within the kind, which what is done may tell, too."""
import pytest

from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("text", "args"), [
    ("did we ever learn something about works councils?", {"kind": "lesson", "words": "council"}),
    ("what do we still get from the web shop team", {"kind": "dependency", "where": {"direction": "get", "party": "web shop team"}}),
    ("is there already a task for the keyward certificate?", {"kind": "task", "words": "keyward certificate"}),
    ("all cost entries from studio halbig", {"kind": "cost entry", "where": {"supplier": "studio halbig"}}),
    ("milestones that moved more than a week against plan", {"kind": "milestone", "where": {"slip": "above 7"}}),
    ("open issues by severity across all projects", {"kind": "issue", "where": {"status": "not resolved, closed"}, "group": "severity"}),
    ("hi, I'd like to know which benefits come up for review this month", {"kind": "benefit", "where": {"review": "this month"}}),
    ("which benefits am I answering for", {"kind": "benefit", "where": {"owner": "me"}}),
    ("what did we pay Keyward this year?", {"kind": "cost entry", "where": {"type": "actual", "on": "this year", "supplier": "Keyward"},
                                            "group": "total amount"}),
])
def test_it_lists_what_is_meant(text: str, args: dict[str, object]) -> None:
    assert planned(text).calls == (("find_records", args),)


@pytest.mark.parametrize(("text", "tool"), [
    ("who must be told if we overspend by more than 10 %?", "search_governance"), ("which rules are broken right now across the whole portfolio?",
                                                                                   "check_compliance"),
    ("which project carries the most risk, in money?", "rank_portfolio"), ("what does hypercare mean here?", "search_governance")])
def test_what_a_list_cannot_read_goes_to_a_near_tool_that_can(text: str, tool: str) -> None:
    assert [name for name, _ in planned(text).calls] == [tool]
