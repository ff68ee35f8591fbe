"""A task in signs: “fix the footer *bug +Apollo !high @ben friday” put into words, so that it is read like any other wish."""
from collections.abc import Mapping
import re

from assistant.planner.words.lexicon import choice_words
from language.names import find_names
from records.kinds import Task

SIGN = re.compile(r"(?<![\w+@!*])(?P<sign>[+@!*])(?!(?<=\+)\d)(?P<word>[^\W_][\w.-]*(?:@[\w.-]+)?)")
OPENING = re.compile(r"^\W*(?:(?:please|add|create|new|make|a|an|the|task|to-?do|todo|ticket)\b[\s:]*)+", re.I)
TYPES = frozenset(word for name, word, _ in choice_words(str(Task.__tablename__)) if name == "type")
RANKS = {"1": "critical", "2": "high", "3": "medium", "4": "low", "urgent": "critical", "hi": "high", "lo": "low", "med": "medium", "normal": "medium"}


def in_words(text: str, projects: Mapping[str, str], people: Mapping[str, str]) -> tuple[str, str]:
    """The wish in words, and a label that is no type of task; the text itself when it has no such signs, or asks something."""
    if "\n" in text.strip() or text.rstrip().endswith("?"):
        return text, ""
    said = {m["sign"]: m["word"] for m in SIGN.finditer(text)}
    project = next((str(s.value) for s in find_names(said.get("+", ""), projects)), said.get("+", ""))
    is_quick = "+" in said or "!" in said or {"@", "*"} <= said.keys()
    title = " ".join(OPENING.sub("", SIGN.sub(" ", text)).split()).strip(" ,;")
    if not is_quick or not title or (said.get("!", "").lower() not in RANKS and said.get("!", "low").lower() not in RANKS.values()):
        return text, ""
    person = next((n for n, key in people.items() for s in find_names(said.get("@", ""), people) if key == s.value), said.get("@", ""))
    label = said.get("*", "").lower()
    priority = RANKS.get(said.get("!", "").lower(), said.get("!", "").lower())
    parts = (f"task{f' for {person}' if person else ''}{f' on {project}' if project else ''}: {title}", f"priority {priority}" if priority else "",
             f"type {label}" if label in TYPES else "")
    return ", ".join(filter(None, parts)), "" if label in TYPES else label
