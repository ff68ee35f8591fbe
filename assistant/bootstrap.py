"""The only place where things are put together. Costly rooms are imported inside, so that `pmo --help` is quick."""
# ruff: noqa: PLC0415
import gc
from typing import TYPE_CHECKING

from assistant.settings import Settings
from records.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from langchain_core.language_models.chat_models import BaseChatModel

    from assistant.administering import Administering
    from assistant.arriving import Arriving
    from assistant.assistant import Assistant
    from assistant.calling import Caller, Speaker
    from assistant.documents import Keeper
    from assistant.entering import Entering
    from assistant.intake import Intake
    from assistant.jobs.incoming import Incoming
    from assistant.jobs.jobs import Jobs
    from assistant.linking import Linking
    from assistant.model.summarising import Summaries
    from assistant.notices import Notices
    from assistant.office import Office
    from assistant.operating.metrics import Metrics
    from assistant.operating.operating import Operating
    from assistant.outside import Outside
    from assistant.reporting.reporting import Reporting
    from assistant.schedules.sending import Sending
    from assistant.upkeep import Upkeep
    from assistant.watching import Watch
    from knowledge.index import Index
    from knowledge.meaning import Meaning
    from knowledge.vectors import Embedder
    from records.database import Database

PYTHONS_OWN, SELDOM = (700, 10, 10), (50_000, 20, 50)               # when Python looks for circles of objects


def assistant(settings: Settings, meaning: "Meaning | None" = None, database: "Database | None" = None, metrics: "Metrics | None" = None) -> "Assistant":
    """The whole assistant: with the model when one is set, and with the planner; `meaning` and `database` are the server's, which keeps an index,
    and `metrics` are where it counts its turns."""
    from assistant.assistant import Assistant

    caller = _caller(settings, meaning, database)
    return Assistant(caller, _speaker(settings, caller, metrics), _clock(settings, caller.database))


def ready() -> None:
    """Load what the first message would wait for; for what goes on, and not for a command that answers once."""
    from assistant.planner import offline

    offline.ready()


def operating(settings: Settings, database: "Database", note: "Callable[[], str]" = str, *, works: bool = False) -> "Operating":
    """What a process that serves is looked after by, and its log begun; `note` and `works` as in `Health`."""
    from assistant.operating import logs
    from assistant.operating.health import Health
    from assistant.operating.metrics import Metrics
    from assistant.operating.operating import Operating
    from assistant.operating.people import Numbers

    logs.begin(settings.log)
    health = Health(database, note, works=works)
    token = settings.metrics_token.get_secret_value() if settings.metrics_token else ""
    return Operating(health, Metrics(health.numbers), Numbers(database), token)


def _speaker(settings: Settings, caller: "Caller", metrics: "Metrics | None") -> "Speaker":
    """The agent where a language model is set, else the planner alone."""
    from assistant.about_me import AboutMe
    from assistant.alone import Alone
    from assistant.nudging import Nudging
    from assistant.standing import Standing

    model, told = _model(settings), notices(settings, caller.database)
    speaker = _modelled(settings, caller, model, metrics) if model is not None else Alone(caller)
    whole = AboutMe(Nudging(Standing(speaker, caller), told), caller.database)
    if metrics is None:
        return whole
    from assistant.operating.counting import Counting

    return Counting(whole, metrics)


def _modelled(settings: Settings, caller: "Caller", model: "BaseChatModel", metrics: "Metrics | None" = None) -> "Speaker":
    """The agent with a model: what goes out to it and what it costs is looked after."""
    from assistant.calling_itself import office_name
    from assistant.model.accounting import Accounted
    from assistant.model.agent import Agent
    from assistant.model.holding_back import Guarded
    from assistant.model.leaving import Leaving
    from assistant.model.offline import OfflinePlanner
    from assistant.model.outgoing import Outgoing
    from assistant.model.resilience import Steady, unwatched
    from assistant.model.unasked import Unasked
    from assistant.outcome import longest

    named = office_name(caller.database, settings.office)
    leaving = Leaving(caller.database)
    steady = Steady(OfflinePlanner(), settings.llm_timeout, watch=metrics.model_tried if metrics else unwatched)
    around = (Guarded(leaving), steady, Outgoing(caller.database), Unasked(caller))
    return Accounted(Agent(caller, named, model, around, longest(settings.llm_timeout)), caller.database, leaving, settings.limits)


