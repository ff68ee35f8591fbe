"""“nudge Ben to update Apollo”: read by strict code, with or without a model. No record changes; who is nudged gets one question, in the asker’s name."""
import asyncio
import re

from assistant.calling import Speaker, Told, Turn
from assistant.messages import Say, unheard
from assistant.notices import Notices
from assistant.refusing import refusal
from records.errors import Sorry

SAID = re.compile(r"(?:please\W+)?nudge (?P<who>.{1,100}?) (?:to (?:update|say how) |about |on |for )(?P<project>.{1,100}?)(?: (?:stands|is doing))?\W*", re.I)
LEADER = re.compile(r"(?:the |its )?(?:project )?(?:manager|lead|leader|pm)", re.I)


class Nudging:
    """Wraps a speaker."""

    def __init__(self, speaker: Speaker, notices: Notices) -> None:
        self._speaker, self._notices = speaker, notices

    async def turn(self, asked: str, turn: Turn, say: Say = unheard) -> Told:
        if said := SAID.fullmatch(asked.strip()):
            return await asyncio.to_thread(self._nudged, asked, turn, said)
        return await self._speaker.turn(asked, turn, say)

    def _nudged(self, asked: str, turn: Turn, said: re.Match[str]) -> Told:
        try:
            return Told(self._notices.nudge(turn.asker.email, said["project"], "" if LEADER.fullmatch(said["who"].strip()) else said["who"]))
        except Sorry as sorry:
            return Told("", refusal(sorry, asked), error=str(sorry))
