"""A record by its key beside the project that it is in: “APOLLO-T-5 on Apollo” is that task and no condition more."""
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Asked

IN = re.compile(r"\s+(?:on|of|for|in|at)\s+(?:the\s+)?(?:project\s+)?$", re.I)


def without_its_home(heard: Heard, asked: Asked) -> Heard:
    """The message without the project behind a key that is of it."""
    text = heard.text
    for span in reversed(heard.of("project")):
        key = next((s for s in heard.of("KEY") if s.end < span.start and IN.fullmatch(text[s.end:span.start])), None)
        if key is not None and str(key.value).startswith(f"{span.value}-"):
            text = f"{text[:key.end]}{text[span.end:]}"
    return asked.heard(text) if text != heard.text else heard
