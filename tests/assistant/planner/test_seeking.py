"""Words that are looked for in all records, told from listings, from the documents and from what has a way of its own."""
import pytest

from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("text", "said"), [
    ("find everything about single sign-on", {"words": "single sign-on"}), ("search records for scanner", {"words": "scanner"}),
    ("search for “hand scanner”", {"words": "hand scanner"}), ("please find anything mentioning the works council", {"words": "the works council"}),
    ("which records mention the supplier portal?", {"words": "the supplier portal"}), ("search tasks for invoice", {"words": "invoice", "kind": "task"}),
    ("search the risks for dealers", {"words": "dealers", "kind": "risk"}), ("do we have anything about parking?", {"words": "parking"}),
    ("where is the pilot mentioned?", {"words": "the pilot"}), ("look for the word dealers", {"words": "dealers"}),
    ("find everything about the merger", {"words": "the merger"}), ("full-text search for fridge", {"words": "fridge"}),
    ("show me everything that mentions asbestos", {"words": "asbestos"}),
])
def test_words_are_looked_for_in_all_records(text: str, said: dict[str, str]) -> None:
    assert planned(text).calls == (("find_records", said),)


@pytest.mark.parametrize(("text", "tool"), [
    ("what does the handbook say about suppliers?", "search_governance"), ("search the handbook for risk review", "search_governance"),
    ("find everything about Apollo", ""), ("search for open risks of Apollo", "find_records"), ("find the tasks of Ben", "find_records"),
    ("tell me everything about Apollo", ""), ("show me everything overdue on Apollo", "find_records"), ("show T-12", "show_record"),
    ("look for overdue tasks", "find_records"), ("anything new since yesterday?", "what_changed"),
])
def test_what_has_a_way_of_its_own_is_not_searched_word_by_word(text: str, tool: str) -> None:
    calls = planned(text).calls
    assert not [said for _, said in calls if "words" in said]
    assert not tool or [name for name, _ in calls] == [tool]
