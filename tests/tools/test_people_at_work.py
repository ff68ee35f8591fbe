"""What a desk tells of people at work: whose a short key is, what holds a task up, who could take it over, who was silent."""
import pytest

from assistant.noting import noted
from records.errors import BadInput
from records.kinds import Absence, Task
from records.planning import plan
from records.proposals import Create, Proposal
from reports.blocks import Block, Table, Text
from tests.tools.conftest import NOW, LayDesk
from tools.base import Result, Tool
from tools.create_record import create_record
from tools.desk import Desk
from tools.desk.own import taken
from tools.find_records import find_records
from tools.my_work import my_work
from tools.show_record import show_record


def told(desk: Desk, tool: Tool, said: dict[str, object]) -> tuple[Block, ...]:
    made = tool.call(desk, said)
    assert isinstance(made, Result)
    return made.blocks


def rows(desk: Desk, **said: object) -> dict[str, tuple[str, ...]]:
    """The rows of the list by their keys, and nothing else."""
    found = [b for b in told(desk, find_records, said) if isinstance(b, Table)]
    return dict(zip(found[0].keys, found[0].rows, strict=True)) if found else {}


def test_a_short_key_is_the_one_of_the_asker_and_the_answer_says_so(desk_of: LayDesk) -> None:
    ben = desk_of("ben")
    assert ben.named(Task, "T-7").key == "APOLLO-T-7"
    assert taken(ben.reader, {"record": "T-7"}) == "I took T-7 to be APOLLO-T-7, which is yours; other projects have a T-7, too."
    assert "of your project" in taken(ben.reader, {"where": {"key": "T-9"}})
    assert not taken(ben.reader, {"record": "APOLLO-T-7"})
    assert not taken(desk_of("paula").reader, {"record": "T-7"})


def test_a_list_of_what_is_blocked_says_why(desk_of: LayDesk) -> None:
    found = rows(desk_of("carla"), kind="task", where={"status": "blocked"})
    assert "waiting for the legal department" in found["APOLLO-T-9"]
    assert "Legal answers in their weekly round" in found["APOLLO-T-9"][-1]


def test_what_holds_a_task_up_is_told_with_who_could_clear_it(desk_of: LayDesk) -> None:
    def held(key: str) -> str:
        return next(b.text for b in told(desk_of("carla"), show_record, {"record": key, "field": "blocked by"}) if isinstance(b, Text))
    assert "APOLLO-T-6 Connect the order history (Ben Okafor, in progress" in held("APOLLO-T-12")
    assert "By the records Ben Okafor could clear it." in held("APOLLO-T-12")
    assert held("CORVUS-T-6").endswith("ask Jonas Keller (its owner) or Carla Winter (who leads the project).")


def test_who_could_take_over_stands_beside_each_task_with_the_hours_they_have(desk_of: LayDesk) -> None:
    table = next(b for b in told(desk_of("carla"), my_work, {"person": "Jonas", "focus": "handover"}) if isinstance(b, Table))
    could = {key: row[-1] for key, row in zip(table.keys, table.rows, strict=True)}
    assert could["CORVUS-T-4"].startswith("Carla Winter (")
    assert "on the project" in could["CORVUS-T-4"]
    assert not any("Jonas" in said or "Victor" in said for said in could.values())


def test_tasks_that_were_not_touched_since_a_day_are_told_with_their_last_change(desk_of: LayDesk) -> None:
    found = rows(desk_of("paula"), kind="task", where={"status": "not done, cancelled", "unchanged": "since Monday"}, limit=100)
    assert "APOLLO-T-7" in found
    assert not found.keys() & {"APOLLO-T-5", "APOLLO-T-14", "CORVUS-T-5"}
    assert found["APOLLO-T-7"][-1] == "Fri 30 Oct 2026"


def test_who_changed_no_task_of_theirs_is_told_with_when_they_last_did(desk_of: LayDesk) -> None:
    found = rows(desk_of("paula"), kind="person", where={"unchanged": "since this week"})
    assert found.keys() == {"P-4", "P-12"}
    assert found["P-4"][-1] == "Wed 28 Oct 2026"


def test_who_is_away_on_a_project_is_of_its_people(desk_of: LayDesk) -> None:
    december = {"start": "at most 2026-12-31", "end": "at least 2026-12-01"}
    assert rows(desk_of("carla"), kind="absence", where={**december, "project": "Apollo"}).keys() == {"AB-1"}
    assert not rows(desk_of("carla"), kind="absence", where={**december, "project": "Corvus"})


def test_days_away_that_fall_together_with_others_are_said_before_they_are_recorded(desk_of: LayDesk) -> None:
    desk = desk_of("ben")
    mine = {"person_id": desk.asker.person, "start": NOW.date().replace(month=12, day=21), "end": NOW.date().replace(month=12, day=30)}
    wish = Proposal((Create(str(Absence.__tablename__), mine),))
    planned = plan(desk.reader._session, desk.asker, wish, desk.today)
    assert "away already from Mon 14 Dec to Fri 25 Dec 2026 (AB-1, leave)" in noted(desk, wish, planned).note


def test_days_away_that_are_recorded_already_are_not_proposed_again(desk_of: LayDesk) -> None:
    said = {"kind": "absence", "values": {"person": "Mia Fischer", "type": "training", "start": "2026-11-23", "end": "2026-11-24"}}
    with pytest.raises(BadInput, match=r"from Mon 23 Nov to Tue 24 Nov 2026 .AB-2, training., so there is nothing to add"):
        create_record.call(desk_of("carla"), said)


def test_days_away_of_another_sort_are_proposed(desk_of: LayDesk) -> None:
    said = {"kind": "absence", "values": {"person": "Mia Fischer", "type": "sick", "start": "2026-11-23", "end": "2026-11-24"}}
    assert isinstance(create_record.call(desk_of("carla"), said), Proposal)


def test_a_list_of_loads_says_that_it_counts_only_what_its_reader_may_see(desk_of: LayDesk) -> None:
    """Ben does not see Zephyr, where Mia's 33 hours are."""
    blocks = {who: find_records.call(desk_of(who), {"kind": "person", "sort": "-load"}).blocks for who in ("ben", "paula")}  # type: ignore[union-attr]
    told = {who: "The load counts only the projects you may see, so there may be more." in [b.text for b in found if isinstance(b, Text)]
            for who, found in blocks.items()}
    assert told == {"ben": True, "paula": False}


def test_a_condition_on_a_short_key_is_of_the_one_record_that_it_can_be(desk_of: LayDesk) -> None:
    assert list(rows(desk_of("paula"), kind="task", where={"key": "T-17"})) == ["APOLLO-T-17"]
