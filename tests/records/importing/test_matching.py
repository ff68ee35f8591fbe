"""A file's rows find the records they speak of; the rest becomes new, and what cannot be taken is said with its reason."""
from typing import Any

import pytest

from records import changing, log, planning
from records.errors import BadInput, NotFound
from records.importing.base import Rate, Read, Row, To
from records.importing.matching import Matched, matched
from records.kinds import Comment, Membership, Person, Project, Task
from records.proposals import Change, Create, Undo
from records.query import Query, Where
from tests.records.conftest import ADMIN, ANA, BEN, NOW, TODAY, VERA, Office


def task(number: int, title: str, **values: object) -> Row:
    return Row("task", f"csv:{number}", {"title": title, "project_id": To("project", "APOLLO"), **values}, f"row {number}")


def match(office: Office, who: str, *rows: Row, project: int | None = None) -> Matched:
    with office.database.reading() as session:
        return matched(session, office.asker(who), Read(rows), TODAY, project)


def new(made: Matched) -> list[Create]:
    return [w for w in made.wishes if isinstance(w, Create)]


def load(office: Office, who: str, *rows: Row) -> int:
    with office.database.writing() as tx:
        asker = office.asker(who)
        changes = planning.plan(tx, asker, matched(tx, asker, Read(rows), TODAY).proposal("plan.csv"), TODAY)
        return changing.apply(tx, asker, changes, NOW).position


def got(office: Office, key: str) -> Any:
    with office.reader(ADMIN) as reader:
        return reader.get(Task, key)


def test_the_same_file_next_week_changes_what_changed_and_makes_nothing_twice(office: Office) -> None:
    load(office, ANA, task(1, "Dig"), task(2, "Pour", parent_id=To("task", "csv:1")))
    load(office, ANA, task(1, "Dig deeper"), task(2, "Pour"), task(3, "Dry"))
    with office.reader(ADMIN) as reader:
        assert [t.title for t in reader.find(Query(Task, (Where("source", "not empty"),), sort="key"))] == ["Dig deeper", "Pour", "Dry"]
        assert reader.get(Task, "APOLLO-T-4").parent_id == reader.get(Task, "APOLLO-T-3").id


def test_a_row_may_refer_to_one_that_stands_below_it(office: Office) -> None:
    load(office, ANA, task(1, "Inner", parent_id=To("task", "csv:2")), task(2, "Outer"))
    assert got(office, "APOLLO-T-4").parent_id == got(office, "APOLLO-T-3").id


def test_without_a_source_the_title_in_the_project_decides_and_the_second_of_a_title_is_the_second(office: Office) -> None:
    rows = [Row("task", "", {"title": t, "project_id": To("project", "APOLLO"), "hours": h}, "row")
            for t, h in (("order STEEL", 70), ("Paint", 1), ("Paint", 2))]
    load(office, ANA, *rows)
    load(office, ANA, *rows[:2], Row("task", "", {**rows[2].values, "hours": 3}, "row"))
    assert [got(office, f"APOLLO-T-{n}").hours for n in (2, 3, 4)] == [70, 1, 3]
    with office.reader(ADMIN) as reader:
        assert reader.count(Query(Task, (Where("project_id", "is", 1),))) == 4


@pytest.mark.parametrize("said", ["ben@office.example", "Ben Okafor", "Okafor, Ben", "BEN OKAFOR"])
def test_a_person_is_found_by_address_or_name(office: Office, said: str) -> None:
    load(office, ANA, task(1, "Dig", owner_id=To("person", said)))
    assert got(office, "APOLLO-T-3").owner_id == 3


def test_people_and_projects_that_nobody_knows_are_made_by_the_pmo_admin(office: Office) -> None:
    load(office, ADMIN, task(1, "Dig", project_id=To("project", "Nordic fair"), owner_id=To("person", "eve.stone@else.example")),
         task(2, "Pour", project_id=To("project", "Nordic fair"), owner_id=To("person", "eve.stone@else.example")))
    with office.reader(ADMIN) as reader:
        assert reader.get(Project, "NORDIC").name == "Nordic fair"
        (eve,) = reader.find(Query(Person, (Where("email", "is", "eve.stone@else.example"),)))
        assert (eve.name, eve.role) == ("Eve Stone", "member")
        assert {t.owner_id for t in reader.find(Query(Task, (Where("title", "in", ("Dig", "Pour")),)))} == {eve.id}
        assert reader.count(Query(Membership, (Where("person_id", "is", eve.id),))) == 0


