"""The schedules that a communications plan asks for: “set up the reports of Apollo's communications plan” proposes one for each of its rows that can be kept.

Each is the asker's own, made with their rights, and says for which row it is; when that row is told otherwise it is paused, and set up again by the same words.
"""
import asyncio
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
import re

from assistant.calling import Caller, Planned, Speaker, Told, Turn
from assistant.messages import Say, unheard
from records import planning
from records.kinds import Communication, Person, Project, Schedule, Stakeholder
from records.kinds.schedule import read
from records.proposals import Change, Create, Proposal
from records.query import Query, Where
from records.reading import Reader
from reports.blocks import Text
from tools.desk import Desk

PLAN = re.compile(r"(?:please\s+)?(?:set\s+up|schedule|start|arrange|automate|keep)\s+(?:all\s+)?(?:the\s+)?"
                  r"(?:(?:reports?|communications|schedules?|letters)\s+)?"
                  r"(?:(?:of|from|in|for|by)\s+)?(?:(?P<before>.+?)['’]s?\s+communications?\s+plan|(?:the\s+)?communications?\s+plan\s+(?:of|for)\s+(?P<behind>.+?)|"
                  r"the\s+(?P<bare>.+?)\s+communications?\s+plan)[\s.!?]*", re.I)
ADDRESS, CHANNEL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+"), re.compile(r"(?<!\w)#[\w-]+")
READERS = (("steering committee", r"steer|board|committee"), ("client", r"client|customer|dealer|supplier|external"),
           ("executive", r"executive|director|sponsor|management"), ("team", r"\bteam\b"))
FORMATS = (("pptx", r"slides|powerpoint|pptx"), ("docx", r"\bword\b|docx"), ("xlsx", r"excel|xlsx"))
EMPTY = "The communications plan of {project} has no row yet. Add one, such as “new communication for {project}: status to the board, monthly, #steerco”."
KEPT = "Everything that the communications plan of {project} says and that can be kept is scheduled already."
LEFT = "Left out: {rows}."
TO_YOU = "Where the plan names neither a channel nor an address, the draft comes to you, to pass on: {rows}."


class PlannedSchedules:
    """Wraps a speaker."""

    def __init__(self, speaker: Speaker, caller: Caller) -> None:
        self._speaker, self._caller = speaker, caller

    async def turn(self, asked: str, turn: Turn, say: Say = unheard) -> Told:
        m = PLAN.fullmatch(asked.strip())
        return await asyncio.to_thread(self._set_up, next(filter(None, m.groups())), turn) if m else await self._speaker.turn(asked, turn, say)

    def _set_up(self, said: str, turn: Turn) -> Told:
        """A proposal of all schedules that are missing, and what was left out and why. Raises `NotFound` of a project that is not there."""
        with self._caller.database.reading() as session:
            reader = Reader(session, turn.asker)
            project = Desk(turn.asker, reader, turn.now).named(Project, said)
            rows = reader.find(Query(Communication, (Where("project_id", "is", project.id),), sort="id", limit=None))
            if not rows:
                return Told(text := EMPTY.format(project=project.name), error=text)
            left = [f"{r.key} “{r.title}”, as {why}" for r in rows if (why := _why_not(r))]
            wishes = tuple(wish for r in rows if not _why_not(r) for wish in _wishes(reader, r, turn.now.date()))
            said_too = (*((Text(LEFT.format(rows="; ".join(left))),) if left else ()), *_mine(rows, wishes))
            if not wishes:
                return Told(KEPT.format(project=project.name), said_too)
            wish = Proposal(wishes)
            return Told("", said_too, Planned(wish, planning.plan(session, turn.asker, wish, turn.now.date())))


def values(reader: Reader, row: Communication, today: date) -> Mapping[str, object]:
    """What a row of the plan says, as the values of a schedule. Where it goes is read from its method, its audience and the contact of its stakeholder."""
    told = " ".join((row.method, row.audience, *(s.contact for s in _stakeholder(reader, row))))
    channel, address = CHANNEL.search(told), ADDRESS.search(told)
    known = bool(address and reader.count(Query(Person, (Where("email", "is", address[0].lower()),))))
    dated = f"{row.frequency} from {row.next_due}"
    often = dated if row.next_due and row.next_due > today and read(dated, today) else row.frequency
    by = {"channel": channel[0].lower()} if channel else {"email": address[0].lower()} if address else {}
    mode = "send" if channel or known else "draft first"                          # what leaves the house, or goes nowhere yet, waits for a word
    return {"what": "report", "project_id": row.project_id, "often": often, "readers": _first(READERS, f"{row.audience} {row.title}", "project manager"),
            "format": _first(FORMATS, row.method, "pdf"), "mode": mode, "by": "Slack" if channel or "slack" in told.lower() else "e-mail", **by}


def _wishes(reader: Reader, row: Communication, today: date) -> Iterator[Create | Change]:
    """A new schedule, or the one of this row as the row says it now; nothing where it is kept."""
    own = reader.find(Query(Schedule, (Where("communication_id", "is", row.id),), limit=1))
    said = values(reader, row, today)
    if not own:
        yield Create("schedule", {**said, "communication_id": row.id})
    elif own[0].status != "on":
        yield Change("schedule", (own[0].key,), {"channel": "", "email": "", **said, "status": "on"})


def _why_not(row: Communication) -> str:
    if not row.frequency.strip():
        return "it says no frequency"
    found = read(row.frequency, row.next_due or date(2000, 1, 3))
    return f"“{row.frequency}” is no repetition that can be kept" if found is None or found.unless else ""


def _mine(rows: Sequence[Communication], wishes: tuple[Create | Change, ...]) -> Iterator[Text]:
    to_me = {w.values.get("communication_id") for w in wishes if isinstance(w, Create) and not w.values.keys() & {"channel", "email"}}
    if names := [f"“{r.title}”" for r in rows if r.id in to_me]:
        yield Text(TO_YOU.format(rows=", ".join(names)))


def _stakeholder(reader: Reader, row: Communication) -> Sequence[Stakeholder]:
    return reader.find(Query(Stakeholder, (Where("id", "is", row.stakeholder_id),), limit=1)) if row.stakeholder_id else ()


def _first(choices: tuple[tuple[str, str], ...], said: str, usual: str) -> str:
    return next((name for name, pattern in choices if re.search(pattern, said, re.I)), usual)
