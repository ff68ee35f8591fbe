"""The pieces of a repetition put together into one rule; what contradicts itself, or could be meant in two ways, is unread."""
from typing import Any

from language.repeating import Parts, Unread
from language.rrule import ENDS, STARTS, can_be_kept, written

FREQS = {"day": "DAILY", "week": "WEEKLY", "month": "MONTHLY", "year": "YEARLY"}
IN_MANY = {"fortnight": (2, "week"), "quarter": (3, "month")}
EDGE_MONTHS = {1: "1", -1: "12"}


def merged(before: Parts, more: Parts) -> dict[str, Any]:
    """Both together. The same may be said twice; "1 April and 1 October" share their day, "3 March and 5 April" are two rules."""
    both = {**before, **more}
    for name in before.keys() & more.keys():
        if name == "days" and _is_ranked(before) and _is_ranked(more):
            both[name] = ",".join(dict.fromkeys(f"{before[name]},{more[name]}".split(",")))
        elif name in ("doms", "months") and (before.get("months") == more.get("months") or before.get("doms") == more.get("doms")):
            both[name] = tuple(sorted({*before[name], *more[name]}))
        elif before[name] != more[name]:
            raise Unread(name)
    return both


def assembled(said: Parts) -> str:
    """The rule without its end; raises `Unread`."""
    n, unit = said["unit"] if "unit" in said else (1, _usual(said))
    by = {"week": _in_week, "day": _in_week, "fortnight": _in_week, "month": _in_month, "quarter": _in_quarter, "year": _in_year}[unit](said, n)
    times, bare = IN_MANY.get(unit, (1, unit))
    rule = written({"FREQ": FREQS[bare], "INTERVAL": n * times, **by})
    if not can_be_kept(rule):
        raise Unread(rule)
    return rule


def _usual(said: Parts) -> str:
    """The unit of what "repeats on the 15th", "on the last Friday of the quarter" or "on Mondays"."""
    if "months" in said:
        raise Unread
    return str(said.get("scope") or ("month" if said.keys() & {"doms", "setpos"} or _is_ranked(said) else "week"))


def _in_week(said: Parts, n: int) -> Parts:
    """Days of the week and nothing of a month; "daily from Monday to Friday" is weekly."""
    if {"doms", "months", "setpos"} & said.keys() or said.get("scope", "week") != "week" or _is_ranked(said):
        raise Unread
    if said.get("unit", (1, "week"))[1] != "day":
        return {"BYDAY": said.get("days")}
    if "days" in said and n > 1:
        raise Unread
    return {"FREQ": "WEEKLY", "BYDAY": said["days"]} if "days" in said else {}


def _in_month(said: Parts, _: int) -> Parts:
    """Numbered days, or weekdays with their rank; "monthly on Friday" does not say which one."""
    if "months" in said or said.get("scope", "month") != "month":
        raise Unread
    return _placed(said)


def _in_quarter(said: Parts, n: int) -> Parts:
    """The first or last day of the quarters themselves; any other is counted on from the first time."""
    if "months" in said or said.get("scope", "quarter") not in ("quarter", "month"):
        raise Unread
    placed, ranks = _placed(said), _ranks(said)
    if "scope" in said and said["scope"] == "month":
        return placed
    if n == 1 and len(ranks) == 1 and ranks <= {1, -1}:
        return {**placed, "INTERVAL": 1, "BYMONTH": STARTS if 1 in ranks else ENDS}
    if ranks and (n > 1 or "days" in said or not all(r > 1 for r in ranks)):
        raise Unread
    return placed


def _in_year(said: Parts, _: int) -> Parts:
    if said.get("scope", "year") != "year":
        raise Unread
    if "months" in said:
        return {**_placed(said), "BYMONTH": ",".join(map(str, said["months"]))}
    if "doms" not in said:
        return _placed(said)
    if said["doms"] not in ((1,), (-1,)):                            # "the 31st of every year" is no day
        raise Unread
    return {**_placed(said), "BYMONTH": EDGE_MONTHS[said["doms"][0]]}


def _placed(said: Parts) -> Parts:
    if "doms" in said:
        if "days" in said:
            raise Unread
        return {"BYMONTHDAY": ",".join(map(str, said["doms"]))}
    if "days" not in said:
        return {}
    if "setpos" in said:
        return {"BYDAY": said["days"], "BYSETPOS": ",".join(map(str, said["setpos"]))}
    if not _is_ranked(said):
        raise Unread
    return {"BYDAY": said["days"]}


def _is_ranked(said: Parts) -> bool:
    return "days" in said and not said["days"][0].isalpha()


def _ranks(said: Parts) -> set[int]:
    days = [int(d[:-2]) for d in said["days"].split(",")] if _is_ranked(said) else []
    return {*said.get("doms", ()), *said.get("setpos", ()), *days}
