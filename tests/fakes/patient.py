"""The whole assistant over a model server, as it is put together at work, but with a breaker that never opens and pauses that take no time."""
import asyncio

from pydantic import SecretStr

from assistant.assistant import Assistant
from assistant.calling import Caller
from assistant.limits import Limits
from assistant.model.accounting import Accounted
from assistant.model.agent import Agent
from assistant.model.chat import StrictChat
from assistant.model.holding_back import Guarded
from assistant.model.leaving import Leaving
from assistant.model.offline import OfflinePlanner
from assistant.model.outgoing import Outgoing
from assistant.model.resilience import Breaker, Steady
from assistant.model.unasked import Unasked
from assistant.settings import Settings
from knowledge.searching import searching
from records.database import Database


async def no_time(_: float) -> None:
    """Let others go on, as a pause would."""
    await asyncio.sleep(0)


def patient(settings: Settings, url: str, seconds: float = 5.0, limits: Limits | None = None, failures: int = 10**9) -> Assistant:
    """An assistant with the model at this address; `failures`: after so many in a row the model is left alone."""
    caller = Caller(Database(settings.url), searching)
    leaving = Leaving(caller.database)
    steady = Steady(OfflinePlanner(), seconds, lambda: Breaker(limit=failures), no_time)
    model = StrictChat(model="scripted", base_url=url, api_key=SecretStr("key-canary"), timeout=seconds, max_retries=0, stream_usage=True,
                       use_responses_api=False)
    around = (Guarded(leaving), steady, Outgoing(caller.database), Unasked(caller))
    speaker = Accounted(Agent(caller, settings.office, model, around), caller.database, leaving, limits or Limits())
    return Assistant(caller, speaker, settings.clock())
