"""A task in signs: “fix the footer *bug +Apollo !high @ben friday” put into words, so that it is read like any other wish."""
from collections.abc import Mapping
from dataclasses import replace
import re

from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import LEFT_OUT
from assistant.planner.words.grading import TWO_GRADES
from assistant.planner.words.lexicon import choice_words
from language.names import find_names
from records.kinds import Task
from records.kinds.base import fields
from tools.base import Holds, Tool

SIGN = re.compile(r"(?<![\w+@!*])(?P<sign>[+@!*])(?!(?<=\+)\d)(?P<word>[^\W_][\w.-]*(?:@[\w.-]+)?)")
LOUD = re.compile(r"(?<![^\w\s)])\s*(?P<n>!{2,3})(?=\s|$)")                      # “!!” is of high priority, “!!!” of the highest
GRADED = re.compile(rf"(?<=[\s,;:(]){TWO_GRADES}(?=[\s,;.)]|$)", re.I)
A_RISK = re.compile(r"^\W*(?:(?:please|pls|and|also|add|log|new|create|record|note|raise|a|an|the|one)\b\s*)*(?:risk|threat|opportunity)\b", re.I)
OPENING = re.compile(r"^\W*(?:(?:please|add|create|new|make|a|an|the|task|to-?do|todo|ticket)\b[\s:]*)+", re.I)
TYPES = frozenset(word for name, word, _ in choice_words(str(Task.__tablename__)) if name == "type")
RANKS = {"1": "critical", "2": "high", "3": "medium", "4": "low", "urgent": "critical", "hi": "high", "lo": "low", "med": "medium", "normal": "medium"}


def in_words(text: str, projects: Mapping[str, str], people: Mapping[str, str]) -> tuple[str, str]:
    """The wish in words, and the labels that are no type of task; the text itself when it has no such signs, or asks something."""
    if "\n" in text.strip() or text.rstrip().endswith("?"):
        return text, ""
    if A_RISK.match(text) and (m := GRADED.search(text)):
        text = f"{text[:m.start()]}probability {m['p']}, impact {m['i']}{text[m.end():]}"       # “risk: …, 4/4” in short
    every = [(m["sign"], m["word"]) for m in SIGN.finditer(text)]
    said = dict(every)
    project = next((str(s.value) for s in find_names(said.get("+", ""), projects)), said.get("+", ""))
    is_quick = "+" in said or "!" in said or {"@", "*"} <= said.keys()
    loud = LOUD.search(text) if is_quick else None
    title = " ".join(OPENING.sub("", SIGN.sub(" ", LOUD.sub(" ", text) if loud else text)).split()).strip(" ,;")
    if not is_quick or not title or (said.get("!", "").lower() not in RANKS and said.get("!", "low").lower() not in RANKS.values()):
        return text, ""
    person = next((n for n, key in people.items() for s in find_names(said.get("@", ""), people) if key == s.value), said.get("@", ""))
    labels = [word.lower() for sign, word in every if sign == "*"]
    type_, rest = next((label for label in labels if label in TYPES), ""), ", ".join(label for label in labels if label not in TYPES)
    priority = RANKS.get(said.get("!", "").lower(), said.get("!", "").lower()) or ({2: "high", 3: "critical"}[len(loud["n"])] if loud else "")
    parts = (f"task{f' for {person}' if person else ''}{f' on {project}' if project else ''}: {title}", f"priority {priority}" if priority else "",
             f"type {type_}" if type_ else "")
    return ", ".join(filter(None, parts)), rest


def with_labels(plan: Plan, labels: str, maker: Tool) -> Plan:
    """The plan with the labels in the one record that it makes; where that has no field for them, they are said to be left out."""
    of, values = next(f for f in fields(Task) if f.name == "labels"), maker.slot(Holds.values)
    if not labels or values is None:
        return plan
    made = [args for name, args in plan.calls if name == maker.name]
    if len(made) != 1 or len(plan.calls) != 1 or made[0].get("kind") != Task.kind.one:
        return replace(plan, says=f"{LEFT_OUT.format(words=f'label {labels}')} {plan.says}".strip())
    return replace(plan, calls=((maker.name, {**made[0], values.name: {**made[0].get(values.name, {}), of.label: labels}}),))
