"""Columns with odd headers are told by their cells; what was guessed is said, remembered, and never a wild guess."""
import pytest

from records.errors import BadInput
from records.importing.base import Read
from records.importing.text import plainly
from tests.records.importing.reading_here import first, read_here

PEOPLE = [plainly(name) for name in ("Ann Berg", "Bo Lind", "Chidi Okafor", "Greta Holm", "bo@nordlager.example", "Bo", "Ann")]
KNOWN = {"person": PEOPLE, "project": ["depot move", "depot"]}
STRANGE = """Ref No.;What needs doing;Who's on it;Needed by (latest);Where we are;Guess (hrs);Remarks
W-001;Clear the old racking from hall 2;Bo Lind;15.12.2026;doing;24;Scrap dealer booked
W-002;Order the new racking;Chidi Okafor;04.12.2026;not started;12,5;Two offers in
W-003;Lay fibre to the new depot;Bo Lind;31.01.2027;stuck;40;fibre not available before Feb
W-004;Move the forklift charging;Ann Berg;31.02.2027;not started;16;
"""


def read(text: str, name: str = "list.csv", project: str = "DEPOT", **more: object) -> Read:
    return read_here(text, name, project=project, known=KNOWN, **more)


def test_odd_columns_are_told_by_what_stands_below_them_and_it_is_said() -> None:
    found = read(STRANGE)
    assert first(found) == {"title": "Clear the old racking from hall 2", "owner_id": "Bo Lind", "due": "2026-12-15", "status": "in progress", "hours": 24.0,
                            "description": "Scrap dealer booked"}
    assert [row.source for row in found.rows] == [f"csv:task:W-00{n}" for n in (1, 2, 3, 4)]
    (said,) = (note for note in found.notes if note.startswith("Guessed"))
    assert "“Ref No.” as key (short codes, each once)" in said
    assert "“Who's on it” as owner (people that are known here)" in said
    assert '--map "COLUMN=FIELD"' in said


def test_what_was_guessed_can_be_said_again() -> None:
    found = read(STRANGE)
    assert found.guessed["Ref No."] == "id"
    again = read(STRANGE, columns=dict(found.guessed), kind="task")
    assert [row.values for row in again.rows] == [row.values for row in found.rows]
    assert not any(note.startswith("Guessed") for note in again.notes)


@pytest.mark.parametrize(("text", "kind", "fields"), [
    ("Kürzel;Was steht an;Kümmert sich;Spätestens am;Wie weit\nA-1;Regale abbauen;Bo Lind;15.12.2026;in Arbeit\nA-2;Regale holen;Ann;4.12.2026;offen\n",
     "task", {"id", "title", "owner_id", "due", "status"}),
    ("Réf;Ce qu'il faut faire;Qui s'en charge;Pour quand;Où on en est\nF1;Vider le hall;Bo Lind;15/12/2026;en cours\nF2;Poser l'axe;Ann;1/2/2027;terminé\n",
     "task", {"id", "title", "owner_id", "due", "status"}),
    ("Ticket,One-liner,Assigned person,State of play,Wanted for,How urgent\nO-1,Fix it,Bo Lind,Doing,2026-12-15,High\nO-2,Ask it,Ann,Done,2026-12-20,Low\n",
     "task", {"id", "title", "owner_id", "status", "due", "priority"}),
    ("RID,What could go wrong,How likely (1-5),How bad (1-5),Who watches it\nR1,Fibre comes late,4,3,Bo Lind\nR2,Gate is refused,2,5,Ann Berg\n",
     "risk", {"id", "title", "probability", "impact", "owner_id"}),
    ("Problem seen,Reported by whom,How serious,Who fixes it,Fixed?\nGate is open,Ann Berg,high,Bo Lind,open\nLift is slow,Greta Holm,low,Bo Lind,resolved\n",
     "issue", {"title", "raised_by_id", "severity", "owner_id", "status"}),
    ("What we gain,Per year (EUR),Whose job\nRent saved,120000,Greta Holm\nFewer picks,40000,Ann Berg\n", "benefit", {"title", "expected", "owner_id"}),
    ("Doer,To-do text,Hours we think,Progress so far,Topic area\nBo Lind,Clear hall 2,24,50%,Depot Move\nAnn Berg,Talk again,6,100%,Depot Move\n",
     "task", {"owner_id", "title", "hours", "progress", "project_id"})])
def test_tables_of_other_people_are_read(text: str, kind: str, fields: set[str]) -> None:
    found = read(text)
    assert {row.kind for row in found.rows} == {kind}
    assert fields - {"id"} <= {name for row in found.rows for name in row.values}
    assert all(row.source for row in found.rows) is ("id" in fields)


