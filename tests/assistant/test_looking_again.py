"""A proposal opened again by its id: as it stands now, changing nothing; or what became of it."""
from datetime import timedelta
from pathlib import Path

import pytest

from assistant import bootstrap
from assistant.assistant import Assistant
from assistant.messages import Answer
from records.errors import Conflict, NotFound
from reports.blocks import Preview, Receipt, Text
from tests.conftest import NOW, copied, settings_in

ANA, BEN = "ana@northlight.example", "ben@northlight.example"
LATER = "so a yes shows it once more before it counts. It would now be:"


@pytest.fixture(scope="module")
def home(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copied(sample_home, tmp_path_factory.mktemp("again") / "pmo")


@pytest.fixture(scope="module")
def hands(home: Path) -> Assistant:
    return bootstrap.hands(settings_in(home))


async def proposed(hands: Assistant, says: str) -> str:
    made = await hands.call(ANA, "change_records", {"kind": "task", "where": {"key": "APOLLO-T-5"}, "values": {"description": says}})
    assert made.proposal
    return made.proposal.id


async def again(hands: Assistant, number: str, who: str = ANA) -> Answer:
    return (await hands.open(who, "proposal", number))[0].answer


async def test_what_waits_is_shown_as_it_was(hands: Assistant) -> None:
    number = await proposed(hands, "words 1")
    shown = await again(hands, number)
    assert [type(block) for block in shown.blocks] == [Preview]
    assert shown.proposal
    assert shown.proposal.id == number
    assert isinstance(shown.blocks[0], Preview)
    assert shown.blocks[0].expires == "Thu 19 Nov 2026 09:00"


async def test_what_changed_meanwhile_is_said_and_looking_renews_nothing(hands: Assistant) -> None:
    number = await proposed(hands, "words 2")
    other = await hands.call(ANA, "change_records", {"kind": "task", "where": {"key": "APOLLO-T-5"}, "values": {"priority": "low"}})
    assert other.proposal
    await hands.confirm(ANA, other.proposal.id)
    for _ in range(2):
        assert (await again(hands, number)).blocks[0] == Text(f"Something changed meanwhile, {LATER}")
    first = await hands.confirm(ANA, number)
    assert first.error
    assert first.error.startswith("Something changed meanwhile, so nothing was done yet.")


async def test_what_expired_says_so(home: Path, hands: Assistant) -> None:
    number = await proposed(hands, "words 3")
    tomorrow = bootstrap.hands(settings_in(home).model_copy(update={"now": NOW + timedelta(days=1, minutes=1)}))
    assert (await again(tomorrow, number)).blocks[0] == Text(f"This preview had expired, {LATER}")


async def test_what_was_done_shows_its_receipt_until_it_is_taken_back(hands: Assistant) -> None:
    number = await proposed(hands, "words 4")
    await hands.confirm(ANA, number)
    assert [type(block) for block in (await again(hands, number)).blocks] == [Text, Receipt]
    await hands.confirm(ANA, number, "undo")
    with pytest.raises(Conflict, match="taken back by change #"):
        await again(hands, number)


async def test_somebody_else_finds_nothing(hands: Assistant) -> None:
    number = await proposed(hands, "words 5")
    with pytest.raises(NotFound, match="There is no such proposal of yours"):
        await again(hands, number, BEN)
