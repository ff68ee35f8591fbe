"""Lists in pages go on behind the last row alike on SQLite and PostgreSQL: by texts, days, amounts and choices, with ties and with nothing."""
from collections.abc import Iterator

import pytest

from assistant.conversations import Conversations
from assistant.doing_once import Request, Reused
from assistant.recording import Recording
from assistant.registers import Registers, Wanted
from records import credentials, threads
from records.threads import Turn
from tests.engines.test_asked import Both
from tests.engines.test_asked import both as both  # noqa: PLC0414 - a fixture
from tests.records.conftest import ADMIN, ANA, NOW, Office
from tests.records.conftest import office_file as office_file  # noqa: PLC0414 - a fixture

SORTED = [*(("task", sort) for sort in ("", "title", "-due", "-points", "owner", "priority")), ("budgetline", "-amount"), ("budgetline", "amount")]


@pytest.fixture(params=[0, 1], ids=["sqlite", "postgresql"])
def office(both: Both, request: pytest.FixtureRequest) -> Office:
    return both[request.param]


def walked(registers: Registers, kind: str, sort: str) -> Iterator[str]:
    cursor = ""
    while True:
        page = registers.list(ADMIN, Wanted(kind, sort=sort, limit=5, cursor=cursor, fields=("title",)))
        yield from (row.key for row in page.records)
        cursor = page.next
        if not cursor:
            return


@pytest.mark.parametrize(("kind", "sort"), SORTED)
def test_pages_are_the_whole_list(office: Office, kind: str, sort: str) -> None:
    registers = Registers(office.database, lambda: NOW)
    whole = registers.list(ADMIN, Wanted(kind, sort=sort, limit=200, count=True))
    found = list(walked(registers, kind, sort))
    assert found == [row.key for row in whole.records]
    assert len(set(found)) == whole.total


def test_conversations_are_told_alike(office: Office) -> None:
    with office.database.writing() as tx:
        me = credentials.asker(tx, ANA).person
        for n, (thread, question) in enumerate((("a", "(a form)"), ("a", "first"), ("b", ""), ("a", "second"), ("c", "(the file x.csv)"))):
            threads.keep(tx, Turn(id=f"{thread}{n}", thread=thread, seq=0, asker_id=me, at=NOW, question=question, answer="{}"))
            tx.flush()
    told = Conversations(office.database)
    first = told.of(ANA, 1)
    assert [(t.thread, t.title) for t in (*first.conversations, *told.of(ANA, 5, first.next).conversations)] == [("c", "(the file x.csv)"), ("a", "first")]


def test_a_request_is_done_once(office: Office) -> None:
    recording = Recording(office.database, lambda: NOW)
    made, again = (recording.create(ADMIN, "objective", {"title": "Fewer calls"}, Request("1", "digest")) for _ in range(2))
    assert made == again
    with pytest.raises(Reused):
        recording.create(ADMIN, "objective", {"title": "Fewer letters"}, Request("1", "other"))
