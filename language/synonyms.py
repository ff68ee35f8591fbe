"""An office's own words put into the words of the house, outside quotation marks."""
from collections.abc import Mapping
import re

QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)|‘[^’]*’")


def said_in_own(text: str, words: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The office's own words that a text holds, each with what it stands for."""
    return tuple((own, ours) for own, ours in words.items() if in_house_words(text, {own: ours}) != text)


def in_house_words(text: str, words: Mapping[str, str]) -> str:
    """The text with every own word replaced by what it stands for; longer ones first, whatever their case.

    One that is said beside its meaning is being talked about (“we call on hold parked”) and stays.
    """
    if not words:
        return text
    known = {own.casefold(): ours for own, ours in words.items() if ours.casefold() not in text.casefold()}
    if not known:
        return text
    own = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, known), key=len, reverse=True))})(?!\w)", re.IGNORECASE)
    spans = [m.span() for m in QUOTED.finditer(text)]

    def put(found: re.Match[str]) -> str:
        inside = any(first <= found.start() < last for first, last in spans)
        return found[0] if inside else known.get(found[0].casefold(), found[0])
    return own.sub(put, text)
