"""Lists as an office writes them in German, and the usual words of its neighbours."""
import pytest

from records.errors import BadInput
from records.importing import columns
from records.importing.people import is_name
from records.importing.persons import name_of
from records.importing.wording import vocabulary
from tests.records.importing.reading_here import first, read_here, values, whys

TASKS = ("Vorhaben;Nr.;Was ist zu tun;Zuständig;Start;Fällig bis;Erledigt?;Std. geplant;Std. ist;Prio;Hängt ab von\n"
         "Umbau;U-01;Bestand aufnehmen;Dr. Ute Große;02.11.2026;06.11.2026;erledigt;16;18,5;hoch;\n"
         "Umbau;U-02;Antrag stellen;Jonas Adler;09.11.2026;13.11.2026;in Arbeit;12,5;10;mittel;U-01\n")


def test_a_german_list_of_tasks_needs_no_word_at_all() -> None:
    read = read_here(TASKS, "liste.csv")
    assert values(read, "task") == [
        {"title": "Bestand aufnehmen", "project_id": "Umbau", "owner_id": "Dr. Ute Große", "start": "2026-11-02", "due": "2026-11-06", "status": "done",
         "hours": 16.0, "priority": "high"},
        {"title": "Antrag stellen", "project_id": "Umbau", "owner_id": "Jonas Adler", "start": "2026-11-09", "due": "2026-11-13", "status": "in progress",
         "hours": 12.5, "priority": "medium"}]
    assert [(v["predecessor_id"], v["successor_id"]) for v in values(read, "link")] == [("csv:task:U-01", "csv:task:U-02")]
    assert read.notes[-1] == 'No field of a task was found for “Std. ist”; to take a column, say which field it is (--map "Std. ist=FIELD").'


@pytest.mark.parametrize(("text", "kind"), [
    ("Titel;Projekt;Verantwortlich\nA;P1;Tom Neu\n", "task"), ("Projekt;Titel;Verantwortlich;Fällig\nP1;A;Tom Neu;01.02.2026\n", "task"),
    ("Projekt;Projektleiter;Beginn;Ende;Budget\nA;Ute;01.02.2026;01.03.2026;5\n", "project"),
    ("Risiko;Wahrscheinlichkeit;Auswirkung;Maßnahme;Verantwortlich\nA;3;4;x;Ute Groß\n", "risk"),
    ("Name,E-Mail,Rolle\nUte Groß,u@x.example,Mitglied\n", "person"),
    ("Meilenstein;Termin\nA;01.02.2026\n", "milestone"), ("Titel;Zuständig;Nr.\nA;Ute Groß;1\n", "task"),
    ("Tâche;Responsable;Échéance;Priorité\nA;Ana Ruiz;01/02/2026;haute\n", "task"),
    ("Tarea;Responsable;Fecha límite;Estado\nA;Ana;01/02/2026;pendiente\n", "task"),
    ("Tarefa;Responsável;Prazo;Situação\nA;Ana;01/02/2026;concluída\n", "task")])
def test_the_kind_of_a_foreign_table_is_seen_by_its_headers(text: str, kind: str) -> None:
    assert read_here(text).rows[0].kind == kind


@pytest.mark.parametrize(("kind", "header", "field"), [
    ("task", "Aufgabe", "title"), ("task", "Termin", "due"), ("task", "Beginn", "start"), ("task", "Aufwand", "hours"), ("task", "Fortschritt", "progress"),
    ("task", "Beschreibung", "description"), ("task", "Priorität", "priority"), ("budgetline", "Kosten", "amount"), ("project", "Budget", "@budget"),
    ("task", "Vorgänger", "@predecessors"), ("person", "Rolle", "role")])
def test_a_usual_german_header_is_its_field(kind: str, header: str, field: str) -> None:
    assert columns.match([header], vocabulary()[kind], {}).fields == {field: 0}


def test_yes_and_no_say_whether_a_task_is_done_and_words_how_bad_a_risk_is() -> None:
    assert [v["status"] for v in values(read_here("Aufgabe;Erledigt?\nA;ja\nB;nein\n"))] == ["done", "to do"]
    assert first(read_here("Risiko;Wahrscheinlichkeit;Auswirkung\nA;hoch;mittel\n")) == {"title": "A", "probability": 4, "impact": 3}


def test_a_role_that_is_none_is_said_and_a_german_one_is_known() -> None:
    read = read_here("Name,Rolle\nUte Groß,Projektleiterin\nJan Alt,Zauberer\n")
    assert [v.get("role") for v in values(read)] == ["project manager", None]
    assert whys(read)[0].startswith("row 3: role left out: “Zauberer” is none of")


def test_a_schedule_of_reports_is_read_only_from_a_file_called_so() -> None:
    text = "What,Often,Owner\nstatus report,weekly,Ana Ruiz\n"
    assert read_here(text, "schedules.csv").rows[0].kind == "schedule"
    assert {row.kind for row in read_here("What,Owner,Start\nDig,Ana Ruiz,2026-01-02\n", "schedule.csv").rows} == {"task"}


def test_rows_without_a_project_are_told_how_to_name_it() -> None:
    note = 'No column says the project of the tasks: say which of “Baustelle” does (--map "COLUMN=project"), or one project for all rows (--project NAME).'
    assert note == read_here("Aufgabe;Baustelle\nA;Ulm\n").homeless
    assert read_here("Aufgabe;Baustelle\nA;Ulm\n", project="APOLLO").homeless == ""


def test_blocked_by_that_names_other_rows_is_read_as_the_links_to_them() -> None:
    read = read_here("Nr.;Aufgabe;Folgt auf\n1;A;\n2;B;1\n3;C;1, 2\n", columns={"Folgt auf": "blocked by"})
    assert len(values(read, "link")) == 3
    assert "Column “Folgt auf” names other rows, so it was read as the predecessors." in read.notes


def test_a_reason_of_a_task_that_is_not_blocked_is_left_out_and_said() -> None:
    read = read_here("Title,Why\nA,the crane\n", columns={"Why": "blocked by"})
    assert whys(read) == ["row 2: blocked by left out: its status is not blocked; tasks that come before it are said as COLUMN=predecessors"]


def test_what_a_column_can_say_of_a_row_stands_among_the_fields() -> None:
    with pytest.raises(BadInput, match="can also say id, predecessors, successors, level, duration, milestone"):
        read_here("Title,Wer\nA,Ana\n", kind="task", columns={"Wer": "frob"})


def test_a_title_makes_nobody_another_person() -> None:
    assert name_of("Dr. Ute Große") == name_of("Große, Prof. Dr. Ute") == name_of("ute große")
    assert name_of("Mr. Smith") != name_of("Mrs. Smith")


@pytest.mark.parametrize(("said", "is_one"), [
    ("Dr. Ute Große", True), ("Prof. Karl Alt", True), ("Prof. Dr. Karl Alt", True), ("Dipl.-Ing. Jan Alt", True), ("Mag. Eva Neu", True), ("J. Smith", True),
    ("J.R.R. Tolkien", True), ("John Smith Jr.", True), ("Dig it. Then pour", False), ("Dr.", False), ("Room 101", False), ("Ask: Ana", False)])
def test_titles_and_initials_belong_to_a_name(said: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_name(said) is is_one
