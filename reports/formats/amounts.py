"""Amounts and days as our tables say them, read back for a sheet, so that they can be sorted and summed. What is not wholly one stays text."""
from datetime import date, datetime
import re

FORMS = {"#,##0": "", "#,##0.00": "", '#,##0" %"': "%", '#,##0.0" %"': "%", '#,##0" h"': "h", '#,##0.0" h"': "h", '#,##0" days"': "days",
         **{f'#,##0" {money}"': money for money in ("EUR", "USD", "GBP", "CHF")}}
_AMOUNT = re.compile(r"(-?(?:0|[1-9]\d{0,2}(?:,\d{3}){0,4}|[1-9]\d{0,14}))(\.\d+)?(?: (%|h|days?|EUR|USD|GBP|CHF))?")
_DAY = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (\d{1,2} [A-Z][a-z]{2} \d{4})")


def measured(said: str) -> tuple[float, str] | date | None:
    """A day; or a number with the form that shows it as it was said."""
    if day := _DAY.fullmatch(said):
        return datetime.strptime(f"{day[1]} +0000", "%d %b %Y %z").date()
    found = _AMOUNT.fullmatch(said)
    if not found:
        return None
    number, unit = float((found[1] + (found[2] or "")).replace(",", "")), (found[3] or "").replace("day", "days").replace("dayss", "days")
    places = len(found[2] or "") - 1
    form = next((form for form, of in FORMS.items() if of == unit and _places(form) == max(places, 0)), None)
    return (number, form) if form else None


def _places(form: str) -> int:
    return len(form.partition(".")[2].partition('"')[0])
