"""“What did you leave out?”: what an answer here said that it left out or did not understand, in its own words."""
from collections.abc import Iterator
import re

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import LEFT_BEFORE, NOTHING_LEFT

ASKED = re.compile(r"^\W*(?:(?:and|so|ok|okay|but|then|please|tell me|show me|list)\b[\s,]*)*"
                   r"(?:(?:what|which (?:lines?|parts?|things?|bits?|of (?:it|them|that|those)|words?)|anything|something)(?: else)?(?: is it that)? "
                   r"(?:did|have|had|has|do) you (?:just )?(?:leave|left|skip\w*|drop\w*|ignore\w*|omit\w*|miss\w*|not (?:read|understand|take|use)\w*)"
                   r"(?: (?:out|aside|off|away|over))?|"
                   r"(?:did|have) you (?:leave|left|skip\w*|drop\w*|ignore\w*|omit\w*|miss\w*) (?:anything|something|a line|any of it)(?: (?:out|aside))?|"
                   r"what (?:was|is|has been|got|were) (?:left out|left aside|skipped|dropped|ignored|omitted|missed|not (?:read|understood|taken|used))|"
                   r"what (?:did|could|didn['’]?t|couldn['’]?t) you (?:not )?(?:read|understand|take|use))"
                   r"(?: (?:from|of|in) (?:it|that|this|them|my \w+|the \w+))?(?: (?:and why|then|there|just now|before))*\W*$", re.I)
TOLD = re.compile(r"\b(?:left out|left aside|leaves? out|only told|changed nothing for|no field for|took no notice|not read|not understand)\b", re.I)
LATELY = 6


def left_before(heard: Heard, context: Context) -> Plan | None:
    """What was left out of what was said last; that nothing was, where no answer told of any; None for another message."""
    if not context.past or not ASKED.match(heard.text):
        return None
    for turn in reversed(context.past[-LATELY:]):
        if told := list(_told(turn.answer)):
            return Plan(says=LEFT_BEFORE.format(words=turn.question.strip().splitlines()[0][:80], told=" ".join(told)), sure=True)
    return Plan(says=NOTHING_LEFT, sure=True)


def _told(answer: str) -> Iterator[str]:
    for line in answer.replace("\\", "").splitlines():
        if TOLD.search(line):
            yield from (line.strip(" -*"),)