def test_who_may_not_add_people_gets_the_task_without_its_owner_and_is_told_who_can(office: Office) -> None:
    made = match(office, ANA, task(1, "Dig", owner_id=To("person", "Eve Stone")))
    assert len(made.wishes) == 1
    assert made.skipped[0].why == "owner left out: there is no person “Eve Stone”; the PMO admin can add them"


def test_a_hidden_project_is_not_found_and_its_name_gives_nothing_away(office: Office) -> None:
    made = match(office, BEN, task(1, "Dig", project_id=To("project", "Zephyr")))
    assert not made.wishes
    assert made.skipped[0].why == match(office, BEN, task(1, "Dig", project_id=To("project", "Nowhere"))).skipped[0].why.replace("Nowhere", "Zephyr")


def test_who_may_only_look_can_take_nothing_in(office: Office) -> None:
    made = match(office, VERA, task(1, "Dig"))
    assert (made.wishes, made.skipped[0].why) == ([], "left out: As a viewer you may not change tasks; a project manager or the PMO admin may")


@pytest.mark.parametrize(("values", "why"), [
    ({"due": "TBC"}, "due left out"), ({"hours": -3}, "hours left out"), ({"status": "sleeping"}, "status left out"),
    ({"start": "2026-12-01", "due": "2026-11-01"}, "left out: The due date lies before the start"), ({"unicorns": 3}, "a task has no such field"),
    ({"recurrence": "FREQ=WEEKLY;BYDAY=FR"}, "needs a due date")])
def test_a_value_that_does_not_hold_is_left_out_and_the_row_comes(office: Office, values: dict[str, object], why: str) -> None:
    made = match(office, ANA, task(1, "Dig", **values))
    assert len(made.wishes) == 1
    assert why in made.skipped[0].why
    assert load(office, ANA, task(1, "Dig", **values))


def test_a_row_that_cannot_stand_is_left_out_alone(office: Office) -> None:
    made = match(office, ANA, task(1, ""), task(2, "Pour"), Row("unicorn", "", {}, "row 3"))
    assert [(s.where, s.why) for s in made.skipped] == [
        ("row 1", "left out: the title of a task may not be empty"), ("row 3", "left out: there is no kind of record “unicorn”")]
    assert len(made.wishes) == 1


def test_rows_that_refer_to_each_other_in_a_circle_end(office: Office) -> None:
    made = match(office, ANA, task(1, "A", parent_id=To("task", "csv:2")), task(2, "B", parent_id=To("task", "csv:1")))
    assert len(made.wishes) == 2


def test_an_import_is_one_change_and_is_taken_back_whole(office: Office) -> None:
    position = load(office, ADMIN, task(1, "Dig", project_id=To("project", "Nordic fair")), task(2, "Order concrete"))
    office.do(ADMIN, Undo(position))
    with office.reader(ADMIN) as reader:
        assert reader.count(Query(Task)) == 3
    assert load(office, ADMIN, task(1, "Dig"))                                  # what was taken back can come again


def test_people_of_a_file_of_ours_are_matched_by_address_where_there_is_a_company_already(office: Office) -> None:
    row = Row("person", "key:P-1", {"key": "P-1", "name": "Somebody Else", "email": "else@other.example"}, "person P-1")
    (wish,) = match(office, ADMIN, row).wishes
    assert isinstance(wish, Create)
    assert wish.key == ""
    (same,) = match(office, ADMIN, Row("person", "key:P-9", {"key": "P-9", "name": "Ben B. Okafor", "email": BEN}, "person P-9")).wishes
    assert isinstance(same, Change)
    assert same.keys == ("P-3",)


def test_a_file_decides_nothing_that_its_asker_may_not_decide(office: Office) -> None:
    own = Row("changerequest", "csv:1", {"title": "More steel", "project_id": To("project", "APOLLO"), "status": "approved"}, "row 1")
    large = Row("changerequest", "csv:2", {**own.values, "title": "A second hall", "requester_id": To("person", "Ben Okafor"), "cost_effect": "90000"}, "row 2")
    made = match(office, ANA, own, large)
    assert [w.values.get("status") for w in made.wishes if isinstance(w, Create)] == [None, None]
    assert ["status left out" in s.why for s in made.skipped] == [True, True]
    load(office, ANA, own, large)
    assert not match(office, ADMIN, large).skipped


