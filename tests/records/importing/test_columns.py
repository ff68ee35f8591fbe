"""Headers of other systems find our fields; what is not found is named."""
from typing import Any

import pytest

from records.errors import BadInput
from records.importing import columns, foreign
from records.importing.text import plainly
from records.importing.wording import vocabulary
from tests.records.importing.reading_here import first, read_here


@pytest.mark.parametrize(("kind", "header", "field"), [
    ("task", "Assignee", "owner_id"), ("task", "assignee e-mail", "owner_id"), ("task", "Summary", "title"), ("task", "Task Name", "title"),
    ("task", "Story Points", "points"),
    ("task", "Custom field (Story Points)", "points"), ("task", "Due Date", "due"), ("task", "list", "status"), ("task", "Bucket Name", "status"),
    ("task", "board", "project_id"),
    ("task", "Epic", "parent_id"), ("task", "Sprint", "sprint_id"), ("task", "Original Estimate", "hours"), ("task", "Labels", "labels"),
    ("task", "% Complete", "progress"),
    ("task", "Baseline Finish", "baseline_due"), ("task", "Resource Names", "owner_id"), ("task", "WBS", "wbs"), ("task", "Predecessors", "@predecessors"),
    ("task", "Outline Level", "@level"), ("task", "Duration", "@duration"), ("task", "Unique ID", "@id"), ("task", "Finish", "due"),
    ("task", "Asignee", "owner_id"),
    ("project", "RAG", "declared_colour"), ("project", "Project - End Date (Latest Approved End Date)", "finish"), ("project", "SRO", "sponsor_id"),
    ("project", "Total budget", "@budget"),
    ("project", "TOTAL Baseline Whole Life Costs (£m) (including Non-Government Costs)", "@budget"), ("project", "project_name", "name"),
    ("risk", "Likelihood", "probability"), ("risk", "Risk Owner", "owner_id"), ("risk", "Mitigation plan", "response"), ("benefit", "Target date", "end")])
def test_a_usual_header_is_its_field(kind: str, header: str, field: str) -> None:
    assert columns.match([header], vocabulary()[kind], {}).fields == {field: 0}


@pytest.mark.parametrize(("kind", "header"), [("project", "Departmental commentary on actions planned or taken on the IPA RAG rating."), ("task", "Watchers"),
                                              ("task", "Foo")])
def test_a_header_that_is_none_of_ours_is_left(kind: str, header: str) -> None:
    assert columns.match([header], vocabulary()[kind], {}).left == (header,)


def test_a_column_that_is_not_taken_is_named() -> None:
    assert any("“Watchers”" in note for note in read_here("Title,Status,Watchers\nA,done,3\n").notes)


def test_a_tasks_board_needs_no_word_at_all() -> None:
    read = read_here("name,assignee e-mail,list,due date,board\nWrite it,ana@x.example,Doing,2026-04-03,Apollo\n")
    assert first(read) == {"title": "Write it", "owner_id": "ana@x.example", "status": "in progress", "due": "2026-04-03", "project_id": "Apollo"}


def test_what_a_person_says_of_a_column_wins() -> None:
    read = read_here("Headline,Wer,Bis\nBau,Ana,01.02.2026\n", kind="tasks", columns={"wer": "assignee", "Bis": "due date", "Headline": "title"})
    assert first(read) == {"title": "Bau", "owner_id": "Ana", "due": "2026-02-01"}


def test_a_column_can_be_left_out_by_word() -> None:
    assert first(read_here("Title,Status\nA,done\n", columns={"Status": "-"})) == {"title": "A"}


def test_a_field_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(BadInput, match=r"no field “frob”.*owner, status"):
        read_here("Title,Wer\nA,Ana\n", kind="task", columns={"Wer": "frob"})


def test_a_column_that_is_not_there_is_said() -> None:
    assert any("“Nope”" in note for note in read_here("Title,Status\nA,done\n", columns={"Nope": "due"}).notes)


