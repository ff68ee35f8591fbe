"""A method and what a description says become activities: what is said takes the place of the step that means the same."""
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
import re

from language.cleaning import folded
from language.describing.lexicon import language_of, lexicon
from language.describing.reading import Said
from language.describing.titling import verb_at
from records.breakdown.alike import SAME, likeness, stems
from records.breakdown.base import Activity, Effort, Method, Size, Step
from records.breakdown.usual_work import usual

KEPT: Mapping[Size, tuple[str, ...]] = {"smaller": ("always",), "usual": ("always", "usually"), "thorough": ("always", "usually", "thorough")}
CLEAR = 0.5                              # so much of a phrase must be in a title that “after …” means it
CERTAIN = 2.0                            # from here on an item means a step
MOST_ITEMS, MOST_TOLD = 60, 3               # tasks of a plan; lines that ask for nothing and are named nevertheless


DONE = {"write": "written and agreed", "build": "works and can be used", "procure": "delivered and accepted", "hold": "has taken place", "obtain": "in hand",
        "run": "done, and its result is known", "set up": "in place and working", "make": "ready to be used", "train": "know what they need"}


@dataclass(frozen=True)
class Wanted:
    """What the person said about the plan as a whole."""
    size: Size = "usual"
    without: tuple[str, ...] = ()


@dataclass(frozen=True)
class Merged:
    activities: tuple[Activity, ...]
    left_out: tuple[tuple[str, str], ...]
    dropped: tuple[str, ...]


def merged(method: Method, said: Sequence[Said], wanted: Wanted) -> Merged:
    """The activities of a project of this type with this description, in the order of its phases."""
    items, left_out = _items(said, wanted)
    placed = _placed(method, items)
    steps = [s for s in method.steps if s.size in KEPT[wanted.size] or placed.get(s.number)]
    gone = [s for s in steps if _is_about(f"{s.title} {', '.join(s.heard)}", wanted.without) and not placed.get(s.number) and s.type == "task"]
    left_out += [(s.title, "you want the plan without it") for s in gone]
    steps = [s for s in steps if s not in gone and not (s.type == "delivery" and items and not placed.get(s.number))]
    made, groups = _activities(steps, placed)
    made = _linked(made, method, steps, groups)
    made, dropped = _as_told(made, items, frozenset(s.role for s in method.steps))
    return Merged(tuple(made), tuple(left_out), tuple(dropped))


def _items(said: Sequence[Said], wanted: Wanted) -> tuple[list[Said], list[tuple[str, str]]]:
    """What is to be done, each once, and what is left out."""
    told = [s for s in said if s.kind == "context"]
    silent = {"heading", "detail"} if len(told) <= MOST_TOLD else {"heading", "detail", "context"}          # of a long text only what is no background
    left_out = [(s.quote, s.skipped) for s in said if s.skipped and s.kind not in silent]
    items, known = list[Said](), list[frozenset[str]]()
    for s in said:
        if s.kind != "task":
            if s.kind == "detail" and items:
                items[-1] = replace(items[-1], acceptance="; ".join(filter(None, (items[-1].acceptance, s.quote.strip(" .;")))))
            continue
        own = stems(s.title)
        if _is_about(s.title, wanted.without):
            left_out.append((s.quote, "you want the plan without it"))
        elif any(likeness(own, other) >= SAME for other in known):
            left_out.append((s.quote, "it is said twice"))
        elif len(items) >= MOST_ITEMS:
            left_out.append((s.quote, f"more than {MOST_ITEMS} tasks are too many for one plan"))
        else:
            items.append(s)
            known.append(own)
    return items, left_out


def _is_about(text: str, topics: Sequence[str]) -> bool:
    spoken = stems(text)
    return any(own and own <= spoken for own in map(stems, topics))


def _placed(method: Method, items: Sequence[Said]) -> dict[str, list[int]]:
    """By step the items that stand for it; an item below another stands where that one does."""
    delivery = next((s.number for s in method.steps if s.type == "delivery"), method.steps[-1].number)
    placed = dict[str, list[int]]()
    above: list[tuple[int, str]] = []
    for n, item in enumerate(items):
        above = [(level, number) for level, number in above if level < item.level]
        number = above[-1][1] if above else _step_of(item, method) or delivery
        above.append((item.level, number))
        placed.setdefault(number, []).append(n)
    return placed


