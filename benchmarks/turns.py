"""`python -m benchmarks.turns`: what a turn with a language model costs beside the model, and whether a hundred threads at once are mixed up.

The model answers at once. The same conversation - in each turn one tool call on the same records, then a sentence - is had by a plain loop over the
`openai` client, by our whole assistant, and by LangChain's `create_agent` with AsyncSqliteSaver and HumanInTheLoop, where that saver is installed. What
counts is the CPU of this process: of a conversation's first turn, and of all its turns.
"""
import asyncio
from collections.abc import Awaitable, Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from itertools import count
import json
import math
from pathlib import Path
from statistics import mean, median
import sys
from tempfile import TemporaryDirectory
import time
from typing import Any

from langchain.agents import create_agent
from langchain.agents.middleware import HumanInTheLoopMiddleware
from langchain_core.messages import AIMessage
from langchain_core.tools import StructuredTool
from langchain_openai import ChatOpenAI
from openai import AsyncOpenAI
from pydantic import SecretStr

from assistant import bootstrap
from assistant.assistant import Assistant
from assistant.calling import Caller, Planned, Turn
from assistant.messages import Question
from assistant.model.setting_out import set_out
from assistant.settings import Settings
from benchmarks.faults import sample
from benchmarks.measuring import Measure, table
from knowledge.searching import searching
from prompts import prompt
from records import credentials
from records.database import Database
from records.kinds import KINDS
from reports.formats.for_model import for_model
from tests.fakes.instant import served
from tools import TOOLS
from tools.base import Result

ANA = "ana@northlight.example"
ASKED = "what is overdue on Apollo?"
LONG, OFTEN, THREADS, TURNS = 20, 3, 100, 3                 # turns of a conversation, how many of them; threads at once, and their turns
KIND_NAMES = ", ".join(k.kind.one for k in KINDS)
Work = Callable[[int], Awaitable[str]]


def main(arguments: Sequence[str]) -> int:
    often = int(arguments[0]) if arguments else OFTEN
    with TemporaryDirectory(prefix="pmo-bench-") as made, served() as url:
        settings = sample(Path(made)).model_copy(update={"llm_base_url": url, "llm_model": "instant", "llm_daily_tokens": 10**12})
        measures = asyncio.run(_measured(settings, url, often))
    print(table(measures))
    return int(not all(m.holds for m in measures))


async def _measured(settings: Settings, url: str, often: int) -> list[Measure]:
    ours = bootstrap.assistant(settings)
    caller = Caller(Database(settings.url), searching)
    works: dict[str, Work] = {"a plain loop over the openai client": _plain(settings, caller, url), "our assistant": _ours(ours),
                              "our assistant, listened to": _ours(ours, is_heard=True)}
    async with _stock(settings, caller, url) as stock:
        if stock is not None:
            works["create_agent with AsyncSqliteSaver and HumanInTheLoop"] = stock
        took = await _cpu(works, often)
    measures = []
    for which, of in (("the first turn of a conversation", lambda each: median(each[::LONG])), (f"a turn of one of {LONG}", mean)):
        cpu = {name: of(each) for name, each in took.items()}
        measures += [Measure(f"CPU of {which}: {name}", ms, "ms") for name, ms in cpu.items()]
        measures.append(Measure("ours against the plain loop", cpu["our assistant"] / cpu["a plain loop over the openai client"], "×", most=3))
        measures += [Measure("create_agent with its saver against ours", ms / cpu["our assistant"], "×", least=2 if of is mean else -math.inf)
                     for name, ms in cpu.items() if name.startswith("create_agent")]
    return [*measures, *await _threads(ours)]


async def _cpu(works: dict[str, Work], often: int) -> dict[str, list[float]]:
    """The CPU of every turn of each, in milliseconds, taken in turns so that all have the same weather; the first conversation only warms up."""
    took: dict[str, list[float]] = {name: [] for name in works}
    for n in range((often + 1) * LONG):
        for name, work in works.items():
            began = time.process_time()
            said = await work(n)
            if n >= LONG:
                took[name].append((time.process_time() - began) * 1000)
            if "overdue" not in said:
                raise RuntimeError(f"{name} did not do the task: {said[:200]}")
    return took


def _ours(assistant: Assistant, *, is_heard: bool = False) -> Work:
    async def turn(n: int) -> str:
        question = Question(f"{is_heard}{n}", ANA, f"t{is_heard}{n // LONG}", ASKED)
        answer = await (assistant.answer(question, say=lambda _: None) if is_heard else assistant.answer(question))
        return str(answer.blocks)
    return turn


