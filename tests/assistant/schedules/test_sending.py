"""What comes of itself: seen in the log, begun once, made with the rights of its owner before its readers, sent once, told when it is lost."""
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant import bootstrap
from assistant.jobs.later import Later
from assistant.messages import Answer, Question
from assistant.reporting.drafts import Declared, Drafts, Edits
from assistant.reporting.reporting import Reporting
from assistant.schedules.letters import LINES, Letter
from assistant.schedules.sending import Sending
from assistant.schedules.watching import RUN, SEND, Watching
from records import changing, credentials, planning, sendings
from records.database import Database, Writing
from records.errors import BadInput, Conflict, NotFound
from records.kinds import Person, Project, ReportDraft, Schedule
from records.proposals import Change, Create, Proposal, Undo
from records.query import Query, Where
from records.reading import Reader
from records.sample import OFFICE
from reports.blocks import Table
from tests.conftest import NOW, copied, settings_in

MONDAY = datetime(2026, 11, 23, 8, 0, tzinfo=UTC)
ANA, SOFIA, ELENA, BEN = (f"{name}@northlight.example" for name in ("ana", "sofia", "elena", "ben"))


class Postman:
    """A way that keeps what it is given; `gone` is who cannot be reached."""

    def __init__(self, *channel: str) -> None:
        self.letters, self.channel, self.gone = list[Letter](), channel, ""

    async def readers(self, to: str) -> tuple[str, ...]:
        return self.channel if to.startswith("#") else (to,)

    async def deliver(self, letter: Letter) -> str:
        if letter.to == self.gone:
            raise NotFound("there is nobody of that name.")
        self.letters.append(letter)
        return f"place {len(self.letters)}"


class House:
    """The sample company with somebody who watches its schedules."""

    def __init__(self, home: Path) -> None:
        settings = settings_in(home, sample=True)
        self.home = home
        self.database, self.now, self.begun = Database(settings.url), NOW, list[tuple[str, str, tuple[str, ...]]]()
        self.mail, self.slack = Postman(), Postman(ELENA, BEN)
        self.sending = Sending(self.database, bootstrap.assistant(settings, database=self.database), Reporting(self.database, lambda: self.now),
                               lambda: self.now, frozenset({"Slack"}))
        self.sending.ways = {"e-mail": self.mail, "Slack": self.slack}
        self.watching = Watching(self.database, self, lambda: "UTC")

    def enqueue(self, _: Writing, name: str, key: str, *ids: str) -> None:
        if (name, key, ids) not in self.begun:
            self.begun.append((name, key, ids))

    def write(self, who: str, *wishes: Create | Change | Undo) -> int:
        with self.database.writing() as tx:
            asker = credentials.asker(tx, who)
            return changing.apply(tx, asker, planning.plan(tx, asker, Proposal(wishes), self.now.date()), self.now).position

    def schedule(self, who: str, **values: object) -> Schedule:
        self.write(who, Create("schedule", {"owner_id": self.id(Person, who), "often": "every Monday 8:00", **values}))
        made: Schedule = self.read(Schedule)[-1]
        return made

    def id(self, kind: type[Person | Project], key: str) -> int:
        (row,) = self.read(kind, Where("email" if kind is Person else "key", "is", key))
        return row.id or 0

    def read(self, kind: type, *where: Where) -> list:  # type: ignore[type-arg]
        with self.database.reading() as session:
            return list(Reader(session, OFFICE).find(Query(kind, where, limit=None, sort="id")))

    def look(self, now: datetime) -> list[tuple[str, tuple[str, ...]]]:
        """What begins at a moment."""
        before, self.now = len(self.begun), now
        self.watching.look(now)
        return [(name, ids) for name, _, ids in self.begun[before:]]

    async def run(self, now: datetime) -> int:
        """Do what is due; returns how much that was."""
        found = self.look(now)
        for name, ids in found:
            await self.sending.works[name][0](*ids)
        return len(found)


@pytest.fixture
def house(sample_home: Path, tmp_path: Path) -> Iterator[House]:
    made = House(copied(sample_home, tmp_path / "pmo"))
    made.look(NOW)
    yield made
    made.database.engine.dispose()


