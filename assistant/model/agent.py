"""LangChain's create_agent over TOOLS: the loop between a language model, or the planner in its place, and the desk. Keeps nothing."""
import asyncio
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from langchain.agents import create_agent
from langchain.agents.middleware import AgentMiddleware, ModelRequest, ModelResponse
from langchain.tools import ToolRuntime
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage, AnyMessage, HumanMessage
from langchain_core.tools import BaseTool, StructuredTool

from assistant.calling import Call, Caller, Past, Planned, Told, Turn
from assistant.guarding.guard import Guard
from assistant.joining import joined
from assistant.messages import Say, unheard
from assistant.model.around import Around
from assistant.model.drafting import Drafter, DraftWanted, wanted
from assistant.model.listening import Ear
from assistant.model.offline import OfflinePlanner
from assistant.model.repairing import WISHING, outcome_of
from assistant.model.setting_out import set_out
from assistant.model.speech import CUT, Speech
from assistant.model.wholeness import finish, refuse_unfinished
from assistant.outcome import LONGEST_TURN, MOST_TOOLS, TOO_LONG, Outcome, known_of, offered_in, once
from assistant.refusing import refusal
from assistant.switching import off
from prompts import prompt
from records.errors import Ambiguous, NotFound, Sorry
from records.kinds import KINDS
from reports.blocks import Choices, Text
from reports.formats.for_model import for_model
from tools import TOOLS
from tools.base import Result, Tool

Handler = Callable[[ModelRequest[Turn]], Awaitable[ModelResponse[Any]]]
OFFLINE, OURS = "offline", "ours"            # who spoke: the planner, or we in a model's place
MOST_CALLS = 8                              # of the model, in one turn
WINDOW, LONGEST = 7, 1500                   # turns that go to a model as they were said, and letters of each answer
STEPS = 2 * MOST_CALLS + 5                  # of the graph: each call of the model and the tools behind it
ENOUGH = "That is enough for one turn: answer from what you have read."
TOO_MANY = "I stopped after several steps without an end. What I found is shown; please ask for a part of it."
NOTHING = "I found nothing in the records or the handbook that I could answer this from. Please ask for a project, a person, a figure or a rule by its name."
UNSEEN = "The language model looked nothing up, so I answered without it."
KIND_NAMES = ", ".join(k.kind.one for k in KINDS)
SIGNS = {t.name: t.sign for t in TOOLS}


@dataclass(frozen=True)
class Talk(Turn):
    """A turn while it is spoken: what is said, and how often tools were called."""
    speech: Speech = field(default_factory=lambda: Speech(Guard("")), compare=False)
    ran: list[str] = field(default_factory=list, compare=False)
    is_heard: bool = False
    told: dict[str, str] = field(default_factory=dict, compare=False)         # what stands before the question, put together once