@pytest.mark.parametrize("text", [
    "What to buy;From whom;Pieces;Price each;Order before\nPallet rack;Mecalux;40;180,00;04.12.2026\nScanner;Zebra;6;420,50;10.12.2026\n",
    "Station,Day,High,Low,Rain (mm)\nHamburg,2026-11-01,12,4,3.2\nKiel,2026-11-01,10,6,1.1\n",
    "Rank,Artist,Track,Minutes,Year\n1,Blur,Song 2,2.01,1997\n2,Queen,Innuendo,6.3,1991\n",
    "Company,Street,Town,Phone\nMecalux,Hafenstr. 4,Kiel,0431 5550\nZebra,Am Markt 1,Bonn,0228 4440\n",
    "SKU,Descr.,On hand,Bin,Last count\nP-100,Pallet EUR,240,A-01,2026-10-31\nP-101,Half pallet,15,B-01,2026-10-31\n",
    "Shift,Colleague,Day,From,To\nEarly,Bo Lind,2026-12-01,06:00,14:00\nLate,Ann Berg,2026-12-01,14:00,22:00\n",
    "Our no.;Their no.;Firm;Net;Paid on\n1001;R-77;Mecalux;1200,00;12.11.2026\n1002;8841;Zebra;420,50;14.11.2026\n"])
def test_what_is_no_list_of_work_is_asked_about_with_one_command_and_no_column_of_codes_is_its_title(text: str) -> None:
    with pytest.raises(BadInput, match=r"pmo import list\.csv --kind task") as refused:
        read(text)
    title = str(refused.value).partition("=title")[0].rpartition("--map ")[2].strip("'")
    assert title not in {"Our no.", "SKU", "Rank", "Day", "Pieces"}


def test_the_one_command_names_all_that_was_guessed_and_all_that_is_missing() -> None:
    with pytest.raises(BadInput) as refused:
        read("Part;Naming;Pieces\nP-1;Rack, 3 m;40\nP-2;Scanner, small;6\n", project="")
    assert str(refused.value).endswith("pmo import list.csv --kind task --map Part=id --map Naming=title --project KEY")


@pytest.mark.parametrize(("header", "cells", "lost", "what"), [("Progress", ("Started well", "Nearly there"), "progress", "number"),
                                                               ("Due", ("06:00", "14:00"), "due", "date")])
def test_a_column_that_is_nothing_else_says_of_each_cell_why_it_is_not_taken(header: str, cells: tuple[str, str], lost: str, what: str) -> None:
    found = read(f"Title,Status,{header}\nDig the hole,done,{cells[0]}\nPour it,open,{cells[1]}\n")
    assert all(lost not in row.values for row in found.rows)
    assert [s.why for s in found.skipped] == [f"{lost} left out: “{cell}” is no {what}" for cell in cells]


def test_a_header_is_not_believed_where_its_cells_are_of_another_field() -> None:
    found = read("Item,Progress,Doing it\nClear the hall,In progress,Bo Lind\nOrder the racks,Completed,Ann Berg\n")
    assert found.guessed == {"Progress": "status", "Doing it": "owner_id"}


def test_another_table_below_the_first_is_left_out_and_said() -> None:
    found = read("Task;Owner;Due\nClear hall;Bo Lind;4.12.2026\n\nRisk;Probability;Impact\nFibre late;4;3\n")
    assert [row.values["title"] for row in found.rows] == ["Clear hall"]
    assert any(note.startswith("Rows from row 4 on, another table (“Risk”, “Probability”, “Impact”)") and note.endswith("2 left out.") for note in found.notes)


def test_a_table_of_fifty_columns_names_the_first_that_are_not_taken_and_counts_the_rest() -> None:
    found = read(f"Task,{','.join(f'Extra {n}' for n in range(49))}\nDig the hole,{','.join('7' * 49)}\n")
    assert any("“Extra 11” and 37 more" in note for note in found.notes)


def test_what_a_person_said_is_never_guessed_over() -> None:
    found = read(STRANGE, columns={"Remarks": "-", "Guess (hrs)": "points"})
    assert {"description", "hours"}.isdisjoint(first(found))
    assert first(found)["points"] == 24


def test_without_known_people_names_count_only_where_a_header_speaks_of_people() -> None:
    text = "What needs doing;Who's on it;Town;Where we are\nClear the hall;Eva Ulm;Bad Tölz;doing\nOrder racks;Max Rot;Groß Gerau;done\n"
    found = read_here(text, "list.csv", project="DEPOT", known={"person": [], "project": []}).guessed
    assert found["Who's on it"] == "owner_id"
    assert "Town" not in found
