"""Who was shown what is restricted is entered: by every door, by its keys, once, and never what is open."""
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from assistant import bootstrap, reads
from assistant.messages import Question
from assistant.registers import Wanted as Listed
from assistant.reporting.wanted import Wanted
from records import auditing
from records.database import Database
from records.journal import Event
from records.kinds import Document, Space
from records.query import Query, Where
from records.reading import Reader
from records.sample import OFFICE
from tests.conftest import NOW, copied, settings_in

SOFIA, PAULA = "sofia@northlight.example", "paula@northlight.example"


class House:
    """The sample company, whose project Zephyr is restricted."""

    def __init__(self, home: Path) -> None:
        settings = settings_in(home)
        self.database = Database(settings.url)
        self.assistant, office = bootstrap.assistant(settings, database=self.database), bootstrap.office(settings, self.database)
        self.registers, self.reports, self.inspecting = office.registers, office.reports, office.inspecting

    def entered(self) -> list[str]:
        with self.database.reading() as session:
            return [note.body for note in auditing.notes(session, NOW - timedelta(days=1), Event.restricted_read, 1000)]


@pytest.fixture(scope="module")
def house(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> House:
    return House(copied(sample_home, tmp_path_factory.mktemp("reads") / "pmo"))


async def test_an_answer_about_a_restricted_project_is_entered_and_one_about_an_open_one_is_not(house: House) -> None:
    before = house.entered()
    await house.assistant.answer(Question("r-1", PAULA, "r", "how is Apollo doing?"))
    assert house.entered() == before
    await house.assistant.answer(Question("r-2", PAULA, "r", "how is Zephyr doing?"))
    assert "ZEPHYR" in house.entered()[0].split()
    assert all(key.startswith("ZEPHYR") for key in house.entered()[0].split())


async def test_a_tool_and_a_record_that_is_opened_are_entered(house: House) -> None:
    await house.assistant.call(PAULA, "show_record", {"record": "ZEPHYR-T-1"})
    assert "ZEPHYR-T-1" in house.entered()[0].split()
    await house.assistant.open(PAULA, "record", "ZEPHYR-T-2")
    assert house.entered()[0].split()[0] == "ZEPHYR-T-2"


@pytest.mark.parametrize(("look", "entered"), [
    (lambda house: house.registers.one(PAULA, "ZEPHYR-T-3"), "ZEPHYR-T-3"),
    (lambda house: house.registers.whole(PAULA, "ZEPHYR-M-1"), "ZEPHYR-M-1"),
    (lambda house: house.registers.past(PAULA, "ZEPHYR-M-2", 5), "ZEPHYR-M-2"),
    (lambda house: house.registers.list(PAULA, Listed("project", ("name is Zephyr",))), "ZEPHYR")])
def test_a_record_of_the_api_is_entered(house: House, look: Callable[[House], object], entered: str) -> None:
    look(house)
    assert house.entered()[0] == entered


def test_a_report_is_entered(house: House) -> None:
    house.reports.shown(PAULA, Wanted("Zephyr"))
    assert house.entered()[0].split()[0] == "ZEPHYR"


def test_the_same_again_within_a_minute_is_entered_once(house: House) -> None:
    for seconds in (0, 30, 90):
        reads.enter(house.database, NOW + timedelta(hours=1, seconds=seconds), 1, ("ZEPHYR-R-1", "APOLLO-R-1", "DOC-1/2"))
    assert house.entered().count("ZEPHYR-R-1") == 2


def test_a_document_on_a_restricted_shelf_is_entered_and_an_open_one_is_not(house: House) -> None:
    with house.database.reading() as session:
        reader = Reader(session, OFFICE)
        shelf = reader.find(Query(Space, (Where("access", "is", "restricted"),)))[0]
        (held, *_), (opened, *_) = (reader.find(Query(Document, (Where("space_id", how, shelf.id),))) for how in ("is", "not"))
        assert auditing.restricted(session, (f"{held.key}@2/1.1", f"{opened.key}/1")) == (held.key,)


def test_it_is_listed_with_who_read_it_and_when(house: House) -> None:
    house.registers.one(SOFIA, "ZEPHYR-T-4")
    found = house.inspecting.reads(PAULA, 1)[0]
    assert (found.person, found.keys) == ("Sofia Rossi", ("ZEPHYR-T-4",))
