"""Several changes that a model calls for in one turn are one preview: nothing of a wish is lost in silence."""
from typing import Any

from tests.assistant.conftest import ANA, Ask
from tests.fakes.model import calls

BEN = "ben@northlight.example"


def together(*made: dict[str, Any]) -> dict[str, Any]:
    """One answer that makes all these calls."""
    first, *others = made
    first["choices"][0]["message"]["tool_calls"] += [{**o["choices"][0]["message"]["tool_calls"][0], "id": f"call_{n}"} for n, o in enumerate(others)]
    return first


def change(key: str, **values: str) -> dict[str, Any]:
    return calls("change_records", kind="task", where={"key": key}, values=values)


def proposed(heard: Ask, text: str, *made: dict[str, Any], who: str = BEN) -> list[tuple[str, str, str]]:
    offer = heard([together(*made)], text, who).answer.proposal
    return [(c.record, c.field, c.after) for c in offer.changes] if offer else []


def test_two_changes_of_one_message_are_one_preview(heard: Ask) -> None:
    found = proposed(heard, "T-12 on Apollo is done and T-17 is blocked by legal", change("APOLLO-T-12", status="done"),
                     change("APOLLO-T-17", status="blocked", **{"blocked by": "legal"}))
    assert ("APOLLO-T-12", "status", "done") in found
    assert ("APOLLO-T-17", "status", "blocked") in found


def test_a_record_that_is_changed_twice_gets_both_values(heard: Ask) -> None:
    found = proposed(heard, "make T-12 of Apollo critical and due on 30 November", change("APOLLO-T-12", priority="critical"),
                     change("APOLLO-T-12", due="30 November"))
    assert [(field, after) for _, field, after in found] == [("priority", "critical"), ("due", "Mon 30 Nov 2026")]


def test_a_change_that_is_called_twice_is_made_once(heard: Ask) -> None:
    assert len(proposed(heard, "T-12 of Apollo is critical", change("APOLLO-T-12", priority="critical"), change("APOLLO-T-12", priority="critical"))) == 1


def test_new_records_of_two_calls_stay_apart(heard: Ask) -> None:
    found = proposed(heard, "a risk on Apollo, the tester leaves, and a task to find one",
                     calls("create_record", kind="risk", values={"title": "The tester leaves", "project": "Apollo"}),
                     calls("create_record", kind="task", values={"title": "Find a tester", "project": "Apollo"}), who=ANA)
    assert {after for _, field, after in found if field == "title"} == {"The tester leaves", "Find a tester"}

