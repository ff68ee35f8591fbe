"""What a language model reads each turn: the same beginning for all of one role, the last turns as they were said, and a summary of the rest."""
import json

from assistant.calling import Past
from assistant.model.agent import WINDOW
from assistant.so_far import named, remembered
from reports.blocks import Card, Table
from tests.assistant.conftest import Ask
from tests.fakes.model import calls, says

BEN = "ben@northlight.example"


def test_tools_and_prompt_are_the_same_bytes_between_turns_and_people_of_one_role(heard: Ask) -> None:
    first = heard([calls("status_report", project="Apollo"), says("It needs you.")], "how is Apollo?", thread="a").asked[0]
    again = heard([says("Gladly.")], "log a risk tomorrow", thread="a").asked[0]
    other = heard([says("Hello.")], "who am I?", BEN).asked[0]
    begins = {json.dumps([a["tools"], a["messages"][0]]) for a in (first, again, other)}
    begin, = begins
    assert not any(word in begin for word in ("2026", "Ana Ruiz", "Ben Okafor"))


def test_today_who_asks_and_fields_stand_in_the_last_message_only(heard: Ask) -> None:
    heard([says("Hello.")], "hello", thread="b")
    asked = heard([says("Gladly.")], "log a risk", thread="b").asked[0]
    told = [m["content"] for m in asked["messages"]]
    assert [("18 November 2026" in t, "Ana Ruiz" in t, "probability" in t) for t in told] == [(False, False, False)] * (len(told) - 1) + [(True, True, True)]


def test_a_long_thread_is_its_last_turns_and_a_summary_of_what_was_named_before(heard: Ask) -> None:
    heard([calls("find_records", kind="task", where={"key": "APOLLO-T-9"}), says("It needs you.")], "show T-9", thread="c")
    heard([calls("explain_figure", figure="cpi", project="Apollo"), says("It needs you.")], "the cpi of Apollo?", thread="c")
    heard([calls("change_records", kind="task", where={"key": "APOLLO-T-14"}, values={"due": "2026-11-27"})], "move T-14 to 27 November", thread="c")
    for n in range(WINDOW):
        asked = heard([says("Gladly.")], f"thanks {n}", thread="c").asked[0]
    last = heard([says("Gladly.")], "go on", thread="c").asked[0]["messages"]
    assert len(asked["messages"]) == len(last) == 2 * WINDOW + 2
    assert last[1]["content"] == "thanks 0"
    assert "Records named so far: APOLLO-T-9 Agree the privacy notice with legal\n" in last[-1]["content"]
    assert "CPI 0.85" in last[-1]["content"]
    assert "Waiting for the asker's yes (to change it, propose it whole anew): Change APOLLO-T-14" in last[-1]["content"]


def test_the_summary_names_each_record_once_as_it_was_called_last_and_no_more_than_the_latest() -> None:
    past = [Past(f"q{n}", "", named=((f"A-T-{n}", f"Task {n}"), ("A-T-0", f"First, {n}"))) for n in range(30)]
    said = remembered(past)
    assert said.startswith("Records named so far: A-T-7 Task 7; ")
    assert said.endswith("A-T-29 Task 29; A-T-0 First, 29")


def test_a_settled_wish_waits_no_more() -> None:
    past = [Past("q", "", state=state, wish=f"Change {state}") for state in ("applied", "pending", "discarded", "replaced")]
    assert remembered(past) == "Waiting for the asker's yes (to change it, propose it whole anew): Change pending"


def test_nothing_said_is_nothing_remembered() -> None:
    assert remembered([Past("hello", "Hello.")]) == ""


def test_records_are_remembered_by_their_titles() -> None:
    changes = Table("Changes", ("when", "who", "record", "title"), (("Mon 2 Nov 09:00", "Ana Ruiz", "A-T-1", "Order steel"),), ("A-T-1",))
    risks = Table("Risks", ("risk", "what may happen", "score"), (("A-R-1", "The crane may fall", "12"),), ("A-R-1",))
    assert named([changes, risks, Card("A-T-2 Sell it", "plain", (), ("A-T-2",))]) == (
        ("A-T-1", "Order steel"), ("A-R-1", "The crane may fall"), ("A-T-2", "Sell it"))


def test_a_viewer_is_said_to_change_nothing(heard: Ask) -> None:
    assert "Nora Keller (viewer; may change nothing) asks" in heard([says("Hello.")], "hello", "nora@northlight.example").asked[0]["messages"][-1]["content"]
