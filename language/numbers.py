"""Numbers in figures and words. Never a guess: what is not clearly one number is None.

Of one separator before exactly three digits: a comma parts thousands ("5,000"); a dot does so only beside a currency ("5.000 €" but CPI 1.005).
"""
from decimal import Decimal
from functools import cache
import re

from language.words import Words, words

GROUP, HUNDRED, TENS = 3, 100, 20
FIGURES = r"[+\-−]?(?:\d{1,3}(?:[,.'’\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d+)?)(?!\d)"
SPACED = r"[+\-−]?\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?(?!\d)"          # 12 500, where nothing else can be meant
APART = r"(?<![\w.,/\-−])(?<![\w.,/][+\-−])"                            # not the end of a key, a range or another number


def read_number(text: str, language: Words | None = None) -> Decimal | None:
    """Return the number that a text is, as "1,200", "12k", "-0.5", "twenty-five" or "half a million", or None."""
    w, said = language or words(), " ".join(text.split())
    m = re.fullmatch(rf"(?P<n>{SPACED}|{FIGURES})(?:\s?(?P<scale>{w.any_of('scales')}))?", said, re.I)
    if m is None:
        return spoken(said, w)
    found = in_figures(m["n"])
    return None if found is None else found * scale(m["scale"], w)


def in_figures(figures: str, *, is_money: bool = False) -> Decimal | None:
    """Return what figures come to; None when their separators contradict each other, as in 1.2.3."""
    plain = re.sub(r"[\s'’\u00a0\u202f]", "", figures).replace("−", "-")
    marks = re.findall(r"[.,]", plain)
    parts = re.split(r"[.,]", plain.lstrip("+-"))
    if not marks:
        return Decimal(plain)
    grouped = all(len(part) == GROUP for part in parts[1:]) and 0 < len(parts[0]) <= GROUP and parts[0] != "0"
    if len(set(marks)) == 1 and grouped and (len(marks) > 1 or marks[0] == "," or is_money):
        return Decimal(re.sub(r"[.,]", "", plain))
    if marks[-1] in marks[:-1] or not (len(marks) == 1 or all(len(part) == GROUP for part in parts[1:-1])):
        return None
    whole, _, rest = plain.rpartition(marks[-1])
    return Decimal(f"{re.sub('[.,]', '', whole)}.{rest}")


def scale(said: str | None, language: Words) -> int:
    return language.counted["scales"][said.lower()] if said else 1


def spoken(said: str, language: Words) -> Decimal | None:
    """Return a number in words, as "two and a half", "one hundred and twenty", "half a million", or None."""
    said = said.lower()
    if m := re.fullmatch(rf"(?P<half>{language.any_of('half')})(?: (?P<scale>{language.any_of('scales')}))?", said):
        return Decimal("0.5") * scale(m["scale"], language)
    for part, share in (("quarter_of", "0.25"), ("three_quarters_of", "0.75")):
        if m := re.fullmatch(rf"{language.any_of(part)} (?P<scale>{language.any_of('scales')})", said):
            return Decimal(share) * scale(m["scale"], language)
    if m := re.fullmatch(rf"(?P<n>.+?) {language.any_of('and_a_half')}(?: (?P<scale>{language.any_of('scales')}))?", said):
        whole = read_number(m["n"], language)
        return None if whole is None else (whole + Decimal("0.5")) * scale(m["scale"], language)
    return _counted(said, language)


@cache
def spoken_pattern(language: Words) -> str:
    """A pattern for numbers in words, one word or several."""
    word = f"(?:{language.any_of('numbers')}|{language.any_of('hundred')}|{language.any_of('scales')})"
    return (rf"(?:(?:{language.any_of('half')})(?!\w)(?: {language.any_of('scales')})?|"
            rf"(?:{language.any_of('three_quarters_of')}|{language.any_of('quarter_of')}) {language.any_of('scales')}|"
            rf"{word}(?:(?: and |[ -]){word})*(?: {language.any_of('and_a_half')})?)(?!\w)")


def _counted(said: str, language: Words) -> Decimal | None:
    """Add up "two hundred and five thousand"; None where the words do not make one number ("two three")."""
    known, total, group, smallest = language.counted["numbers"], 0, 0, 0
    if said in known:
        return Decimal(known[said])
    for word in re.split(r"[\s-]+", said):
        if word in language["and"]:
            continue
        if word in language["hundred"]:
            group = (group or 1) * HUNDRED
        elif (size := language.counted["scales"].get(word, 0)) and (not smallest or (group and size < smallest)):
            total, group, smallest = total + (group or 1) * size, 0, size
        elif word in known and _follows(group, known[word]):
            group += known[word]
        else:
            return None
    return Decimal(total + group) if total + group else None


def _follows(group: int, n: int) -> bool:
    """Whether n can be said after a group of words that came to this: five after twenty or two hundred, not after two."""
    rest = group % HUNDRED
    return rest == 0 or (rest >= TENS and rest % 10 == 0 and 0 < n < 10)  # noqa: PLR2004 - below ten
