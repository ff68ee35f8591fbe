"""LangChain's create_agent over TOOLS: the loop between a model, or the planner, and the desk. Keeps nothing."""
import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from langchain.agents import create_agent
from langchain.agents.middleware import AgentMiddleware, ModelCallLimitMiddleware, ModelRequest, ModelResponse, hook_config
from langchain.tools import ToolRuntime
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage, AnyMessage, HumanMessage, ToolMessage
from langchain_core.tools import StructuredTool

from assistant.calling import Call, Caller, Past, Planned, Told, Turn
from assistant.planner.offline import OfflinePlanner
from assistant.refusing import refusal
from assistant.resilience import Steady
from assistant.setting_out import set_out
from prompts import prompt
from records.errors import Sorry
from records.kinds import KINDS
from reports.blocks import Block, Choices
from reports.formats.for_model import for_model
from tools import TOOLS
from tools.base import Result, Tool, offered

Handler = Callable[[ModelRequest[Turn]], Awaitable[ModelResponse[Any]]]
OFFLINE = "offline"
MOST_CALLS = 8
KIND_NAMES = ", ".join(k.kind.one for k in KINDS)


class Agent:
    """Speaks by a language model while one is there and whole, else by the planner."""

    def __init__(self, caller: Caller, office: str, planner: OfflinePlanner, model: BaseChatModel | None = None) -> None:
        self._caller = caller
        around: list[AgentMiddleware[Any, Turn, Any]] = [Steady(planner), ForAsker(), EndsWithPreview(), ModelCallLimitMiddleware(run_limit=MOST_CALLS)]
        self._graph = create_agent(model or planner, [self._tool(t) for t in TOOLS], system_prompt=prompt("system", office=office, kinds=KIND_NAMES),
                                   middleware=around, context_schema=Turn)

    async def turn(self, asked: str, turn: Turn) -> Told:
        before = [m for p in turn.past for m in _said(p)]
        done = await self._graph.ainvoke({"messages": [*before, HumanMessage(asked)]}, {"recursion_limit": 25}, context=turn)
        return _told(asked, done["messages"][len(before) + 1:])

    def _tool(self, tool: Tool) -> StructuredTool:
        async def run(runtime: ToolRuntime[Turn], **said: Any) -> tuple[str, Result | Planned | Sorry]:
            try:
                made = await asyncio.to_thread(self._caller.call, tool, said, runtime.context)
            except Sorry as sorry:
                return str(sorry), sorry
            return ("A preview is shown." if isinstance(made, Planned) else for_model(made.blocks)), made

        # A pydantic model with extra="forbid" here would refuse the injected runtime with an empty error: pass the schema.
        return StructuredTool.from_function(coroutine=run, name=tool.name, description=tool.says, args_schema=tool.args.model_json_schema(),
                                            response_format="content_and_artifact")


class ForAsker(AgentMiddleware[Any, Turn, Any]):
    """Offers only what this asker may use; tells the planner what it must know, and the model what it may not guess."""

    async def awrap_model_call(self, request: ModelRequest[Turn], handler: Handler) -> ModelResponse[Any]:
        turn = request.runtime.context
        may = {t.name for t in TOOLS if offered(t, turn.asker)}
        tools = [t for t in request.tools if getattr(t, "name", "") in may]
        if isinstance(request.model, OfflinePlanner):
            known = {"names": turn.names, "today": turn.now.date(), "past": tuple(turn.past), "me": turn.asker.name,
                     "words": turn.words}
            return await handler(request.override(tools=tools, model_settings=known))
        return await handler(request.override(tools=tools, messages=_set_out(request.messages, turn)))


class EndsWithPreview(AgentMiddleware[Any, Turn, Any]):
    """Ends the turn once a change is planned. `return_direct` would end it at a refusal too, and no model could try again."""

    @hook_config(can_jump_to=["end"])
    async def abefore_model(self, state: Any, runtime: Any) -> dict[str, Any] | None:  # noqa: ARG002
        planned = isinstance(getattr(state["messages"][-1], "artifact", None), Planned)
        return {"jump_to": "end"} if planned else None


def _said(past: Past) -> tuple[AnyMessage, AnyMessage]:
    return HumanMessage(past.question or "(a click)"), AIMessage(past.answer or "(done)")


def _set_out(messages: Sequence[AnyMessage], turn: Turn) -> list[AnyMessage]:
    """The messages with what stands fixed for this turn at the head of the last question, so that the prefix stays the same."""
    last = max(i for i, m in enumerate(messages) if isinstance(m, HumanMessage))
    return [HumanMessage(f"{set_out(m.text, turn)}\n\n{m.text}") if i == last else m for i, m in enumerate(messages)]


def _told(asked: str, new: Sequence[AnyMessage]) -> Told:
    """What the turn's new messages came to; a refusal is shown unless the same tool did it better afterwards."""
    made = [(m.name or "", m.artifact if m.artifact is not None else Sorry(m.text)) for m in new if isinstance(m, ToolMessage)]
    done_well = {name for name, artifact in made if not isinstance(artifact, Sorry)}
    last = next(m for m in reversed(new) if isinstance(m, AIMessage))
    sorries = [a for name, a in made if isinstance(a, Sorry) and name not in done_well]
    blocks = [b for _, a in made if isinstance(a, Result) for b in a.blocks]
    planned = next((a for _, a in made if isinstance(a, Planned)), None)
    choices = last.additional_kwargs.get("choices", ())
    calls = tuple(Call(c["name"], c["args"]) for m in new if isinstance(m, AIMessage) for c in m.tool_calls)
    by_model = last.response_metadata.get("model_provider") != OFFLINE
    shown: tuple[Block, ...] = (*(b for s in sorries for b in refusal(s, asked)), *blocks, *((Choices("You can say:", tuple(choices)),) if choices else ()))
    understood = last.additional_kwargs.get("understood", True)
    return Told(last.text, shown, planned, calls, by_model, str(sorries[0]) if sorries and not planned and not blocks else None, understood)
