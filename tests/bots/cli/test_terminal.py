"""Blocks on a terminal and in a pipe: drawn for the one, plain lines for the other, and never markup from a record."""
from io import StringIO

import pytest
from rich.console import Console

from bots.cli.terminal import PIPE_WIDTH, plain, render
from reports.blocks import Block, Card, Choices, Fact, FieldChange, Passage, Preview, Receipt, Source, Sources, Table, Text

SECTION = Source("section", "DOC-1/4.2", "Gates", "v1", 3)
MOVED = (FieldChange("APOLLO-T-1", "due", "2 Nov 2026", "9 Nov 2026"), FieldChange("APOLLO-T-1", "owner", "Ben", "Ana"))


def drawn(*blocks: Block, sources: tuple[Source, ...] = (), width: int = 80, terminal: bool = False) -> str:
    out = StringIO()
    console = Console(file=out, width=width if terminal else PIPE_WIDTH, force_terminal=terminal, markup=False, highlight=False, emoji=False)
    render(blocks, sources, console)
    return out.getvalue()


@pytest.mark.parametrize("title", ["[red]hot[/red]", ":boom:", "[link=https://example.com]x[/link]", "[/]"])
def test_text_of_records_never_becomes_markup(title: str) -> None:
    everywhere = (Text(title), Fact("s", title, title, title), Table(title, (title,), ((title,),), note=title), Card(title, "red", (title,)),
                  Preview("P-1", title, (FieldChange(title, title, title, title),)), Receipt(1, title, (title,)), Passage(title, SECTION),
                  Choices(title, (title,)), Sources((Source("section", title, title),)))
    assert all(title in drawn(block) for block in everywhere)
    assert all("\x1b]8" not in drawn(block, terminal=True) for block in everywhere)


@pytest.mark.parametrize("hostile", ["\x1b[2J", "\x07", "\u202e", "\x9b31m", "\u2066"])
def test_text_of_records_cannot_steer_a_terminal(hostile: str) -> None:
    assert hostile not in drawn(Text(f"a{hostile}b"))
    assert plain(f"a{hostile[0]}b") == "ab"


def test_a_table_that_has_no_room_tells_each_row_below_the_other_and_breaks_no_word() -> None:
    head = ("project", "name", "phase", "delivered well?", "still worth it?", "progress", "CPI", "forecast overrun", "NPV")
    row = ("BOREALIS", "Borealis", "in delivery", "● on track", "▲ no longer worth it", "81 %", "1.23", "-201,646 EUR", "-363,176 EUR")
    said = drawn(Table("7 projects", head, (row, row)), width=80, terminal=True)
    assert max(map(len, said.splitlines())) <= 80 + len("\x1b[1m\x1b[0m")
    assert all(cell in said for cell in row)
    assert "delivered well? ● on track" in said
    assert said.count("BOREALIS") == 2
    assert "─" in drawn(Table("7 projects", head, (row, row)), width=140, terminal=True)


def test_a_pipe_gets_plain_lines() -> None:
    said = drawn(Text("word " * 60), Card("Apollo", "red", ("late",)))
    assert "\x1b" not in said
    assert said.splitlines()[0].count("word") == 60


