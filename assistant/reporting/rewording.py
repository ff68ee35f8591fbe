"""The sentences of a draft in conversation: “show the sentences of RD-1”, “change the second sentence of the draft to …”, “leave out the last sentence”.

Read by strict code, with or without a model; what a sentence may state is checked where it is written. What it does not read whole goes on as it was said.
"""
import asyncio
from dataclasses import dataclass
import re

from assistant.calling import Planned, Speaker, Told, Turn
from assistant.messages import Say, unheard
from assistant.reporting.drafts import Drafted, found, refuse_unless_waiting
from assistant.reporting.reporting import Reporting
from records import planning
from records.database import Database
from records.errors import Ambiguous, NotFound
from records.kinds import ReportDraft
from records.proposals import Change, Proposal
from records.query import Query, Where
from records.reading import Reader
from reports.blocks import Table

NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
WHICH = rf"(?P<nth>{'|'.join(NTH)}|\d{{1,2}}(?:st|nd|rd|th)|last|only)"
DRAFT = r"(?:(?:the|my|this|that)\s+(?:report\s+)?draft(?:\s+(?:report\s+)?(?P<named>RD-\d+))?|(?:draft\s+)?(?P<key>RD-\d+))"
POLITE = r"(?:(?:please|can you|could you)\s+)?"
CHANGE = re.compile(rf"{POLITE}(?:change|replace|reword|rewrite|make|set)\s+(?:the\s+)?{WHICH}\s+sentence\s+(?:of|in)\s+{DRAFT}\s*(?:to|with|into|by|as|:)\s*"
                    r"[“\"']?(?P<said>[^\n]+?)[”\"']?", re.I)
DROP = re.compile(rf"{POLITE}(?:drop|remove|delete|leave\s+out|cut|take\s+out)\s+(?:the\s+)?{WHICH}\s+sentence\s+(?:of|in|from)\s+{DRAFT}[\s.!]*", re.I)
ADD = re.compile(rf"{POLITE}(?:add|append)\s+(?:(?:a|the|this)\s+sentence\s+)?(?:to|at the end of)\s+{DRAFT}\s*:\s*[“\"']?(?P<said>[^\n]+?)[”\"']?", re.I)
SHOW = re.compile(rf"(?:show|read|tell)\s+(?:me\s+)?(?:the\s+)?(?:sentences|words|text|summary)\s+(?:of|in)\s+{DRAFT}[\s.?!]*", re.I)
NONE = "No draft of yours waits for your word. A schedule leaves one with you where it says “draft first”."
HAS = "{key} has {n}: “show the sentences of {key}”."
LOCKED = "Change one by its number, such as “change the second sentence of {key} to …”. Its figures are locked: they stay those of the records."


@dataclass(frozen=True)
class _Edit:
    """Which sentence of which draft becomes what: `said` "" drops it, `nth` "" is behind the last."""
    key: str
    nth: str
    said: str


class Rewording:
    """Wraps a speaker."""

    def __init__(self, speaker: Speaker, database: Database) -> None:
        self._speaker, self._database = speaker, database

    async def turn(self, asked: str, turn: Turn, say: Say = unheard) -> Told:
        said = asked.strip()
        if m := SHOW.fullmatch(said):
            return await asyncio.to_thread(self._shown, m["named"] or m["key"] or "", turn)
        for pattern in (CHANGE, DROP, ADD):
            if m := pattern.fullmatch(said):
                g = m.groupdict()
                edit = _Edit(g["named"] or g["key"] or "", (g.get("nth") or "").lower(), g.get("said") or "")
                return await asyncio.to_thread(self._planned, edit, turn)
        return await self._speaker.turn(asked, turn, say)

    def _shown(self, key: str, turn: Turn) -> Told:
        draft = self._opened(key, turn)
        rows = tuple((str(n), said) for n, said in enumerate(draft.sentences, 1))
        return Told("", (Table(f"{draft.key} {draft.title}, to {draft.to} ({draft.status})", ("sentence", "says"), rows, note=LOCKED.format(key=draft.key)),))

    def _planned(self, edit: _Edit, turn: Turn) -> Told:
        draft = self._opened(edit.key, turn)
        refuse_unless_waiting(draft)
        own = list(draft.sentences)
        at = _place(edit.nth, own, draft.key)
        own[at:at + 1] = [_ended(edit.said)] if edit.said else []
        wish = Proposal((Change("reportdraft", (draft.key,), {"text": " ".join(own)}),))
        with self._database.reading() as session:
            return Told("", (), Planned(wish, planning.plan(session, turn.asker, wish, turn.now.date())))

    def _opened(self, key: str, turn: Turn) -> Drafted:
        return Reporting(self._database, lambda: turn.now).drafts.opened(turn.asker.email, self._key(key, turn))

    def _key(self, said: str, turn: Turn) -> str:
        """The draft that is named, or the only one of the asker's that waits. Raises `NotFound` and `Ambiguous`."""
        with self._database.reading() as session:
            reader = Reader(session, turn.asker)
            if said:
                return found(reader, said).key
            waiting = reader.find(Query(ReportDraft, (Where("status", "is", "draft"), Where("owner_id", "is", turn.asker.person)), limit=None))
        if not waiting:
            raise NotFound(NONE)
        if len(waiting) > 1:
            raise Ambiguous("the draft", tuple(f"{d.key} ({d.title})" for d in waiting))
        return waiting[0].key


def _place(nth: str, own: list[str], key: str) -> int:
    """Where a sentence stands. Raises `NotFound` where there are not so many."""
    if not nth:
        return len(own)
    at = len(own) - 1 if nth == "last" else 0 if nth == "only" else NTH.index(nth) if nth in NTH else int(nth[:-2]) - 1
    if not 0 <= at < len(own) or (nth == "only" and len(own) > 1):
        raise NotFound(HAS.format(key=key, n=f"{len(own)} sentences" if len(own) != 1 else "one sentence"))
    return at


def _ended(said: str) -> str:
    return said if said[-1] in ".!?" else f"{said}."
