"""What was measured, in an order with the key of what measures it: “1.8 sec” right after the metric was shown, “measured 1.8 s for APOLLO-QM-1”."""
import re

from assistant.planner.gone_on.correcting import LEAD
from assistant.planner.heard.following import RECORD, Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked
from assistant.planner.words.lexicon import kind_coded
from records.kinds import Measurement
from records.kinds.base import fields

UNITS = (("s", "sec", "secs", "second", "seconds"), ("ms", "millisecond", "milliseconds"), ("min", "mins", "minute", "minutes"), ("%", "percent", "pct"),
         ("h", "hr", "hrs", "hour", "hours"), ("d", "day", "days"), ("points", "point", "pts"))
VALUE = r"(?P<v>[+-]?\d+(?:[.,]\d+)?)\s*(?P<u>%|[A-Za-z]{1,12})?(?![\w.])"
DAY = r"(?:\s+(?:on\s+)?(?P<day>\0+))?"
WAS = r"(?:is|was|came to|came out at|at|stands at|reached|now|measured|only|about)"
KEY = "\3+"
OPENS = LEAD.replace(r"^\W*", r"^\s*")            # a day may stand first
ALONE = re.compile(rf"{OPENS}(?:(?P<day0>\0+)[\s,]+)?(?:(?:it|we|i) (?:{WAS}\s+)+|{WAS}\s+|measured\s+)?{VALUE}{DAY}"
                   r"(?:\s+(?:now|so far|measured))?[\s.!]*$", re.I)
OF_ONE = tuple(re.compile(rf"{LEAD}{said}[\s.!]*$", re.I) for said in (
    (rf"(?:(?:a |the )?(?:new )?measure(?:ment|d value)|reading|value) (?:of|for|on|from) (?:the )?(?P<key>{KEY})\s*[:=,]?\s*"
     rf"(?:{WAS}\s+)*{VALUE}{DAY}"),
    rf"(?:we |i )?(?:have )?measured {VALUE}{DAY}\s+(?:for|on|at|of|in) (?:the )?(?P<key>{KEY})",
    rf"(?:the )?(?P<key>{KEY})\s*[:=,]?\s*(?:{WAS}\s+)*{VALUE}{DAY}"))


def measured(heard: Heard, asked: Asked, context: Context) -> Heard:
    """The message as the measurement of what is named, or of the one metric that was shown last; itself where it is none."""
    if (context.pending and "KEY" not in heard.types) or heard.types & {"TEXT", "MONEY", "person"} or heard.text.rstrip().endswith("?"):
        return heard
    signed = heard.signed(*((s, "\0" if t == "DATE" else "\3") for t, s in heard.spans if t in ("DATE", "KEY")))
    key = heard.first("KEY") or context.it or ""
    m = next(filter(None, (form.match(signed) for form in OF_ONE)), None) if "KEY" in heard.types else ALONE.match(signed)
    if m is None or not _is_measured(key) or not (m["u"] is None or _is_unit(m["u"], context, is_shown="KEY" not in heard.types)):
        return heard
    day = next((heard.text[m.start(n):m.end(n)] for n in ("day", "day0") if m.groupdict().get(n)), "today")
    return asked.heard(f"{key} was {m['v']} {m['u'] or ''} {day}".replace("  ", " "))


def _is_measured(key: str) -> bool:
    """Whether what a key names is what measurements are of."""
    of = next(f for f in fields(Measurement) if f.name == "metric_id")
    return RECORD.match(key) is not None and kind_coded(key).__tablename__ == of.refers


def _is_unit(said: str, context: Context, *, is_shown: bool) -> bool:
    """Whether a unit is the one of the metric that was shown, in any of its words; of one that was not shown nothing is known here."""
    words = next((set(unit) for unit in UNITS if said.lower() in unit), {said.lower()})
    shown = re.findall(r"[%\w]+", context.past[-1].answer.lower()) if context.past else []
    return not is_shown or bool(words & set(shown))