def test_a_comment_of_a_new_record_is_about_it_and_stays_so(office: Office) -> None:
    rows = (Row("comment", "csv:1/c", {"text": "Looks good", "project_id": To("project", "APOLLO"), "about": To("task", "csv:1")}, "row 1"), task(1, "Dig"))
    position = load(office, ANA, *rows)
    with office.reader(ADMIN) as reader:
        comment = reader.find(Query(Comment, (Where("source", "is", "csv:1/c"),)))[0]
        assert (comment.about, comment.text) == ("APOLLO-T-3", "Looks good")
    with office.database.reading() as session:
        assert [e["after"].get("about") for e in log.at(session, position).edits if e["kind"] == "comment"] == ["APOLLO-T-3"]
        again = matched(session, office.asker(ANA), Read(rows), TODAY)
        with pytest.raises(BadInput, match="change nothing"):
            planning.plan(session, office.asker(ANA), again.proposal("plan.csv"), TODAY)


def test_the_preview_names_the_new_record_that_a_comment_is_about(office: Office) -> None:
    rows = (task(1, "Dig"), Row("comment", "", {"text": "Looks good", "project_id": To("project", "APOLLO"), "about": To("task", "csv:1")}, "row 1"))
    changes = office.plan(ANA, *match(office, ANA, *rows).wishes)
    assert ("about", "Dig (new)") in {(line.field, line.after) for line in changes.shown}


def test_nobody_speaks_of_a_new_record_of_another_project(office: Office) -> None:
    new = Create("task", {"title": "Dig", "project_id": 1}, new=-1)
    with pytest.raises(BadInput, match="That task belongs to another project than the comment"):
        office.plan(ADMIN, new, Create("comment", {"text": "Hm", "project_id": 2, "about": "-1"}))
    with pytest.raises(NotFound):
        office.plan(ADMIN, Create("comment", {"text": "Hm", "project_id": 1, "about": "-1"}))


@pytest.mark.parametrize(("values", "phase"), [({"progress": 10}, "in delivery"), ({"status": "done"}, "in delivery"),
                                               ({"began_on": "2026-11-02"}, "in delivery"), ({"status": "to do"}, "planning"),
                                               ({"status": "cancelled"}, "planning")])
def test_a_new_project_begins_in_the_phase_that_its_tasks_tell(office: Office, values: dict[str, object], phase: str) -> None:
    made = match(office, ADMIN, Row("task", "csv:9", {"title": "Dig", "project_id": To("project", "Harbour"), **values}, "row 2"))
    assert [w.values["phase"] for w in made.wishes if isinstance(w, Create) and w.kind == "project"] == [phase]
    began = "work on its tasks has begun" if phase == "in delivery" else "none of its tasks has begun"
    assert made.notes[:1] == (f"Harbour is taken as {phase}, since {began}.",)


def test_a_phase_that_the_file_says_stands_and_a_project_without_tasks_is_a_candidate(office: Office) -> None:
    made = match(office, ADMIN, Row("project", "csv:a", {"name": "Harbour", "phase": "on hold"}, "row 1"), Row("project", "csv:b", {"name": "Quay"}, "row 2"),
                 Row("task", "csv:9", {"title": "Dig", "project_id": To("project", "csv:a"), "progress": 5}, "row 3"))
    assert [w.values.get("phase") for w in made.wishes if isinstance(w, Create) and w.kind == "project"] == ["on hold", None]
    assert made.notes == ()


def test_many_projects_are_told_by_the_first_three(office: Office) -> None:
    rows = [Row("task", f"csv:{n}", {"title": "Dig", "project_id": To("project", f"Quay {n}"), "status": "to do"}, f"row {n}") for n in range(5)]
    assert match(office, ADMIN, *rows).notes == ("Quay 0, Quay 1, Quay 2 and 2 more are taken as planning, since none of their tasks has begun.",)


