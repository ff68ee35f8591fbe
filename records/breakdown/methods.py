"""The methods there are: the office's own plan templates, and those that are built in for the types of project it has none for."""
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
import re
import tomllib
from typing import Any

from language.cleaning import folded
from records.breakdown.base import Method, Step
from records.kinds import Template, TemplateStep
from records.kinds.base import split

ORDER = ("software", "infrastructure", "procurement", "event", "organisational_change", "construction", "research", "regulatory", "relocation")
OF_STEP = 0.4                            # what a word of a step counts for
OF_NAME = 12                             # what a type of project that is said by its name counts for


@cache
def built_in() -> tuple[Method, ...]:
    """The methods of the house, one a type of project."""
    read = (tomllib.loads(files("records.breakdown").joinpath(f"methods/{name}.toml").read_text("utf-8")) for name in ORDER)
    return tuple(Method(m["name"], split(m["heard"]), m["purpose"], tuple(_step(s) for s in m["steps"])) for m in read)


def _step(said: Mapping[str, Any]) -> Step:
    effort = said.get("hours")
    hours = (float(effort[0]), float(effort[1]), float(effort[2])) if effort else None
    return Step(said["number"], said["phase"], said["title"], said.get("type", "task"), said.get("size", "usually"), said.get("outcome", ""),
                said.get("acceptance", ""), said.get("role", ""), hours, split(said.get("after", "")), split(said.get("heard", "")), said.get("because", ""))


def known_methods(templates: Sequence[Template], steps: Sequence[TemplateStep]) -> tuple[Method, ...]:
    """The office's own methods; one that is built in stands for each type it has none for."""
    own = tuple(_own(t, sorted((s for s in steps if s.template_id == t.id), key=lambda s: place(s.number))) for t in templates)
    named = {folded(m.name) for m in own}
    return (*(m for m in own if m.steps), *(m for m in built_in() if folded(m.name) not in named))


def place(number: str) -> tuple[int, ...]:
    """Where an outline number stands: 2.10 behind 2.9."""
    return tuple(int(n) for n in re.findall(r"\d+", number))


def _own(template: Template, steps: Sequence[TemplateStep]) -> Method:
    every = (Step(s.number, s.phase, s.title, s.type, s.size, s.outcome, s.acceptance, s.role, _effort(s), split(s.after), split(s.heard), s.because)
             for s in steps)
    return Method(template.name, split(template.heard), template.purpose, tuple(every), template.key)


def _effort(s: TemplateStep) -> tuple[float, float, float] | None:
    if s.hours is None:
        return None
    return (s.optimistic if s.optimistic is not None else s.hours * 0.5, s.hours, s.pessimistic if s.pessimistic is not None else s.hours * 2)


def method_for(text: str, methods: Sequence[Method], title: str = "") -> tuple[Method, float]:
    """The method whose words a text has most of, and how many; what stands in its title counts thrice. The first one when none is heard."""
    spoken, heading = f" {folded(text)} ", f" {folded(title)} "
    scores = [(sum(_counted(w, spoken) + 2 * _counted(w, heading) for w in m.heard) + OF_NAME * _counted(f"{m.name} project", spoken)
               + _of_steps(m, spoken), m) for m in methods]
    best = max(score for score, _ in scores)
    return next(m for score, m in scores if score == best), best


def _of_steps(method: Method, spoken: str) -> float:
    """What the words of a method's own steps count for: each that is said, a little."""
    return OF_STEP * sum(bool(_pattern(w).search(spoken)) for w in {w for s in method.steps for w in s.heard if s.type == "task"})


def _counted(word: str, spoken: str) -> int:
    """How often a word is said, three times at most: one long list must not outweigh all else. Several words say more than one."""
    return min(len(_pattern(word).findall(spoken)), 3) * (1 + word.count(" "))


@cache
def _pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(folded(word))}(?:s|es)?(?!\w)")
