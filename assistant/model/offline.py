"""The planner in the place of a language model: where one is set and fails, or may not read what is asked, it goes on in the same loop."""
from collections.abc import Sequence
from typing import Any
from uuid import uuid4

from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models.chat_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, ToolMessage
from langchain_core.outputs import ChatGeneration, ChatResult
from langchain_core.runnables import Runnable
from langchain_core.tools import BaseTool

from assistant.calling import Call
from assistant.keeping import just_shown
from assistant.planner.heard.plan import Plan
from assistant.planner.offline import Known, planned, then
from tools.base import Result


class OfflinePlanner(BaseChatModel):
    """It answers a request with tool calls, and then lets the tools' blocks speak. What it must know of the asker comes with each call, as `known`."""

    @property
    def _llm_type(self) -> str:
        return "offline"

    def bind_tools(self, tools: Sequence[Any], **kwargs: Any) -> Runnable[Any, AIMessage]:
        return self.bind(offered=[t.name for t in tools if isinstance(t, BaseTool)], **kwargs)

    def _generate(self, messages: list[BaseMessage], stop: list[str] | None = None,  # noqa: ARG002
                  run_manager: CallbackManagerForLLMRun | None = None, **kwargs: Any) -> ChatResult:  # noqa: ARG002
        known, offered = kwargs["known"], kwargs["offered"]
        said = _after(messages, known, offered) if isinstance(messages[-1], ToolMessage) else _said(planned(_wish(messages), known, offered))
        said.response_metadata = {"model_provider": "offline", "finish_reason": "tool_calls" if said.tool_calls else "stop"}
        return ChatResult(generations=[ChatGeneration(message=said)])


def _after(messages: Sequence[BaseMessage], known: Known, offered: Sequence[str]) -> AIMessage:
    """Once a tool has spoken: what follows from it; else what was said before it still stands above its blocks."""
    last = max(n for n, m in enumerate(messages) if isinstance(m, HumanMessage))
    said = [m for m in messages[last:] if isinstance(m, AIMessage)]
    made = [getattr(m, "artifact", None) for m in messages[last:] if isinstance(m, ToolMessage)]
    if len(said) > 1 or not isinstance(made[-1], Result):
        return _again(messages)
    wish, kept = _wish(messages), said[-1].additional_kwargs
    calls = [Call(c["name"], c["args"]) for c in said[-1].tool_calls]
    first = Plan(tuple((c.tool, c.said) for c in calls), str(said[-1].text), below=kept.get("below", ""), later=kept.get("later", ""))
    more = then(wish, known, offered, first, made[-1].blocks, lambda: just_shown(
        wish, calls, [block for each in made if isinstance(each, Result) for block in each.blocks]))
    return _again(messages) if more is None else _said(more)


def _wish(messages: Sequence[BaseMessage]) -> str:
    return next(str(m.text) for m in reversed(messages) if isinstance(m, HumanMessage))


def _said(plan: Plan) -> AIMessage:
    calls = [{"name": name, "args": dict(args), "id": uuid4().hex} for name, args in plan.calls]
    return AIMessage(plan.says, tool_calls=calls, additional_kwargs={"choices": list(plan.choices), "understood": plan.understood,
                                                                              "below": plan.below, "later": plan.later})


def _again(messages: Sequence[BaseMessage]) -> AIMessage:
    """After the tools have spoken: what was said before them still stands above their blocks."""
    before = next(m for m in reversed(messages) if isinstance(m, AIMessage))
    return AIMessage(before.text, additional_kwargs=before.additional_kwargs)
