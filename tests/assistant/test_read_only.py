"""PMO_READ_ONLY: every door that changes a record refuses in one sentence and leaves nothing behind; questions are answered and kept as ever."""
import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
import sqlalchemy as sa

from assistant import bootstrap
from assistant.assistant import Assistant
from assistant.messages import Question
from assistant.office import Office
from assistant.upkeep import Upkeep
from records.database import READ_ONLY, Database
from records.errors import Refused
from reports.blocks import Receipt
from tests.assistant.test_loading import FILE
from tests.conftest import copied, settings_in
from tests.house.walls import files, name

PAULA, BEN = "paula@northlight.example", "ben@northlight.example"
WISH, TASK = "rename APOLLO-T-5 to Checkout", {"title": "Checkout", "project_id": "Apollo"}
KEPT = {"turn", "note"}                 # what a conversation leaves: its turns, and what was looked at or not understood


@dataclass(frozen=True)
class Doors:
    """An installation that is read only, with a proposal and a change from before it was."""
    assistant: Assistant
    office: Office
    upkeep: Upkeep
    proposal: str
    position: str
    backup: Path

    @property
    def database(self) -> Database:
        return self.upkeep._database


@pytest.fixture(scope="module")
def doors(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Doors:
    folder = tmp_path_factory.mktemp("closed")
    settings = settings_in(copied(sample_home, folder / "pmo"))
    proposal, position = asyncio.run(before_that(bootstrap.assistant(settings)))
    bootstrap.upkeep(settings).back_up(folder / "backup.db")
    closed = settings.model_copy(update={"read_only": True})
    return Doors(bootstrap.assistant(closed), bootstrap.office(closed), bootstrap.upkeep(closed), proposal, str(position), folder / "backup.db")


async def before_that(assistant: Assistant) -> tuple[str, int]:
    """A proposal that waits, and the position of a change that could be undone."""
    done = await assistant.answer(Question("1", PAULA, "done", WISH))
    applied = await assistant.confirm(PAULA, done.proposal.id if done.proposal else "")
    waits = await assistant.answer(Question("2", PAULA, "waits", "rename APOLLO-T-5 to Till"))
    (position,) = (block.position for block in applied.blocks if isinstance(block, Receipt))
    return waits.proposal.id if waits.proposal else "", position


def counted(database: Database) -> dict[str, int]:
    """How many rows each table has, but for those that a conversation adds to."""
    with database.engine.connect() as connection:
        names = [n for n in sa.inspect(connection).get_table_names() if n not in KEPT]
        return {n: connection.scalar(sa.select(sa.func.count()).select_from(sa.table(n))) or 0 for n in names}


ASKED: dict[str, Callable[[Doors], object]] = {
    "a wish": lambda d: d.assistant.answer(Question("wish", PAULA, "closed", "rename APOLLO-T-5 to Basket")),
    "a yes": lambda d: d.assistant.confirm(PAULA, d.proposal),
    "a yes that is typed": lambda d: d.assistant.answer(Question("typed", PAULA, "waits", "yes")),
    "an undo": lambda d: d.assistant.confirm(PAULA, d.position, "undo"),
    "a tool that is called": lambda d: d.assistant.call(PAULA, "create_record", {"kind": "task", "values": {"title": "Checkout", "project": "Apollo"}}),
    "a file of records": lambda d: d.assistant.load(PAULA, FILE, "closed"),
}
DONE: dict[str, Callable[[Doors], object]] = {
    "a form": lambda d: d.office.forms.submit(PAULA, "task", TASK, "form"),
    "a form of what waits": lambda d: d.office.forms.submit(PAULA, "task", {"title": "Till"}, "form", d.proposal),
    "somebody new": lambda d: d.office.admitting.admit(PAULA, "Zoe Berg", "zoe@northlight.example", "member", "zoe"),
    "a document that is handed in": lambda d: d.office.intake.take(PAULA, "rules.md", b"# Rules\n\nBe kind."),
    "a folder of documents": lambda d: list(d.upkeep.ingest(d.backup.parent)),
    "the sample's documents": lambda d: list(d.upkeep.handbook()),
    "how reports look": lambda d: d.upkeep.dress(PAULA, {"accent": "#1d5c5c"}),
    "somebody to be forgotten": lambda d: d.upkeep.forget(PAULA, BEN),
    "a company of one's own": lambda d: d.upkeep.begin({}, d.backup.parent),
    "a backup put back": lambda d: d.upkeep.restore(d.backup, d.backup.parent, force=True),
}


@pytest.mark.parametrize("door", ASKED)
async def test_what_is_asked_for_in_a_conversation_is_refused(doors: Doors, door: str) -> None:
    before = counted(doors.database)
    answer = await ASKED[door](doors)  # type: ignore[misc]
    assert (answer.error, answer.proposal) == (READ_ONLY, None)
    assert counted(doors.database) == before


@pytest.mark.parametrize("door", DONE)
def test_what_is_done_without_a_conversation_is_refused(doors: Doors, door: str) -> None:
    before = counted(doors.database)
    with pytest.raises(Refused, match="no record can be changed at the moment"):
        DONE[door](doors)
    assert counted(doors.database) == before
    assert not (doors.backup.parent / "pmo" / "received").exists()


async def test_a_question_is_answered_and_the_conversation_is_kept(doors: Doors) -> None:
    answer = await doors.assistant.answer(Question("asked", PAULA, "asking", "how is Apollo doing?"))
    assert not answer.error
    assert [e.question for e in await doors.assistant.open(PAULA, "thread", "asking")] == ["how is Apollo doing?"]


async def test_a_wish_that_was_refused_stands_in_its_conversation(doors: Doors) -> None:
    await doors.assistant.answer(Question("refused", PAULA, "refused", "rename APOLLO-T-5 to Basket"))
    (kept,) = await doors.assistant.open(PAULA, "thread", "refused")
    assert kept.answer.error == READ_ONLY


async def test_what_waits_can_still_be_dropped(doors: Doors) -> None:
    assert not (await doors.assistant.confirm(PAULA, doors.proposal, "discard")).error


def test_everything_that_changes_a_record_writes_the_log_in_one_place_which_refuses() -> None:
    assert {name(f) for f in files() if "log.append(" in f.read_text()} == {"records/changing.py"}


def test_who_works_on_a_glance_sees_that_nothing_can_be_changed(doors: Doors) -> None:
    assert doors.office.glances.of(PAULA).read_only


def test_the_doctor_says_so(doors: Doors) -> None:
    assert (True, "read only", "no record is changed (PMO_READ_ONLY); conversations are kept") in doors.upkeep.doctor()
