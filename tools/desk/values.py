"""Words into typed values of a kind's fields. Never a guess: what cannot be read is refused with how to say it."""
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
import re
from types import MappingProxyType

from language.amounts import read_effort, read_money, read_number
from language.articles import one
from language.cleaning import clean
from language.customs import USUAL, Customs
from language.dates import Period, find_moves, impossible_dates, read_dates, read_days, read_period
from language.names import close_names
from records.errors import Ambiguous, BadInput, Refused
from records.kinds import BY_TABLE, Project
from records.kinds.base import FieldOf, Record, fields, split
from records.query import Query, Where
from records.reading import Reader
from tools.desk import naming, repeating
from tools.desk.customs import customs_of

UNTIL = re.compile(r"(?:any ?time |some ?time )?(?P<led>until|till|before|up to|by)(?: the)? (?P<day>.+)$", re.I)
RUN = re.compile(r"(?:from |between )?(?:the )?(?P<a>.+?)\s*(?: to | and | until | till |(?<!\d{4})(?<!-\d\d)[-–])\s*(?:the )?(?P<b>.+)$", re.I)
PART_OF_DAY = re.compile(r"\s+(?:(?:in the )?(?:morning|afternoon|evening)|at (?:noon|lunch(?:time)?|\d\S*(?: ?[ap]\.?m\.?)?))$", re.I)
LED = re.compile(r"^(?:on|in|over|during|for|within|from|at|throughout)\b(?: the)?\s+", re.I)
BY = re.compile(r"(?P<sign>\+|plus|-|−|minus)\s*(?P<length>\d+\s*(?:working )?(?:days?|weeks?|months?|years?|d|w))", re.I)          # as models say it
WAY = re.compile(r"(?P<way>down|up) to ", re.I)
NONE = ("", "none", "nothing", "nobody", "no one", "no-one", "empty", "unassigned", "remove", "-", "null")


def values(reader: Reader, kind: type[Record], said: Mapping[str, str], today: date, of: Record | None = None) -> dict[str, object]:
    read, repeats = dict[str, object](), ""
    known = {name: field_named(reader, kind, name) for name in said}
    for name, words in sorted(said.items(), key=lambda each: (known[each[0]].name != "project_id", known[each[0]].type is date)):   # which gate 2, which days
        f = known[name]
        repeats = words if f.name == repeating.FIELD else repeats
        home = read.get("project_id", getattr(of, "project_id", None))
        if f.type is date and kind.ahead and read.get("type", getattr(of, "type", None)) in kind.ahead:
            read[f.name] = date_said(words, today, getattr(of, f.name, None), customs=customs_of(reader))              # it is still to come
        else:
            read[f.name] = value(reader, f, words, today, getattr(of, f.name, None), home if isinstance(home, int) else None)
    read |= repeating.with_first_due(repeats, today, read.get("due"), getattr(of, "due", None)) if repeats else {}
    _refuse_other_currency(reader, kind, said, read, of)
    return read | (_last_day(reader, kind, {f.name: said[name] for name, f in known.items()}, read, today) if of is None else {})


def _last_day(reader: Reader, kind: type[Record], said: Mapping[str, str], read: Mapping[str, object], today: date) -> dict[str, object]:
    """The days of a record that is of a run of them, where one is said for both ends: “next week” ends with that week, “on Friday” on that day."""
    required = {f.name for f in fields(kind) if f.type is date and f.required}
    if not {kind.kind.when, "end"} <= required or "end" in read or kind.kind.when not in read:
        return {}
    run = read_days(said[kind.kind.when], today, customs=customs_of(reader))
    return {kind.kind.when: run.first, "end": run.last} if run else {"end": read[kind.kind.when]}


def field_named(reader: Reader, kind: type[Record], said: str) -> FieldOf:
    seen, asked = reader.columns(kind), said.lower().replace("_", " ").strip()
    for f in fields(kind):
        if f.name in seen and asked in (f.name.replace("_", " "), *(n.lower() for n in f.names)):
            return f
    if why := reader.why_unread(kind, said):
        raise Refused(why)
    known = ", ".join(f.label for f in fields(kind) if f.name in seen and f.name not in HIDDEN)
    raise BadInput(f"{one(kind.kind.one).capitalize()} has no “{said}”; it has {known}.")


MOST_LISTED = 12                        # of more choices only the nearest are told
HIDDEN = ("id", "version", "archived")
LONG_OVER, NEARER = timedelta(days=183), 3
OVER = ("on", "actual", "decided_on", "done_on", "raised_on", "last_contact")        # days of what has happened: "Monday" is the last one


