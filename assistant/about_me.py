"""What a person may ask about themselves: “what do you know about me?” and “forget what you know about me”; read by strict code, with or without a model.

Their time zone is used for every turn: what “today” and “9:00” mean to them. A language model is told the rest.
"""
import asyncio
from dataclasses import replace
import re
from zoneinfo import ZoneInfo

from assistant.calling import Planned, Speaker, Told, Turn
from assistant.messages import Say, unheard
from records import planning
from records.database import Database
from records.kinds import Preference
from records.proposals import Forget, Proposal
from records.query import Query, Where
from records.reading import Reader
from reports.blocks import Block, Choices, Table, Text

POLITE = r"(?:please|can you|could you|would you|now|and|also|hey|hi)"
MINE = r"(?:about|of) me"
KNOWS = r"(?:know|remember|have|keep|store|stored|saved|kept)"
TELLS = re.compile(rf"(?:{POLITE}\W+)*(?:what (?:do|did|have) you {KNOWS} {MINE}|(?:show|list|tell)(?: me)? what you {KNOWS} {MINE}|"
                   r"(?:what are|show|list)(?: me)?(?: all)? my preferences)\W*", re.I)
FORGETS = re.compile(rf"(?:{POLITE}\W+)*(?:forget|delete|erase|remove) (?:what(?:ever)? you {KNOWS} {MINE}|everything (?:you {KNOWS} )?about me|"
                     r"(?:all )?my (?:preferences|data)|me)\W*(?:please\W*)?", re.I)
NOTHING = "I keep nothing about you but your record as a person and your conversations."
WHOLE = "To have yourself forgotten as a person, ask the PMO admin: it is done with `pmo forget`."


class AboutMe:
    """Wraps a speaker."""

    def __init__(self, speaker: Speaker, database: Database) -> None:
        self._speaker, self._database = speaker, database

    async def turn(self, asked: str, turn: Turn, say: Say = unheard) -> Told:
        if TELLS.fullmatch(asked.strip()):
            return await asyncio.to_thread(self._told, turn)
        if FORGETS.fullmatch(asked.strip()):
            return await asyncio.to_thread(self._forgetting, turn)
        return await self._speaker.turn(asked, await asyncio.to_thread(self._local, turn), say)

    def _told(self, turn: Turn) -> Told:
        rows = self._kept(turn)
        table = Table("What I know about you", ("key", "what", "value"), tuple((r.key, r.name, r.value) for r in rows), tuple(r.key for r in rows))
        shown: tuple[Block, ...] = (table, Choices("You can say:", ("forget what you know about me",))) if rows else (Text(NOTHING),)
        return Told("", shown)

    def _forgetting(self, turn: Turn) -> Told:
        rows = self._kept(turn)
        if not rows:
            return Told(f"{NOTHING} {WHOLE}")
        wish = Proposal((Forget(str(Preference.__tablename__), tuple(r.key for r in rows)),))
        with self._database.reading() as session:
            changes = planning.plan(session, turn.asker, wish, turn.now.date())
        said = ", ".join(f"{r.name} {r.value}" for r in rows)
        return Told(f"This forgets: {said}. The values leave the log of changes too, and it cannot be undone. {WHOLE}", (), Planned(wish, changes))

    def _local(self, turn: Turn) -> Turn:
        """The turn with what the asker told about themselves, in their own time zone."""
        said = {str(r.name): r.value for r in self._kept(turn)}
        zone = said.pop("time zone", "")
        return replace(turn, now=turn.now.astimezone(ZoneInfo(zone)) if zone else turn.now, preferences=said) if zone or said else turn

    def _kept(self, turn: Turn) -> tuple[Preference, ...]:
        with self._database.reading() as session:
            return tuple(Reader(session, turn.asker).find(Query(Preference, (Where("person_id", "is", turn.asker.person),), limit=None)))