def test_nobody_says_that_no_task_has_begun_where_no_state_was_read(office: Office) -> None:
    one = match(office, ADMIN, Row("task", "csv:1", {"title": "Dig", "project_id": To("project", "Quay")}, "row 1"))
    assert one.notes == ("Quay is taken as planning, since nothing was read that says how far its tasks are: no state, no progress, no actual dates.",)
    assert [w.values["phase"] for w in one.wishes if isinstance(w, Create) and w.kind == "project"] == ["planning"]
    both = match(office, ADMIN, Row("task", "csv:1", {"title": "Dig", "project_id": To("project", "Quay")}, "row 1"),
                 Row("task", "csv:2", {"title": "Pour", "project_id": To("project", "Pier"), "status": "to do"}, "row 2"))
    assert [note.split(",")[0] for note in both.notes] == ["Pier is taken as planning", "Quay is taken as planning"]


def test_a_blocked_task_without_a_reason_says_so_and_keeps_one_that_is_there(office: Office) -> None:
    made = match(office, ANA, task(1, "Dig", status="blocked"))
    assert [w.values["blocked_by"] for w in new(made)] == ["no reason given"]
    assert made.notes == ("1 task is blocked and the file does not say why: “no reason given” stands there until somebody does.",)
    load(office, ANA, task(1, "Dig", status="blocked", blocked_by="no steel"))
    assert match(office, ANA, task(1, "Dig", status="blocked")).notes == ()
    load(office, ANA, task(1, "Dig deeper", status="blocked"))
    assert got(office, "APOLLO-T-3").blocked_by == "no steel"


@pytest.mark.parametrize(("dates", "phase"), [({"start": "2026-01-01", "finish": "2027-01-01"}, "in delivery"), ({"finish": "2026-11-17"}, "closed"),
                                              ({"start": "2026-12-01", "finish": "2027-01-01"}, None), ({"start": "2026-01-01"}, None)])
def test_a_new_project_without_a_phase_has_the_one_of_its_dates(office: Office, dates: dict[str, object], phase: str | None) -> None:
    made = match(office, ADMIN, Row("project", "csv:a", {"name": "Harbour", **dates}, "row 1"))
    assert [w.values.get("phase") for w in made.wishes if isinstance(w, Create)] == [phase]
    assert made.notes == ((f"Harbour is taken as {phase}: phase from its dates.",) if phase else ())
    assert office.plan(ADMIN, *made.wishes)


def test_a_declared_colour_without_reason_is_left_out_at_birth_and_ever_after_and_said_once(office: Office) -> None:
    rows = [Row("project", f"csv:{n}", {"name": f"Quay {n}", "declared_colour": "amber"}, f"row {n}") for n in (1, 2)]
    said = ("The declared colour of 2 projects was left out: it needs a reason and until when it holds. Their colour is computed from their records.",)
    made = match(office, ADMIN, *rows)
    assert (made.notes, made.skipped) == (said, [])
    load(office, ADMIN, *rows)
    again = match(office, ADMIN, *rows)
    assert (again.notes, again.skipped) == (said, [])
    with pytest.raises(BadInput, match="change nothing"):
        office.plan(ADMIN, *again.wishes)


def test_a_declared_colour_with_reason_and_end_is_taken(office: Office) -> None:
    told = {"name": "Quay", "declared_colour": "amber", "declared_reason": "The crane is late.", "declared_until": "2026-12-31"}
    (wish,) = match(office, ADMIN, Row("project", "csv:1", told, "row 1")).wishes
    assert isinstance(wish, Create)
    assert wish.values["declared_colour"] == "amber"


def test_a_task_that_is_done_in_the_file_was_done_when_it_was_due_and_not_today(office: Office) -> None:
    rows = (task(1, "Dig", status="done", due="2026-06-20"), task(2, "Pour", status="in progress", start="2026-06-01", due="2026-12-20"),
            task(3, "Dry", status="done", due="2026-06-20", done_on="2026-07-01"), task(4, "Paint", status="done", due="2027-01-20"))
    assert match(office, ANA, *rows).notes == ("1 task is done and the file does not say when: the due date was taken.",
                                               "1 task is done and the file does not say when, nor a due date that is past: today was taken.",
                                               "1 task is in progress and the file does not say since when: the start was taken.")
    load(office, ANA, *rows)
    assert [str(got(office, f"APOLLO-T-{n}").done_on) for n in (3, 5, 6)] == ["2026-06-20", "2026-07-01", str(TODAY)]
    assert str(got(office, "APOLLO-T-4").began_on) == "2026-06-01"


