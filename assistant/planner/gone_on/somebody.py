"""“His load”, “give it to her”: the one person whom this conversation named, or the question which of several is meant."""
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard, hear
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.wording import WHICH_PERSON
from language.names import find_names

LATELY, OFFERED = 6, 4
OWN = re.compile(r"\b(?:his|her)(?= \w)(?! (?:to|for|a|an|the|that|this|about|on|in|with|by|from|if|whether|when|please|then|now)\b)", re.I)
ONE = re.compile(r"\b(?:him|he|she|her)\b(?!['’]s? )", re.I)


def somebody_meant(heard: Heard, asked: Asked, context: Context) -> tuple[Heard, Plan | None]:
    """The message with the name in the place of “his” or “her”; with a question where several were named, and as it was where none was."""
    m = OWN.search(heard.text) or ONE.search(heard.text)
    if m is None or context.pending or heard.types & {"person", "TEXT"} or len(heard.text.split()) > 2 * LATELY:
        return heard, None
    names = asked.names.get("person", {})
    named = dict.fromkeys(str(s.value) for turn in reversed(context.past[-LATELY:]) for s in reversed(list(find_names(turn.question, names))))
    called = [next((name for name, key in sorted(names.items(), key=lambda each: -len(each[0])) if key == person), person) for person in named]
    said = [f"{heard.text[:m.start()]}{name}{chr(39) + 's' if m.re is OWN else ''}{heard.text[m.end():]}" for name in called]
    if len(said) > 1:
        return heard, Plan(says=WHICH_PERSON.format(words=m[0]), choices=tuple(said[:OFFERED]), understood=False)
    return (hear(said[0], asked.names, asked.today), None) if said else (heard, None)
