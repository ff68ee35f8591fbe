"""The only place where things are put together. Costly rooms are imported inside, so that `pmo --help` is quick."""
# ruff: noqa: PLC0415
import gc
from typing import TYPE_CHECKING

from assistant.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from langchain_core.language_models.chat_models import BaseChatModel

    from assistant.assistant import Assistant
    from assistant.calling import Caller
    from assistant.upkeep import Upkeep
    from records.database import Database


def assistant(settings: Settings) -> "Assistant":
    """The whole assistant: with the model when one is set, and with the planner."""
    from assistant.agent import Agent
    from assistant.assistant import Assistant
    from assistant.planner.offline import OfflinePlanner

    caller = _caller(settings)
    return Assistant(caller, Agent(caller, settings.office, OfflinePlanner(), _model(settings)), _clock(settings, caller.database))


def hands(settings: Settings) -> "Assistant":
    """The assistant without a speaker: confirms, calls and opens, and never loads LangChain."""
    from assistant.assistant import Assistant
    from assistant.calling import Mute

    caller = _caller(settings)
    return Assistant(caller, Mute(), _clock(settings, caller.database))


def upkeep(settings: Settings) -> "Upkeep":
    from assistant.telling_time import office_zone
    from assistant.upkeep import Upkeep

    settings.home.mkdir(parents=True, exist_ok=True)
    database = _database(settings)
    return Upkeep(database, _clock(settings, database), settings.checks(office_zone(database)))


def _clock(settings: Settings, database: "Database") -> "Callable[[], datetime]":
    from assistant.telling_time import office_zone

    return settings.clock(lambda: office_zone(database))


def _caller(settings: Settings) -> "Caller":
    from assistant.calling import Caller
    from knowledge.searching import searching

    return Caller(_database(settings), searching)


def _database(settings: Settings) -> "Database":
    from records.database import Database

    # A file of a hundred thousand rows makes millions of objects that all stay until it is taken; to look at them again and again for
    # circles took a quarter of the time.
    gc.set_threshold(50_000, 20, 50)
    return Database(settings.url)


def _model(settings: Settings) -> "BaseChatModel | None":
    """A model of OpenAI or of any server that speaks like it; None when no key and no address is set."""
    if not settings.has_model:
        return None
    from langchain_openai import ChatOpenAI
    from pydantic import SecretStr

    # A server of one's own needs no key, but the client refuses to start without one.
    key = settings.openai_api_key or SecretStr("none")
    return ChatOpenAI(model=settings.llm_model, base_url=settings.llm_base_url or None, api_key=key, timeout=settings.llm_timeout,
                      max_retries=1, stream_usage=True, use_responses_api=False)
