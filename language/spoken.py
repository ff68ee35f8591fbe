"""Days in words: today, next Friday, Friday week, in 10 working days, two weeks ago, before Christmas."""
from collections.abc import Callable
from datetime import date, timedelta

from language.counting import Period, around, easter, one, weekday_from
from language.grammar import WHICH, Groups, Here, Now, Rule
from language.lengths import away, read_length

Meaning = Callable[[Groups, Now], tuple[Period, ...]]


def from_today(days: int) -> Meaning:
    return lambda _, now: (one(now.today + timedelta(days=days)),)


def weekday(g: Groups, now: Now) -> tuple[Period, ...]:
    """A bare weekday is the coming one, never today. "Next" is that of next week. "This" one that is over could be the coming one."""
    day = now.words.counted["weekdays"][g["weekday"]] - 1
    coming, gone = weekday_from(now.today, day), weekday_from(now.today, day, -1)
    if g["next"]:
        return (one(_in_week(day, 1, now)),)
    if g["last"]:
        return (one(gone),)
    if not g["this"]:
        return (one(gone if now.past and not g["coming"] else coming),)
    own = _in_week(day, 0, now)
    return (one(own),) if own >= now.today or now.past else (one(coming), one(own))


def in_week(g: Groups, now: Now) -> tuple[Period, ...]:
    """Tuesday next week, next week on Tuesday."""
    weeks = 1 if g["next"] or g["coming"] else -1 if g["last"] else 0
    return (one(_in_week(now.words.counted["weekdays"][g["weekday"]] - 1, weeks, now)),)


def weekday_in_weeks(g: Groups, now: Now) -> tuple[Period, ...]:
    """Friday in two weeks: of the week that lies so far away."""
    parts = read_length(g["length"], now.words)
    weeks = sum(int(n) * {"week": 1, "fortnight": 2}.get(unit, 0) for n, unit in parts)
    return (one(_in_week(now.words.counted["weekdays"][g["weekday"]] - 1, weeks, now)),) if weeks else ()


def week_on(g: Groups, now: Now) -> tuple[Period, ...]:
    """Friday week: a week after the coming Friday."""
    return (one(weekday_from(now.today, now.words.counted["weekdays"][g["weekday"]] - 1, 2)),)


def after_next(g: Groups, now: Now) -> tuple[Period, ...]:
    """The Friday after next: in two weeks for those who call the coming Friday "this" one, else a week sooner."""
    day = now.words.counted["weekdays"][g["weekday"]] - 1
    readings = dict.fromkeys((_in_week(day, 2, now), weekday_from(now.today, day, 2)))
    return tuple(one(d) for d in readings)


def ahead_of_today(g: Groups, now: Now) -> tuple[Period, ...]:
    return away(g["length"], now, now.today)


def before_today(g: Groups, now: Now) -> tuple[Period, ...]:
    return away(g["length"], now, now.today, -1)


def holiday(g: Groups, now: Now) -> tuple[Period, ...]:
    """The coming one; the one before when somebody looks back."""
    rule = now.words.groups["holidays"][g["holiday"]]
    days = [_holiday(rule, year) for year in range(now.today.year - 1, now.today.year + 2)]
    if g.get("year"):
        return (one(_holiday(rule, int(g["year"]))),)
    if now.past:
        return (one(max(d for d in days if d <= now.today)),)
    return (one(min(d for d in days if d >= now.today)),)


def _holiday(rule: str, year: int) -> date:
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    month, day = rule.split("-")
    return date(year, int(month), int(day))


def _in_week(day: int, weeks: int, now: Now) -> date:
    return around("week", weeks, now.today).first + timedelta(days=day)


def _is_weekday(here: Here) -> bool:
    """"Sun", "sat", "mon" and "wed" are days only when something leads to them."""
    return here.said.lower().rstrip(".") not in ("sun", "sat", "mon", "wed") or here.led_by("cues", "this", "next", "last", "and")


def _is_now(here: Here) -> bool:
    return here.led_by("cues") or here.before.rstrip().lower().endswith(" is")


def _is_said_alone(here: Here) -> bool:
    return here.is_whole or here.led_by("in")


RULES = (
    Rule("{today}", from_today(0)), Rule("{now}", from_today(0), _is_now), Rule("{day_end}", from_today(0), kind="day end"),
    Rule("{tomorrow}", from_today(1)), Rule("{yesterday}", from_today(-1)),
    Rule(rf"(?:{WHICH} )?{{weekday}}", weekday, _is_weekday),
    Rule(rf"{WHICH} week,? (?:{{on}} )?{{weekday}}", in_week),
    Rule(rf"{{weekday}},? (?:{{of}} )?{WHICH} week", in_week),
    Rule("{weekday} {in} {length}", weekday_in_weeks), Rule("{weekday} week", week_on),
    Rule("(?:{the} )?{weekday} {after} {next}", after_next, lambda here: here.ends),
    Rule(r"{in} (?:{about} ~?)?{length}(?:['’]? {time})?", ahead_of_today),
    Rule(r"{length}['’]? {time}", ahead_of_today), Rule("{length} {hence}", ahead_of_today),
    Rule(r"\+ ?{length}", ahead_of_today), Rule("(?:in )?(?P<length>{fortnight})", ahead_of_today, _is_said_alone),
    Rule("{length} {ago}", before_today), Rule(r"[-−] ?{length}", before_today, lambda here: here.is_whole),
    Rule("(?P<holiday>{holidays})(?: (?P<year>20\\d\\d))?", holiday, kind="holiday"),
)
