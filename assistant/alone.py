"""The speaker where no language model is set: the planner chooses tools, and their blocks speak. Loads no LangChain, which takes 35 MB. Keeps nothing."""
import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from assistant.calling import Call, Caller, Past, Planned, Told, Turn, tool_named
from assistant.joining import joined
from assistant.keeping import just_shown
from assistant.messages import Say, unheard
from assistant.outcome import LONGEST_TURN, MOST_TOOLS, TOO_LONG, Came, Outcome, known_of, offered_in, once
from assistant.planner.heard.plan import Plan
from assistant.planner.offline import planned, then
from assistant.refusing import refusal
from records.errors import Ambiguous, Sorry
from reports.blocks import Choices, Text
from tools.base import Result

Made = TypeVar("Made")


@dataclass
class _Work:
    """What was called in a turn so far, and what came of it."""
    calls: list[Call] = field(default_factory=list)
    came: list[tuple[str, Came]] = field(default_factory=list)


class Alone:
    """Works in threads, so that a long tool holds nobody else up; `longest` are the seconds that a turn may take."""

    def __init__(self, caller: Caller, longest: float = LONGEST_TURN) -> None:
        self._caller, self._longest = caller, longest

    async def turn(self, asked: str, turn: Turn, say: Say = unheard) -> Told:  # noqa: ARG002 - its sentences stand above what the tools made
        turn, work = replace(turn, sign=once(turn.sign)), _Work()
        try:
            async with asyncio.timeout(self._longest) as limit:
                plan = await self._worked(asked, turn, work)
        except TimeoutError:
            if not limit.expired():
                raise
            return Told("", (Text(TOO_LONG), *Outcome(work.came).blocks), error=TOO_LONG)
        return _told(asked, plan, work, await asyncio.to_thread(joined, self._caller, Outcome(work.came).plans, turn))

    async def _worked(self, asked: str, turn: Turn, work: _Work) -> Plan:
        """Do what is planned, and what follows from it."""
        known, offered = known_of(turn), offered_in(turn)
        plan = await asyncio.to_thread(_thought, planned, asked, known, offered)
        await self._called(plan, turn, work)
        last = work.came[-1][1] if work.came else None

        def shown() -> Past:
            return just_shown(asked, work.calls, Outcome(work.came).blocks)
        more = await asyncio.to_thread(_thought, then, asked, known, offered, plan, last.blocks, shown) if isinstance(last, Result) else None
        if more is not None:
            await self._called(more, turn, work)
        return more or plan

    async def _called(self, plan: Plan, turn: Turn, work: _Work) -> None:
        for name, said in plan.calls:
            work.calls.append(Call(name, said))
            if len(work.calls) <= MOST_TOOLS:
                work.came.append((name, await self._came(work.calls[-1], turn)))

    async def _came(self, call: Call, turn: Turn) -> Result | Planned | Sorry:
        try:
            return await asyncio.to_thread(self._caller.call, tool_named(call.tool), call.said, turn)
        except Sorry as sorry:
            return sorry


def _thought(plan: Callable[..., Made], *said: Any) -> Made:
    """What the planner makes of it in a thread; what it ran out of is raised as an error that a future can carry, else nobody would ever be answered."""
    try:
        return plan(*said)
    except StopIteration as lacking:
        raise RuntimeError("the planner ran out of something that it took for granted") from lacking


def _told(asked: str, plan: Plan, work: _Work, made: Planned | None) -> Told:
    """What came of each call; nothing that was refused is lost because another went well."""
    outcome = Outcome(work.came)
    refused = [block for sorry in _first_of_each([came for _, came in work.came if isinstance(came, Sorry)]) for block in refusal(sorry, asked)]
    choices = (Choices("You can say:", tuple(plan.choices)),) if plan.choices else ()
    below = (Text(plan.below),) if plan.below else ()
    return Told(plan.says, (*refused, *outcome.blocks, *below, *choices), made, tuple(work.calls), error=outcome.error, understood=plan.understood)


def _first_of_each(refused: list[Sorry]) -> list[Sorry]:
    """One question at a time: of several that could each be more than one record, the first."""
    unclear = [sorry for sorry in refused if isinstance(sorry, Ambiguous)]
    return list(dict.fromkeys(unclear[:1] + [sorry for sorry in refused if not isinstance(sorry, Ambiguous)]))