def _step_of(item: Said, method: Method) -> str | None:
    """The step that an item means: by the verb its title begins with, or behind a verb that says little by what it is about."""
    words = lexicon(language_of(item.quote))
    found = verb_at(item.title, words)
    verb, what = found or ("", item.title)
    scores = [(max((_meaning(folded(heard), folded(verb), what) for heard in s.heard), default=0.0), s.number)
              for s in method.steps if s.type == "task"]
    best = max((score for score, _ in scores), default=0.0)
    return next(number for score, number in scores if score == best) if best >= CERTAIN else None


def _meaning(heard: str, verb: str, what: str) -> float:
    """How surely a word of a step means what an item begins with or is about."""
    if heard == verb:
        return 3.0
    if not _spoken(heard).search(f"{verb} {folded(what)}"):
        return 0.0
    if " " in heard:
        return 2.5 + heard.count(" ")
    return CERTAIN if _is_head(heard, what) else 0.0


@cache
def _spoken(heard: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(heard)}(?!\w)")


def _is_head(word: str, what: str) -> bool:
    """Whether a word is what a phrase is about, not what it is for: “training plan for the desk” is about a plan."""
    before = re.split(r"\s(?:for|of|with|in|on|to|at|from|that|which|by|per|de|do|da|para|com|em)\s|[,(:]", f" {folded(what)} ", maxsplit=1)[0].split()
    return bool(before) and before[-1] in (word, f"{word}s", word.removesuffix("s"))


def _activities(steps: Sequence[Step], placed: Mapping[str, Sequence[int]]) -> tuple[list[Activity], dict[str, list[int]]]:
    """Activities without their links, and which of them stand for which step. Items are told by their number in `step`."""
    made, groups = list[Activity](), dict[str, list[int]]()
    for step in steps:
        own = placed.get(step.number, ())
        for item in own or (None,):
            number = len(made)
            form = "milestone" if step.type == "milestone" else "task"
            made.append(Activity(number, step.title, step.phase, form, None, step.number if item is None else f"{step.number}#{item}", "", step.outcome,  # type: ignore[arg-type]
                                 step.acceptance, step.role, effort=_effort(step, item), because=step.because if item is None else ""))
            groups.setdefault(step.number, []).append(number)
    return made, groups


def _effort(step: Step, item: int | None) -> Effort | None:
    if step.effort is None:
        return None
    return Effort(*step.effort, "rule", "the template's usual size" + (" of such work" if item is not None else ""))


def _linked(made: Sequence[Activity], method: Method, steps: Sequence[Step], groups: Mapping[str, Sequence[int]]) -> list[Activity]:
    """Each activity waits for those of the steps before its own; a step that is not there hands on what it waits for."""
    by_number = {s.number: s for s in method.steps}
    there = {s.number for s in steps}

    def before(number: str, seen: frozenset[str] = frozenset()) -> Iterator[str]:
        for other in by_number[number].after:
            if other in there:
                yield other
            elif other in by_number and other not in seen:
                yield from before(other, seen | {other})

    waits = {number: tuple(dict.fromkeys(n for other in before(number) for n in groups.get(other, ()))) for number in groups}
    return [replace(a, after=waits[a.step.partition("#")[0]]) for a in made]


def _as_told(made: Sequence[Activity], items: Sequence[Said], roles: frozenset[str]) -> tuple[list[Activity], list[str]]:
    """The activities in the description's own words, order and nesting; what would close a circle is dropped and told."""
    of_item = {int(a.step.partition("#")[2]): a.number for a in made if "#" in a.step}
    told = [_told(a, items[int(a.step.partition("#")[2])], roles) if "#" in a.step else a for a in made]
    told = _nested(told, items, of_item)
    wishes = [(before, after, why) for before, after, why in _orders(told, items, of_item) if before != after]
    return _ordered(told, wishes)


def _told(a: Activity, item: Said, roles: frozenset[str]) -> Activity:
    same = likeness(stems(item.title), stems(a.title)) >= SAME
    own = usual(_verb(item.title, item), a.role, roles) if not same else None
    role = item.role if item.role and item.role in roles else own[0] if own else a.role
    effort = Effort(*own[1], "rule", "the usual size of such work") if own else a.effort
    if item.effort is not None:
        effort = Effort(*item.effort, "guess", "a language model's guess")
    if item.hours:
        effort = Effort(round(item.hours * 0.75, 2), item.hours, round(item.hours * 1.5, 2), "said", "the description says so")
    return replace(a, title=item.title, step=a.step.partition("#")[0], outcome=item.purpose or (a.outcome if same else _result(item)), role=role,
                   acceptance=item.acceptance or a.acceptance, owner=item.owner, flag=f"“{item.unclear}” could be several people" if item.unclear else "",
                   effort=effort, quote=item.quote, due=item.due, urgency=item.urgency, lag=item.lag)


