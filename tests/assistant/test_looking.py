"""That a reader looked is kept with the answer, once a visit; “since I last looked” then begins there, for this reader alone."""
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant import bootstrap
from assistant.assistant import Assistant
from assistant.messages import Question
from assistant.reporting.reporting import Reporting
from assistant.reporting.wanted import Wanted
from assistant.settings import Settings
from records import credentials, journal
from records.asker import Asker
from records.database import Database
from records.errors import BadInput, NotFound
from reports.blocks import Table, Text
from tests.conftest import NOW, settings_in

ANA, ELENA, BEN = "ana@northlight.example", "elena@northlight.example", "ben@northlight.example"


@pytest.fixture
def database(settings: Settings) -> Iterator[Database]:
    made = Database(settings.url)
    yield made
    made.engine.dispose()


def at(moment: datetime, home: Path) -> Assistant:
    return bootstrap.assistant(settings_in(home, sample=True).model_copy(update={"now": moment}))


def looked(database: Database, who: str, about: str = "APOLLO", now: datetime = NOW) -> datetime | None:
    with database.reading() as session:
        return journal.looked(session, now, credentials.asker(session, who).person, about)


def look(database: Database, who: str, *before: timedelta) -> None:
    with database.writing() as tx:
        asker: Asker = credentials.asker(tx, who)
        for ago in before:
            journal.look(tx, NOW - ago, asker.person, "APOLLO")


async def test_an_answer_that_shows_a_report_is_a_look(home: Path, database: Database) -> None:
    await at(NOW - timedelta(days=1), home).answer(Question("q-1", ANA, "t", "how is Apollo doing?"))
    assert looked(database, ANA) == NOW - timedelta(days=1)
    assert looked(database, ELENA) is None
    assert looked(database, ANA, "DIONE") is None


async def test_the_next_question_is_told_what_moved_since(home: Path, database: Database) -> None:
    look(database, ANA, timedelta(days=9))
    answer = await at(NOW, home).answer(Question("q-2", ANA, "t", "what changed on Apollo since I last looked?"))
    assert isinstance(answer.blocks[0], Text)
    assert "on Apollo since you last looked, Mon 9 Nov 2026 09:00" in answer.blocks[0].text


def test_looks_that_follow_each_other_closely_are_one_visit(database: Database) -> None:
    look(database, ANA, timedelta(days=3), timedelta(days=3, minutes=-20), timedelta(minutes=40), timedelta(minutes=20), timedelta(minutes=5))
    assert looked(database, ANA) == NOW - timedelta(days=2, hours=23, minutes=40)


def reporting(home: Path, moment: datetime = NOW) -> Reporting:
    return bootstrap.reporting(settings_in(home).model_copy(update={"now": moment}))


def test_a_report_on_the_page_says_when_it_was_looked_at_last(home: Path) -> None:
    reporting(home, NOW - timedelta(days=9)).look(ANA, "Apollo")
    shown = reporting(home).shown(ANA, Wanted("Apollo", "since I last looked", sections=("since",)))
    assert (shown.about, shown.looked) == ("APOLLO", datetime(2026, 11, 9, 9, 0, tzinfo=UTC))
    (table,) = [b for b in shown.report.blocks if isinstance(b, Table)]
    assert table.title == "Moved since you last looked, Mon 9 Nov 2026 09:00: 11"


def test_who_has_not_looked_cannot_ask_for_a_report_since_then(home: Path) -> None:
    with pytest.raises(BadInput, match="You have not looked at this report before"):
        reporting(home).shown(ANA, Wanted("Apollo", "since I last looked"))


def test_nobody_looks_at_what_they_may_not_see(home: Path) -> None:
    with pytest.raises(NotFound):
        reporting(home).look(BEN, "Zephyr")


def test_a_part_of_the_portfolio_is_a_report_of_its_own(home: Path) -> None:
    made = reporting(home).report(ELENA, Wanted(of="objective OBJ-2"))
    assert (made.title, made.says[:23]) == ("Portfolio of the objective “Sell more connected products”", "Northlight · 2 projects")
    with pytest.raises(NotFound, match="I know no programme, sponsor, objective or tag “weather”"):
        reporting(home).report(ELENA, Wanted(of="weather"))