class Agent:
    """Speaks by a language model while one is there and whole, else by the planner."""

    def __init__(self, caller: Caller, office: str, model: BaseChatModel, around: Sequence[AgentMiddleware[Any, Turn, Any]],
                 longest: float = LONGEST_TURN) -> None:
        self._caller, self._longest = caller, longest
        self._drafter = Drafter(model, around)
        self._graph = create_agent(model, [self._tool(t) for t in TOOLS], system_prompt=prompt("system", office=office, kinds=KIND_NAMES),
                                   middleware=[Around([Ends(), *around, ForAsker()])], context_schema=Turn)

    async def turn(self, asked: str, turn: Turn, say: Say = unheard) -> Told:
        names = [n for known in turn.names.values() for n in known]
        before = "\n".join(f"{p.question}\n{p.answer}" for p in turn.past[-WINDOW:])
        speech, sign = Speech(Guard(asked, names, turn.names.get("project", {}), turn.asker.name, before, turn.now.date()), say), once(turn.sign)
        talk = Talk(**{**vars(turn), "sign": sign}, speech=speech, is_heard=say is not unheard)
        earlier = [m for p in turn.past[-WINDOW:] for m in _said(p)]
        try:
            async with asyncio.timeout(self._longest) as limit:
                done = await self._graph.ainvoke({"messages": [*earlier, HumanMessage(asked)]},
                                                 {"recursion_limit": STEPS, "callbacks": [Ear(speech, sign, SIGNS, OFFLINE)]}, context=talk)
        except TimeoutError:
            if not limit.expired():
                raise
            blocks = speech.blocks((Text(TOO_LONG), *speech.shown))
            return Told("", blocks, by_model=bool(speech.length), error=TOO_LONG, left=len(speech.blocks(())))
        new = done["messages"][len(earlier) + 1:]
        made = outcome_of(new)
        told = _told(asked, new, made, speech)
        return replace(told, planned=await asyncio.to_thread(joined, self._caller, made.plans, turn)) if len(made.plans) > 1 else told

    def _tool(self, tool: Tool) -> StructuredTool:
        async def run(runtime: ToolRuntime[Talk], **said: Any) -> tuple[str, Result | Planned | Sorry]:
            talk = runtime.context
            talk.ran.append(tool.name)
            if len(talk.ran) > MOST_TOOLS:
                return ENOUGH, Result(())
            try:
                made = await self._made(tool, said, talk)
            except Sorry as sorry:
                return str(sorry), sorry
            return ("A preview is shown." if isinstance(made, Planned) else for_model(made.blocks, talk.speech.read(made.blocks))), made

        # A pydantic model with extra="forbid" here would refuse the injected runtime with an empty error: pass the schema.
        return StructuredTool.from_function(coroutine=run, name=tool.name, description=tool.says, args_schema=tool.args.model_json_schema(),
                                            response_format="content_and_artifact")

    async def _made(self, tool: Tool, said: dict[str, Any], talk: Talk) -> Result | Planned:
        """What a tool makes. One that wants a draft is run again with it: no records are open while a model speaks."""
        if talk.use.why:
            return await asyncio.to_thread(self._caller.call, tool, said, talk)
        try:
            return await asyncio.to_thread(self._caller.call, tool, said, talk, wanted)
        except DraftWanted as asked:
            drafted = await self._drafter.drafted(asked, talk)
            return await asyncio.to_thread(self._caller.call, tool, said, talk, lambda *_: drafted)


class Ends(AgentMiddleware[Any, Turn, Any]):
    """Ends the turn once a change is planned, and after many steps; lets only what this asker may use be called, so that a call of anything else is
    repaired; what the office switched off is called and refused, so that the rule is told.
    `return_direct` would end it at a refusal too, and no model could try again."""

    async def awrap_model_call(self, request: ModelRequest[Turn], handler: Handler) -> ModelResponse[Any]:
        if isinstance(getattr(request.messages[-1], "artifact", None), Planned):
            return _ours("")
        new, talk = request.messages[_last_question(request.messages):], request.runtime.context
        if sum(isinstance(m, AIMessage) for m in new) >= MOST_CALLS:
            return _ours(TOO_MANY)
        request = request.override(tools=_named(request.tools, {*offered_in(talk), *off(talk.asker)}))
        response = await handler(request)
        return await _looked_up(request, handler) if _is_unseen(response, talk) else response


class ForAsker(AgentMiddleware[Any, Turn, Any]):
    """Offers what this asker may use; tells the planner what it must know, and the model what it may not guess."""

    async def awrap_model_call(self, request: ModelRequest[Turn], handler: Handler) -> ModelResponse[Any]:
        talk = request.runtime.context
        tools = _named(request.tools, offered_in(talk))
        if isinstance(request.model, OfflinePlanner):
            return await handler(request.override(tools=tools, model_settings={"known": known_of(talk)}))
        settings = {**request.model_settings, "stream": True} if isinstance(talk, Talk) and talk.is_heard else request.model_settings
        return await _spoken(request.override(tools=tools, messages=_set_out(request.messages, talk), model_settings=settings), handler)


def _is_unseen(response: ModelResponse[Any], turn: Turn) -> bool:
    """Whether a model answered without any tool, and nothing of that could be shown."""
    last = response.result[-1]
    is_answer = isinstance(last, AIMessage) and bool(last.text) and not last.tool_calls and last.response_metadata.get("model_provider") not in (OFFLINE, OURS)
    return is_answer and isinstance(turn, Talk) and not turn.ran and not turn.speech.length


