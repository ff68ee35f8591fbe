"""One supposition at a time: a rate that is said beside an amount or a delay is one of its own, and two amounts that cannot be told apart are asked about."""
from datetime import date
import re

from language.amounts import find_money, find_percents
from records.errors import BadInput
from tools.desk.supposing.heard import AMOUNT, Heard, in_figures

SEVERAL = re.compile(r"\s*(?:;|,? and (?=(?:what if|if|the|its|costs?|benefits?|(?:at |with )?an? (?:\w+ )?rate)\b))\s*", re.I)
RATE = r"(?:discount|interest|hurdle)?\s*rate\b(?:\s+of)?\s*"
LED = re.compile(rf"[\s,]*\b(?P<by>at|with|using|under)\s+(?:an?\s+|the\s+)?(?P<rate>{RATE})?(?:about\s+)?$", re.I)
VALUED = re.compile(r"\b(?:npv|value|worth|discounted|pays?|irr|bcr)\b", re.I)
FOLLOWED = re.compile(r"\s*(?:(?:discount|interest|hurdle)(?:\s+rate)?|rate)?(?=\s*(?:[,;?.!]|$|\b(?:if|when|and|should|assuming|once|supposing)\b))", re.I)
LARGE = re.compile(r"(?!(?:19|20)\d\d$)(?:\d[\d.,' ]{3,}|\d.*[a-z])", re.I)
BETWEEN = re.compile(r"\b(?:instead of|rather than|from|between|than)\b", re.I)
TWO = "I am not sure what the {percent} is, beside {other}. Say such as “at a discount rate of {percent}”, or suppose one of the two at a time."


def apart(said: str, today: date) -> list[str]:
    """The parts of what is supposed, each with one measure. Raises `BadInput` where two of them stand in one part and could mean the same thing."""
    parts = [p for p in SEVERAL.split(said) if p.strip()]
    found = [one for part in (parts if len(parts) > 1 else [said]) for one in _without_rate(part, today)]
    for part in found:
        _one_of(part, today)
    return found


def _without_rate(said: str, today: date) -> list[str]:
    """ "At 10 % if it costs 50k more": what is supposed of the costs, and the rate."""
    for span in find_percents(said):
        led, followed = LED.search(said[:span.start]), FOLLOWED.match(said, span.end)
        rest = f"{said[:led.start()]}{said[followed.end():]}" if led and followed else ""
        is_rate = led is not None and (led["rate"] or VALUED.search(said))
        heard = Heard(in_figures(rest.lower()), today)
        if rest and is_rate and (heard.factor is not None or heard.length or _amount(heard.text)):
            return [rest, f"the discount rate is {said[span.start:span.end]}"]
    return [said]


def _one_of(said: str, today: date) -> None:
    heard = Heard(in_figures(said.lower()), today)
    shares = list(dict.fromkeys(s.value for s in find_percents(said)))
    if len(shares) > 1 and not BETWEEN.search(said):
        raise BadInput(TWO.format(percent=f"{shares[1]:f} %", other=f"{shares[0]:f} %"))
    if heard.percent is not None and (amount := _amount(heard.text)):
        raise BadInput(TWO.format(percent=f"{heard.percent:f} %", other=amount))


def _amount(text: str) -> str:
    """An amount of money in a text; a year or a small number is none."""
    money = next((text[s.start:s.end] for s in find_money(text)), "")
    return money or next((m[0].strip() for m in AMOUNT.finditer(text) if LARGE.fullmatch(m[0].strip())), "")
