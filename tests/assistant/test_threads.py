"""Many threads at once over one model server: everybody hears what they asked for themselves, and it is kept in their own thread."""
import asyncio
from pathlib import Path

import pytest

from assistant import bootstrap
from assistant.messages import Question
from tests.conftest import copied, settings_in
from tests.fakes.instant import served

ANA, BEN = "ana@northlight.example", "ben@northlight.example"
THREADS, TURNS = 20, 2


@pytest.mark.slow
def test_many_threads_at_once_are_not_mixed_up(sample_home: Path, tmp_path: Path) -> None:
    home = copied(sample_home, tmp_path / "pmo")

    async def talk(n: int) -> list[str]:
        answers = [await assistant.answer(Question(f"m{n}-{turn}", (ANA, BEN)[n % 2], f"mix{n}", f"echo word{n:03}x{turn}")) for turn in range(TURNS)]
        return [str(a.blocks) for a in answers]

    async def all_at_once() -> list[list[str]]:
        return await asyncio.gather(*(talk(n) for n in range(THREADS)))

    with served() as url:
        assistant = bootstrap.assistant(settings_in(home, llm_base_url=url, llm_model="instant"))
        heard = asyncio.run(all_at_once())
        kept = [asyncio.run(assistant.open((ANA, BEN)[n % 2], "thread", f"mix{n}")) for n in range(THREADS)]
    for n, (told, thread) in enumerate(zip(heard, kept, strict=True)):
        assert [f"word{n:03}x{turn}" in text for turn, text in enumerate(told)] == [True] * TURNS
        assert not any(f"word{other:03}x" in text for text in told for other in range(THREADS) if other != n)
        assert [e.question for e in thread] == [f"echo word{n:03}x{turn}" for turn in range(TURNS)]
