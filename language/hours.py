"""Hours of what repeats: the one of "daily at 3 pm", and what comes again within a day, as "every 2 hours". Records keep days only; this is for who asks."""
import re

from language.grammar import compiled, groups, number
from language.words import Words, words

NOON, DAY, HOUR = 12, 24, 60
PART = re.compile(r"\s+in the (?P<part>morning|afternoon|evening)$|\s+at night$", re.I)
FREQS = {"hour": "HOURLY", "minute": "MINUTELY", "second": "SECONDLY"}
OFTEN = {"hourly": "HOURLY"}
NAMED = {"noon": (12, 0), "midday": (12, 0), "midnight": (0, 0)}
AT = re.compile(r"(?:at |@ ?)?(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap])?\.?(?:m\b\.?)?(?: ?o['’]clock)?", re.I)
WITHIN = "{every} (?:(?P<other>{other}) |{count} ?)?(?P<unit>hours?|min(?:ute)?s?|sec(?:ond)?s?)(?= ?(?:$|[.,;!?]|{excepting}))"


def read_hour(said: str) -> tuple[int, int] | None:
    """The hour and minute of "at 3 pm", "12a", "at noon"; None for a part of the day."""
    bare = said.strip().lower().removeprefix("at ")
    if bare in NAMED:
        return NAMED[bare]
    part = PART.search(said)
    m = AT.fullmatch(said.strip()[:part.start()] + ("am" if part["part"] == "morning" else "pm") if part else said.strip())
    if m is None:
        return None
    hour, minute = int(m["hour"]), int(m["minute"] or 0)
    if m["half"]:
        hour = hour % NOON + (NOON if m["half"].lower() == "p" else 0)
    return (hour, minute) if hour < DAY and minute < HOUR else None


def within_a_day(text: str, language: Words | None = None) -> str | None:
    """The rule of what comes again within a day: "every other hour", "every 30 seconds"."""
    w = language or words()
    m = compiled(WITHIN, w).search(text)
    if m is None:
        return next((f"FREQ={freq}" for said, freq in OFTEN.items() if re.search(rf"\b{said}\b", text, re.I)), None)
    g = groups(m)
    n = 2 if g["other"] else number(g["n"], w) if g["n"] else 1
    unit = w.groups["units"][g["unit"]]
    return f"FREQ={FREQS[unit]}{f';INTERVAL={n}' if n > 1 else ''}" if n else None
