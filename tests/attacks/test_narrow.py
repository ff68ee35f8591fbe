"""A narrow field is read through no door: two offices that differ in nothing else answer its member and its viewer alike."""
import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
import re

import pytest

from assistant.loading import File
from assistant.messages import Question
from records import log, planning
from records.asker import Role
from records.errors import BadInput, Sorry
from records.figures import FIGURES
from records.kinds import BY_TABLE, KINDS, Project
from records.proposals import Proposal, Undo
from records.query import Query, Where
from records.reading import Reader
from reports.formats.markdown import markdown
from tests.attacks.narrow import World, hidden, world
from tests.records.conftest import ADMIN, BEN, NOW, VERA

SAID = (
    "how is Apollo doing?", "show Apollo", "status report for Apollo", "what is the CPI of Apollo?", "what is the NPV of Apollo?",
    "cost forecast of Apollo",
    "how is the portfolio?", "rank the projects by NPV", "rank the projects by value for money", "which projects are over budget?", "top 10 risks by exposure",
    "risks sorted by cost impact", "budget lines of Apollo above 100,000", "change requests sorted by cost effect", "total budget of Apollo",
    "what changed since last month?", "how was Apollo last Friday?", "history of APOLLO-B-1", "show APOLLO-S-1", "show APOLLO-BL-1", "show SC-1",
    "what if costs of Apollo rise by 20 %?", "what if the discount rate of Apollo is 12 %?", "what if APOLLO-R-1 happens?", "scenario Autumn",
    "compare scenarios",
    "which projects should we do with 2 million?", "check compliance of Apollo", "check the portfolio", "what should I look at today?",
    "search Secretly", "search yltercoS", "who has a rate above 100?", "people sorted by rate", "benefits of Apollo", "what is Apollo worth?",
    "propose risks for Apollo", "why is Apollo ranked there?", "exchange rates", "decisions needed", "what does Ana cost?", "undo #29", "undo #20",
)
RISK = "Title,Project,Cost impact,Probability\nSteel is late,Apollo,7654321,5\n"
BUDGET = "Title,Project,Amount\nCrane,Apollo,7654321\n"


@pytest.fixture(scope="module")
def worlds(office_file: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[World, World]:
    at = tmp_path_factory.mktemp("two")
    return world(office_file, at / "one", "7654321", "Secretly against it"), world(office_file, at / "two", "88000", "Wholly in favour of all")


def alike(worlds: tuple[World, World], door: Callable[[World], str]) -> str:
    """What both worlds say at a door; fails where they differ."""
    one, two = (re.sub(r"P-[0-9a-f]{8}", "P-", door(each)) for each in worlds)
    assert one == two
    return one


@pytest.mark.parametrize("says", ["total budget of Apollo", "show APOLLO-S-1", "show SC-1", "what is the NPV of Apollo?"])
def test_who_may_read_them_hears_what_differs(worlds: tuple[World, World], says: str) -> None:
    one, two = (markdown(asyncio.run(w.assistant.answer(Question(says, ADMIN, says, says))).blocks) for w in worlds)
    assert one != two


@pytest.mark.slow
@pytest.mark.parametrize("who", [BEN, VERA])
@pytest.mark.parametrize("says", SAID)
def test_a_question_is_answered_alike(worlds: tuple[World, World], who: str, says: str) -> None:
    assert alike(worlds, lambda w: markdown(asyncio.run(w.assistant.answer(Question(f"{who}{says}", who, f"{who}{says}", says))).blocks))


@pytest.mark.parametrize("figure", [f for f in FIGURES if f.of is Project], ids=lambda f: f.title)
def test_a_figure_and_its_receipt_are_alike(worlds: tuple[World, World], figure: object) -> None:
    given = {"figure": figure.title, "project": "Apollo"}  # type: ignore[attr-defined]  # a figure
    assert alike(worlds, lambda w: markdown(asyncio.run(w.assistant.call(BEN, "explain_figure", given)).blocks))


@pytest.mark.parametrize("role", [Role.member, Role.viewer])
def test_a_hidden_field_is_no_field_to_compare_sort_or_group_by(worlds: tuple[World, World], role: Role) -> None:
    who = {Role.member: BEN, Role.viewer: VERA}[role]
    assert len(hidden(role)) > 25
    with worlds[0].asking(who) as (session, asker):
        for reader in (Reader(session, asker), Reader(session, asker).at(NOW)):
            for kind, name in hidden(role):
                for query in (Query(kind, (Where(name, "at least", 0),)), Query(kind, sort=name), Query(kind, fields=("id", name))):
                    with pytest.raises(BadInput, match=f"has no “{name}”"):
                        reader.find(query)
                with pytest.raises(BadInput, match=f"has no “{name}”"):
                    reader.group(Query(kind), name)


@pytest.mark.slow
@pytest.mark.parametrize("who", [BEN, VERA])
def test_rows_of_now_and_then_histories_and_found_texts_are_alike(worlds: tuple[World, World], who: str) -> None:
    def told(w: World) -> str:
        with w.asking(who) as (session, asker):
            said = []
            for reader in (Reader(session, asker), Reader(session, asker).at(NOW)):
                for kind in KINDS:
                    rows = reader.find(Query(kind, sort="id", limit=None))
                    said += [str(row) for row in rows] + [str(e) for row in rows if row.id is not None for e in reader.history(kind, row.id)]
            words = ("secretly", "wholly", "7654321", "88000", "against", "favour", "3827160")
            return str(said) + str(Reader(session, asker).events(NOW.replace(year=2020))) + str([Reader(session, asker).search(word) for word in words])
    assert len(alike(worlds, told)) > 20_000


@pytest.mark.slow
@pytest.mark.parametrize("who", [BEN, VERA])
def test_previews_of_undoing_and_their_refusals_are_alike(worlds: tuple[World, World], who: str) -> None:
    def told(w: World, position: int) -> str:
        with w.asking(who) as (session, asker):
            try:
                made = planning.plan(session, asker, Proposal((Undo(position),)), NOW.date())
            except Sorry as sorry:
                return str(sorry)
            return str((made.title, made.shown))
    with worlds[0].database.reading() as session:
        last = log.head(session)
    for position in range(1, last + 1):
        alike(worlds, partial(told, position=position))


@pytest.mark.slow
@pytest.mark.parametrize("content", [RISK, BUDGET])
def test_a_file_that_names_the_very_amount_is_read_like_any_other(worlds: tuple[World, World], content: str) -> None:
    told = alike(worlds, lambda w: markdown(asyncio.run(w.assistant.load(BEN, File("list.csv", content.encode()), f"load{len(content)}")).blocks))
    assert "not set it" in told or "not change" in told


@pytest.mark.slow
@pytest.mark.parametrize("who", [BEN, VERA])
def test_exports_are_alike(worlds: tuple[World, World], who: str) -> None:
    def taken(w: World, as_: str = "csv", **more: str) -> str:
        with w.upkeep.export(who, as_, **more) as made:
            return b"".join(made.content).decode()
    alike(worlds, lambda w: taken(w, "json"))
    alike(worlds, lambda w: taken(w, "mspdi", project="Apollo"))
    for kind in BY_TABLE.values():
        alike(worlds, partial(taken, kind=kind.kind.one))
