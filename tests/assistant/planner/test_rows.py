"""Rows that are pasted are a task each, their cells read by what they hold or by the line of headings above them; what no cell reads is seen in the title."""
import pytest

from assistant.planner.heard.many_tasks import several
from tests.assistant.planner.asking import heard, planned

ROWS = "Check the parts;Jonas;10 Jan 2027;8\nDesign the screen;Dev;20 Jan 2027;16"
WANTED = ('"Check the parts" @Jonas by 10 Jan 2027 8h', '"Design the screen" @Dev by 20 Jan 2027 16h')


@pytest.mark.parametrize("text", [
    f"in Corvus create these tasks:\n{ROWS}", f"import this please:\ntask;owner;due;hours\n{ROWS}", f"Corvus:\nimport this please:\ntask;owner;due;hours\n{ROWS}",
    f"please add to Corvus:\n{ROWS}".replace(";", "\t"), f"new tasks for Corvus:\n| Task | Who | Due | h |\n|---|---|---|---|\n{ROWS}".replace(";", " | "),
    f"put these tasks into Corvus:\n- {ROWS}".replace("\nD", "\n- D")])
def test_each_row_is_a_line(text: str) -> None:
    assert several(heard(text)) == WANTED
    assert planned(text).calls[0][0] == "create_tasks"


def test_who_is_nobody_of_ours_is_not_lost_and_an_empty_cell_is_nothing() -> None:
    assert several(heard("add to Apollo:\nbook the room;Zoe;27 Nov\norder lunch;-;1 Dec")) == ('"book the room, Zoe" by 27 Nov', '"order lunch" by 1 Dec')


def test_a_column_is_what_its_heading_says() -> None:
    assert several(heard("import these tasks:\nowner;prio;what\nAna;high;book the room\nBen;low;order lunch")) == (
        '"book the room" @Ana !high', '"order lunch" @Ben !low')


@pytest.mark.parametrize("text", ["Apollo is late;\nwe wait", "how is Apollo;\nand Corvus?", "import these risks:\ntitle;owner\nlate;Ana\nslow;Ben"])
def test_lines_that_are_no_tasks_are_no_rows(text: str) -> None:
    assert several(heard(text)) == ()