def test_colour_is_left_out_when_it_is_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[1;31m" not in drawn(Card("Apollo", "red"), terminal=True)


def test_a_tone_is_said_by_shape_and_word_too() -> None:
    assert [drawn(Card("Apollo", tone)).split()[:2] for tone in ("red", "amber", "green")] == [["▲", "red"], ["◆", "amber"], ["●", "green"]]
    assert drawn(Card("Apollo", "plain")) == "Apollo\n"


def test_a_preview_shows_every_field_before_and_after() -> None:
    said = drawn(Preview("P-1a", "Change APOLLO-T-1", MOVED, "Thu 19 Nov 2026 09:00"))
    assert [line.split() for line in said.splitlines()[1:3]] == [
        ["due", "2", "Nov", "2026", "→", "9", "Nov", "2026"], ["owner", "Ben", "→", "Ana"]]
    assert "Nothing is changed yet. It waits until Thu 19 Nov 2026 09:00." in said
    assert "pmo confirm P-1a" in said


def test_each_of_several_records_stands_by_its_title() -> None:
    changes = (FieldChange("APOLLO-T-1", "due", "2 Nov", "9 Nov", "Order list"), FieldChange("APOLLO-T-1", "owner", "Ben", "Ana"),
               FieldChange("APOLLO-T-2", "due", "3 Nov", "9 Nov", "Order steel"))
    said = drawn(Preview("P-1", "Change 2 tasks", changes)).splitlines()
    assert [line.strip() for line in said if "APOLLO" in line] == ["APOLLO-T-1 Order list", "APOLLO-T-2 Order steel"]


def test_a_new_record_has_no_before() -> None:
    assert "title Fix it" in drawn(Preview("P-1", "New task", (FieldChange("new task", "title", "", "Fix it"),)))


def test_a_receipt_says_how_to_undo_it_in_a_way_a_shell_can_read() -> None:
    assert drawn(Receipt(12, "Done: change APOLLO-T-1", ())).splitlines()[-1] == "pmo undo 12"


def test_numbers_stand_to_the_right_in_a_table() -> None:
    said = drawn(Table("Costs", ("what", "hours"), (("one", "6"), ("two", "160"))))
    assert [line[-3:] for line in said.splitlines()[-2:]] == ["  6", "160"]


def test_an_empty_table_is_drawn() -> None:
    assert "No risks" in drawn(Table("No risks", ("key",), ()))


def test_cited_sections_stand_below_once() -> None:
    assert drawn(Text("Yes."), sources=(SECTION, Source("record", "APOLLO"))).splitlines()[-1].strip() == "Gates, v1, DOC-1/4.2, p. 3"
    assert drawn(Sources((SECTION,)), sources=(SECTION,)).count("DOC-1/4.2") == 1


def test_a_file_is_saved_by_a_command_that_is_said_once() -> None:
    file = Source("file", "DOC-6", "Project Charter Template")
    assert drawn(Text("Here it is."), Sources((file,)), sources=(file,)).splitlines()[-1] == "To save the file: pmo document DOC-6"
    assert drawn(Sources((file,)), sources=(file,)).count("DOC-6") == 1


def test_long_cells_wrap_on_a_narrow_terminal() -> None:
    said = drawn(Table("Tasks", ("key", "title"), (("APOLLO-T-1", "word " * 30),)), width=40, terminal=True)
    assert said.count("word") == 30


def test_the_records_of_a_figure_stand_below_it() -> None:
    fact = Fact("apollo.ac", "actual cost", "7 EUR", "the sum of 3 booked costs", ("C-1", "C-2", "C-3"))
    said = drawn(fact, Sources((Source("record", "C-1"), Source("record", "C-2"))))
    assert said.splitlines()[-1] == "From the records C-1, C-2 and 1 more."
    assert "From" not in drawn(fact, Sources((Source("record", "APOLLO"),)))


def test_a_record_that_several_parts_name_is_counted_once() -> None:
    fact = Fact("apollo.cpi", "CPI", "0.85", "", ("APOLLO", "C-1"))
    said = drawn(fact, *(Sources((Source("record", "APOLLO"),)) for _ in range(9)))
    assert said.splitlines()[-1] == "From the records APOLLO and 1 more."


def test_why_a_figure_cannot_be_computed_is_said_once() -> None:
    assert drawn(Fact("apollo.npv", "NPV", "not computable: there is no cash flow", "there is no cash flow")).count("no cash flow") == 1


def test_a_long_cell_goes_on_below_in_a_pipe_too() -> None:
    lines = drawn(Table("Before and after", ("figure", "how"), (("finish", "word " * 60),))).splitlines()
    assert max(map(len, lines)) <= 110
    assert sum(line.count("word") for line in lines) == 60


def test_several_figures_stand_in_a_line_each_and_one_alone_is_told_whole() -> None:
    facts = [Fact(f"a.{n}", label, "0.85", "the earned value of the work that is done / what was paid for it, " * 2) for n, label in enumerate(("CPI", "SPI"))]
    lines = [line for line in drawn(*facts, terminal=True).splitlines() if line]
    assert len(lines) == 2
    assert "what was paid for it …)" in lines[0]
    assert len(drawn(facts[0], terminal=True).splitlines()) > 1
    assert "what was paid for it, the earned" in drawn(*facts)


def test_what_may_be_said_next_stands_in_a_line_where_it_fits() -> None:
    assert drawn(Choices("More:", ("in full", "top 5 risks"))) == "More: in full · top 5 risks\n"
    assert len(drawn(Choices("More:", ("in full", "word " * 20))).splitlines()) == 3
    assert len(drawn(Choices("Which Ana?", ("Ana Ruiz", "Ana Berg"))).splitlines()) == 3
