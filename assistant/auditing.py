"""What an auditor may ask of the journal: which records and passages went to a language model, in whose turn, and when; and what it all cost."""
from collections.abc import Sequence
from datetime import datetime, timedelta

from assistant.limits import Limits, midnight, money
from records import credentials, journal, sample
from records.asker import Asker, Role
from records.database import Reading
from records.errors import NotFound, Refused
from records.kinds import Person
from records.reading import Reader
from reports.blocks import Table

MAY = frozenset({Role.auditor, Role.admin})
MOST = 500
MONTH = timedelta(days=30)


def sent(session: Reading, asker: Asker, since: datetime, person: str = "") -> Table:
    """Every call of a language model since a moment, newest first, of one person (by address) or of all. Raises `Refused`, `NotFound`."""
    if not asker.roles & MAY:
        raise Refused("Only an auditor or the PMO admin may list what went to the language model.")
    people = Reader(session, sample.OFFICE).labels(Person)
    found = journal.sent(session, since, _ids(session, person), MOST)
    rows = tuple((f"{s.at.astimezone(since.tzinfo):%a %-d %b %Y %H:%M}", people.get(s.asker_id, "somebody who left"), f"{s.model} at {s.host}",
                  s.keys.replace(" ", ", ") or "nothing but the question") for s in found)
    note = f"the latest {MOST:,}; narrow it down by person or days" if len(found) == MOST else ""
    return Table(f"What went to the language model since {since:%a %-d %b %Y}", ("when", "whose turn", "model", "records and passages"), rows, (), note)


def told(session: Reading, now: datetime, limits: Limits) -> str:
    """In one line what the language model was used today and in the last 30 days, by whom the most, and what is allowed."""
    today, month = journal.used(session, midnight(now)), journal.used(session, now - MONTH)
    people = Reader(session, sample.OFFICE).labels(Person)
    most = ", ".join(f"{people.get(who, 'somebody who left')} {tokens:,}" for who, tokens in journal.most(session, midnight(now)) if tokens)
    return f"today {_said(today)}{f' (most: {most})' if most else ''}; in 30 days {_said(month)}; {limits}"


def _said(used: journal.Used) -> str:
    return f"{used.turns:,} turns, {used.tokens:,} tokens, cost {money(used.cost)}" if used.turns else "nothing"


def _ids(session: Reading, person: str) -> Sequence[int] | None:
    if not person:
        return None
    try:
        return (credentials.asker(session, person).person,)
    except Refused:
        raise NotFound(f"There is nobody with the address {person}.") from None
