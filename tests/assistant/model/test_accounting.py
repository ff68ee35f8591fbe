"""What a turn with a language model takes is entered, limited per person and day, and told by `pmo doctor`; an auditor lists what went out."""
import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest

from assistant.limits import Limits
from assistant.messages import Question
from assistant.upkeep import Upkeep
from records import journal
from records.database import Database
from records.errors import Refused
from records.journal import Used
from reports.formats.markdown import markdown
from tests.conftest import NOW, copied, settings_in
from tests.fakes.faulty import STREAM, Faulty, sends, served, status, streamed
from tests.fakes.patient import patient

ANA, BEN, TOM, PAULA = (f"{name}@northlight.example" for name in ("ana", "ben", "tom", "paula"))
LIMITS = Limits(Decimal("2.50"), Decimal(10), 1900)
FINE = sends(streamed("All is well there."), STREAM)


@dataclass
class Day:
    """A day on which Ana asked four times, Ben once, and Paula when the model refused the key; all heard what is told."""
    database: Database
    host: str
    told: dict[str, str]
    asked: int


@pytest.fixture(scope="module")
def day(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    settings = settings_in(copied(sample_home, tmp_path_factory.mktemp("accounts") / "pmo"))
    faulty, told = Faulty(), dict[str, str]()
    with served(faulty) as url:
        assistant = patient(settings, url, limits=LIMITS)
        for who, fault in ((f"{ANA} 1", FINE), (f"{ANA} 2", FINE), (f"{ANA} 3", FINE), (f"{ANA} 4", FINE), (f"{BEN} 1", FINE), (f"{PAULA} 1", status(401))):
            faulty.script = [fault]
            question = Question(who, who.split()[0], who, "how is Apollo doing?")
            told[who] = markdown(asyncio.run(assistant.answer(question, say=lambda _: None)).blocks)
        yield Day(Database(settings.url), url.split("/")[2], told, len(faulty.asked))


def test_at_the_limit_of_a_day_the_planner_answers_and_says_so_to_this_person_alone(day: Day) -> None:
    assert [day.told[who] for who in (f"{ANA} 1", f"{ANA} 2", f"{ANA} 3", f"{BEN} 1")] == ["All is well there."] * 4         # 930 tokens each
    assert day.told[f"{ANA} 4"].startswith(
        "You have used the 1,900 tokens of the language model that one person has in a day, so I answered without it; it is there again tomorrow.")
    assert day.asked == 5


def test_tokens_and_cost_are_entered_turn_by_turn(day: Day) -> None:
    with day.database.reading() as session:
        used = journal.used(session, NOW, 2)
    # 900 tokens at 2.50 and 30 at 10 for a million are 2,550 millionths a turn.
    assert (used.turns, used.tokens_in, used.tokens_out, used.cost) == (4, 3 * 900, 3 * 30, 3 * 2550)


def test_a_turn_that_failed_is_entered_too(day: Day) -> None:
    with day.database.reading() as session:
        assert journal.used(session, NOW, 1) == Used(1, 1, 0, 0, 0)


def test_doctor_tells_use_and_limit(day: Day) -> None:
    (line,) = [detail for _, part, detail in Upkeep(day.database, lambda: NOW, limits=LIMITS).doctor() if part == "use of the model"]
    assert line.startswith("today 6 turns, 3,720 tokens, cost 0.01 (most: Ana Ruiz 2,790, Ben Okafor 930); in 30 days 6 turns")
    assert line.endswith("one person may use 1,900 tokens in a day")


def test_an_auditor_lists_what_went_out_and_a_manager_may_not(day: Day) -> None:
    upkeep = Upkeep(day.database, lambda: NOW)
    assert upkeep.sent(TOM, 0, BEN).rows == (("Wed 18 Nov 2026 09:00", "Ben Okafor", f"scripted at {day.host}", "nothing but the question"),)
    with pytest.raises(Refused, match="Only an auditor or the PMO admin"):
        upkeep.sent(ANA)


@pytest.mark.parametrize(("limits", "used", "reached"), [
    (Limits(daily_tokens=100), Used(1, 1, 60, 39, 0), False), (Limits(daily_tokens=100), Used(1, 1, 60, 40, 0), True),
    (Limits(daily_cost=Decimal("0.50")), Used(cost=499_999), False), (Limits(daily_cost=Decimal("0.50")), Used(cost=500_000), True),
    (Limits(), Used(9, 9, 10**9, 10**9, 10**9), False),
])
def test_a_limit_is_reached_exactly(limits: Limits, used: Used, *, reached: bool) -> None:
    assert bool(limits.reached(used)) is reached
    assert str(replace(limits)) in {"one person may use 100 tokens in a day", "one person may use a cost of 0.50 in a day", "no limit for a person and day"}
