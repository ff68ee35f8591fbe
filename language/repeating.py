"""The pieces that a repetition is said in ("every other", "on the last Friday", "for 10 weeks"), each with what it adds. Put together in `recurrence`."""
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
import re
from typing import Any

from language.counting import easter
from language.grammar import Groups, compiled, number
from language.needing import may_hold
from language.rrule import DAYS, WORKDAYS
from language.words import Words

Parts = Mapping[str, Any]
Read = Callable[[Groups, Words], Parts | None]
Nth = tuple[int, ...]
WEEKEND = "SA,SU"
EDGES = {"end": -1, "begin": 1, "middle": 15}
WORKWEEK = {"end": "FR", "begin": "MO", "middle": "WE"}
LEAST_DOM = 5                                   # "every 15th" is a day of the month; "every 2nd" could be of anything
LAST_DOM, MOST_NTH = 31, 5
SURE = ("every", "alternate", "of_every")       # what tells a repetition from a day


class Unread(ValueError):
    """It speaks of a repetition, and cannot be read."""


@dataclass(frozen=True)
class Piece:
    """A template and what it adds; None when it is nothing after all. `kind` is told of those that say how often, or that do so only sometimes."""
    template: str
    read: Read
    kind: str = ""

    def is_core(self, g: Groups) -> bool:
        """Whether this alone says that something repeats."""
        return self.kind in ("often", "unread") or any(g.get(name) for name in SURE) or (self.kind == "days" and _is_plural(g))


def _unit(g: Groups, w: Words) -> Parts:
    """Every day, every other week, each 3rd month, once a quarter."""
    return {"unit": (_every(g, w), _named_unit(g["unit"], w))}


def _frequency(g: Groups, w: Words) -> Parts:
    n, unit = w.groups["frequencies"][" ".join(g["often"].split())].split()
    return {"unit": (int(n), unit)}


def _unclear(_: Groups, __: Words) -> Parts:
    raise Unread


def _weekdays(g: Groups, w: Words) -> Parts:
    """Every Monday and Wednesday, each other Friday, weekly from Monday to Friday, on weekends."""
    days = WORKDAYS if g["workday"] else WEEKEND if g["weekends"] else _days(g["days"], w)
    n = _every(g, w)
    if g["workday"] and n > 1:
        raise Unread
    return {"days": days, **({"unit": (n, "week")} if g["every"] or g["alternate"] else {})}


def _place(g: Groups, w: Words) -> Parts | None:
    """The 15th of every month, the first and last Friday of each quarter, every 2nd Tuesday, on the last working day."""
    nths, within = _ordinals(g["nths"], w), _within(g, w)
    if g["every"] and not (within or g["days"] or g["workday"] or g["day"]):
        return None
    if g["days"] and g["every"] and not within and len(nths) == 1 and nths[0] > 1:
        return {"days": _days(g["days"], w), "unit": (nths[0], "week")}
    return {**_placed(g, nths, w), **({"unit": (1, "month")} if g["every"] and not within else {}), **within}


def _placed(g: Groups, nths: Nth, w: Words) -> Parts:
    if g["workday"]:
        return {"days": WORKDAYS, "setpos": nths}
    if not g["days"]:
        return {"doms": nths}
    days = _days(g["days"], w).split(",")
    if any(abs(n) > MOST_NTH for n in nths) or len(days) > 1:         # "the first Monday and Friday" are one day or two
        raise Unread
    return {"days": ",".join(f"{n}{d}" for d in days for n in nths)}


def _bare_place(g: Groups, w: Words) -> Parts | None:
    """Every 15th, every 3rd and 18th; not every 2nd, which could be of anything."""
    nths = _ordinals(g["nths"], w)
    return {"doms": nths, "unit": (1, "month")} if len(nths) > 1 or nths[0] >= LEAST_DOM else None


