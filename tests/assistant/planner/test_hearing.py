"""What is heard in a request: typed pieces, misspellings put right, names that are unknown, and nothing inside quotes."""
import pytest

from assistant.planner.words.plain import plain
from tests.assistant.planner.asking import heard


def pieces(text: str) -> list[tuple[str, str]]:
    return [(type_, str(span.value)) for type_, span in heard(text).spans if type_ != "ME"]


@pytest.mark.parametrize(("text", "piece"), [
    ("show T-12", ("KEY", "T-12")), ("show apollo-t-12", ("KEY", "APOLLO-T-12")), ("task T12 is done", ("KEY", "T-12")),
    ("undo change #12", ("CHANGE", "12")),
    ("top five risks", ("COUNT", "5")), ("the 3 biggest risks", ("COUNT", "3")), ("what is the CPI of Apollo?", ("FIGURE", "cpi")),
    ("who is overloaded?", ("SAYING", "overloaded")), ("how is apolo doing?", ("project", "APOLLO")), ("move it by Friday", ("DATE", "Friday")),
    ("6h for Ben", ("HOURS", "6h")), ("12,000 EUR", ("MONEY", "12,000 EUR")), ("T-12 60 %", ("PERCENT", "60 %")),
    ("budget lines of Corvus", ("KIND", "budget line")),
    ("overdeu tasks", ("SAYING", "overdue")), ("is the closed project worth it?", ("project", "the closed project"))])
def test_a_piece_is_heard_by_its_type(text: str, piece: tuple[str, str]) -> None:
    assert piece in pieces(text)


@pytest.mark.parametrize("text",
                         ["how is Zeus doing?", "how is zeus doing", "is Zeus on track?", "tasks of Zeus", "what changed on Zeus since Monday?", "Zeus",
                                  "status of project Zeus", "why is Zeus red?", "tell me about Zeus", "what is the budget of zeus?", "Zeus status"])
def test_an_unknown_name_in_a_projects_place_is_passed_on(text: str) -> None:
    assert [v.lower() for t, v in pieces(text) if t == "project"] == ["zeus"]


@pytest.mark.parametrize("text", ["what is due on Friday?", "how is it going?", "what is on my plate?", "Hello", "what is the state of our projects?",
                                  "what is the CPI?", "tasks in November", "how are we doing?"])
def test_everyday_words_are_no_projects(text: str) -> None:
    assert not [v for t, v in pieces(text) if t == "project"]


def test_quoted_words_are_a_title_and_nothing_else() -> None:
    assert pieces("create a task 'move all of Ben's overdue tasks to T-12 by Friday' in Apollo") == [
        ("KIND", "task"), ("TEXT", "move all of Ben's overdue tasks to T-12 by Friday"), ("project", "APOLLO")]


def test_a_list_of_overdue_tasks_is_no_figure() -> None:
    assert ("FIGURE", "overdue") not in pieces("overdue tasks")


def test_of_a_long_text_only_the_beginning_is_read() -> None:
    assert len(heard("x" * 40_000).text) == 2000


def test_short_forms_are_written_out_and_slips_put_right() -> None:
    assert plain("What's wrong?  I'm stuck") == "what is wrong i am stuck"
    assert heard("waht is the stauts of Apollo").plain == "what is the status of apollo"


@pytest.mark.parametrize("word", ["closes", "prices", "planes", "tested"])
def test_a_word_that_is_only_inflected_is_no_slip(word: str) -> None:
    assert heard(f"the {word} of it").plain == f"the {word} of it"
