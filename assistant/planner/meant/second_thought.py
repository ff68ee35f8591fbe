"""A second thought in a message, such as “what is stuck on Corvus and who has to move?” or “which tasks are late? push them by a week”: where the whole is
not plainly read, each is planned for itself; what leans on the first waits until that is shown, and what nothing can be made of is told as left out."""
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
import re

from assistant.planner.heard.plan import Asked, Call, Plan
from assistant.planner.heard.wording import NOT_USED, OF_SHOWN, ONLY_ASKED, ONLY_READ, ONLY_SO
from assistant.planner.meant.behind_fact import behind_fact
from assistant.planner.meant.both_thoughts import IT, WAS, Both
from assistant.planner.meant.calls_asked import holds, leans_on, values
from assistant.planner.meant.plainly_read import UNCLEAN, is_answer
from assistant.planner.meant.thoughts import Thought, last_thought
from assistant.planner.words.lexicon import kind_coded
from records.kinds.base import fields
from tools.base import Holds, Tool

NOTHING = "and qxz"                              # a thought that nobody could have
IS_FOR = re.compile(r"(?:i|we)(?:['’](?:d|m|ll|re|ve)\b| (?:need|have|must|want|am|are|could|can|will|would|should|like|might|ask)\b)(?! only\b)|"
                    r"(?:it|that|this)(?: is|['’]s) (?:for|because|to)\b", re.I)
NARROWS = re.compile(r"\b(?:only|just|not|without|except|but)\b", re.I)
AS_SHOWN = re.compile(re.escape(OF_SHOWN).replace(r"\{many\}", r"[\w ]+"))
OF_IT = re.compile(r"(?:it|they|that|those|these|this|he|she)\b", re.I)
FEW_LETTERS = 12                                 # of what is told, by which it is known again in a value
FIELD_OF_IT = re.compile(r"(?:also |then |please )*(?:set|put|make|give it|plan|schedule) (?:an?|the|its|another) (?P<f>[a-z]+(?: [a-z]+)?) "
                         r"(?:for|to|on|at|by) (?P<v>\S[^,;.]*)", re.I)
MAKES = re.compile(r"(?:also |then |please )*(?:add|create|make|open|set up|log|raise|put in|note|record|write|we (?:also )?need)\b", re.I)
WHY = re.compile(r"(?:why|how come)\b", re.I)
ASIDE = re.compile(r"^(?:in (?:plain|short|simple|other|a few|two|three|one|your own)(?: (?:plain|simple))?(?: (?:words?|sentences?|english|terms))?|"
                   r"briefly|honestly|frankly|quick(?:ly)?(?: one| question)?|to be (?:honest|frank|clear))$", re.I)


def second_thought(plan: Plan, text: str, asked: Asked, tools: Mapping[str, Tool], again: Callable[[str], Plan], alone: Callable[[str], Plan]) -> Plan:
    """The plan of the whole, or that of both thoughts where it is of one alone, or of neither as they were meant; `again` plans a part of the message with
    all of its thoughts, `alone` as if it were one."""
    thought = last_thought(text)
    is_one = plan.later or plan.whole or ONLY_SO.partition("{")[0] in plan.says or any(tools[name].slot(Holds.passage) for name, _ in plan.calls)
    if thought is None or is_one:
        return plan
    if thought.tells:
        return _with_told(plan, again(thought.before), thought, asked, tools)
    if ASIDE.match(thought.before):
        return again(f"{thought.said}?" if thought.asks else thought.said)
    both = Both(plan, again(thought.before), thought, asked, tools, again)
    if plan.calls and UNCLEAN.search(both.first.says) and not UNCLEAN.search(plan.says) and plan.calls == alone(f"{thought.before} {NOTHING}?").calls:
        both = replace(both, first=plan)         # the thought has left no trace in it
    is_premise = WHY.match(thought.said) is not None and both.writes(both.first)
    if not both.first.calls or both.is_only_told or both.is_misread or is_premise or (thought.asks and both.is_said_in_passing):
        return behind_fact(both)
    if thought.is_put_down and (both.writes(both.first) or both.writes(plan)):
        return both.first if both.writes(both.first) else plan
    return with_question(both) if thought.asks else with_order(both)


def _with_told(whole: Plan, first: Plan, thought: Thought, asked: Asked, tools: Mapping[str, Tool]) -> Plan:
    """A question with what is only told behind it: of that what it is for needs no word, and what narrows it is told as left out."""
    is_clean = bool(whole.calls) and not UNCLEAN.search(whole.says)
    is_used = is_clean and whole.calls != first.calls
    is_written = any(tools[name].proposes for name, _ in whole.calls)
    is_muddled = any(str(v) in thought.said or thought.said[:FEW_LETTERS].lower() in str(v).lower() for _, args in whole.calls for v in values(args))
    if IS_FOR.match(thought.said) and first.calls and not is_written and not UNCLEAN.search(first.says):
        return first
    if not first.calls or UNCLEAN.search(first.says) or is_written or (is_used and (OF_IT.match(thought.said) or not is_muddled)):
        return whole
    is_narrower = NARROWS.search(thought.said) or asked.heard(thought.said).types - {"ME", "SAYING"}
    return first if IS_FOR.match(thought.said) or not is_narrower else replace(first, says=f"{first.says} {NOT_USED.format(words=thought.said)}".strip())