def _edge(g: Groups, w: Words) -> Parts:
    """The end of each month, at the start, every month end; of a week its working days."""
    if g["month_end"]:
        return {"doms": (-1,), **({"unit": (1, "month")} if g["every"] else {})}
    at, within = "end" if g["end"] else "begin" if g["begin"] else "middle", _within(g, w)
    unit = within["unit"][1] if "unit" in within else ""
    if unit == "week":
        return {**within, "days": WORKWEEK[at]}
    if at == "middle" and unit in ("quarter", "year"):
        raise Unread
    return {"doms": (EDGES[at],), **within}


def _date(g: Groups, w: Words) -> Parts:
    """On 3 March, every Aug 20 and 30, on 1 April and 1 October."""
    said = [(d, m) for a, b in (("doms", "month"), ("doms2", "month2")) if (d := g[a]) and (m := g[b])]
    doms, month = said[0]
    found = {"doms": tuple(int(n) for n in re.findall(r"\d+", doms)), "months": (_month(month, w),)}
    return {**found, **({"unit": (1, "year")} if g["every"] else {})}


def _months(g: Groups, w: Words) -> Parts:
    """Every March, every January and July; "in March" of what is yearly."""
    return {"months": _months_in(g["months"], w), **({"unit": (1, "year")} if g["every"] else {})}


def _months_in(said: str, w: Words) -> Nth:
    return tuple(_month(m[0], w) for m in re.finditer(w.any_of("months"), said, re.I))


def _holiday(g: Groups, w: Words) -> Parts:
    day = w.groups["holidays"][" ".join(g["holiday"].split())]
    if day.startswith(easter.__name__):
        raise Unread
    month, dom = day.split("-")
    return {"months": (int(month),), "doms": (int(dom),), **({"unit": (1, "year")} if g["every"] else {})}


def _count(g: Groups, w: Words) -> Parts:
    """For 10 times, 10x, 10 times in all; "every day, 3 times" could be three a day."""
    is_bare = not g["bound"] and not g["all"] and g["times"] in w["times_each"]
    return {"count": number(g["n"], w), **({"bare": True} if is_bare else {})}


def _said(name: str) -> Callable[[Groups, Words], Parts]:
    return lambda g, _: {name: g[name]}


def _within(g: Groups, w: Words) -> dict[str, Any]:
    """Of every month, of the quarter, of every 3 months, of each September, in November."""
    is_every = bool(g["of_every"] or g["every"])
    if g["of_months"]:
        return {"months": _months_in(g["of_months"], w), **({"unit": (1, "year")} if is_every else {})}
    if not g["of_unit"]:
        return {}
    n = 2 if g["of_other"] else number(g["of_n"], w) if g["of_n"] else 1
    unit = _named_unit(g["of_unit"], w)
    if not is_every and n > 1:
        raise Unread
    return {"unit": (n, unit)} if is_every else {"scope": unit}


def _every(g: Groups, w: Words) -> int:
    if g.get("alternate") or g.get("other"):
        return 2
    said = g.get("n") or ""
    n = _ordinals(said, w)[0] if re.fullmatch(r"\d+[a-z]+|[a-z -]+", said) and said not in w.counted["numbers"] else number(said, w) if said else 1
    if n < 1:
        raise Unread
    return n


def _named_unit(said: str, w: Words) -> str:
    return w.groups["units"][" ".join(said.split())]


def _month(said: str, w: Words) -> int:
    return w.counted["months"][said.lower().rstrip(".")]


def _is_plural(g: Groups) -> bool:
    """Mondays, weekends; not Tues and Thurs."""
    return bool(re.search(r"(?:day['’]?|end|mon|fri|sat|sun|wed)s\b", g["days"] or g["workday"] or g["weekends"]))


def _days(said: str, w: Words) -> str:
    """The weekdays of a saying in their order; Monday to Thursday are four."""
    named = list(re.finditer(w.any_of("weekdays"), said, re.I))
    at = [w.counted["weekdays"][m[0].lower()] - 1 for m in named]
    is_run = len(at) == 2 and re.fullmatch(rf"['’]?s?\.?\s*{w.any_of('through')}\s*", said[named[0].end():named[1].start()], re.I)  # noqa: PLR2004 - from, to
    found = [(at[0] + i) % 7 for i in range((at[1] - at[0]) % 7 + 1)] if is_run else at
    return ",".join(DAYS[d] for d in sorted(set(found)))