def hands(settings: Settings) -> "Assistant":
    """The assistant without a speaker: confirms, calls and opens, and never loads LangChain."""
    from assistant.assistant import Assistant
    from assistant.calling import Mute

    caller = _caller(settings)
    return Assistant(caller, Mute(), _clock(settings, caller.database))


def outside(settings: Settings, assistant: "Assistant", database: "Database | None" = None) -> "Outside":
    """The assistant for clients that people bring along, by MCP."""
    from assistant.calling_itself import office_name
    from assistant.outside import Outside

    database = database or _database(settings)
    return Outside(assistant, database, _clock(settings, database), office_name(database, settings.office))


def upkeep(settings: Settings, meaning: "Meaning | None" = None, database: "Database | None" = None) -> "Upkeep":
    from assistant.documents import Documents
    from assistant.surroundings import checks
    from assistant.telling_time import office_zone
    from assistant.upkeep import Upkeep

    settings.home.mkdir(parents=True, exist_ok=True)
    database = database or _database(settings)
    limits = settings.limits if settings.has_model else None
    return Upkeep(database, _clock(settings, database), lambda: checks(settings, office_zone(database)), limits,
                  Documents(database, meaning or meaning_of(settings)), settings.home)


def serving(settings: Settings, database: "Database") -> "tuple[Meaning, Keeper]":
    """What a server finds documents by, and the thread that keeps it."""
    from assistant.documents import Documents, Keeper
    from knowledge.meaning import Later, Meaning

    index = Later(lambda: _index(settings))
    meaning = Meaning(lambda: _embedder(settings), index)
    return meaning, Keeper(database, Documents(database, meaning), meaning, index)


def entering(settings: Settings, database: "Database | None" = None) -> "Entering":
    """Who lets people in and out: links, sessions and tokens."""
    from assistant.entering import Entering

    database = database or _database(settings)
    return Entering(database, _clock(settings, database))


def _arriving(settings: Settings, database: "Database") -> "Arriving | None":
    """How people sign in by the company's own provider, where one is set. Raises `BadInput` when it would let in strangers."""
    if not settings.has_oidc:
        return None
    from assistant.appointing import Appointing
    from assistant.arriving import Arriving
    from assistant.openid import Client, Provider
    from assistant.settings import SHARED

    if settings.oidc_issuer in SHARED and not settings.oidc_require:
        raise BadInput(f"{settings.oidc_issuer} vouches for people of any company: say which is yours in PMO_OIDC_REQUIRE, for Slack "
                       "https://slack.com/team_id=T0123456.")
    secret = settings.oidc_client_secret.get_secret_value() if settings.oidc_client_secret else ""
    client = Client(settings.oidc_issuer, settings.oidc_client_id, secret, settings.oidc_name, f"{settings.address}/sign-in/oidc/callback",
                    settings.oidc_required)
    clock = _clock(settings, database)
    return Arriving(Provider(client, clock), Appointing(database, clock, settings.roles_by_group), entering(settings, database))


def linking(settings: Settings, database: "Database", working: "Jobs | None" = None) -> "Linking":
    """Who has links to sign in with sent; a process whose jobs are given sends them, by the ways that its faces open."""
    from functools import cache

    from assistant.linking import JOB, Linking
    from assistant.served import reached

    @cache
    def doing() -> "Jobs":
        found = working or jobs(settings, database)
        found.on(JOB, made.send)
        return found

    ways = (*(("Slack",) if settings.has_slack else ()), *(("e-mail",) if settings.smtp_url else ()))
    made = Linking(database, entering(settings, database), _clock(settings, database), lambda: reached(settings), ways,
                   lambda tx, *said: doing().enqueue(tx, JOB, *said))
    if working:
        doing()
    return made


