"""How often something repeats: words into the rule that a record keeps, and the day on which it is due first."""
from datetime import date

from language.recurrence import Repetition, in_words, read_recurrence
from language.rrule import ended, first_day, fits
from language.words import words
from records.errors import BadInput

FIELD = "recurrence"
NONE = ("", "none", "nothing", "empty", "remove", "-", "null")


def rule(said: str, today: date) -> str:
    """The rule that is said, empty for none any more; raises `BadInput` for what cannot be read or kept."""
    found = _read(said, today)
    return found.rule if found else ""


def with_first_due(said: str, today: date, due: object, now: date | None) -> dict[str, object]:
    """The rule and its first due date: the one said with it, the present one where it fits, else the first day that fits, from the day said on or today."""
    found = _read(said, today)
    if found is None:
        return {FIELD: ""}
    if not isinstance(due, date):
        due = now if now and found.first is None and fits(found.rule, now) else first_day(found.rule, found.first or today)
    if due is None:
        raise BadInput(f"“{in_words(found.rule)}” is over before its first day.")
    return {FIELD: ended(found.rule, due), "due": due}


def _read(said: str, today: date) -> Repetition | None:
    if said.lower() in (*NONE, *words()["never"]):
        return None
    found = read_recurrence(said, today) or read_recurrence(f"repeats {said}", today)
    if found is None:
        raise BadInput(f"“{said}” is no repetition I can read; say it as “every other Friday”, “monthly on the 15th” or “every weekday until Christmas”.")
    if found.unless:
        raise BadInput(f"I can keep “{in_words(found.rule)}”, but no exceptions; leave out “{found.unless}”.")
    return found


def remark(said: str, today: date, due: object = None) -> str:
    """What a preview of fields does not say: the first due date where it stays as it is, and that a day is kept and no hour."""
    found = _read(said, today)
    first = f"It is due first on {due:%a %-d %b %Y}." if found and isinstance(due, date) else ""
    hour = f"A task has days and no hours, so I leave out “{found.at}”." if found and found.at else ""
    return f"{first} {hour}".strip()
