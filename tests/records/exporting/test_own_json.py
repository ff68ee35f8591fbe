"""JSON of everything: its shape, its order, and the same bytes for the same records."""
import json

import pytest

from records import exporting
from records.exporting import own_json
from records.kinds import KINDS
from records.proposals import Create, Undo
from tests.records.conftest import ADMIN, ANA, BEN, CLEO, Office
from tests.records.exporting.conftest import Out, told

HOSTILE = ("=1+1", '"quoted", \\ and </script>', "two\nlines\tand a tab", "Ä ß 漢字 👩‍🚀", "BEGIN:VALARM")


def test_it_says_what_it_is(out: Out) -> None:
    file = json.loads(out(ADMIN, "json"))
    assert (file["format"], file["version"]) == ("project-assistant", 1)
    assert list(file["records"]) == [str(k.__tablename__) for k in KINDS]


def test_a_record_begins_with_its_key_and_where_it_came_from(out: Out) -> None:
    task = told(out(ADMIN, "json"))["task"][0]
    assert list(task)[:3] == ["key", "source", "archived"]
    assert (task["key"], task["source"], task["archived"]) == ("APOLLO-T-1", "", False)


def test_references_are_keys_money_is_text_and_dates_are_iso(out: Out) -> None:
    records = told(out(ADMIN, "json"))
    assert records["task"][0] | {"project_id": "APOLLO", "owner_id": "P-3", "due": "2026-11-10", "hours": 40.0, "start": None} == records["task"][0]
    assert records["budgetline"][0]["amount"] == "100000.00"


def test_what_means_something_in_one_database_only_stays_there(out: Out) -> None:
    for rows in told(out(ADMIN, "json")).values():
        assert not any({"id", "version", "score"} & row.keys() for row in rows)


def test_the_same_records_give_the_same_bytes(out: Out) -> None:
    assert out(ADMIN, "json") == out(CLEO, "json") == out(ADMIN, "json")


def test_records_stand_in_the_order_of_their_numbers(office: Office, out: Out) -> None:
    office.do(ANA, *(Create("task", {"title": f"Task {n}", "project_id": 1}) for n in range(9)))
    assert [t["key"] for t in told(out(ADMIN, "json", "tasks"))["task"]] == [*(f"APOLLO-T-{n}" for n in range(1, 12)), "ZEPHYR-T-1"]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_comes_out_as_it_is(office: Office, out: Out, text: str) -> None:
    office.do(ANA, Create("task", {"title": text, "project_id": 1}))
    assert told(out(ADMIN, "json", "tasks"))["task"][2]["title"] == text


def test_archived_records_leave_with_the_admin_only(office: Office, out: Out) -> None:
    made = office.do(ANA, Create("task", {"title": "A mistake", "project_id": 1}))
    office.do(ANA, Undo(made))
    assert [t["archived"] for t in told(out(ADMIN, "json", "tasks", "Apollo"))["task"]] == [False, False, True]
    for who in (ANA, BEN, CLEO):
        assert len(told(out(who, "json", "tasks", "Apollo"))["task"]) == 2


def test_one_project_brings_only_what_belongs_to_it(out: Out) -> None:
    records = told(out(ADMIN, "json", project="zephyr"))
    assert {name: [r["key"] for r in rows] for name, rows in records.items() if rows} == {"project": ["ZEPHYR"], "task": ["ZEPHYR-T-1"]}


def test_it_leaves_in_pieces(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    with office.database.reading() as session:
        keeper = exporting.Keeper(session, office.asker(ADMIN))
        whole = list(own_json.write(keeper))
        monkeypatch.setattr(own_json, "PIECE", 100)
        pieces = list(own_json.write(keeper))
    assert (len(whole), len(pieces) > 5) == (1, True)
    assert b"".join(pieces) == whole[0]
