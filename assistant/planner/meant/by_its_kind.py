"""A record in an order that is called by a word of its title and by its kind: “the overtime benefit on Corvus”, “and the packing one on Fortuna”."""
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.mood import is_labelled, is_question, makes
from assistant.planner.heard.plan import Asked
from assistant.planner.learned.weighing import is_order
from assistant.planner.words.lexicon import called_in_projects
from language.words import words
from tools.desk.holding import none_hold

NOUNS = "|".join(sorted(map(re.escape, called_in_projects()), key=len, reverse=True))
CALLED = re.compile(rf"\b(?:the|our|that) (?P<said>(?!(?:first|second|third|last|next|same|new|other|whole|open)\b)[a-z][\w'-]*(?: [a-z][\w'-]*){{0,2}}?) "
                    rf"(?P<kind>{NOUNS}|one)(?!\w)(?P<at>\s+(?:on|of|for|in|at)\s+(?:the\s+)?(?:project\s+)?)?", re.I)
FOR = re.compile(r"\b(?:of|for|with|by|to|in|on|at)\b", re.I)


def by_its_kind(heard: Heard, asked: Asked) -> Heard:
    """The order with the key of each record that is called so, where there is just one such; else as it is."""
    if asked.holding is none_hold or "KEY" in heard.types or is_question(heard) or is_labelled(heard) or makes(heard) or not is_order(heard):
        return heard
    text, kind, put = heard.text, "", list[tuple[int, int, str]]()
    for m in CALLED.finditer(text):
        kind = kind if m["kind"].lower() == "one" else m["kind"].lower()
        home = next((s for s in heard.of("project") if m["at"] and s.start == m.end()), None)
        if not kind or FOR.search(m["said"]) or all(w in words()["small"] for w in m["said"].lower().split()):
            continue
        found = [h for h in asked.holding(m["said"]) if h.is_titled and h.kind is called_in_projects()[kind] and (home is None or h.home == home.value)]
        if len(found) == 1:
            put.append((m.start(), home.end if home else m.start("at") if m["at"] else m.end(), found[0].key))
    for start, end, key in reversed(put):
        text = f"{text[:start]}{key}{text[end:]}"
    return asked.heard(text) if put else heard
