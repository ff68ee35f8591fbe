"""The time since a reader last looked: a period that begins at a moment, and how the beginning of any period is said and gone back to."""
from dataclasses import dataclass
from datetime import date, datetime
import re

from language.dates import Period
from reports.telling import day

PORTFOLIO = "portfolio"          # what the summary of all projects is called where a look at it is kept

SAID = re.compile(r"since (?:i|we) (?:last |previously )?(?:looked|checked|saw|read|asked|visited)\b|"
                  r"since (?:my|our|the) (?:last|previous) (?:look|visit|check|report)\b|"
                  r"since (?:the )?last time\b|last looked\b|\bi (?:have )?miss(?:ed)?\b", re.I)


@dataclass(frozen=True)
class Since(Period):
    """From a moment on, to the end of a day. Without a moment it is the one when the reader last looked, which is yet to be found out."""
    moment: datetime | None = None


def is_said(text: str) -> bool:
    """Whether somebody asks for the time since they last looked."""
    return SAID.search(text) is not None


def since(moment: datetime, today: date) -> Since:
    return Since(moment.date(), today, moment)


def beginning(period: Period) -> date:
    """What to go back to: the end of the first day, or the moment."""
    return period.moment or period.first if isinstance(period, Since) else period.first


def said(period: Period) -> str:
    """How the beginning stands in a sentence: “Wed 4 Nov 2026”, or when the reader last looked."""
    return f"you last looked, {looked(period.moment)}" if isinstance(period, Since) and period.moment else day(period.first)


def looked(moment: datetime) -> str:
    return f"{day(moment.date())} {moment:%H:%M}"
