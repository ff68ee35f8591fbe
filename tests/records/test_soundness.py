"""What must hold between records: no circles, one who answers, the same project, words for choices that there are."""
import pytest

from records.errors import BadInput, NotFound, Refused
from records.kinds import Measurement
from records.proposals import Change, Create
from records.query import Query
from tests.records.conftest import ADMIN, ANA, BEN, DORA, VERA, Office


def test_links_may_not_run_in_a_circle(office: Office) -> None:
    office.do(ANA, Create("link", {"project_id": 1, "predecessor_id": 1, "successor_id": 2}))
    with pytest.raises(BadInput, match="circle: APOLLO-T-"):
        office.plan(ANA, Create("link", {"project_id": 1, "predecessor_id": 2, "successor_id": 1}))
    with pytest.raises(BadInput, match="cannot wait for itself"):
        office.plan(ANA, Create("link", {"project_id": 1, "predecessor_id": 2, "successor_id": 2}))


def test_a_circle_within_one_change_is_refused_as_well(office: Office) -> None:
    new = [Create("task", {"title": t, "project_id": 1}, n) for t, n in (("A", -1), ("B", -2))]
    links = [Create("link", {"project_id": 1, "predecessor_id": a, "successor_id": b}) for a, b in ((-1, -2), (-2, -1))]
    with pytest.raises(BadInput, match="circle"):
        office.plan(ANA, *new, *links)


def test_a_task_may_not_lie_in_itself(office: Office) -> None:
    office.do(ANA, Change("task", ("APOLLO-T-1",), {"parent_id": 2}))
    with pytest.raises(BadInput, match="circle"):
        office.plan(ANA, Change("task", ("APOLLO-T-2",), {"parent_id": 1}))


def test_a_record_refers_to_its_own_project_only(office: Office) -> None:
    with pytest.raises(BadInput, match="belongs to another project"):
        office.plan(ADMIN, Change("task", ("APOLLO-T-1",), {"parent_id": 3}))


def test_what_belongs_to_a_hidden_project_does_not_exist_for_a_reference(office: Office) -> None:
    with pytest.raises(NotFound):
        office.plan(ANA, Change("task", ("APOLLO-T-1",), {"parent_id": 3}))


def test_the_project_of_a_new_record_is_that_of_what_it_refers_to(office: Office) -> None:
    shown = {c.field: c.after for c in office.plan(ANA, Create("link", {"predecessor_id": 1, "successor_id": 2})).shown}
    assert shown["project"] == "Apollo"


def test_exactly_one_person_is_accountable_for_a_deliverable(office: Office) -> None:
    office.do(ANA, Create("deliverable", {"title": "Hall", "project_id": 1}))
    office.do(ANA, Create("responsibility", {"deliverable_id": 1, "person_id": 2, "letter": "accountable"}))
    with pytest.raises(BadInput, match="APOLLO-RA-1 names one already"):
        office.plan(ANA, Create("responsibility", {"deliverable_id": 1, "person_id": 3, "letter": "accountable"}))
    office.do(ANA, Create("responsibility", {"deliverable_id": 1, "person_id": 3, "letter": "responsible"}))


def test_a_word_stands_for_a_choice_that_there_is(office: Office) -> None:
    word = {"word": "Parked", "record": "project", "field": "phase", "choice": "on hold"}
    office.do(ADMIN, Create("word", word))
    for bad in ({"record": "unicorn"}, {"field": "colouring"}, {"choice": "asleep"}):
        with pytest.raises(BadInput):
            office.plan(ADMIN, Create("word", {**word, "word": "Other", **bad}))


def test_a_comment_is_about_a_record_that_its_author_can_see(office: Office) -> None:
    for about in ("ZEPHYR-T-1", "APOLLO-T-99", "nothing"):
        with pytest.raises(NotFound):
            office.plan(BEN, Create("comment", {"text": "Hm", "about": about}))
    assert office.plan(DORA, Create("comment", {"text": "Hm", "about": "ZEPHYR-T-1"}))


def test_a_measurement_of_no_project_is_seen_by_all_and_made_by_few(office: Office) -> None:
    office.do(ADMIN, Create("objective", {"title": "Fewer calls"}))
    office.do(ADMIN, Create("measurement", {"objective_id": 1, "on": "2026-11-01", "value": 7}))
    with pytest.raises(Refused, match="Say which project"):
        office.plan(BEN, Create("measurement", {"objective_id": 1, "on": "2026-11-02", "value": 8}))
    with office.reader(VERA) as reader:
        assert reader.count(Query(Measurement)) == 1