async def test_a_report_comes_on_its_day_by_mail_with_its_file_and_not_twice(house: House) -> None:
    own = house.schedule(ANA, what="report", project_id=house.id(Project, "APOLLO"), by="e-mail")
    assert (own.rule, own.at, own.often) == ("FREQ=WEEKLY;BYDAY=MO", "08:00", "every Monday 8:00")
    assert await house.run(MONDAY - timedelta(seconds=1)) == 0
    assert await house.run(MONDAY) == 1
    (letter,) = house.mail.letters
    assert letter.to == ANA
    assert letter.files[0].name == "apollo-2026-11-23.pdf"
    assert letter.files[0].content.startswith(b"%PDF")
    assert 3 < len(letter.lines) <= LINES
    await house.sending.run(str(own.id), str(int(MONDAY.timestamp())))           # a job may be worked twice
    assert len(house.mail.letters) == 1
    assert await house.run(MONDAY + timedelta(days=6)) == 0
    assert await house.run(MONDAY + timedelta(days=7)) == 1


async def test_what_came_due_while_all_slept_is_sent_once_on_waking(house: House) -> None:
    house.schedule(ANA, what="portfolio", often="every day at 7", by="e-mail", format="md")
    house.look(NOW + timedelta(minutes=1))
    assert await house.run(NOW + timedelta(days=30)) == 1
    assert await house.run(NOW + timedelta(days=30, minutes=1)) == 0


async def test_what_came_due_between_being_made_and_the_first_look_of_any_worker_is_sent(house: House) -> None:
    house.schedule(ANA, what="portfolio", by="e-mail", format="md")
    assert await house.run(MONDAY + timedelta(days=2)) == 1


async def test_two_who_look_at_once_begin_it_once(house: House) -> None:
    house.schedule(ANA, what="portfolio", by="e-mail")
    other = Watching(house.database, house, lambda: "UTC")
    house.look(NOW)
    other.look(MONDAY)
    assert house.look(MONDAY) == []
    assert [name for name, _, _ in house.begun] == [RUN]


def test_a_schedule_that_is_paused_archived_or_undone_does_not_come(house: House) -> None:
    own = house.schedule(ANA, what="portfolio")
    made = house.write(ANA, Change("schedule", (own.key,), {"status": "paused"}))
    assert house.look(MONDAY) == []
    house.write(ANA, Undo(made))
    assert len(house.look(MONDAY + timedelta(days=7))) == 1
    house.write(ANA, Change("schedule", (own.key,), {"often": "every Tuesday at 9"}))
    assert house.look(MONDAY + timedelta(days=8)) == []
    assert len(house.look(MONDAY + timedelta(days=8, hours=1))) == 1


async def test_a_channel_sees_what_all_who_read_it_may_see(house: House) -> None:
    house.schedule(ELENA, what="question", question="list all projects", channel="#board")
    await house.run(MONDAY)
    (letter,) = house.slack.letters
    (table,) = [b for b in letter.blocks if isinstance(b, Table)]
    assert "ZEPHYR" not in table.keys                       # Ben does not work on what is restricted
    assert "APOLLO" in table.keys
    assert letter.to == "#board"


async def test_nobody_outside_gets_anything_that_its_owner_did_not_release(house: House) -> None:
    own = house.schedule(ANA, what="report", project_id=house.id(Project, "APOLLO"), email="client@elsewhere.example", readers="client")
    await house.run(MONDAY)
    (sorry,) = [letter for letter in house.slack.letters + house.mail.letters if letter.to == ANA]
    assert "could not be delivered to client@elsewhere.example" in sorry.title
    assert f"say that {own.key} shall be “draft first”" in sorry.title
    assert not [letter for letter in house.mail.letters if letter.to != ANA]


