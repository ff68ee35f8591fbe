"""How the planner does on wordings it was not made from: nearly all right, and never a change that nobody wanted."""
import pytest

from tests.assistant.planner.asking import WRITING, planned_once, wrong
from tests.conversations.heldout import FIRST, SECOND, Line
from tests.conversations.heldout_later import FOURTH, THIRD

FOREIGN = "search_governance "                  # what is about nothing here may be looked for in the documents, which then say nothing


def is_wrong(line: Line) -> str:
    text, tools, slots = line
    return wrong(planned_once(text), tools or FOREIGN, slots)


@pytest.mark.slow
@pytest.mark.parametrize(("lines", "most"), [(FIRST, 3), (SECOND, 3), (THIRD, 8), (FOURTH, 2)], ids=["first", "second", "third", "fourth"])
def test_few_unseen_wordings_go_wrong(lines: tuple[Line, ...], most: int) -> None:
    missed = {line[0]: why for line in lines if (why := is_wrong(line))}
    assert len(missed) <= most, missed


@pytest.mark.parametrize("line", [line for line in (*FIRST, *SECOND, *THIRD, *FOURTH) if not set(line[1].split()) & WRITING], ids=lambda line: line[0][:50])
def test_what_asks_for_no_change_plans_none(line: Line) -> None:
    assert not {name for name, _ in planned_once(line[0]).calls} & WRITING