def _ordinals(said: str, w: Words) -> Nth:
    """First and third, 4th and 10th, last, second to last."""
    found = []
    for m in re.finditer(_ordinal(w, named=True), said, re.I):
        n = number(m["o"], w) if m["o"] else -2 if m["penultimate"] else -1
        found.append(-n if m["back"] and m["o"] else n)
    return tuple(dict.fromkeys(found))


def _ordinal(w: Words, *, named: bool = False) -> str:
    def group(name: str) -> str:
        return f"?P<{name}>" if named else "?:"
    spelled = "|".join(sorted((o for o in w.counted["ordinals"] if w.counted["ordinals"][o] > 0), key=len, reverse=True))
    last = "|".join(o for o, n in w.counted["ordinals"].items() if n < 0)
    one = rf"(?:(?:twenty|thirty)[ -]?)?(?:{spelled})|\d{{1,2}}(?:st|nd|rd|th)"
    return (rf"(?:({group('o')}{one})({group('back')}(?:\s+|-){w.any_of('back_from_last')})?|"
            rf"({group('penultimate')}{w.any_of('penultimate')})|({group('last')}{last}))(?!\w)")


@cache
def _shapes(w: Words) -> Mapping[str, str]:
    """What the templates below are put together from."""
    weekday = rf"{w.any_of('weekdays')}(?:['’]?s)?(?:(?<!\w{{6}})\.)?"
    joint = rf"(?:\s*(?:,|&|/|\+)\s*(?:{w.any_of('and')}\s+)?|\s+{w.any_of('and')}\s+)(?:{w.any_of('the')}\s+)?"
    units = "|".join(sorted((re.escape(u) for u, unit in w.groups["units"].items() if unit in ("day", "week", "fortnight", "month", "quarter", "year")
                             and len(u) > 3), key=len, reverse=True)) + r"|day"  # noqa: PLR2004 - no "mo", "wk", "d"
    months = rf"{w.any_of('months')}(?!\w)(?:(?<!\w{{6}})\.)?"
    ordinal = _ordinal(w)
    count = rf"\d{{1,3}}|(?:(?:twenty|thirty)[ -]?)?{w.any_of('numbers')}"
    every = rf"(?:{w.any_of('once')}|{w.any_of('every')}(?:\s+{w.any_of('single')})?)"
    dom = r"\d{1,2}(?:st|nd|rd|th|\.)?(?!\w)"
    doms = rf"{dom}(?:{joint}{dom})*"
    return {
        "EVERY": f"(?P<every>{every})", "OTHER": f"(?P<other>{w.any_of('other')})", "NTH": f"(?P<n>{count}|{ordinal})",
        "UNIT": f"(?P<unit>(?:{units}))(?!['’]s)",
        "DAYS": rf"(?P<days>{weekday}(?:\s*{w.any_of('through')}\s*{weekday}|(?:{joint}(?:{w.any_of('every')}\s+|{w.any_of('on')}\s+)?{weekday})*))",
        "NTHS": rf"(?P<nths>{ordinal}(?:{joint}{ordinal})*)", "COUNT": f"(?P<n>{count})", "OFTEN": f"(?:{count})",
        "OF": rf"(?:\s+{w.any_of('of')}\s+(?:(?P<of_every>{every})\s+|(?:{w.any_of('the')}|{w.any_of('a')})\s+)?"
              rf"(?:(?:(?P<of_other>{w.any_of('other')})\s+|(?P<of_n>{count}|{ordinal})\s*)?(?P<of_unit>(?:{units}))|(?P<of_months>{months}(?:{joint}{months})*)))",
        "DOMS": rf"(?P<doms>{doms})(?:\s+of)?\s+(?P<month>{months})|(?P<month2>{months})\s+(?:the\s+)?(?P<doms2>{doms})(?!\s*{months})",
        "MONTHS": rf"(?P<months>{months}(?:{joint}{months})*)",
    }


