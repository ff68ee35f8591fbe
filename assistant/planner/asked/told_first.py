"""What somebody tells that they did, with questions behind it: “I finished the order list last night, so what is my next task?”."""
from collections.abc import Callable, Iterator, Mapping
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import LOOKED_FOR, NOT_USED
from assistant.planner.told.clauses import BEGINS
from tools.base import Tool

DID = re.compile(r"^\W*(?:(?:hi|hello|hey|ok|so|good news)\b[\s,:!]*)*(?:i|we)(?:['’]ve| have| had)?(?: just| already| now| finally)* "
                 r"(?:finished|completed|started|closed|wrapped up|delivered|begun|began|fixed|resolved|done|did|handed in)\b", re.I)
JOINT = re.compile(r"\s*(?:[,;.!]+|\s[–—-]\s|\s+\b(?:and|so)\b)\s*(?:(?:so|and|but|now|then)\s+)*", re.I)
ASKS = re.compile(r"(?:who|what|which|when|where|how|is|are|does|do|can|could|will|should)\b", re.I)


def told_first(heard: Heard, tools: Mapping[str, Tool], again: Callable[[str], Plan]) -> Plan | None:
    """The proposal of what was done, with the answers; a question that nothing answers is left out, and that is said. None where it is not both."""
    if not DID.match(heard.text):
        return None
    for m in JOINT.finditer(heard.text):
        if not ASKS.match(heard.text, m.end()) or any(s.start < m.end() and m.start() < s.end for t, s in heard.spans if t != "ME"):
            continue
        fact = again(heard.text[:m.start()])
        if not fact.calls or fact.says or not all(tools[name].proposes for name, _ in fact.calls):
            return None
        plans = [_answer(question, tools, again) for question in _questions(heard.text[m.end():])]
        says = " ".join(filter(None, (plan.says for plan in plans)))
        return Plan((*(call for plan in plans for call in plan.calls), *fact.calls), says, sure=True)
    return None


def _answer(question: str, tools: Mapping[str, Tool], again: Callable[[str], Plan]) -> Plan:
    plan = again(f"{question}?")
    is_read = bool(plan.calls) and LOOKED_FOR.partition("{")[0] not in plan.says and not any(tools[name].proposes for name, _ in plan.calls)
    return plan if is_read else Plan(says=NOT_USED.format(words=question))


def _questions(rest: str) -> Iterator[str]:
    start = 0
    for m in JOINT.finditer(rest):
        if BEGINS.match(rest, m.end()):
            yield rest[start:m.start()].strip(" ?.!,")
            start = m.end()
    yield rest[start:].strip(" ?.!,")
