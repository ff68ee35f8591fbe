"""A question behind the heading that says what it is of: “Apollo, gate 2: which of the criteria are still open?”, “rebaseline: when is it permitted?”."""
from collections.abc import Iterable
import re

ASKS = r"(?:what|which|when|who|whose|how|why|is|are|does|do|can|may|must|has|have|was|were)"
HEADED = re.compile(rf"^\W*(?P<head>[^:?;.\n]{{3,60}}?)\s*:\s+(?P<q>{ASKS}\b(?! if\b)[^:\n?]*?)\s*(?:\?+\s*"
                    r"(?:(?:it|that|this|otherwise|i|we)\b[^?:]*)?)?$", re.I)
OF_THEM = re.compile(r"^(?P<w>which|what|how many) of the (?=\w+ (?:is|are|have|has|do|does|were|was)\b)", re.I)
IT = re.compile(r"\b(?:it|that|this|they|these|those)\b", re.I)
A_THING = re.compile(r"^(?:an?|the|our|my|this|all|every) |s$", re.I)
DIGIT = re.compile(r"\d")
LEAST = 3                                       # words of a question


def headed(text: str, projects: Iterable[str]) -> str:
    """The question with what the heading names in it: in the place of “it”, or behind it; a heading that is only a project stays."""
    m = HEADED.match(text)
    if m is None or len(m["q"].split()) < LEAST:
        return text
    parts = [part.strip() for part in re.split(r",|\s[-–]\s", m["head"]) if part.strip()]
    homes = [p for p in parts if p.lower() in map(str.lower, projects)]
    things = [p for p in parts if p not in homes]
    at = f" on {homes[0]}" if homes else ""
    if len(things) != 1 or len(homes) > 1:
        return text
    asked = OF_THEM.sub(lambda of: f"{of['w']} ", m["q"])
    if IT.search(asked):
        named = things[0] if A_THING.search(things[0]) or things[0][0].isupper() else f"a {things[0]}"
        return f"{IT.sub(named, asked, count=1)}{at}?"
    return f"{asked} for {things[0]}{at}?" if DIGIT.search(things[0]) else text