def flow(title: str, year: int, amount: str, **values: object) -> Row:
    return Row("cashflow", f"case:{title}/{year}", {"title": title, "year": year, "amount": amount, "project_id": To("project", "APOLLO"), **values}, "row")


def test_a_year_in_which_nothing_flows_makes_no_record_and_is_said(office: Office) -> None:
    rows = [flow("Rent", 2026, "0.00"), flow("Build", 2027, "-10.00"), flow("Build", 2028, "0.00"), flow("Rent", 2027, "0.00"), flow("Rent", 2028, "5.00"),
            flow("Spare", 2028, "0.00")]
    made = match(office, ADMIN, *rows)
    assert [(w.values["title"], w.values["year"]) for w in new(made)] == [("Rent", 2026), ("Build", 2027), ("Rent", 2028)]
    assert made.notes == ("3 yearly flows of 0.00 were left out, for a year without a flow counts the same; nothing is left of “Spare”.",)


def test_the_same_flows_next_week_make_none_of_nothing(office: Office) -> None:
    rows = [flow("Build", 2027, "-10.00"), flow("Build", 2028, "0.00"), flow("Rent", 2027, "0.00"), flow("Rent", 2028, "5.00")]
    load(office, ADMIN, *rows)
    assert new(match(office, ADMIN, *rows)) == []


def test_a_flow_that_is_there_and_comes_to_nothing_now_is_changed(office: Office) -> None:
    load(office, ADMIN, flow("Build", 2027, "-10.00"), flow("Build", 2028, "-5.00"))
    made = match(office, ADMIN, flow("Build", 2027, "-10.00"), flow("Build", 2028, "0.00"))
    assert [w.values["amount"] for w in made.wishes if isinstance(w, Change)] == ["-10.00", "0.00"]


def test_yearly_flows_are_shown_in_a_line_each(office: Office) -> None:
    rows = [*(flow("Build", year, "-10.00", forecast="-12.00") for year in (2026, 2027)), *(flow("Rent", year, "5.00") for year in (2026, 2027, 2028))]
    changes = office.plan(ADMIN, *match(office, ADMIN, *rows).wishes)
    assert [(c.record, c.field, c.after) for c in changes.shown] == [
        ("5 new cash flows", "project", "Apollo"),
        ("5 new cash flows", "Build", "2026 -10.00 EUR (forecast -12.00 EUR); 2027 -10.00 EUR (forecast -12.00 EUR)"),
        ("5 new cash flows", "Rent", "2026 5.00 EUR; 2027 5.00 EUR; 2028 5.00 EUR")]


@pytest.mark.parametrize(("percent", "project", "said"), [
    (8.0, "APOLLO", "The file discounts at 8 %, as Apollo does."), (8.0, "Harbour", "The file discounts at 8 %, as Harbour does."),
    (10.0, "Apollo", "The file discounts at 10 %, Apollo at 8 %, and 8 % is what counts here; “set the discount rate of APOLLO to 10 %” takes the file's.")])
def test_a_rate_is_compared_with_the_one_in_force(office: Office, percent: float, project: str, said: str) -> None:
    with office.database.reading() as session:
        made = matched(session, office.asker(ADMIN), Read((flow("Build", 2027, "-10.00"),), rates=(Rate(percent, project),)), TODAY)
    assert made.notes == (said,)


def test_a_row_of_what_is_called_so_finds_it_by_key_or_name_and_renames_nothing(office: Office) -> None:
    for said in ("APOLLO", "Apollo"):
        made = match(office, ADMIN, Row("project", f"named:{said}", {"name": said, "sponsor_id": To("person", "Ben Okafor", known=True)}, "the case"))
        assert [(w.keys, list(w.values), w.source) for w in made.wishes if isinstance(w, Change)] == [(("APOLLO",), ["sponsor_id"], "")]
    made = match(office, ADMIN, Row("project", "named:Quay", {"name": "Quay", "sponsor_id": To("person", "Nobody Known", known=True)}, "the case"))
    assert [(w.kind, w.values) for w in new(made)] == [("project", {"name": "Quay"})]
    assert made.skipped[0].why == "sponsor left out: there is no person “Nobody Known”"
