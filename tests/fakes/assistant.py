"""An assistant in small: the same doors over a script in memory, one kind of block for each word it knows, and faults on request."""
import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
import re
import threading
from typing import Any

from assistant.assistant import Assistant
from assistant.messages import Answer, Click, Exchange, Offer, Question, Say, Sign, silent, unheard
from assistant.opening import What
from records.asker import Face
from records.errors import NotFound, Refused
from reports.blocks import Block, Card, Choices, Fact, FieldChange, Passage, Preview, Receipt, Source, Sources, Table, Text

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)
PEOPLE = (("olivia@sample.example", "Olivia Okafor", "PMO admin"), ("ana@sample.example", "Ana Petrova", "member"),
          ("ben@sample.example", "Ben Carter", "member"))
CLAUSE = Source("section", "DOC-1/4.2", "Governance handbook: Gate 2", "3.0", 12)
QUOTED = "The business case shall be confirmed by the value manager before gate 2."
SECTION = ("Gate 2 releases the money for delivery. " + QUOTED + "\n\nThe sponsor signs the gate record. A project that has not passed gate 2 "
           "shall not order from suppliers.")
AT = SECTION.index(QUOTED)


def status() -> tuple[Block, ...]:
    """A status report as it comes from the house: a sentence, the two verdicts, figures, a table."""
    return (
        Text("Apollo is off track: it is two weeks behind and spends 1.39 for each 1.00 of work done. It is still worth finishing."),
        Card("Delivered well? Off track", "red", ("Cost: CPI is 0.72, below 0.85", "Schedule: the pilot is 12 days late"), ("APOLLO", "APOLLO-M-2")),
        Card("Still worth it? Worth it", "green", ("NPV is 412,000 EUR", "Both benefits are on course"), ("APOLLO-B-1",)),
        Fact("apollo.cpi", "CPI", "0.72", "earned value 180,000.00 / actual cost 250,000.00", ("APOLLO-C-1", "APOLLO-C-2")),
        Fact("apollo.progress", "Progress", "45 %", "done effort 180 h of 400 h, each task by its estimate", ("APOLLO-T-1", "APOLLO-T-2")),
        Fact("apollo.overdue", "Overdue tasks", "2", "open tasks due before 18 Nov 2026", ("APOLLO-T-1", "APOLLO-T-2")),
        overdue(),
        Sources((CLAUSE,)),
    )


def overdue() -> Table:
    return Table("Overdue tasks", ("key", "task", "owner", "due", "hours"),
                 (("APOLLO-T-1", "Move the login page", "Ana Petrova", "Fri 6 Nov 2026", "12"),
                  ("APOLLO-T-2", "Load test", "Ben Carter", "Mon 2 Nov 2026", "6.5"),
                  ("APOLLO-T-9", "Write the manual", "Ana Petrova", "", "100")),
                 ("APOLLO-T-1", "APOLLO-T-2", "APOLLO-T-9"), "3 of 3, the longest overdue first")


PIECES = (Text("Apollo is late."), Text(" Decide soon."), overdue(), Text("Then rest."))

SCRIPT: tuple[tuple[str, Callable[[], tuple[Block, ...]]], ...] = (
    ("aloud", lambda: (Text("Apollo is late. Decide soon."), overdue(), Text("Then rest."), Sources((CLAUSE,)))),
    ("overdue", lambda: (Text("3 tasks are overdue."), overdue())),
    ("gate", lambda: (Text("Before gate 2 the business case is confirmed."), Passage(QUOTED, replace(CLAUSE, start=AT, stop=AT + len(QUOTED))))),
    ("sam", lambda: (Choices("Which Sam do you mean?", ("what does Sam Fisher do?", "what does Sam Stone do?")),)),
    ("apollo", status),
)


