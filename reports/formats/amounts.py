"""Amounts and days as our tables say them, read back for a sheet, so that they can be sorted and summed. What is not wholly one stays text."""
from datetime import date, datetime
import re

from records.figures import FIGURES

FORMS = {"#,##0": "", "#,##0.00": "", '#,##0" %"': "%", '#,##0.0" %"': "%", '#,##0" h"': "h", '#,##0.0" h"': "h", '#,##0" days"': "days",
         **{f'#,##0" {money}"': money for money in ("EUR", "USD", "GBP", "CHF")}}
SIGNED = {f.signs.over: f.signs.under for f in FIGURES if f.signs and f.signs.over}         # the word of an amount above 0, and below
_AMOUNT = re.compile(r"(-?(?:0|[1-9]\d{0,2}(?:,\d{3}){0,4}|[1-9]\d{0,14}))(\.\d+)?(?: (%|h|days?|EUR|USD|GBP|CHF))?")
_DAY = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d{1,2} [A-Z][a-z]{2} \d{4})")


def measured(said: str) -> tuple[float, str] | date | None:
    """A day; or a number with the form that shows it as it was said."""
    if day := _DAY.fullmatch(said):
        return datetime.strptime(f"{day[1]} +0000", "%d %b %Y %z").date()
    bare, word = _apart(said)
    found = _AMOUNT.fullmatch(bare)
    if not found:
        return None
    number, unit = float((found[1] + (found[2] or "")).replace(",", "")), (found[3] or "").replace("day", "days").replace("dayss", "days")
    places = len(found[2] or "") - 1
    form = next((form for form, of in FORMS.items() if of == unit and _places(form) == max(places, 0)), None)
    if form is None:
        return None
    return (number, form) if not word else (-number if word in SIGNED.values() else number, _worded(form, word))


def _apart(said: str) -> tuple[str, str]:
    """An amount and the word that tells its sign, “under”."""
    return next(((said.removesuffix(f" {word}"), word) for pair in SIGNED.items() for word in pair if said.endswith(f" {word}")), (said, ""))


def _worded(form: str, word: str) -> str:
    """The form that shows a number with one word above 0 and with another below."""
    over, under = next(pair for pair in SIGNED.items() if word in pair)
    return f'{form}" {over}";{form}" {under}";{form}'


def _places(form: str) -> int:
    return len(form.partition(".")[2].partition('"')[0])


EVERY_FORM = (*FORMS, *(_worded(form, word) for form in FORMS for word in SIGNED))
