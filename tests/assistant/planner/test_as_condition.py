"""Conditions that are said as sentences of their own narrow a list as they are meant."""
import pytest

from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("said", "where"), [
    ("Which open risks score 12 or more", {"status": "not closed", "score": "at least 12"}),
    ("which risks scored above 10?", {"score": "above 10"}),
    ("which risks above 10 have no owner", {"owner": "nobody", "status": "not closed", "score": "above 10"}),
    ("which risks has nobody answered", {"response": "empty", "status": "not closed"}),
    ("I only want Corvus tasks that haven't been started and are due in December, nothing else please.",
     {"status": "to do", "project": "CORVUS", "due": "in December"}),
    ("Which assumptions haven't been validated yet? I'd hate to find out in January.", {"status": "open"}),
    ("Which benefits have no forecast yet? I need to chase their owners.", {"forecast": "empty"}),
    ("which milestones haven't been reached yet", {"actual": "empty"}),
    ("which decisions have not been made yet", {"status": "open"}),
    ("which change requests haven't been decided?", {"status": "submitted, evaluated"}),
    ("which tasks are not overdue", {"status": "not done, cancelled", "due": "at least today"})])
def test_a_list_is_narrowed_by_them(said: str, where: dict[str, str]) -> None:
    plan = planned(said)
    ((name, args),) = plan.calls
    assert (name, args["where"], plan.says) == ("find_records", where, "")


def test_how_long_ago_a_review_was_is_told_by_since_when_its_day_was_not_moved_on() -> None:
    plan = planned("which risks on Apollo haven't been reviewed for a month?")
    assert [args["where"] for _, args in plan.calls] == [{"status": "not closed", "project": "APOLLO", "unchanged": "review since a month ago"}]
    assert "its day is moved on once it is held" in plan.says


@pytest.mark.parametrize("said", ["which decisions were made last week", "what was decided in October?"])
def test_what_was_decided_is_still_listed(said: str) -> None:
    assert any(args["where"].get("status") == "decided" for _, args in planned(said).calls)