@dataclass
class StandIn(Assistant):
    """Knows a few words, remembers in memory. “crash” raises, “slow” waits for `go`, “aloud” says it piece by piece (“held”: and waits then).

    A question is answered once."""
    asked: list[Question] = field(default_factory=list)
    clicks: list[tuple[str, str, str]] = field(default_factory=list)
    kept: dict[tuple[str, str], list[Exchange]] = field(default_factory=dict)
    pending: dict[str, tuple[str, str, Preview]] = field(default_factory=dict)
    go: threading.Event = field(default_factory=threading.Event)

    async def answer(self, question: Question, sign: Sign = silent, say: Say = unheard) -> Answer:
        """Answer by the first known word in the question."""
        self.asked.append(question)
        _admit(question.who)
        for old in self.kept.get((question.who, question.thread), ()):
            if old.id == question.id:
                return old.answer
        await asyncio.to_thread(sign, "Reading Apollo’s status")
        if "crash" in question.text:
            raise RuntimeError("a secret of the house")
        if "slow" in question.text:
            await asyncio.to_thread(self.go.wait, 10)
        for piece in PIECES if "aloud" in question.text else ():
            say(piece)
        if "held" in question.text:
            await asyncio.to_thread(self.go.wait, 10)
        answer = self._said(question)
        self._keep(question.who, question.thread, Exchange(question.id, question.text, answer, NOW))
        return answer

    async def confirm(self, who: str, proposal: str, click: Click = "confirm", only: Sequence[str] = ()) -> Answer:  # noqa: ARG002 - it takes all
        """Settle a proposal once; say a sentence for all else."""
        self.clicks.append((who, proposal, click))
        asker, thread, preview = self.pending.get(proposal, ("", "", Preview("", "", ())))
        if asker != who:
            said = "There is no such proposal of yours."
            return Answer("", (Text(said),), error=said)
        if click == "discard":
            return Answer(thread, (Text("Discarded; nothing was changed."),))
        return self._receipted(who, thread, preview, undone=click == "undo")

    async def call(self, who: str, tool: str, said: Mapping[str, Any], thread: str = "", *, open_only: bool = False,  # noqa: ARG002 - it knows no tool
                   face: Face = "all") -> Answer:  # noqa: ARG002
        """Know no tool."""
        return Answer(thread, (Text(f"I have no tool {tool}."),), error=f"I have no tool {tool}.")

    async def open(self, who: str, what: What, key: str) -> tuple[Exchange, ...]:
        """Open what was kept; any key of Apollo is a record, and the one clause a section."""
        _admit(who)
        if what == "latest":
            return next((tuple(e) for (asker, _), e in reversed(self.kept.items()) if asker == who), ())
        if what == "thread":
            return _found(self.kept.get((who, key)))
        if what == "section":
            return _found([Exchange(key, "", Answer("", (Passage(SECTION, CLAUSE),), (CLAUSE,)), NOW)] if key == CLAUSE.key else None)
        card = Card(f"{key} Move the login page", "plain", ("owner: Ana Petrova", "due: Fri 6 Nov 2026", "estimate: 12 h"), (key,))
        past = Table("Latest changes", ("when", "who", "what"), (("Mon 16 Nov 2026 10:12", "Ben Carter", "due: Wed 4 Nov → Fri 6 Nov 2026"),))
        return _found([Exchange(key, "", Answer("", (card, past)), NOW)] if key.startswith("APOLLO") else None)

    def _said(self, question: Question) -> Answer:
        if wish := re.search(r"create (?:a )?task (.+)", question.text, re.DOTALL):
            return self._previewed(question, wish[1])
        blocks = next((made() for word, made in SCRIPT if word in question.text.lower()), None)
        if blocks is None:
            said = "That is not something I know. Try one of these:"
            return Answer(question.thread, (Choices(said, ("How is Apollo doing?", "What is overdue?")),), error=said)
        cited = tuple(Source("record", k) for b in blocks for k in (getattr(b, "keys", ())))
        return Answer(question.thread, blocks, tuple(dict.fromkeys((CLAUSE, *cited))))

    def _previewed(self, question: Question, title: str) -> Answer:
        number = f"P-{len(self.pending) + 1}"
        changes = (FieldChange("new task", "task", "", title), FieldChange("new task", "owner", "", "Ana Petrova"),
                   FieldChange("APOLLO-T-1", "due", "Fri 6 Nov 2026", "Fri 27 Nov 2026"))
        preview = Preview(number, f"Create the task {title}", changes, "Thu 19 Nov 2026 09:00")
        self.pending[number] = (question.who, question.thread, preview)
        return Answer(question.thread, (preview,), proposal=Offer(number, changes))

    def _receipted(self, who: str, thread: str, preview: Preview, *, undone: bool) -> Answer:
        title = "Undone: change #7" if undone else f"Done: {preview.title[:1].lower()}{preview.title[1:]}"
        lines = tuple(f"{c.record} {c.field}: {c.after}" for c in preview.changes)
        receipt = Receipt(8 if undone else 7, title, lines, ("APOLLO-T-30",), preview.proposal)
        answer = Answer(thread, (replace(receipt, proposal="") if undone else receipt,))
        self._keep(who, thread, Exchange(f"{thread}/change-{receipt.position}", "", answer, NOW))
        return answer

    def _keep(self, who: str, thread: str, exchange: Exchange) -> None:
        self.kept.setdefault((who, thread), []).append(exchange)


class Company:
    """The people of the stand-in, as upkeep knows them."""

    search_note = ""

    def people(self) -> tuple[tuple[str, str, str], ...]:
        return PEOPLE

    def person(self, said: str) -> str:
        for email, name, _ in PEOPLE:
            if said.lower() in ("", email, name.lower(), *name.lower().split()):
                return email
        raise NotFound(f"I know no person “{said}”.")


def _admit(who: str) -> None:
    if who not in [email for email, _, _ in PEOPLE]:
        raise Refused("I don’t know you here yet.")


def _found(exchanges: list[Exchange] | None) -> tuple[Exchange, ...]:
    if not exchanges:
        raise NotFound("There is no such thing that you may see.")
    return tuple(exchanges)