@pytest.mark.parametrize(("text", "kind"), [
    ("Risk,Probability,Impact,Owner\nA,3,4,Ana\n", "risk"), ("Milestone,Baseline,Forecast\nA,2026-01-01,2026-01-02\n", "milestone"),
    ("First name,Last name,Email\nAna,Ruiz,ana@x.example\n", "person"), ("Invoice date,Supplier,Description,Amount\n2026-01-01,ACME,Steel,5\n", "costentry"),
    ("Benefit,Owner,Value,Target date\nA,Ana,5,2026-01-01\n", "benefit"), ("Date,Employee,Project,Hours,Comment\n2026-01-01,Ana,Apollo,7,x\n", "timeentry"),
    ("Project name,Project manager,Sponsor,Phase,RAG\nApollo,Ana,Cleo,Delivery,Green\n", "project"), ("Title,Assignee,Due\nA,Ana,2026-01-01\n", "task"),
    ("Issue,Severity,Raised by,Status\nA,High,Ana,Open\n", "issue"), ("Decision,Decided by,Date,Rationale\nA,Ana,2026-01-01,x\n", "decision")])
def test_the_kind_of_a_table_is_seen_by_its_headers(text: str, kind: str) -> None:
    assert {row.kind for row in read_here(text).rows} == {kind}


def test_a_name_of_the_file_helps_where_headers_do_not_tell() -> None:
    text = "Title,Owner,Status,Description\nA,Ana,open,x\n"
    assert [read_here(text, name).rows[0].kind for name in ("risks.csv", "Issue log.csv", "tasks.csv")] == ["risk", "issue", "task"]


def test_columns_that_tell_nothing_lead_to_a_question() -> None:
    with pytest.raises(BadInput, match="cannot tell what the rows are"):
        read_here("a,b\n1,2\n")
    with pytest.raises(BadInput, match="COLUMN=title"):
        read_here("a,b\n1,2\n", kind="task")


@pytest.mark.parametrize(("wanted", "lacks", "line"), [
    ({}, "Say the kind, such as task, which column holds the title and of which project they are:",
     "--kind task --map 'Do it when=due' --map Thing=title --project KEY"),
    ({"kind": "task"}, "says the title of a task, and none its project.", "--kind task --map 'Do it when=due' --map Thing=title --project KEY"),
    ({"kind": "task", "project": "APOLLO"}, "says the title of a task. Say which", "--kind task --map 'Do it when=due' --map Thing=title --project APOLLO"),
    ({"kind": "task", "columns": {"Do it when": "due"}}, "and none its project.", "--kind task --map 'Do it when=due' --map Thing=title --project KEY")])
def test_all_that_is_missing_is_told_at_once_with_a_line_to_copy(wanted: dict[str, Any], lacks: str, line: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_here("Thing,Bearer,Do it when\nFixing,Ana,2026-12-01\n", "my list.csv", **wanted)
    assert lacks in str(refused.value)
    assert str(refused.value).endswith(f"pmo import 'my list.csv' {line}")


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(BadInput, match="no kind of record “frob”"):
        read_here("Title,Status\nA,done\n", kind="frob")


def test_every_field_and_choice_that_other_systems_words_speak_of_exists() -> None:
    words = foreign._words()
    fields = {name for kind in vocabulary().values() for name in kind.slots}
    slots = [slot for kind in vocabulary().values() for slot in kind.slots.values()]
    choices = {(slot.name, choice) for slot in slots for choice in (*slot.choices, *(meant for _, meant in slot.words))}
    assert not set(words["fields"]) - fields
    assert not [(k, f) for part in ("kinds", "first") for k, of in words[part].items() for f in of if f not in vocabulary()[k].slots]
    assert not [(f, c) for f, of in words["choices"].items() for c in of if (f, c) not in choices]


def test_words_are_compared_without_case_accents_and_signs() -> None:
    assert plainly("% Complété (#)") == "percent complete number"