def value(reader: Reader, field: FieldOf, said: str, today: date, now: object = None, home: int | None = None) -> object:
    """One value from words; `now` is what the record holds at present, `home` the project it is in."""
    said = clean(str(said)).strip()
    if field.refers:
        return None if said.lower() in NONE else referred(reader, field.refers, said, home)
    if field.choices:
        return choice(field, said, reader.own_words)
    if field.type is date:
        anchor = now if isinstance(now, date) else None
        if (by := BY.fullmatch(said)) is not None and (anchor is not None or by["sign"] == "plus"):
            said = f"{by['length']} {'later' if by['sign'] in ('+', 'plus') else 'earlier'}"
        day_of = partial(date_said, said, today, anchor, customs=customs_of(reader))
        if field.name == "start" and (run := read_days(said, today, customs=customs_of(reader))) and run.first < run.last:
            return run.first                               # what starts in May starts on its first day
        return None if said.lower() in NONE else _over(said, today, day_of) if field.name in OVER or field.says.day_of else day_of()
    if field.type is str:
        return repeating.rule(said, today) if field.name == repeating.FIELD else said
    return None if said.lower() in NONE and not field.required else _on_its_way(field, said, now)


def _on_its_way(field: FieldOf, said: str, now: object) -> object:
    """A number that is said to go up or down; raises `BadInput` where it would go the other way."""
    way = WAY.match(said)
    if way is None:
        return number(field, said)
    found = number(field, said[way.end():])
    if isinstance(now, int | float | Decimal) and isinstance(found, int | float | Decimal) and now != found and (found < now) != (way["way"].lower() == "down"):
        other = "up" if found > now else "down"
        raise BadInput(f"The {field.label} is {now:,.10g} now, so “{said[way.end():]}” would be {other} and not {way['way'].lower()}. Is it the right record? "
                       f"If so, say “set the {field.label} to {said[way.end():]}” with its key.")
    return found


def _over(said: str, today: date, day_of: Callable[..., date]) -> date:
    """A day that is over; raises `Ambiguous` where the one to come is so much nearer that it may be meant: “1 December”, said in November."""
    past = day_of(past=True)
    if today - past < LONG_OVER or (coming := day_of()) <= today or NEARER * (coming - today) > today - past:
        return past
    raise Ambiguous(said, tuple(f"{day.day} {day:%B %Y}" for day in (past, coming)))


def referred(reader: Reader, to: str, said: str, home: int | None = None) -> int | None:
    kind = BY_TABLE[to]
    return naming.named(reader, kind, said, home).id


def choice(field: FieldOf, said: str, own: Mapping[str, str] = MappingProxyType({})) -> str:
    ours = {word.lower(): choice for word, choice in own.items()}.get(said.lower())
    said = ours if ours in field.choices and ours else said
    meant = {c.lower(): c for c in field.choices} | {w.lower(): to for spoken, to in field.says.words for w in split(spoken)}
    try:
        return meant[said.lower()]
    except KeyError:
        near = dict.fromkeys(meant[name] for name in close_names(said, meant)) if len(field.choices) > MOST_LISTED else ()
        instead = f"did you mean {' or '.join(near)}?" if near else f"choose {', '.join(field.choices)}."
        raise BadInput(f"“{said}” is no {field.label}; {instead}") from None


def date_said(said: str, today: date, anchor: date | None = None, *, past: bool = False, customs: Customs = USUAL) -> date:
    """The day that is meant; raises `Ambiguous` when it could be two, `BadInput` when it is none."""
    meant = read_dates(said, today, anchor, past=past, customs=customs)
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise Ambiguous(said, tuple(f"{day.day} {day:%B %Y}" for day in meant))
    if any(True for _ in impossible_dates(said, today)):
        raise BadInput(f"There is no such date as “{said}”.")
    if anchor is None and any(True for _ in find_moves(said)):
        raise BadInput(f"“{said}” counts from a date, and none is set yet; say the day, such as “next Friday” or {today:%Y-%m-%d}.")
    raise BadInput(f"“{said}” is no date I can read; say it as “next Friday” or {today:%Y-%m-%d}.")


