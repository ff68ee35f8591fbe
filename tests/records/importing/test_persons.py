"""The people of a file: one person is one record, whoever writes the name how, and what would clash is found before it is shown."""
from typing import Any

import pytest

from records.importing.base import Row, To
from records.importing.matching import Matched, matched
from records.kinds import Person
from records.proposals import Change, Create
from records.query import Query, Where
from tests.records.conftest import ADMIN, TODAY, Office
from tests.records.importing.reading_here import read_here
from tests.records.importing.test_matching import load, match


def person(number: int, name: str, email: str = "", **values: object) -> Row:
    return Row("person", "", {"name": name, **({"email": email} if email else {}), **values}, f"row {number}")


def of_file(office: Office, text: str) -> Matched:
    with office.database.reading() as session:
        return matched(session, office.asker(ADMIN), read_here(text, "people.csv"), TODAY)


def new(made: Matched) -> list[dict[str, Any]]:
    return [dict(w.values) for w in made.wishes if isinstance(w, Create)]


def test_one_person_written_three_ways_is_one(office: Office) -> None:
    made = of_file(office, 'Name,Email,Manager\n"Müller, Jürgen",jm@x.example,\njürgen müller,jm@x.example,\nEve Stone,eve@x.example,Jürgen Müller\n')
    assert [(v["name"], v.get("manager_id")) for v in new(made)] == [("Jürgen Müller", None), ("Eve Stone", -1)]
    assert "row 2, row 3 are one person: Jürgen Müller." in made.notes
    assert office.plan(ADMIN, *made.wishes)


def test_a_row_without_an_address_joins_the_one_of_its_name(office: Office) -> None:
    made = match(office, ADMIN, person(2, "Eve Stone"), person(3, "eve stone", "eve@x.example", job="Buyer"))
    assert new(made) == [{"name": "eve stone", "email": "eve@x.example", "job": "Buyer"}]


def test_two_addresses_are_two_people_and_a_row_that_may_be_either_is_left_out(office: Office) -> None:
    made = match(office, ADMIN, person(2, "Eve Stone", "a@x.example"), person(3, "Eve Stone", "b@x.example"), person(4, "Eve Stone"))
    assert [v["email"] for v in new(made)] == ["a@x.example", "b@x.example"]
    assert [f"{s.where}: {s.why}" for s in made.skipped] == ["row 4: left out: “Eve Stone” has no e-mail, and row 2 and row 3 are called so"]


def test_a_first_name_means_the_only_one_who_has_it(office: Office) -> None:
    made = match(office, ADMIN, person(2, "Bob Stone", "bob@x.example"), person(3, "Eve Hill", manager_id=To("person", "Bob")),
                 person(4, "Ed Hill", manager_id=To("person", "Cleo")))
    assert [(v["name"], v.get("manager_id")) for v in new(made)] == [("Bob Stone", None), ("Eve Hill", -1), ("Ed Hill", 4)]
    assert made.notes == ("“Bob” is taken to mean Bob Stone, the only one of that first name.",
                          "“Cleo” is taken to mean Cleo Park, the only one of that first name.")


@pytest.mark.parametrize(("said", "why"), [("Bob", "several people are called “Bob”"), ("Zoe", "nobody is called “Zoe”")])
def test_a_first_name_of_nobody_or_of_several_is_left_empty_with_a_reason(office: Office, said: str, why: str) -> None:
    made = match(office, ADMIN, person(2, "Bob Stone"), person(3, "Bob Hill"), person(4, "Eve Lane", manager_id=To("person", said)))
    assert [v["name"] for v in new(made)] == ["Bob Stone", "Bob Hill", "Eve Lane"]
    assert [(s.where, s.why) for s in made.skipped] == [("row 4", f"manager left out: {why}; give the whole name or the e-mail address")]


def test_bob_and_bob_stone_are_not_put_together(office: Office) -> None:
    assert [v["name"] for v in new(match(office, ADMIN, person(2, "Bob"), person(3, "Bob Stone")))] == ["Bob", "Bob Stone"]


def test_people_who_manage_each_other_by_first_names_do_not_go_round_for_ever(office: Office) -> None:
    made = match(office, ADMIN, person(2, "Bob Stone", manager_id=To("person", "Eve")), person(3, "Eve Hill", manager_id=To("person", "Bob")))
    assert sorted(v["name"] for v in new(made)) == ["Bob Stone", "Eve Hill"]


def test_nobody_is_their_own_manager(office: Office) -> None:
    made = match(office, ADMIN, person(2, "Eve Hill", manager_id=To("person", "Eve Hill")))
    assert [v["name"] for v in new(made)] == ["Eve Hill"]
    assert [s.why for s in made.skipped] == ["manager left out: the row names itself"]


def test_a_person_known_without_an_address_gets_it_from_the_next_file(office: Office) -> None:
    load(office, ADMIN, Row("person", "msp:Apollo/resource/1", {"name": "Eve Hill"}, "resource 1"))
    load(office, ADMIN, Row("person", "msp:Borealis/resource/7", {"name": "Eve Hill", "email": "eve@x.example"}, "resource 7"))
    again = match(office, ADMIN, Row("person", "msp:Apollo/resource/1", {"name": "Eve Hill"}, "resource 1"),
                  Row("person", "msp:Cetus/resource/3", {"name": "Eve Hill"}, "resource 3"))
    with office.reader(ADMIN) as reader:
        (eve,) = reader.find(Query(Person, (Where("name", "is", "Eve Hill"),)))
    assert eve.email == "eve@x.example"
    assert not new(again)
    assert [w.source for w in again.wishes if isinstance(w, Change)] == [""]


def test_what_would_clash_is_named_in_the_preview(office: Office) -> None:
    member = {"project_id": To("project", "APOLLO"), "person_id": To("person", "cleo@office.example")}
    made = match(office, ADMIN, Row("membership", "csv:1", member, "row 2"), Row("membership", "csv:2", member, "row 3"))
    assert len(made.wishes) == 1
    assert [(s.where, s.why) for s in made.skipped] == [("row 3", "left out: row 2 has the same project and person")]