def _plain(settings: Settings, caller: Caller, url: str) -> Work:
    """What anybody would write: the prompt, the tools' schemas, the call, the tool, the call; the conversation is a list in memory, nothing is guarded."""
    client = AsyncOpenAI(base_url=url, api_key="none", max_retries=0)
    schemas: list[Any] = [{"type": "function", "function": {"name": t.name, "description": t.says, "parameters": t.args.model_json_schema()}} for t in TOOLS]
    tools = {t.name: t for t in TOOLS}
    talks: dict[int, list[Any]] = {}

    async def turn(n: int) -> str:
        now = _turn(settings, caller)
        messages = talks.setdefault(n // LONG, [{"role": "system", "content": prompt("system", office=settings.office, kinds=KIND_NAMES)}])
        messages.append({"role": "user", "content": f"{set_out(ASKED, now)}\n\n{ASKED}"})
        while True:
            said = (await client.chat.completions.create(model="instant", messages=messages, tools=schemas)).choices[0].message
            messages.append(said.model_dump(exclude_none=True))
            if not said.tool_calls:
                return f"{said.content} {messages[-2]['content']}"
            for call in said.tool_calls:
                function = getattr(call, "function")  # noqa: B009 - the client's union has calls without one
                made = await asyncio.to_thread(caller.call, tools[function.name], json.loads(function.arguments), now)
                messages.append({"role": "tool", "tool_call_id": call.id, "content": _words(made)})
    return turn


class _stock:  # noqa: N801 - used as a function
    """LangChain's own way: its agent, its saver of conversations, its asking before a write. None where the saver is not installed."""

    def __init__(self, settings: Settings, caller: Caller, url: str) -> None:
        self._settings, self._caller, self._url = settings, caller, url
        self._saver: Any = None

    async def __aenter__(self) -> Work | None:
        if find_spec("langgraph.checkpoint.sqlite") is None:
            return None
        self._saver = import_module("langgraph.checkpoint.sqlite.aio").AsyncSqliteSaver.from_conn_string(str(self._settings.home / "threads.db"))
        model = ChatOpenAI(model="instant", base_url=self._url, api_key=SecretStr("none"), max_retries=0, use_responses_api=False)
        graph: Any = create_agent(model, [self._tool(t.name) for t in TOOLS], system_prompt=prompt("system", office=self._settings.office, kinds=KIND_NAMES),
                             middleware=[HumanInTheLoopMiddleware({t.name: True for t in TOOLS if t.proposes})], checkpointer=await self._saver.__aenter__())

        async def turn(n: int) -> str:
            asked = f"{set_out(ASKED, _turn(self._settings, self._caller))}\n\n{ASKED}"
            done = await graph.ainvoke({"messages": [("user", asked)]}, {"configurable": {"thread_id": str(n // LONG)}})
            return " ".join(str(m.content) for m in done["messages"] if not isinstance(m, AIMessage) or m.content)
        return turn

    async def __aexit__(self, *how: object) -> None:
        if self._saver is not None:
            await self._saver.__aexit__(*how)

    def _tool(self, name: str) -> StructuredTool:
        tool = next(t for t in TOOLS if t.name == name)

        async def run(**said: Any) -> str:
            return _words(await asyncio.to_thread(self._caller.call, tool, said, _turn(self._settings, self._caller)))
        return StructuredTool.from_function(coroutine=run, name=tool.name, description=tool.says, args_schema=tool.args.model_json_schema())


async def _threads(assistant: Assistant) -> list[Measure]:
    """A hundred conversations at once, three turns each: every one hears of its own task, and of what it said before."""
    mixed, number = 0, count()

    async def talk(n: int) -> int:
        wrong = 0
        for turn in range(TURNS):
            answer = await assistant.answer(Question(f"m{next(number)}", ANA, f"mix{n}", f"echo word{n:03}x{turn}"))
            text = str(answer.blocks)
            wrong += f"word{n:03}x{turn}" not in text or any(f"word{other:03}x" in text for other in range(THREADS) if other != n)
        return wrong

    began = time.perf_counter()
    mixed = sum(await asyncio.gather(*(talk(n) for n in range(THREADS))))
    took = time.perf_counter() - began
    return [Measure(f"{THREADS} threads at once, {TURNS} turns each: mixed up", mixed, "", most=0),
            Measure("turns a second among these", THREADS * TURNS / took, "/s")]


def _turn(settings: Settings, caller: Caller) -> Turn:
    with caller.database.reading() as session:
        return Turn(credentials.asker(session, ANA), settings.clock()(), {})


def _words(made: Result | Planned) -> str:
    return for_model(made.blocks) if isinstance(made, Result) else "A preview is shown."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