def past_day(said: str, today: date, customs: Customs = USUAL) -> date:
    """The day whose end is meant by "1 October", "last Monday" or "last month"; raises `BadInput` for one that has not come."""
    run = read_days(said, today, past=True, customs=customs)
    if run is not None and run.first <= today:
        return min(run.last, today)
    day = date_said(said, today, past=True, customs=customs)
    if day > today:
        raise BadInput(f"{day:%a %-d %b %Y} has not come yet; I can look back only, such as “last Monday” or “two weeks ago”.")
    return day


def period_said(said: str, today: date, customs: Customs = USUAL) -> Period:
    """The run of days that is meant; raises `Ambiguous` for a quarter of the office's year or of the calendar's, `BadInput` for none."""
    period = read_period(said, today, customs)
    if period is None:
        meant = read_dates(said, today, customs=customs)
        if len(meant) > 1:
            raise Ambiguous(said, tuple(f"the one to {day:%-d %B %Y}" for day in meant))
        raise BadInput(f"“{said}” is no period I can read; say “last 14 days” or “since Monday”.")
    return period


def days_ahead(said: str, today: date, customs: Customs = USUAL) -> Period:
    """The days to come that are meant: a run of days, those from one to another, or those until one; raises `BadInput` for days gone by and for none."""
    run = _to_come(PART_OF_DAY.sub("", said).strip(), today, customs)
    if run is None:
        raise BadInput(f"“{said}” are no days I can read; say “next week” or “from 1 to 12 December”.")
    if run.last < today:
        raise BadInput(f"This is computed for days to come, and “{said}” has gone by; say “next week” or “in December”.")
    return Period(max(run.first, today), run.last)


def days_back(said: str, today: date, customs: Customs = USUAL) -> Period:
    """The days gone by that are meant, up to today; raises `BadInput` for days to come and for none."""
    said = LED.sub("", PART_OF_DAY.sub("", said).strip())
    run = read_period(said, today, customs=customs) or read_days(said, today, past=True, customs=customs)
    if run is None:
        raise BadInput(f"“{said}” are no days I can read; say “last week” or “in October”.")
    if run.first > today:
        raise BadInput(f"This is counted of days gone by, and “{said}” is yet to come; say “last week” or “this month”.")
    return Period(run.first, min(run.last, today))


def _to_come(said: str, today: date, customs: Customs) -> Period | None:
    if m := UNTIL.match(said):
        end = read_days(m["day"], today, customs=customs)
        if end is None:
            return None
        last = end.first - timedelta(days=1) if m["led"].lower() == "before" else end.last
        return Period(min(today, last), last)
    if m := RUN.match(said):
        until = read_days(m["b"], today, customs=customs)
        first = read_days(f"{m['a']} {until.first:%B}" if until and m["a"].isdigit() else m["a"], today, customs=customs)
        return Period(first.first, until.last) if first and until and first.first <= until.last else None
    return read_days(LED.sub("", said), today, customs=customs)


def number(field: FieldOf, said: str) -> object:
    """A number, an effort in hours, an amount of money, or a word that stands for one ("likely")."""
    spoken = {w.lower(): to for words, to in field.says.words for w in split(words)}
    said = spoken.get(said.lower(), said)
    if field.is_money:
        money = read_money(said)
        found = Decimal(str(money[0])) if money else None
    elif field.says.unit == "h":
        found = _decimal(read_effort(said)) or _decimal(read_number(said))
    else:
        found = _decimal(read_number(said.removesuffix("%").removesuffix("percent").removesuffix(field.says.unit or "%").strip()))
    if found is None:
        raise BadInput(f"“{said}” is no {field.label} I can read; say a number" + (f" ({field.says.unit})." if field.says.unit else "."))
    if field.type is int and found == found.to_integral_value():
        return int(found)
    return found if field.is_money else float(found)


def _decimal(found: object) -> Decimal | None:
    return None if found is None else Decimal(str(found))


def _refuse_other_currency(reader: Reader, kind: type[Record], said: Mapping[str, str], read: Mapping[str, object], of: Record | None) -> None:
    """Money of a project is kept in the project's currency; another one is refused, never converted in silence."""
    project = read.get("project_id", getattr(of, "project_id", None))
    spoken = {money[1] for name, words in said.items() if field_named(reader, kind, name).is_money and (money := read_money(str(words)))} - {None}
    if project is None or not spoken:
        return
    (home,) = reader.find(Query(Project, (Where("id", "is", project),), ("id", "key", "currency"))) or (None,)
    if home and spoken != {home.currency}:
        raise BadInput(f"{home.key} keeps its money in {home.currency}; say the amount in {home.currency}.")
