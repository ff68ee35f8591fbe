"""What may leave the house: restricted projects never by default, sharing rules say otherwise, and each call of a model says what it sent."""
import asyncio
from collections.abc import Iterator, Sequence
import json
from pathlib import Path
from typing import Any

import pytest

from assistant.calling import Past, Turn
from assistant.messages import Answer, Question
from assistant.model.leaving import Leaving, Policy, read
from assistant.settings import Settings
from records import changing, credentials, journal, log, planning, sample
from records.database import Database
from records.proposals import Create, Proposal, Undo, Wish
from reports.formats.markdown import markdown
from tests.conftest import NOW, copied, settings_in
from tests.fakes.model import Model, calls, says, served
from tests.fakes.patient import patient

PAULA = "paula@northlight.example"           # sees every project
SEEN = frozenset({"APOLLO", "ZEPHYR"})


class Lab:
    """One assistant over one scripted model, for all tests of the module."""

    def __init__(self, model: Model, settings: Settings, url: str) -> None:
        self.model, self.database, self._n = model, Database(settings.url), 0
        self._assistant = patient(settings, url)

    def asks(self, text: str, script: Sequence[dict[str, Any] | int], thread: str = "", *, planner: bool = False) -> Answer:
        self.model.script, self.model.asked = [401] if planner else list(script), []
        self._n += 1
        return asyncio.run(self._assistant.answer(Question(f"q{self._n}", PAULA, thread or f"t{self._n}", text)))

    def does(self, wish: Wish) -> int:
        with self.database.writing() as tx:
            return changing.apply(tx, sample.OFFICE, planning.plan(tx, sample.OFFICE, Proposal((wish,)), NOW.date()), NOW).position

    def went(self) -> str:
        """All that the model was sent."""
        return json.dumps(self.model.asked)


