"""The summary of a report in a language model's words: written from its facts, through the guard, and kept with what it was written from.

Where the model cannot be had, says nothing that holds, or what it would read may not leave the house, the report keeps its own sentences.
"""
import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
import re

from assistant.calling import Speaker, Turn
from assistant.guarding.sentences import Sentences
from prompts import prompt
from records import journal
from records.asker import Asker
from records.database import Database
from records.kinds import Objective, Person, Project
from records.kinds.base import Record
from records.reading import Reader
from reports.blocks import Text
from reports.formats.base import Report
from tools.desk import Desk

MOST = 4
NAMED: tuple[type[Record], ...] = (Project, Person, Objective)


class Summaries:
    """`speaker` is made anew for each summary: a client of a model server lives as long as its loop."""

    def __init__(self, database: Database, speaker: Callable[[], Speaker]) -> None:
        self._database, self._speaker = database, speaker

    def kept(self, report: Report, snapshot: str, asker: Asker) -> Report:
        """The report with the summary that was written of exactly this snapshot for this reader; itself where there is none."""
        with self._database.reading() as session:
            text = journal.summary(session, _digest(snapshot, asker))
        return _with(report, text)

    def written(self, report: Report, snapshot: str, asker: Asker, project: str, audience: str, now: datetime) -> Report:
        """The report with its summary in the model's words, the same for the same snapshot; itself where none comes of it."""
        known = self.kept(report, snapshot, asker)
        if known is not report:
            return known
        turn = self._turn(asker, now)
        told = asyncio.run(self._speaker().turn(prompt("summary", project=project, audience=audience), turn))
        said = [] if turn.use.why or told.error else [block.text for block in told.blocks[:told.left] if isinstance(block, Text)]
        text = " ".join(held(" ".join(said), [name for names in turn.names.values() for name in names]))
        if text:
            with self._database.writing() as tx:
                journal.keep_summary(tx, now, asker.person, _digest(snapshot, asker), text)
        return _with(report, text)

    def _turn(self, asker: Asker, now: datetime) -> Turn:
        with self._database.reading() as session:
            desk = Desk(asker, Reader(session, asker), now)
            return Turn(asker, now, {str(kind.__tablename__): desk.names(kind) for kind in NAMED}, words=desk.reader.own_words)


def held(text: str, names: list[str]) -> list[str]:
    """The first four sentences that hold a figure or a name, each once."""
    units = Sentences()
    said = [" ".join(unit.text.split()) for unit in (*units.feed(text), *units.flush())]
    return [s for s in dict.fromkeys(said) if re.search(r"\d", s) or any(name in s for name in names)][:MOST]


def _digest(snapshot: str, asker: Asker) -> str:
    """The model may have read more than a report shows, so what it wrote is this reader's alone."""
    return sha256(f"{asker.person} {sorted(asker.roles)} {snapshot}".encode()).hexdigest()


def _with(report: Report, text: str) -> Report:
    return replace(report, blocks=(Text(text), *report.blocks[1:])) if text and isinstance(report.blocks[0], Text) else report