EVERY_OR_ON = "(?:<EVERY> |(?:{on}|{in}|at|by) )?(?:{the} )?"
CLOCK = (r"at \d{1,2}(?::\d\d)? {day_part}|"
         r"(?:at |@ ?)?(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?|[ap]|h|o['’]clock)|\d{1,2}:\d\d)|at \d{1,2}(?!(?::|\.|/|-)?\d)|{day_part}|"
         "(?:at )?{moment}")
FOLLOWS = r"(?=\s*(?:$|[.,;:!?)]|{how_often_before}(?!\w)))"
HOURS = "{every} (?:{other} |<OFTEN> )(?:hours?|minutes?|seconds)|{every} hour"
TEMPLATES = (
    Piece("{repeats}", lambda _, __: {}, "says"),
    Piece("<EVERY> (?:<OTHER> |<NTH> ?)?<UNIT>", _unit),
    Piece("(?P<often>{frequencies})", _frequency, "often"),
    Piece(rf"(?:{{often}}|<OFTEN> ?{{times}}) (?:{{per}} (?:{{other}} |\d+ )?{{units}}|{{frequencies}})|{{unclear_frequency}}|{HOURS}", _unclear, "unread"),
    Piece("(?:<EVERY> (?:<OTHER> )?|(?:{on}|{from}) (?:{the} |{a} )?)?(?:(?P<alternate>{alternate}) )?"
          "(?:<DAYS>|(?P<workday>{workday})|(?P<weekends>{weekends}))", _weekdays, "days"),
    Piece(f"{EVERY_OR_ON}<NTHS>(?: (?:{{instance}} )?(?:<DAYS>|(?P<workday>{{workday}})|(?P<day>days?)))?<OF>?", _place),
    Piece(r"(?:{on} )?(?:{the} )?day (?P<dom>\d{1,2})<OF>?", lambda g, w: {"doms": (int(g["dom"]),), **_within({"every": "", **g}, w)}),
    Piece(f"<EVERY> <NTHS>{FOLLOWS}", _bare_place),
    Piece(f"{EVERY_OR_ON}(?:(?P<month_end>{{month_end}})|(?:(?P<end>{{end}})|(?P<begin>{{begin}})|(?P<middle>{{middle}}))<OF>?)", _edge),
    Piece(f"{EVERY_OR_ON}(?:<DOMS>)", _date),
    Piece("(?:<EVERY>|{in}) <MONTHS>", _months),
    Piece("(?:<EVERY>|{on}|at) (?P<holiday>{holidays})", _holiday),
    Piece("(?:(?P<bound>{at_most}) )?<COUNT> ?(?:more )?(?P<times>{times})(?P<all>,? {in_all})?", _count),
    Piece("{lasting} {length}", _said("length")),
    Piece(f"(?P<at>{CLOCK})", _said("at")),
    Piece(r",? ?(?P<unless>{excepting} [^.;!?\n]+)", _said("unless")),
)
CUES = {"first": "(?:{starts}|{from}|{between})", "until": "{lasts}", "through": "{lasts_whole}", "before": "{before}"}


def pieces(w: Words, said: frozenset[str]) -> Iterator[tuple[Piece, "re.Pattern[str]"]]:
    """Every piece that a text of these words could hold, with its pattern in a language."""
    return ((piece, compiled(template, w)) for piece, template in _written_out(w) if may_hold(template, w, said))


@cache
def _written_out(w: Words) -> tuple[tuple[Piece, str], ...]:
    return tuple((piece, _filled(piece.template, w)) for piece in TEMPLATES)


@cache
def cues(w: Words) -> Mapping[str, "re.Pattern[str]"]:
    """What leads to the first day or the last."""
    return {name: compiled(f"{cue} (?:{{the}} )?", w, ends=False) for name, cue in CUES.items()}


def _filled(template: str, w: Words) -> str:
    return re.sub(r"<([A-Z]+)>", lambda m: _shapes(w)[m[1]], template)
