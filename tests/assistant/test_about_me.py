"""What a person told about themselves: used, seen and deleted by them, with or without a model, by strict code."""
import asyncio
from pathlib import Path
import sqlite3

import pytest

from assistant import bootstrap
from assistant.about_me import FORGETS, TELLS
from assistant.assistant import Assistant
from assistant.messages import Answer, Question
from assistant.settings import Settings
from records import log
from records.database import Database
from reports.formats.markdown import markdown
from tests.fakes.model import Model, served
from tests.fakes.model import says as says_so

ANA, BEN = "ana@northlight.example", "ben@northlight.example"


def says(assistant: Assistant, text: str, who: str = ANA) -> Answer:
    return asyncio.run(assistant.answer(Question(f"{who}{text}", who, f"t{who}", text)))


def shown(answer: Answer) -> str:
    return markdown(answer.blocks).replace("\\", "")


def test_a_preference_is_told_seen_by_its_person_alone_and_forgotten(settings: Settings, home: Path) -> None:
    assistant = bootstrap.assistant(settings)
    assert "I keep nothing about you" in shown(says(assistant, "what do you know about me?"))
    assert says(assistant, "my time zone is Asia/Tokyo").proposal is not None
    says(assistant, "yes")
    assert "Asia/Tokyo" in shown(says(assistant, "What do you remember about me"))
    assert "I keep nothing about you" in shown(says(assistant, "what do you know about me?", BEN))
    asked = says(assistant, "please forget what you know about me")
    assert "This forgets: time zone Asia/Tokyo." in shown(asked)
    assert asked.proposal is not None
    says(assistant, "yes!")
    assert "I keep nothing about you" in shown(says(assistant, "what do you know about me now?".replace(" now", "") + " "))
    with sqlite3.connect(home / "pmo.db") as opened:
        assert [opened.execute(f"SELECT count(*) FROM {table} WHERE {column} LIKE '%Asia/Tokyo%'").fetchone()[0]  # noqa: S608 - our own names
                for table, column in (("preference", "value"), ("change", "body"))] == [0, 0]
    with Database(settings.url).reading() as session:
        assert log.verify(session) is None


def test_the_day_of_a_turn_is_that_of_the_asker_s_own_time_zone(settings: Settings) -> None:
    late = settings.model_copy(update={"now": settings.now.replace(hour=18)}) if settings.now else settings
    assistant = bootstrap.assistant(late)
    says(assistant, "my time zone is Asia/Tokyo")                        # where it is 3 o'clock on the 19th already
    says(assistant, "yes")
    assert "Thu 19 Nov 2026" in shown(says(assistant, "create a task on Apollo: water the plants today"))
    assert "Wed 18 Nov 2026" in shown(says(assistant, "create a task on Apollo: feed the cat today", BEN))


def test_a_language_model_is_told_what_its_asker_prefers(settings: Settings) -> None:
    model = Model([says_so("Fine.")])
    with served(model) as url:
        assistant = bootstrap.assistant(settings.model_copy(update={"llm_base_url": url, "llm_model": "scripted"}))
        asyncio.run(assistant.call(ANA, "create_record", {"kind": "preference", "values": {"name": "report length", "value": "short"}}, f"t{ANA}"))
        says(assistant, "yes")
        says(assistant, "hello")
        says(assistant, "hello!", BEN)
    first, second = (asked["messages"][-1]["content"] for asked in model.asked)
    assert ("report length: short" in first, "report length" in second) == (True, False)


@pytest.mark.parametrize("said", ["forget it", "forget about the task for me", "delete my task T-3", "what do you know about Apollo?", "remove me from Apollo",
                                  "forget what you know about Ben"])
def test_nothing_else_is_taken_for_it(said: str) -> None:
    assert not TELLS.fullmatch(said)
    assert not FORGETS.fullmatch(said)