@pytest.fixture(scope="module")
def lab(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    home = copied(sample_home, tmp_path_factory.mktemp("leaving") / "pmo")
    model = Model([says("Fine.")])
    with served(model) as url:
        yield Lab(model, settings_in(home), url)


def shown(answer: Answer) -> str:
    return markdown(answer.blocks).replace("\\", "")


def test_a_question_about_a_restricted_project_never_goes_out(lab: Lab) -> None:
    answer = lab.asks("how is Zephyr doing?", [says("Fine.")])
    assert shown(answer).startswith("ZEPHYR is restricted and stays in the house, so I answered without the language model.")
    assert "Delivered well?" in shown(answer)
    assert lab.model.asked == []


def test_what_a_tool_read_of_a_restricted_project_never_goes_out(lab: Lab) -> None:
    answer = lab.asks("which projects are there?", [calls("find_records", kind="project"), says("Many.")])
    assert "ZEPHYR is restricted and stays in the house" in shown(answer)
    assert (len(lab.model.asked), "zephyr" in lab.went().lower()) == (1, False)
    assert "Zephyr" in shown(answer)


def test_what_was_said_before_about_a_restricted_project_never_goes_out(lab: Lab) -> None:
    lab.asks("how is Zephyr doing?", [says("Fine.")], "talk")
    assert "ZEPHYR is restricted" in shown(lab.asks("what is its CPI?", [says("Fine.")], "talk"))
    answer = lab.asks("how is Apollo doing?", [calls("status_report", project="Apollo"), says("See below.")], "talk")
    assert "without the language model" not in shown(answer)
    assert ("zephyr" in lab.went().lower(), "its CPI" in lab.went(), len(lab.model.asked)) == (False, False, 2)


def test_a_rule_lets_a_restricted_project_out_and_keeps_an_open_one_in(lab: Lab) -> None:
    with lab.database.reading() as session:
        before = read(session)
    ids = {"ZEPHYR": 0, "APOLLO": 0}
    with lab.database.reading() as session:
        for key in ids:
            ids[key] = int(session.connection().exec_driver_sql(f"select id from project where key = '{key}'").scalar() or 0)  # noqa: S608 - our own key
    lab.does(Create("sharing", {"project_id": ids["ZEPHYR"], "leaves": "may leave"}))
    lab.does(Create("sharing", {"project_id": ids["APOLLO"], "leaves": "stays"}))
    with lab.database.reading() as session:
        after = read(session)
    assert (set(before.projects), set(after.projects)) == ({"ZEPHYR"}, {"APOLLO"})
    assert shown(lab.asks("how is Apollo doing?", [says("Fine.")])).startswith("APOLLO stays in the house by APOLLO-SH-1")
    lab.does(Undo(_head(lab)))
    lab.does(Undo(_head(lab) - 2))


def test_a_kind_of_record_stays_with_every_figure_that_rests_on_it(lab: Lab) -> None:
    at = lab.does(Create("sharing", {"record": "cost entry", "leaves": "stays"}))
    answer = lab.asks("how is Apollo doing?", [calls("explain_figure", figure="CPI", project="Apollo"), says("Low.")])
    assert "Cost entries stay in the house by SH-" in shown(answer)
    assert len(lab.model.asked) == 1
    lab.does(Undo(at))


def test_a_passage_of_a_restricted_space_stays() -> None:
    held = Policy(documents={"DOC-7": "is restricted and stays in the house"})
    assert held.why(["DOC-7/4.2"], "", SEEN) == held.why([], "see DOC-7@2.0/4.2", SEEN) == "DOC-7 is restricted and stays in the house"
    assert held.why(["DOC-71/4.2", "APOLLO"], "DOC-71/1", SEEN) == ""


def test_to_who_may_not_see_a_project_it_is_not_even_said_to_stay() -> None:
    held = Policy(projects={"ZEPHYR": "is restricted"}, names={"Zephyr": "ZEPHYR"})
    assert held.why(["ZEPHYR-T-1"], "Zephyr ZEPHYR-T-1", frozenset({"APOLLO"})) == ""
    assert held.why(["ZEPHYR-T-1"], "", SEEN) == held.why([], "so Zephyr slips", SEEN) == "ZEPHYR is restricted"
    assert held.why(["ZEPHYR-2", "ZEPHYR-2-T-1"], "Zephyrus", SEEN) == ""


def test_every_call_of_a_model_lists_what_went_with_it_before_it_went(lab: Lab) -> None:
    lab.asks("show APOLLO-T-5 and gate 2", [calls("show_record", record="APOLLO-T-5"), calls("search_governance", question="what is gate 2?"), says("Here.")])
    with lab.database.reading() as session:
        last, second, first = journal.sent(session, NOW, limit=3)
    assert first.keys.split() == ["APOLLO-T-5"]                         # the asker's own words
    assert second.keys.split()[0] == "APOLLO-T-5"
    assert any(key.startswith("DOC-1/") for key in last.keys.split())
    assert {(s.model, s.turn == last.turn) for s in (first, second, last)} == {("scripted", True)}
    assert all(key in last.keys.split() for key in second.keys.split())


@pytest.mark.parametrize(("said", "rule"), [
    ("Apollo must not leave the house because of the tender", ("APOLLO", "", "stays", "of the tender")),
    ("Zephyr may leave the house", ("ZEPHYR", "", "may leave", "")),
    ("risks stay in the house", ("", "risks", "stays", "")),
])
def test_an_admin_says_in_words_what_may_leave(lab: Lab, said: str, rule: tuple[str, str, str, str]) -> None:
    answer = lab.asks(said, [], planner=True)
    assert answer.proposal is not None, shown(answer)
    told = {c.field: c.after for c in answer.proposal.changes}
    assert (told.get("project", "").upper(), told.get("record", ""), told["leaves"], told.get("reason", "")) == rule


def test_the_policy_is_read_once_until_a_record_changes(lab: Lab) -> None:
    leaving = Leaving(lab.database)
    assert leaving.policy() is leaving.policy()


def test_the_planner_keeps_the_whole_past(lab: Lab) -> None:
    with lab.database.reading() as session:
        asker = credentials.asker(session, PAULA)
    past = (Past("how is Zephyr doing?", "ZEPHYR: red", (), ("ZEPHYR",)), Past("and Apollo?", "APOLLO: red", (), ("APOLLO",)))
    turn = Leaving(lab.database).sifted("and its risks?", Turn(asker, NOW, {"project": {"Zephyr": "ZEPHYR", "Apollo": "APOLLO"}}, past))
    assert (turn.past, turn.whole_past) == (past[1:], past)


def _head(lab: Lab) -> int:
    with lab.database.reading() as session:
        return log.head(session)
