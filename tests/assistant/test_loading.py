"""The door for files: a preview of what is new, changed and left out; a yes applies it, the same file again changes nothing."""
from dataclasses import replace

import pytest

from assistant.assistant import Assistant
from assistant.loading import File
from assistant.messages import Answer
from reports.blocks import Receipt, Table, Text

ANA, BEN, NORA, PAULA = (f"{name}@northlight.example" for name in ("ana", "ben", "nora", "paula"))
BOARD = """Card ID,Name,Assignee e-mail,List,Due date,Board
1,Write the brochure,ana@northlight.example,Doing,21.11.2026,Nordic fair
2,Book the booth,lars@northlight.example,To do,15.12.2026,Nordic fair
3,Print posters,,Done,TBC,Nordic fair
"""
FILE = File("Board export 2026-11-18.csv", BOARD.encode(), columns={"List": "status"}, choices={"List": {"Doing": "in progress"}})


def texts(answer: Answer) -> str:
    return " ".join(b.text for b in answer.blocks if isinstance(b, Text))


async def test_a_board_needs_one_mapping_and_no_code(hands: Assistant) -> None:
    shown = await hands.load(PAULA, FILE, "t")
    assert shown.proposal
    left_out = next(b for b in shown.blocks if isinstance(b, Table))
    assert left_out.rows == (("row 4", "due left out: “TBC” is no date"),)
    done = await hands.confirm(PAULA, shown.proposal.id)
    (receipt,) = (b for b in done.blocks if isinstance(b, Receipt))
    assert receipt.title == "Done: 1 new project, 3 new tasks, 1 new person, 1 new import mapping"
    told = await hands.call(PAULA, "find_records", {"kind": "task", "where": {"project": "Nordic fair"}})
    (rows,) = (b for b in told.blocks if isinstance(b, Table))
    assert [(r[1], r[4]) for r in rows.rows] == [("Write the brochure", "in progress"), ("Book the booth", "to do"), ("Print posters", "done")] or rows.rows


async def test_how_the_columns_are_read_is_remembered_for_the_next_file_of_that_name(hands: Assistant) -> None:
    shown = await hands.load(PAULA, FILE, "t")
    assert shown.proposal
    await hands.confirm(PAULA, shown.proposal.id)
    again = File("Board export 2026-11-25.csv", BOARD.encode())
    assert "Nothing is new" in texts(await hands.load(PAULA, again, "t"))
    later = replace(again, content=BOARD.replace("15.12.2026", "16.12.2026").encode())
    changed = await hands.load(PAULA, later, "t")
    assert changed.proposal
    assert [(c.field, c.after) for c in changed.proposal.changes] == [("due", "Wed 16 Dec 2026")]


async def test_a_file_handed_in_twice_waits_once(hands: Assistant) -> None:
    first, second = await hands.load(PAULA, FILE, "t"), await hands.load(PAULA, FILE, "t")
    assert first.proposal
    assert second.proposal
    assert "replaced by a newer one" in str((await hands.confirm(PAULA, first.proposal.id)).error)
    assert (await hands.confirm(PAULA, second.proposal.id)).error is None


async def test_a_file_stands_in_the_conversation(hands: Assistant) -> None:
    await hands.load(PAULA, FILE, "t")
    (exchange,) = await hands.open(PAULA, "thread", "t")
    assert exchange.question == "(the file Board export 2026-11-18.csv)"
    assert exchange.answer.proposal


async def test_the_whole_import_is_undone_by_one_click(hands: Assistant) -> None:
    shown = await hands.load(PAULA, FILE, "t")
    assert shown.proposal
    await hands.confirm(PAULA, shown.proposal.id)
    undone = await hands.confirm(PAULA, shown.proposal.id, "undo")
    assert undone.error is None
    told = await hands.call(PAULA, "find_records", {"kind": "project", "where": {"name": "Nordic fair"}})
    assert not any(isinstance(b, Table) for b in told.blocks)


@pytest.mark.parametrize(("who", "says"), [(NORA, "you may not change"), (BEN, "Nordic fair")])
async def test_rights_hold_for_files_too(hands: Assistant, who: str, says: str) -> None:
    answer = await hands.load(who, FILE, "t")
    assert answer.proposal is None
    assert says in str(answer.error)


@pytest.mark.parametrize("name", ["../../etc/passwd.csv", "C:\\Users\\x\\plan.csv", "a\x00b.csv", "x" * 400 + ".csv"])
async def test_a_files_name_is_only_ever_shown_without_its_folder(hands: Assistant, name: str) -> None:
    answer = await hands.load(PAULA, replace(FILE, name=name), "t")
    assert answer.proposal
    assert not {"/", "\\", "\x00"} & set(texts(answer))