def _verb(title: str, item: Said) -> str:
    found = verb_at(title, lexicon(language_of(item.quote)))
    return found[0] if found else ""


def _result(item: Said) -> str:
    """The outcome of a task that says none: its thing, there."""
    words = lexicon(language_of(item.quote))
    verb, what = verb_at(item.title, words) or ("", item.title)
    what = what or item.title
    return f"{what[:1].upper()}{what[1:]}: {DONE.get(folded(verb), words.words['done_as'])}"[:400]


def _nested(told: Sequence[Activity], items: Sequence[Said], of_item: Mapping[int, int]) -> list[Activity]:
    """An item with others below it sums them up: it is no work of its own."""
    out = list(told)
    for child, parent in _parents(items).items():
        at, above = of_item[child], of_item[parent]
        out[at] = replace(out[at], parent=above)
        out[above] = replace(out[above], form="summary", effort=None, after=())
    children = defaultdict(list)
    for a in out:
        children[a.parent].append(a.number)

    def leaves(number: int) -> Iterator[int]:
        if out[number].form != "summary":
            yield number
        for child in children[number]:
            yield from leaves(child)

    return [replace(a, after=tuple(dict.fromkeys(leaf for n in a.after for leaf in leaves(n)))) for a in out]


def _parents(items: Sequence[Said]) -> dict[int, int]:
    """By item the one it stands below."""
    parents, stack = dict[int, int](), list[int]()
    for n, item in enumerate(items):
        while stack and items[stack[-1]].level >= item.level:
            stack.pop()
        if stack:
            parents[n] = stack[-1]
        stack.append(n)
    return parents


def _orders(told: Sequence[Activity], items: Sequence[Said], of_item: Mapping[int, int]) -> Iterator[tuple[int, int, str]]:
    """What a description says of order: “after the pilot”, “before the launch”, “then”."""
    for n, item in enumerate(items):
        own = of_item[n]
        if item.after and (other := _meant(item.after, told, own)) is not None:
            yield other, own, item.after
        if item.before and (other := _meant(item.before, told, own)) is not None:
            yield own, other, item.before
        yield from ((other, own, title) for title in item.waits if (other := _meant(title, told, own)) is not None)
        if item.follows and n:
            yield of_item[n - 1], own, "then"


def _meant(phrase: str, told: Sequence[Activity], own: int) -> int | None:
    """The activity that a phrase speaks of, if one is clearly nearest."""
    wanted = stems(phrase)
    if not wanted:
        return None
    shares = sorted(((len(wanted & stems(a.title)) / len(wanted), -a.number) for a in told if a.number != own and a.form != "summary"), reverse=True)
    if not shares or shares[0][0] < CLEAR or (len(shares) > 1 and shares[1][0] == shares[0][0] and shares[0][0] < 1):
        return None
    return -shares[0][1]


def _ordered(told: Sequence[Activity], wishes: Sequence[tuple[int, int, str]]) -> tuple[list[Activity], list[str]]:
    after = {a.number: list(a.after) for a in told}
    dropped = list[str]()
    for before, own, why in wishes:
        if told[own].form == "summary" or told[before].form == "summary" or before in after[own]:
            continue
        if reaches(after, before, own):
            dropped.append(f"“{told[own].title}” cannot wait for “{told[before].title}” ({why}): that waits for it already")
        else:
            after[own].append(before)
    return [replace(a, after=nearest(a.number, after)) for a in told], dropped


def nearest(number: int, after: Mapping[int, Sequence[int]]) -> tuple[int, ...]:
    """What something waits for, without what another of these waits for already."""
    own = tuple(dict.fromkeys(after[number]))
    return tuple(n for n in own if not any(other != n and reaches(after, other, n) for other in own))


def reaches(after: Mapping[int, Sequence[int]], start: int, goal: int) -> bool:
    """Whether something waits, near or far, for another."""
    seen, stack = set[int](), [start]
    while stack:
        at = stack.pop()
        if at == goal:
            return True
        if at not in seen:
            seen.add(at)
            stack += after.get(at, ())
    return False
