"""A second thought in a message, such as “what is stuck on Corvus and who has to move?” or “which tasks are late? push them by a week”: where the whole is
not plainly read, each is planned for itself; what leans on the first waits until that is shown, and what nothing can be made of is told as left out."""
from collections.abc import Callable, Mapping
from dataclasses import replace
import re

from assistant.planner.heard.plan import Asked, Call, Plan
from assistant.planner.heard.wording import ONLY_SO
from assistant.planner.meant.behind_fact import behind_fact
from assistant.planner.meant.both_thoughts import UNCLEAN, Both, holds, is_answer
from assistant.planner.meant.thoughts import ELLIPTIC, WHOM, last_thought
from tools.base import Holds, Tool

ASIDE = re.compile(r"^(?:in (?:plain|short|simple|other|a few|two|three|one|your own)(?: (?:plain|simple))?(?: (?:words?|sentences?|english|terms))?|"
                   r"briefly|honestly|frankly|quick(?:ly)?(?: one| question)?|to be (?:honest|frank|clear))$", re.I)
OF_US = re.compile(r"\b(?:me|us)\b", re.I)    # who does something to us stands in no list of ours
WAS = re.compile(r"^\W*(?:i|we)(?: was| were|['’]ve been| have been| had been)\b", re.I)


def second_thought(plan: Plan, text: str, asked: Asked, tools: Mapping[str, Tool], again: Callable[[str], Plan]) -> Plan:
    """The plan of the whole, or that of both thoughts where it is of one alone, or of neither as they were meant; `again` plans a part of the message."""
    thought = last_thought(text)
    is_said = plan.later or plan.whole or ONLY_SO.partition("{")[0] in plan.says
    if thought is None or is_said or any(tools[name].slot(Holds.passage) for name, _ in plan.calls):
        return plan
    if ASIDE.match(thought.before):
        return again(f"{thought.said}?" if thought.asks else thought.said)
    both = Both(plan, again(thought.before), thought, asked, tools, again)
    if not both.first.calls or both.is_only_told:
        return behind_fact(both)
    return with_question(both) if thought.asks else with_order(both)


def may_lean(text: str) -> bool:
    """Whether a message has a thought that may lean on what is shown for those before it."""
    thought = last_thought(text)
    return thought is not None and (thought.leans or thought.points or ELLIPTIC.match(thought.said) is not None or may_lean(thought.before))


def is_ordered(text: str) -> bool:
    """Whether the last thought of a message is an order."""
    thought = last_thought(text)
    return thought is not None and not thought.asks


def with_question(both: Both) -> Plan:
    """The first with what answers the question behind it."""
    said, first, whole = both.thought.said, both.first, both.whole
    seconds = [both.again(f"{way}?") for way in both.ways()]
    is_second = any(second.calls == whole.calls for second in seconds) and not WAS.search(both.thought.before)
    if (both.is_trusted() and not is_second) or (whole.choices and not whole.calls and both.writes(first)):
        return whole
    if WHOM.match(said) and not OF_US.search(said) and not both.writes(first) and all(both.tells_whom(name) for name, _ in first.calls):
        return replace(first, below=first.below or whole.below)          # a list tells who has what, and a journal who did it
    if (second := next((each for each in seconds if is_answer(each, said, both.tools)), None)) is not None:
        more = tuple(call for call in second.calls if not any(holds(of, call) for of in first.calls))
        return replace(first, calls=(*first.calls, *more), below=f"{first.below} {second.below}".strip()) if more else first
    if both.is_usable() and both.is_kept() and both.more():
        return whole
    if (both.thought.leans or both.thought.points or ELLIPTIC.match(said)) and not first.later and not both.writes(first):
        return replace(first, later=said)
    return both.told_of()


def with_order(both: Both) -> Plan:
    """The first with the order behind it, which may be about what that shows or changes."""
    first, whole = both.first, both.whole
    if both.writes(first) and (both.thought.is_put_down or both.thought.is_next):
        return both.told_of() if both.thought.is_next else first
    is_clean = not UNCLEAN.search(whole.says) and not both.is_swallowed()
    if both.writes(whole) and is_clean and (whole.calls != first.calls or both.makes(first)):
        return whole
    return _with_change(both) if both.writes(first) else _of_shown(both)


def _of_shown(both: Both) -> Plan:
    """An order behind a question: it waits for what that shows, where it leans on it and the whole is not plainly read."""
    leans = (both.thought.leans or both.thought.points) and not both.first.later
    return replace(both.first, later=both.thought.said) if leans and not both.is_trusted() and not both.writes(both.whole) else both.whole


def _with_change(both: Both) -> Plan:
    """An order behind a change: both in one preview, of the same record where it is about that."""
    first = both.first
    second = both.again(both.pointed(both.thought.said, both.changed()))
    is_plain = second.calls and not UNCLEAN.search(second.says) and all(both.tools[name].proposes for name, _ in second.calls)
    if is_plain and not (both.makes(first) and both.makes(second)):
        return replace(first, calls=_joined((*first.calls, *second.calls)))
    return both.told_of() if both.is_swallowed() and not both.makes(first) else both.whole


def _joined(calls: tuple[Call, ...]) -> tuple[Call, ...]:
    """The calls, with the values of two changes of the same records in one: the later value holds."""
    found = list[Call]()
    for name, args in calls:
        same = next((n for n, (other, its) in enumerate(found) if other == name and "where" in args and {**its, "values": 0} == {**args, "values": 0}), None)
        if same is None:
            found.append((name, args))
        else:
            found[same] = (name, {**args, "values": {**found[same][1]["values"], **args["values"]}})
    return tuple(found)