async def test_a_draft_waits_for_its_owner_and_goes_out_once_it_is_released(house: House) -> None:
    house.schedule(ANA, what="report", project_id=house.id(Project, "APOLLO"), email="client@elsewhere.example", readers="client", mode="draft first")
    assert house.look(MONDAY - timedelta(hours=1, seconds=1)) == []
    assert await house.run(MONDAY - timedelta(hours=1)) == 1
    draft = house.read(ReportDraft)[-1]
    assert (draft.status, draft.recipient, draft.title) == ("draft", "client@elsewhere.example", "The APOLLO report of 23 Nov 2026")
    (told,) = [letter for letter in house.slack.letters if letter.to == ANA]
    assert f"“send {draft.key}”" in told.title
    assert told.files[0].name == "apollo-2026-11-23.pdf"         # its owner sees all of it
    assert await house.run(MONDAY) == 0
    house.write(ANA, Change("reportdraft", (draft.key,), {"status": "approved", "note": "We are two weeks late and have a plan."}))
    assert house.look(MONDAY + timedelta(days=1)) == [(SEND, (draft.key,))]
    await house.sending.release(draft.key)
    await house.sending.release(draft.key)
    (letter,) = [each for each in house.mail.letters if each.to == "client@elsewhere.example"]
    assert letter.lines[0] == "We are two weeks late and have a plan."
    assert letter.files[0].name == "apollo-2026-11-23.pdf"       # released on Tuesday, it is the one of Monday
    assert house.read(ReportDraft)[-1].status == "sent"


async def drafted(house: House, **values: object) -> tuple[Drafts, str]:
    """The owner's door, and the key of a draft that waits for Ana."""
    house.schedule(ANA, what="report", project_id=house.id(Project, "APOLLO"), email="client@elsewhere.example", mode="draft first", format="md", **values)
    await house.run(MONDAY - timedelta(hours=1))
    return Reporting(house.database, lambda: house.now).drafts, house.read(ReportDraft)[-1].key


async def released(house: House, key: str) -> str:
    """The file that went out for a draft."""
    house.look(MONDAY + timedelta(days=1))
    await house.sending.release(key)
    (letter,) = [each for each in house.mail.letters if each.to == "client@elsewhere.example"]
    return letter.files[0].content.decode()


async def test_an_edited_sentence_goes_out_marked_with_who_edited_it_and_the_figures_of_the_draft(house: House) -> None:
    drafts, key = await drafted(house)
    own = drafts.opened(ANA, key)
    assert len(own.sentences) > 1
    house.write(ANA, Change("task", ("APOLLO-T-12",), {"progress": 90}))           # after it was drafted
    text = " ".join(("The dealers wait for us.", *own.sentences[1:]))
    drafts.edited(ANA, key, Edits(text=text, send=True), "form 1")
    assert drafts.edited(ANA, key, Edits(text="twice"), "form 1").error is None          # the same form again gets the same answer
    said = await released(house, key)
    assert "The dealers wait for us." in said
    assert own.sentences[0] not in said
    assert "The sentences above were edited by Ana Ruiz; every figure is that of the records." in said
    assert own.sentences[1] in said
    assert drafts.written(ANA, key, "md").content.decode() == said                         # kept as it was delivered


async def test_a_changed_figure_is_refused_with_the_sentence_that_says_it(house: House) -> None:
    drafts, key = await drafted(house)
    own = drafts.opened(ANA, key)
    with pytest.raises(BadInput, match=r"“All is well at 97 % progress.” says 97 %, which is no figure of this report. Its figures are locked"):
        drafts.edited(ANA, key, Edits(text=f"{own.sentences[0]} All is well at 97 % progress."), "form 1")
    with pytest.raises(BadInput, match="Its figures are locked"):                     # whichever door it comes by
        house.write(ANA, Change("reportdraft", (key,), {"text": "It is 97 % done."}))
    with pytest.raises(BadInput, match="That would change nothing"):
        house.write(ANA, Change("reportdraft", (key,), {"figures": "97%", "text": "It is 97 % done."}))
    with pytest.raises(NotFound):
        drafts.opened(BEN, key)


async def test_a_declared_colour_comes_with_a_reason_and_an_end_and_stands_in_the_draft(house: House) -> None:
    drafts, key = await drafted(house)
    with pytest.raises(BadInput, match="Say the reason and the end date"):
        drafts.edited(ANA, key, Edits(declared=Declared("amber")), "form 1")
    own = drafts.opened(ANA, key).sentences
    drafts.edited(ANA, key, Edits(text=" ".join(("The dealers wait for us.", *own[1:]))), "form 2")
    drafts.edited(ANA, key, Edits(declared=Declared("amber", "the supplier is back", "2026-12-04"), send=True), "form 3")
    (apollo,) = house.read(Project, Where("key", "is", "APOLLO"))
    assert (apollo.declared_colour, apollo.declared_reason, f"{apollo.declared_until}") == ("amber", "the supplier is back", "2026-12-04")
    said = await released(house, key)
    assert "The dealers wait for us." in said
    assert "it is declared amber, the records say" in said
    assert "declared green" not in said
    with pytest.raises(Conflict, match="is sent, so its sentences stand"):
        drafts.edited(ANA, key, Edits(text="Too late."), "form 4")