async def _looked_up(request: ModelRequest[Turn], handler: Handler) -> ModelResponse[Any]:
    """What the model says once it is told so; where it looks nothing up again, the planner answers."""
    talk, last = request.runtime.context, _last_question(request.messages)
    told = [HumanMessage(f"{m.text}\n\n{prompt('unseen')}") if n == last else m for n, m in enumerate(request.messages)]
    response = await handler(request.override(messages=told))
    if _is_unseen(response, talk):
        talk.use.why = UNSEEN
        return await handler(request)
    return response


def _named(tools: Sequence[BaseTool | dict[str, Any]], names: Collection[str]) -> list[BaseTool | dict[str, Any]]:
    return [t for t in tools if getattr(t, "name", "") in names]


async def _spoken(request: ModelRequest[Turn], handler: Handler) -> ModelResponse[Any]:
    """The model's answer; one that breaks off after part of it was said ends the turn, because what was said cannot be taken back."""
    talk = request.runtime.context
    if not isinstance(talk, Talk):
        return await handler(request)
    before = talk.speech.length
    try:
        response = await handler(request)
        refuse_unfinished(finish(response.result[-1]))
    except Exception:
        said = talk.speech.length > before
        talk.speech.cut()
        if said:
            return _ours(CUT)
        raise
    return response


def _ours(text: str) -> ModelResponse[Any]:
    return ModelResponse([AIMessage(text, response_metadata={"model_provider": OURS, "finish_reason": "stop"})])


def _last_question(messages: Sequence[AnyMessage]) -> int:
    return max(i for i, m in enumerate(messages) if isinstance(m, HumanMessage))


def _said(past: Past) -> tuple[AnyMessage, AnyMessage]:
    answer = past.answer if len(past.answer) <= LONGEST else f"{past.answer[:LONGEST]} … (cut)"
    return HumanMessage(past.question or "(a click)"), AIMessage(answer or "(done)")


def _set_out(messages: Sequence[AnyMessage], turn: Turn) -> list[AnyMessage]:
    """The messages with what stands fixed for this turn at the head of the last question, so that the prefix stays the same."""
    last, told = _last_question(messages), turn.told if isinstance(turn, Talk) else {}
    asked = messages[last].text
    if asked not in told:
        told[asked] = f"{set_out(asked, turn)}\n\n{asked}"
    return [HumanMessage(told[asked]) if i == last else m for i, m in enumerate(messages)]


def _told(asked: str, new: Sequence[AnyMessage], made: Outcome, speech: Speech) -> Told:
    """What the turn's new messages came to; a refusal is shown unless it was made good."""
    spoke = [m for m in new if isinstance(m, AIMessage) and m.response_metadata.get("model_provider") != OURS]
    refusals, blocks, planned, error = made.refusals, made.blocks, made.planned, made.error
    calls = tuple(Call(c["name"], c["args"]) for m in spoke for c in m.tool_calls)
    refused = [b for _, sorry in refusals for b in refusal(sorry, asked)]
    last = spoke[-1]
    if last.response_metadata.get("model_provider") == OFFLINE:
        choices = last.additional_kwargs.get("choices", ())
        below = last.additional_kwargs.get("below", "")
        shown = (*refused, *blocks, *((Text(below),) if below else ()), *((Choices("You can say:", tuple(choices)),) if choices else ()))
        if speech.length:
            speech.cut()
            return Told("", (*speech.blocks(()), *((Text(last.text),) if last.text else ()), *shown), planned, calls, by_model=True, error=error,
                        left=len(speech.blocks(())))
        return Told(last.text, shown, planned, calls, error=error, understood=last.additional_kwargs.get("understood", True))
    stopped = (Text(TOO_MANY),) if new[-1].text == TOO_MANY else ()
    if blocks or speech.length:
        # The model read these refusals, and went on; but a wish that came to nothing is always told, what could have been meant, and what is not there.
        told = [s for name, s in refusals if not blocks or name in WISHING or isinstance(s, Ambiguous | NotFound)]
        refused, error = [b for s in told for b in refusal(s, asked)], str(told[0]) if told and not planned and not blocks else None
    shown = speech.blocks((*stopped, *refused, *blocks))
    return Told("", shown if shown or planned else (Text(NOTHING),), planned, calls, by_model=True, error=error,
                left=len(speech.blocks(())))