def watching(settings: Settings, upkeep: "Upkeep") -> "Watch | None":
    """Who watches the folder of documents, where one is set. Raises `BadInput` when it is not there."""
    if settings.documents is None or settings.read_only:
        return None
    if not settings.documents.is_dir():
        raise BadInput(f"PMO_DOCUMENTS names no folder: {settings.documents} is not there.")
    from assistant.watching import Watch

    return Watch(settings.documents, upkeep.ingest)


def intake(settings: Settings, upkeep: "Upkeep", database: "Database | None" = None) -> "Intake":
    """The door for documents that somebody hands in, in a process that has its upkeep already."""
    from assistant.intake import Intake

    return Intake(database or _database(settings), settings.home, lambda: upkeep)


def database(settings: Settings) -> "Database":
    """The records of a process whose parts share them: whoever writes there waits their turn and nobody tries again and again, and what was
    learnt of the statements is kept once."""
    return _database(settings)


def jobs(settings: Settings, database: "Database") -> "Jobs":
    """The durable work of this installation, with all that is done of itself."""
    from assistant.jobs.jobs import Jobs

    return Jobs(database, settings.clock())


def incoming(settings: Settings, database: "Database", jobs: "Jobs", face: str) -> "Incoming":
    """Where a face stores what it takes, before it acknowledges."""
    from assistant.jobs.incoming import Incoming

    return Incoming(face, database, jobs, settings.clock())


def reporting(settings: Settings, database: "Database | None" = None) -> "Reporting":
    from assistant.reporting.reporting import Reporting

    database = database or _database(settings)
    return Reporting(database, _clock(settings, database), _summaries(settings, database))


def _summaries(settings: Settings, database: "Database") -> "Summaries | None":
    """Who writes the summaries of reports, where there is a model."""
    if not settings.has_model:
        return None
    from assistant.model.summarising import Summaries

    def speaker() -> "Speaker":
        model = _model(settings)
        assert model is not None                    # noqa: S101 - as it was asked above
        return _modelled(settings, _caller(settings, database=database), model)
    return Summaries(database, speaker)


def notices(settings: Settings, database: "Database", jobs: "Jobs | None" = None) -> "Notices":
    """What people are told unasked; with jobs it is looked for every minute, and sent."""
    from assistant.notices import Notices

    if jobs is None:
        return Notices(database, _clock(settings, database))
    ways = (*(("slack",) if settings.has_slack else ()), *(("mail",) if settings.smtp_url else ()))
    made = Notices(database, _clock(settings, database), lambda tx, name, key: jobs.enqueue(tx, "notice", name, key), ways)
    jobs.on("notice", made.deliver)
    jobs.every("notices", made.next_look, made.tick)
    return made


def sending(settings: Settings, assistant: "Assistant", database: "Database", jobs: "Jobs") -> "Sending":
    """What comes of itself: schedules are watched, and what they send goes the ways that faces open."""
    from assistant.reporting.reporting import Reporting
    from assistant.schedules.sending import Sending
    from assistant.schedules.watching import Watching
    from assistant.telling_time import office_zone

    clock = _clock(settings, database)
    made = Sending(database, assistant, Reporting(database, clock), clock, frozenset({"Slack"} if settings.has_slack else ()))
    for name, (work, lost) in made.works.items():
        jobs.on(name, work, lost=lost)
    jobs.beat(Watching(database, jobs, lambda: office_zone(database) or settings.time_zone).look)
    return made