@pytest.mark.parametrize("content", [b"", b"\x00" * 1000, b"PK\x03\x04nothing", b"%PDF-1.7", b"{}",
                                     b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>"])
async def test_what_is_no_file_of_records_is_refused_in_a_sentence(hands: Assistant, content: bytes) -> None:
    answer = await hands.load(PAULA, File("plan.xml", content), "t")
    assert answer.proposal is None
    assert answer.error
    assert "reference for the PMO" not in answer.error


async def test_the_receipt_of_an_import_says_what_was_left_three_records_and_where_the_rest_is(hands: Assistant) -> None:
    lines = "".join(f"Task {n},{'2026-12-01' if n else 'soon'}\n" for n in range(20))
    offered = await hands.load(PAULA, File("plan.csv", f"Task,Due\n{lines}".encode(), project="Apollo"), "t")
    assert offered.proposal is not None
    receipt = next(b for b in (await hands.confirm(PAULA, offered.proposal.id)).blocks if isinstance(b, Receipt))
    assert receipt.title == "Done: 20 new tasks"
    assert receipt.lines[0] == "Left out: something of 1 row; the preview says what and why."
    assert [line.partition(" ")[2] for line in receipt.lines[1:4]] == ["title: Task 0", "title: Task 1", "title: Task 2"]
    assert receipt.lines[4:] == ("and 17 more records; “what changed today?” lists them",)


async def test_the_receipt_of_a_large_import_keeps_the_first_records_and_counts_all(hands: Assistant) -> None:
    lines = "".join(f"Task {n},Harbour,2026-12-01\n" for n in range(600))
    offered = await hands.load(PAULA, File("plan.csv", f"Task,Project,Due\n{lines}".encode()), "t")
    assert offered.proposal is not None
    receipt = next(b for b in (await hands.confirm(PAULA, offered.proposal.id)).blocks if isinstance(b, Receipt))
    assert receipt.title == "Done: 1 new project, 600 new tasks"
    assert receipt.lines[-1] == "and 598 more records; “what changed today?” lists them"
    assert len(receipt.keys) == 500


async def test_a_file_of_one_record_is_told_as_one(hands: Assistant) -> None:
    file = File("plan.csv", b"Name,Email,Role\nPetra Maier,petra@office.example,project manager\n")
    offered = await hands.load(PAULA, file, "t")
    assert texts(offered).startswith("plan.csv holds 1 record.")
    assert offered.proposal is not None
    await hands.confirm(PAULA, offered.proposal.id)
    assert texts(await hands.load(PAULA, file, "t")).startswith("Nothing is new in plan.csv: its one record is there and says the same.")


async def test_equal_reasons_stand_once_with_their_first_rows_and_a_count(hands: Assistant) -> None:
    lines = "".join(f"Task {n},Harbour,{'TBC' if n < 40 else f'soon {n}'}\n" for n in range(80))
    offered = await hands.load(PAULA, File("plan.csv", f"Task,Project,Due\n{lines}".encode()), "t")
    left_out = next(b for b in offered.blocks if isinstance(b, Table))
    assert left_out.title == "Left out (80)"
    assert left_out.rows == (("row 2, row 3, row 4 and 77 more", "due left out: “TBC” is no date; so too 40 other values"),)


async def test_rows_and_the_records_they_come_to_are_told_apart(hands: Assistant) -> None:
    file = File("projects.csv", b"ID,Project,Budget\nP1,Harbour,1000\nP2,Quay,2000\n")
    assert texts(await hands.load(PAULA, file, "t")).startswith("projects.csv has 2 rows with something to read, which come to 4 records.")


async def test_amounts_are_read_as_the_offices_country_writes_them_and_the_preview_says_how(hands: Assistant) -> None:
    file = File("projects.csv", "ID,Project,Budget (€m)\nP1,Harbour,1.250\n".encode())
    assert "was read in millions: “1.250” is 1,250,000,000.00." in texts(await hands.load(PAULA, file, "t"))


async def test_a_file_that_names_no_project_says_how_to_name_one(hands: Assistant) -> None:
    said = (await hands.load(PAULA, File("crew.csv", b"Name,Team,Phone\nMira Voss,Core,1\n"), "t")).error or ""
    assert "needs a project. Say of which project they are: pmo import crew.csv --project KEY, or in a column “Project”." in said
    assert said.endswith("If its rows are something else, say what: --kind person, for example.")
    asked = await hands.load(PAULA, File("crew.csv", b"Name,Team,Phone\nMira Voss,Core,1\n", "person"), "t")
    assert asked.proposal
