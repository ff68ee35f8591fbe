"""The server behind both ways in: it lists and calls tools, opens records and sections, and lets nothing out but answers and plain sentences."""
import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
import logging
import re
from secrets import token_hex
from typing import Any

from mcp import MCPError, types
from mcp.server.lowlevel import Server

from assistant.entering import Entered
from assistant.messages import Answer
from assistant.outside import PROPOSES, Outside
from bots.mcp_server.confirming import ALONE, Context, as_result, ask, is_asked_by_result, question, replied
from bots.mcp_server.offering import LOOK_UP, READ, WRITE, listed, proposal_named
from bots.mcp_server.rendering import as_data, refusal, result
from records.errors import NotFound, Refused, Sorry

Who = Callable[[Context], Entered]
Called = types.CallToolResult | types.InputRequiredResult
TEMPLATES = {"record": "pmo://records/{key}", "section": "pmo://documents/{document}/{section}"}
DESCRIBED = {"record": "A record with all its fields and latest changes, such as pmo://records/APOLLO",
             "section": "A section of a document, as it is cited, such as pmo://documents/DOC-1/4.2"}
URI = re.compile(r"pmo://(?P<what>records|documents)/(?P<key>[^?#]{1,300})")
NARROW = "This token may not do that: it lacks the scope {scope}. The person can make one that has it: pmo token PERSON --scope mcp --scope {scope}."
FAILED = "Something went wrong on my side, and nothing was changed. The reference for the PMO is {reference}."
log = logging.getLogger(__name__)


class Face:
    """What a client is answered. `who` says for whom a request speaks, `page` is the address where changes are confirmed."""

    def __init__(self, outside: Outside, who: Who, page: str) -> None:
        self._outside, self._who, self._page = outside, who, page

    async def tools(self, context: Context, _: types.PaginatedRequestParams | None) -> types.ListToolsResult:
        with _told():
            entered = self._who(context)
            return types.ListToolsResult(tools=listed(await asyncio.to_thread(self._outside.tools, entered.email), entered.scopes))

    async def call(self, context: Context, params: types.CallToolRequestParams) -> Called:
        """A tool's result; what goes wrong is a result too, so that a model can read it."""
        try:
            with _told():
                return await self._called(context, params)
        except MCPError as told:
            return refusal(told.message)

    async def templates(self, context: Context, _: types.PaginatedRequestParams | None) -> types.ListResourceTemplatesResult:
        """What can be opened by its address; not what is switched off."""
        with _told():
            closed = await asyncio.to_thread(self._outside.closed, self._who(context).email)
        return types.ListResourceTemplatesResult(resource_templates=[
            types.ResourceTemplate(name=what, uri_template=TEMPLATES[what], mime_type="text/markdown", description=says)
            for what, says in DESCRIBED.items() if what not in closed])

    async def resources(self, *_: object) -> types.ListResourcesResult:
        """None by name: what there is, is found by the tools."""
        return types.ListResourcesResult(resources=[])

    async def read(self, context: Context, params: types.ReadResourceRequestParams) -> types.ReadResourceResult:
        """A record or a section. Raises what the protocol has for a refusal."""
        uri = str(params.uri)
        with _told():
            answer = await self._opened(context, self._who(context), uri)
        if answer.error:
            raise MCPError(types.INVALID_PARAMS, answer.error)
        return types.ReadResourceResult(contents=[types.TextResourceContents(uri=uri, mime_type="text/markdown", text=as_data(answer, "a resource"))])

    async def _opened(self, context: Context, entered: Entered, uri: str) -> Answer:
        _needs(READ, entered)
        if (named := URI.fullmatch(uri)) is None:
            raise NotFound(f"There is nothing at this address; there are {' and '.join(TEMPLATES.values())}.")
        return await self._outside.open(entered.email, "record" if named["what"] == "records" else "section", named["key"], _client(context))

    async def _called(self, context: Context, params: types.CallToolRequestParams) -> Called:
        entered, said = self._who(context), params.arguments or {}
        if params.request_state:
            return await self._looked_up(context, entered, params.request_state, replied(params.input_responses))
        if params.name == LOOK_UP:
            _needs(READ, entered)
            return await self._looked_up(context, entered, proposal_named(said))
        _needs(WRITE if PROPOSES.get(params.name) else READ, entered)
        answer = await self._outside.call(entered.email, params.name, said, _client(context))
        if (asking := question(answer, self._page)) is None:
            return result(answer, params.name if params.name in PROPOSES else "a tool")
        if is_asked_by_result(context):
            return as_result(asking)
        if (then := await ask(context, asking)) is None:
            return result(answer, params.name, asking.waits(entered.email, ALONE))
        return await self._looked_up(context, entered, asking.number, then)

    async def _looked_up(self, context: Context, entered: Entered, number: str, then: str = "") -> types.CallToolResult:
        """A proposal as it stands by now: also after its person was asked, for they may have confirmed it meanwhile."""
        answer = await self._outside.open(entered.email, "proposal", number, _client(context))
        asking = question(answer, self._page)
        return result(answer, LOOK_UP, asking.waits(entered.email, then) if asking else "")


def server(face: Face, instructions: str) -> Server[Any]:
    """The protocol around a face."""
    return Server("project-assistant", version=version("project-assistant"), title="Project Assistant", instructions=instructions,
                  on_list_tools=face.tools, on_call_tool=face.call, on_list_resources=face.resources, on_list_resource_templates=face.templates,
                  on_read_resource=face.read, get_tool_input_schema=lambda _: None)        # no header repeats what a call says, so none is checked


@contextmanager
def _told() -> Iterator[None]:
    """Let nothing out but sentences, as what the protocol has for a refusal."""
    try:
        yield
    except MCPError:
        raise
    except Sorry as sorry:
        raise MCPError(types.INVALID_PARAMS, str(sorry)) from None
    except Exception:
        reference = token_hex(3)
        log.exception("MCP request %s failed", reference)
        raise MCPError(types.INTERNAL_ERROR, FAILED.format(reference=reference)) from None


def _needs(scope: str, entered: Entered) -> None:
    if scope not in entered.scopes:
        raise Refused(NARROW.format(scope=scope))


def _client(context: Context) -> str:
    """What a client calls itself, where it does."""
    params = context.session.client_params
    return f"{params.client_info.name} {params.client_info.version}" if params else ""
