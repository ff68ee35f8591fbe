"""How tests have documents recorded: by the office, like any change."""
from datetime import UTC, datetime

from records import changing, log, sample
from records.database import Writing
from records.proposals import Proposal, Wish

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)


def office(tx: Writing, wish: Wish) -> str:
    changes = changing.plan(tx, sample.OFFICE, Proposal((wish,)), NOW.date())
    return str(log.at(tx, changing.apply(tx, sample.OFFICE, changes, NOW)).edits[0]["key"])
