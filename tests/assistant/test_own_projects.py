"""Whose project is meant where none is named: the one that the asker manages, or else works on."""
import pytest

from assistant.assistant import Assistant
from assistant.messages import Question, as_json
from assistant.own_projects import OwnProjects
from assistant.settings import Settings
from records import credentials
from records.database import Database


@pytest.mark.parametrize(("who", "own"), [("ana", ("APOLLO",)), ("carla", ("CORVUS", "BOREALIS", "FORTUNA")), ("ben", ("APOLLO",)), ("tom", ())])
def test_they_are_the_open_ones_that_somebody_manages_or_else_works_on(settings: Settings, who: str, own: tuple[str, ...]) -> None:
    database = Database(settings.url)
    with database.reading() as session:
        asker = credentials.asker(session, f"{who}@northlight.example")
    assert sorted(OwnProjects(database, asker)) == sorted(own)


async def answered(assistant: Assistant, who: str, text: str) -> str:
    return str(as_json(await assistant.answer(Question(f"{who}-{text}", f"{who}@northlight.example", f"{who}-{text}", text)))["blocks"])


async def test_who_has_one_project_hears_of_it_and_who_has_several_is_asked(assistant: Assistant) -> None:
    assert "forecast Mon 7 Dec 2026, in 19 days" in await answered(assistant, "ana", "how many days until gate 2")
    assert "when is gate 2 of Corvus?" in await answered(assistant, "carla", "how many days until gate 2")