def leaned_on(first: Plan, then: Plan, text: str, keys: Sequence[str], tools: Mapping[str, Tool]) -> Plan:
    """The plan `then` of a thought that waited until the `first` had shown the records of these keys; or that it is left out, where it is no answer."""
    thought = last_thought(text)
    is_order = thought is not None and not thought.asks and any(tools[name].proposes for name, _ in then.calls)
    if not (is_order or is_answer(then, first.later, tools)) or not leans_on(then, first, keys):
        return Plan(says=f"{first.says} {NOT_USED.format(words=first.later)}".strip(), below=first.below, understood=False)
    says = "" if AS_SHOWN.fullmatch(then.says) else then.says
    return replace(then, says=f"{first.says} {says}".strip(), below=f"{first.below} {then.below}".strip())


def with_question(both: Both) -> Plan:
    """The first with what answers the question behind it."""
    said, first, whole = both.thought.said, both.first, both.whole
    seconds = [both.again(f"{way}?") for way in both.ways()]
    answer = next((each for each in seconds if is_answer(each, said, both.tools)), None)
    is_second = any(second.calls == whole.calls for second in seconds) and not WAS.search(both.thought.before)
    if both.is_trusted() and not is_second:
        return whole if both.is_in_whole() else replace(whole, says=f"{whole.says} {NOT_USED.format(words=said)}".strip())
    if whole.choices and not whole.calls and both.writes(first):
        return replace(answer, says=f"{ONLY_READ} {answer.says}".strip()) if answer and whole.says == ONLY_ASKED else whole
    return replace(first, below=first.below or whole.below) if both.is_told_anyway() else _answered(both, answer)


def _answered(both: Both, answer: Plan | None) -> Plan:
    """The first with an answer beside it, or with the question kept until it is shown, or told as left out."""
    first = both.first
    if answer is not None:
        more = tuple(call for call in answer.calls if not any(holds(of, call) or both.is_of_same(of, call) for of in first.calls))
        is_said = all(any(holds(of, call) or both.is_of_same(of, call, focused=True) for of in first.calls) for call in answer.calls)
        return replace(first, calls=(*first.calls, *more), below=f"{first.below} {answer.below}".strip()) if more else first if is_said else both.told_of()
    if both.has_more():
        return both.whole
    return replace(first, later=both.thought.said) if both.thought.looks_back and not first.later and not both.writes(first) else both.told_of()


def with_order(both: Both) -> Plan:
    """The first with the order behind it, which may be about what that shows or changes."""
    first, whole = both.first, both.whole
    if both.writes(first) and both.thought.is_next:
        return both.told_of()
    if (another := _another(both)) is not None:
        return another
    if (of_it := _of_its_field(both)) and (second := both.again(of_it)).calls and both.writes(second) and not UNCLEAN.search(second.says):
        return replace(first, calls=_joined((*first.calls, *second.calls)))
    is_clean = not UNCLEAN.search(whole.says) and not both.is_swallowed()
    if both.writes(whole) and is_clean and (whole.calls != first.calls or both.makes(first)):
        return whole
    return _with_change(both) if both.writes(first) else _of_shown(both)


def _another(both: Both) -> Plan | None:
    """Something new of another kind, which is named, beside what is new in the first: “new risk: … And add a task for her to check it”."""
    first, kinds = both.first, both.asked.heard(both.thought.said).all("KIND")
    if not kinds or not both.makes(first) or UNCLEAN.search(first.says) or not MAKES.match(both.thought.said):
        return None
    made = [str(args.get("kind")) for _, args in first.calls]
    second = both.again(IT.sub(f"the {made[-1]}", both.pointed(both.thought.said, ())))
    is_other = both.makes(second) and not any(str(args.get("kind")) in made or str(args.get("kind")) not in kinds for _, args in second.calls)
    return replace(first, calls=(*first.calls, *second.calls)) if is_other and not UNCLEAN.search(second.says) else None


def _of_shown(both: Both) -> Plan:
    """An order behind a question: it waits for what that shows, where it leans on it and the whole is not plainly read."""
    leans = both.thought.looks_back and not both.first.later
    if both.is_trusted() or (both.writes(both.whole) and not (leans and UNCLEAN.search(both.whole.says))):
        return both.whole
    return replace(both.first, later=both.thought.said) if leans else both.told_of() if both.whole.calls == both.first.calls else both.whole


def _with_change(both: Both) -> Plan:
    """An order behind a change: both in one preview, of the same record where it is about that."""
    first = both.first
    second = both.again(both.pointed(both.thought.said, both.changed()))
    is_plain = second.calls and not UNCLEAN.search(second.says) and all(both.tools[name].proposes for name, _ in second.calls)
    if both.makes(first) and second.calls == both.whole.calls:
        return both.whole                        # what was told first is why, and nobody asked for it to be kept
    if is_plain and not (both.makes(first) and both.makes(second)):
        return replace(first, calls=_joined((*first.calls, *second.calls)))
    is_other = both.makes(both.whole) and not both.makes(first)
    return both.told_of() if not both.whole.calls or is_other or (both.is_swallowed() and not both.makes(first)) else both.whole


def _of_its_field(both: Both) -> str:
    """An order on a field of what the first changes, which names no record: “assign the risk to Dev and set a review for next Monday”; "" for another."""
    m, keys = FIELD_OF_IT.fullmatch(both.thought.said), both.changed()
    own = {n.lower() for f in fields(kind_coded(keys[0])) for n in f.names} if m and keys else set[str]()
    return f"set the {m['f']} of {keys[0]} to {m['v']}" if m and keys and m["f"].lower() in own else ""


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
