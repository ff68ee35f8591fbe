"""An id that a client gives to a request of its own, in `Idempotency-Key`: what was done is not done again, and two at once are not both begun."""
from asyncio import to_thread
from collections.abc import AsyncIterator, Awaitable, Callable
from hashlib import sha256
import json
from typing import Annotated, Any

from fastapi import Depends, Header, Request

from assistant import doing_once
from assistant.doing_once import Answered
from bots.web.identity import Who
from bots.web.refusing import Unserved

Called = Annotated[str, Header(alias="Idempotency-Key", max_length=200, examples=["5f0c2c2e-7d0c"],
                               description="Your own id of this request: sent again just as it was within a day, it gets the same answer and is done once.")]
BEGUN = "A request with that id is being done at the moment. Ask again in a moment, with the same id."
Once = Callable[..., AsyncIterator[doing_once.Request | None]]
MATCH = "if-match"


def one_by_one(who: Who) -> Once:
    """What tells the request of an asker by the id that they gave it; None where they gave none."""
    running: set[tuple[str, str]] = set()

    async def told(request: Request, asker: Annotated[str, Depends(who)], called: Called = "") -> AsyncIterator[doing_once.Request | None]:
        if not called:
            yield None
            return
        at = (asker, called)
        if at in running:
            raise Unserved(BEGUN, 409, "begun")
        running.add(at)
        try:
            said = (request.method, request.url.path, request.url.query, request.headers.get(MATCH, ""), (await request.body()).hex())
            yield doing_once.Request(called, sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest())
        finally:
            running.discard(at)
    return told


async def kept(answered: Answered | None, asker: str, request: doing_once.Request | None, make: Callable[[], Awaitable[Any]]) -> Any:
    """What was answered to a request before, or what is made of it now, as JSON; for what is safe to do twice."""
    if answered is None or request is None:
        return await make()
    if (before := await to_thread(answered.before, asker, request)) is not None:
        return json.loads(before)
    made = await make()
    await to_thread(answered.keep, asker, request, json.dumps(made))
    return made
