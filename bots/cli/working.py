"""`pmo worker`: a process that works jobs and takes nothing from anybody; and how `pmo serve` works them too."""
import asyncio
from collections.abc import Coroutine, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
import signal
from typing import TYPE_CHECKING, Annotated, Any

import typer

from bots.cli.connecting import NOT_MADE
from bots.cli.listening import listening
from bots.cli.showing import progress
from bots.cli.upgrading import tell_upgraded
from records.errors import Conflict

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.operating.operating import Operating
    from assistant.settings import Settings
    from assistant.upkeep import Upkeep


@dataclass(frozen=True)
class Part:
    """A process: its settings, its assistant, the one database that all in it share, and what it and its records are looked after by."""
    settings: "Settings"
    assistant: "Assistant"
    database: Any
    operating: "Operating"
    upkeep: "Upkeep"


def worker(*, again: Annotated[bool, typer.Option("--again", help="First try anew what was given up.")] = False) -> int:
    """Work what waits: turns from Slack, schedules, deliveries. As many of these may run as are wanted, on PostgreSQL on as many machines."""
    from assistant import bootstrap
    from assistant.settings import read

    settings = read()
    database = bootstrap.database(settings)
    upkeep = bootstrap.upkeep(settings, database=database)
    if not upkeep.is_made():
        raise Conflict(NOT_MADE)
    tell_upgraded(upkeep.start())
    if again:
        jobs = bootstrap.jobs(settings, database)
        for failure in jobs.failed():
            jobs.again(failure)
    operating = bootstrap.operating(settings, database, works=True)
    part = Part(settings, bootstrap.assistant(settings, database=database, metrics=operating.metrics), database, operating, upkeep)
    with suppress(KeyboardInterrupt):
        asyncio.run(run(_told_to_stop(), slack_and_jobs(part, receives=False), *_probes(part)))
    return 0


def _probes(part: Part) -> Iterator[Coroutine[Any, Any, None]]:
    """Who answers machines that ask how this process is, where a port for it is set."""
    if part.settings.probe_port:
        from bots.web.watched import answering

        yield answering(part.operating, listening(part.settings.host, part.settings.probe_port, "PMO_PROBE_PORT"))


async def run(*parts: Coroutine[Any, Any, None]) -> None:
    """Run all of them until one ends or the process is told to; each comes to its own end."""
    from assistant import bootstrap
    from assistant.operating.memory import keep_tidy, settle

    bootstrap.ready()
    settle()
    running = [asyncio.create_task(part) for part in (*parts, keep_tidy())]
    await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
    for task in running:
        task.cancel()
    for task in running:
        with suppress(asyncio.CancelledError):
            await task


async def slack_and_jobs(part: Part, *, works: bool = True, receives: bool = True) -> None:
    """Begin to work, and connect to Slack where its tokens are set; what Slack brings is stored before it is acknowledged."""
    from assistant import bootstrap

    settings, loop = part.settings, asyncio.get_running_loop()
    jobs = await asyncio.to_thread(bootstrap.jobs, settings, part.database)         # dbos takes a moment to load
    notices = bootstrap.notices(settings, part.database, jobs)
    sending = bootstrap.sending(settings, part.assistant, part.database, jobs)
    bootstrap.linking(settings, part.database, jobs).ways = sending.ways
    if settings.smtp_url:
        from assistant.notices.by_mail import by_mail
        from bots.mail import Mail, server

        sending.ways["e-mail"] = mail = Mail(server(settings.smtp_url.get_secret_value(), settings.mail_from))
        notices.by("mail", by_mail(mail))
    if works:
        from assistant.jobs.jobs import CLICKS, TALK

        await asyncio.to_thread(jobs.start, loop, (TALK, CLICKS) if settings.has_slack else ())
    else:
        await asyncio.to_thread(jobs.prepare)
    doors = {"notices": notices, "sending": sending, "intake": bootstrap.intake(settings, part.upkeep, part.database)}
    slack = asyncio.create_task(_slack(part, jobs, doors, receives=receives)) if settings.has_slack else None
    if not receives:
        progress("Working; Ctrl-C stops it.")
    try:
        await (slack or asyncio.Event().wait())
    finally:
        if slack:
            slack.cancel()
            with suppress(asyncio.CancelledError):
                await slack
        await asyncio.to_thread(jobs.stop)


async def _slack(part: Part, jobs: Any, doors: dict[str, Any], *, receives: bool) -> None:
    from assistant import bootstrap
    from bots.slack import Behind, Keys, serve, work

    settings = part.settings
    bot, app, signing = (token.get_secret_value() if token else ""
                         for token in (settings.slack_bot_token, settings.slack_app_token, settings.slack_signing_secret))
    office = replace(bootstrap.office(settings, part.database), **doors)
    behind = Behind(office, bootstrap.incoming(settings, part.database, jobs, "slack"), lambda: asyncio.to_thread(jobs.stop),
                    settings.public_url)
    keys = Keys(bot, app, signing, settings.slack_api_url, settings.host, settings.slack_port or None)
    await (serve if receives else work)(part.assistant, keys, progress, behind)


async def _told_to_stop() -> None:
    """Wait until the process is told to end."""
    told = asyncio.Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(each, told.set)
    await told.wait()