def office(settings: Settings, database: "Database | None" = None) -> "Office":
    """The doors for forms, reports, what somebody sees at a glance and who comes and goes, over one database: the process's own, where it has one."""
    from functools import cache

    from assistant.admitting import Admitting
    from assistant.asking_on import AskingOn
    from assistant.at_a_glance import Glances
    from assistant.calling_itself import office_name
    from assistant.conversations import Conversations
    from assistant.doing_once import Answered
    from assistant.feedback import Feedback
    from assistant.forms import Forms
    from assistant.inspecting import Inspecting
    from assistant.intake import Intake
    from assistant.office import Office
    from assistant.recording import Recording
    from assistant.registers import Registers
    from assistant.reporting.reporting import Reporting

    database = database or _database(settings)
    clock = _clock(settings, database)
    return Office(Forms(database, clock), Reporting(database, clock), Glances(database, clock), Admitting(database, clock), Feedback(database, clock),
                  Intake(database, settings.home, cache(lambda: upkeep(settings, database=database))), AskingOn(database, clock), Conversations(database),
                  Registers(database, clock), Recording(database, clock), Answered(database, clock),
                  entering(settings, database), linking(settings, database), _administering(settings, database), Inspecting(database, clock),
                  _arriving(settings, database), notices(settings, database),
                  called=lambda: office_name(database, settings.office))


def _administering(settings: Settings, database: "Database") -> "Administering":
    """How this installation is run; what looks at connections and at jobs is made when it is asked for."""
    from functools import cache

    from assistant.administering import Administering
    from assistant.surroundings import checks
    from assistant.telling_time import office_zone

    return Administering(database, entering(settings, database), lambda: checks(settings, office_zone(database)), cache(lambda: jobs(settings, database)))


def _clock(settings: Settings, database: "Database") -> "Callable[[], datetime]":
    from assistant.telling_time import office_zone

    return settings.clock(lambda: office_zone(database))


def _caller(settings: Settings, meaning: "Meaning | None" = None, database: "Database | None" = None) -> "Caller":
    from functools import partial

    from assistant.calling import Caller
    from knowledge.library import Postings
    from knowledge.searching import searching

    return Caller(database or _database(settings), partial(searching, meaning=meaning or meaning_of(settings), postings=Postings()))


def meaning_of(settings: Settings) -> "Meaning":
    """What everybody else finds documents by: they read the vectors and keep no index."""
    from knowledge.meaning import Meaning
    from knowledge.scanning import Scan

    return Meaning(lambda: _embedder(settings), Scan())


def _embedder(settings: Settings) -> "Embedder":
    """The server that is set, else the built-in one. Raises `Unembedded` where that was not built, or none is wanted."""
    from knowledge.vectors import Unembedded

    if not settings.embed:
        raise Unembedded("PMO_EMBED is false")
    if settings.embed_base_url:
        from knowledge.embedding import Served

        return Served(settings.embed_base_url, settings.embed_model, settings.embed_api_key.get_secret_value() if settings.embed_api_key else "")
    from knowledge.minilm import MiniLM, is_whole

    if not is_whole():
        raise Unembedded("the built-in embedder is not there or not whole (make run builds it)")
    return MiniLM()


def _index(settings: Settings) -> "Index":
    from hashlib import sha256

    from knowledge.index import Folder, Index, Server

    owner = sha256(settings.url.rpartition("@")[2].encode()).hexdigest()[:12]
    return Index(lambda: Server(settings.chroma_url) if settings.chroma_url else Folder(settings.home / "index"), owner)


def _database(settings: Settings) -> "Database":
    from records.database import Database

    # A file of a hundred thousand rows makes millions of objects that all stay until it is taken; to look at them again and again for
    # circles took a quarter of the time. A server, which has settled, has its own way (assistant.operating.memory).
    if gc.get_threshold() == PYTHONS_OWN:
        gc.set_threshold(*SELDOM)
    return Database(settings.url, read_only=settings.read_only)


def _model(settings: Settings) -> "BaseChatModel | None":
    """A model of OpenAI or of any server that speaks like it; None when no key and no address is set."""
    if not settings.has_model:
        return None
    from pydantic import SecretStr

    from assistant.model.chat import StrictChat

    # A server of one's own needs no key, but the client refuses to start without one.
    key = settings.openai_api_key or SecretStr("none")
    return StrictChat(model=settings.llm_model, base_url=settings.llm_base_url or None, api_key=key, timeout=settings.llm_timeout,
                      max_retries=0, stream_usage=True, use_responses_api=False)
