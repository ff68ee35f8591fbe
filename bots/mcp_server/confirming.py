"""What becomes of a proposal: its person is led to our page by a link, where they confirm it signed in. Nothing that a client answers confirms anything."""
from dataclasses import dataclass
from typing import Any

from mcp import MCPError, types
from mcp.server.context import ServerRequestContext

from assistant.messages import Answer
from reports.blocks import Preview

Context = ServerRequestContext[Any, Any]
ASKED = "confirmation"          # the one thing that a client is ever asked for
SINCE = "2026-07-28"            # from this protocol on a question is a result, and the client comes again with the answer
WAITS = "Nothing is changed yet: {number} waits until {person} confirms it, signed in, at {link} - nobody else can, and you cannot."
LED = "They were asked to open it; ask look_up_proposal later whether they confirmed."
ALONE = "Give them that link; ask look_up_proposal later whether they confirmed."
DECLINED = "They did not want to open it now."


@dataclass(frozen=True)
class Question:
    """A proposal that waits, and where its person confirms it."""
    number: str
    link: str
    title: str

    @property
    def params(self) -> types.ElicitRequestURLParams:
        """What a client is asked: to open our page, for the person and not for its model."""
        said = f"{self.title}: look at it and confirm it on the page of the PMO. Nothing is changed before."
        return types.ElicitRequestURLParams(message=said, url=self.link, elicitation_id=self.number)

    def waits(self, person: str, then: str = "") -> str:
        return f"{WAITS.format(number=self.number, person=person, link=self.link)} {then}".strip()


def question(answer: Answer, page: str) -> Question | None:
    """What an answer asks of its person, if it asks anything; `page` is the address of our page."""
    if answer.proposal is None:
        return None
    title = next((block.title for block in answer.blocks if isinstance(block, Preview)), "A change of your records")
    return Question(answer.proposal.id, f"{page}/proposals/{answer.proposal.id}", title)


def is_asked_by_result(context: Context) -> bool:
    """Whether this client opens links for its person, and speaks the protocol in which it comes again afterwards."""
    return _opens_links(context) and context.protocol_version >= SINCE


def as_result(asking: Question) -> types.InputRequiredResult:
    """The question in place of a result. The proposal's id comes back with the answer and is then looked up as its asker's, so nothing rests on it."""
    return types.InputRequiredResult(input_requests={ASKED: types.ElicitRequest(params=asking.params)}, request_state=asking.number)


def replied(responses: types.InputResponses | None) -> str:
    """What to say of the answer that a client came again with."""
    said = (responses or {}).get(ASKED)
    return LED if isinstance(said, types.ElicitResult) and said.action == "accept" else DECLINED


async def ask(context: Context, asking: Question) -> str | None:
    """Ask in the middle of the call, and say what came of it; None of a client that opens no links or cannot be reached."""
    if not _opens_links(context) or not context.session.can_send_request:
        return None
    try:
        said = await context.session.elicit_url(asking.params.message, asking.link, asking.number, context.request_id)
    except MCPError:                                            # a client that says it can, and cannot, gets the link alone
        return None
    return LED if said.action == "accept" else DECLINED


def _opens_links(context: Context) -> bool:
    able = context.session.client_capabilities
    return bool(able and able.elicitation and able.elicitation.url is not None)
