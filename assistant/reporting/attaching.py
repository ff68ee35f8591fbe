"""A report that is asked for as a file: “send me the Apollo report as pdf”, “the portfolio for the executive in PowerPoint”. The answer is the report in
brief, with the file beside it, which each face hands over in its own way.

Read by strict code, with or without a model; what it does not read whole goes on as it was said.
"""
import asyncio
import re

from assistant.calling import Caller, Planned, Speaker, Told, Turn, tool_named
from assistant.messages import Say, unheard
from records.errors import NotFound
from records.kinds import Project
from records.reading import Reader
from reports.attached import PORTFOLIO, attached
from reports.blocks import Sources
from tools.base import Result
from tools.desk import Desk

ALSO = {"powerpoint": "pptx", "slides": "pptx", "slide deck": "pptx", "word": "docx", "excel": "xlsx", "spreadsheet": "xlsx", "picture": "png", "image": "png",
        "markdown": "md", "web page": "html"}
AS = r"pdf|pptx|docx|xlsx|html|png|md|powerpoint|slides|slide deck|word|excel|spreadsheet|picture|image|markdown|web page"
READERS = r"executives?|steering committee|steerco|board|team|client|customer|auditor|project manager"
POLITE = r"(?:(?:please|can you|could you|would you|i need|i want|i would like)\s+)*"
VERB = r"(?:(?:send|give|make|export|get|attach|download|write|show|create|prepare|save|print|draw up|have)\s+)?(?:(?:me|us|to)\s+)?"
WHAT = (r"(?:the |a |an |our |my )?(?:(?:whole |full )?(?P<all>portfolio)(?:['’]s)?(?: summary| report| overview)?|"
        r"(?:status )?report (?:of|on|for|about) (?P<behind>(?!the (?:{r})).+?)|(?P<before>.+?)(?:['’]s)? (?:status |project )?report)".replace("{r}", READERS))
FILE = re.compile(rf"{POLITE}{VERB}{WHAT}(?:\s+for (?:the |my |an |a )?(?P<readers>{READERS}))?,?\s+"
                  rf"(?:(?:as|in|to|into)\s+)?(?:an?\s+)?(?:(?P<one>one|single)[ -]?(?:page|pager|sided?)\s+)?(?P<as>{AS})(?:\s+(?:file|format|"
                  rf"document))?(?:,?\s+please)?[\s.!?]*", re.I)
AS_OF = re.compile(rf"{POLITE}{VERB}(?:an? |the )?(?:(?P<one>one|single)[ -]?(?:page|pager|sided?)r? ?)?(?P<as>{AS})(?: file| document| version| report|"
                   rf" summary)? "
                   r"(?:of|for|on|about|with) (?:the |our |my )?(?:whole |full |status |project )?(?:(?:report|summary|overview) (?:of|on|for|"
                   r"about) (?:the |our )?)?"
                   rf"(?:(?P<all>portfolio)(?: report| summary| overview)?|(?P<behind>[\w' -]+?)(?:['’]s)?(?: report| status report)?)"
                   rf"(?:\s+for (?:the |my |an |a )?(?P<readers>{READERS}))?(?:,? please)?[\s.!?]*", re.I)
PACK = re.compile(rf"{POLITE}{VERB}(?:the |a |an |our |my )?(?:(?P<all>portfolio) )?(?:board|steering|steerco|committee|executive)(?:['’]s)? (?:pack|"
                  rf"papers?|deck|book|file)"
                  rf"(?: (?:as|in|to) (?:an? )?(?P<as>{AS}))?(?: for (?:the )?next (?:board|meeting))?(?:,? please)?[\s.!?]*", re.I)
ONE_PAGE = "It is the whole report: I cannot set a report on one page only."
KNOWN = {"executives": "executive", "steerco": "steering committee", "board": "steering committee", "customer": "client"}


class Attaching:
    """Wraps a speaker."""

    def __init__(self, speaker: Speaker, caller: Caller) -> None:
        self._speaker, self._caller = speaker, caller

    async def turn(self, asked: str, turn: Turn, say: Say = unheard) -> Told:
        m = next(filter(None, (form.fullmatch(asked.strip()) for form in (FILE, AS_OF, PACK))), None)
        of = m.groupdict() if m else {}
        project = await asyncio.to_thread(self._named, of.get("before") or of.get("behind") or "", turn) if m else None
        if m is None or project is None:
            return await self._speaker.turn(asked, turn, say)
        said = (of.get("readers") or "").lower()
        as_ = ALSO.get(form := (of["as"] or "pdf").lower(), form)
        key, name = project
        file = attached(key or PORTFOLIO, f"{name}: status report" if key else "Portfolio", as_, KNOWN.get(said, said) if key else "")
        tool, words = ("status_report", {"project": key}) if key else ("portfolio_summary", {})
        made = await asyncio.to_thread(self._caller.call, tool_named(tool), words, turn)
        if isinstance(made, Planned):
            return await self._speaker.turn(asked, turn, say)
        assert isinstance(made, Result)  # noqa: S101 - a tool makes one or the other
        return Told(ONE_PAGE if of.get("one") else "", (Sources((file,)), *made.blocks))             # first, as of many sources the last ones are not told

    def _named(self, said: str, turn: Turn) -> tuple[str, str] | None:
        """The key and name of a project that is said, nothing of either for the portfolio; None where there is no such project."""
        if not said:
            return "", ""
        with self._caller.database.reading() as session:
            try:
                found = Desk(turn.asker, Reader(session, turn.asker), turn.now).named(Project, said)
            except NotFound:
                return None
            return found.key, found.name