async def test_a_sentence_is_changed_added_and_left_out_in_conversation(house: House) -> None:
    _, key = await drafted(house)
    own = house.read(ReportDraft)[-1].text
    asks = bootstrap.assistant(settings_in(house.home, sample=True), database=house.database)

    async def said(text: str, who: str = ANA) -> Answer:
        return await asks.answer(Question(text, who, f"t {text}", text))
    (table,) = [b for b in (await said("show the sentences of the draft")).blocks if isinstance(b, Table)]
    assert " ".join(row[1] for row in table.rows) == own
    changed = await said(f"change the first sentence of {key} to “The dealers wait for us”")
    assert changed.proposal
    assert changed.proposal.changes[0].after.startswith("The dealers wait for us. Apollo is")
    assert (await said("please leave out the last sentence of the draft")).proposal
    assert (await said(f"add a sentence to {key}: We meet on Monday.")).proposal
    assert "says 97 %, which is no figure of this report" in str((await said("change the second sentence of the draft to It is 97 % done")).error)
    assert "has 4 sentences" in str((await said(f"drop the ninth sentence of {key}")).error)
    assert f"no report draft “{key}”" in str((await said(f"drop the first sentence of {key}", BEN)).error)
    assert "No draft of yours waits" in str((await said("drop the first sentence of the draft", BEN)).error)


async def test_a_draft_is_its_owners_alone(house: House) -> None:
    house.schedule(ANA, what="portfolio", mode="draft first")
    await house.run(MONDAY - timedelta(hours=1))
    with house.database.reading() as session:
        for who, many in ((ANA, 1), (BEN, 0), (SOFIA, 0)):
            assert len(Reader(session, credentials.asker(session, who)).find(Query(ReportDraft))) == many
            assert len(Reader(session, credentials.asker(session, who)).find(Query(Schedule))) == many


async def test_what_cannot_be_delivered_is_told_to_its_owner(house: House) -> None:
    house.slack.gone = "#gone"
    house.schedule(ANA, what="portfolio", channel="#gone")
    await house.run(MONDAY)
    (told,) = house.mail.letters                            # by another way than the one that failed
    assert "could not be delivered to #gone: there is nobody of that name." in told.title


async def test_a_delivery_that_was_given_up_is_told_and_not_tried_again(house: House) -> None:
    own = house.schedule(ANA, what="portfolio", by="e-mail")
    house.look(MONDAY)
    await house.sending.lost(str(own.id), str(int(MONDAY.timestamp())))
    assert "could not be delivered" in house.slack.letters[0].title
    with house.database.reading() as session:
        assert [s.state for s in sendings.of_schedule(session, own.id or 0)] == []


async def test_a_way_that_is_not_there_yet_is_waited_for(house: House) -> None:
    house.schedule(ANA, what="portfolio", channel="#board")
    house.sending.ways = {"e-mail": house.mail}
    ((_, ids),) = house.look(MONDAY)
    with pytest.raises(Later):
        await house.sending.run(*ids)


async def test_who_wants_to_hear_nothing_when_there_is_nothing_does_not(house: House) -> None:
    house.schedule(ANA, what="question", question="which tasks are called xyzzy", silence="stay silent", by="e-mail")
    await house.run(MONDAY)
    assert house.mail.letters == []
    with house.database.reading() as session:
        assert [s.state for s in sendings.of_schedule(session, house.read(Schedule)[-1].id or 0)] == ["empty"]


@pytest.mark.parametrize(("values", "says"), [
    ({"often": "every full moon"}, "no repetition I can read"),
    ({"often": "every Monday except in May"}, "no exceptions"),
    ({"often": "every Monday", "at": "25:99"}, "no hour I can read"),
    ({"what": "report"}, "The report of which project?"),
    ({"what": "question"}, "What shall be asked"),
    ({"zone": "Mars/Olympus"}, "no time zone"),
    ({"channel": "#a", "email": "b@c.example"}, "one place"),
])
def test_what_cannot_be_kept_is_said_when_it_is_asked_for(house: House, values: dict[str, str], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        house.schedule(ANA, **{"what": "portfolio", **values})
