"""Several things told in one sentence, each of a record of its own: “three things for Zephyr: Mia finished the review, the valuation is at 60 %, and the
lawyers sent a bill over 21,000 euros”. All of them stand in one preview, and what cannot be read of a list that was announced is told as left out."""
from collections.abc import Callable, Sequence
from dataclasses import replace
import re

from assistant.planner.heard.hearing import QUOTED
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.wording import MEANT_BY, NO_TELLING, NOT_USED
from assistant.planner.told.facts import facts, of_several
from tools.base import Tool

COUNT = r"(?:an?|one|two|three|four|a few|a couple of|some|several|\d)"
THINGS = r"(?:things?|updates?|points?|news|facts?|items?|changes?|notes?)"
HEAD = re.compile(rf"^\W*(?:(?:ok|so|hi|hello|and|please|just|quick(?:ly)?|here are)\b[\s,]*)*(?:{COUNT} )?(?:quick |short |small |more |new )*{THINGS}"
                  r"(?: (?:for|on|about|from|of|to|regarding) (?:the )?(?P<of>[\w-]+))?(?: today| now| please)?\s*[:–-]\s+", re.I)
SO = re.compile(r"\s*,\s+so\s+(?!that\b|please\b|what\b|who\b)", re.I)
TELL = re.compile(r"\s*(?:[;,.]|\s[–—-])\s*(?:and |please |can you )*(?P<said>(?:tell|inform|warn|message|let) (?:him|her|them|everybody|the [\w ]{3,20}|"
                  r"(?-i:[A-Z])[\w'-]+)(?: know)?)[\s.!]*$", re.I)
OPENED = MEANT_BY.partition("{")[0]
FEWEST = 3                                      # facts that are told without being announced


def several_told(whole: Plan, text: str, asked: Asked, tools: tuple[Tool, Tool], again: Callable[[str], Plan]) -> Plan:
    """The changes and new records that the parts tell; `whole` where it is no such list, or has as many already. `tools` change and make."""
    told = TELL.search(text)
    text = text[:told.start()] if told else text
    head, parts = HEAD.match(text), _and_so(text)
    is_led = head is not None or bool(parts)
    parts = parts or facts(asked.heard(text[head.end():] if head else text))
    if len(parts) < (FEWEST - 1 if is_led else FEWEST) or len(whole.calls) >= len(parts):
        return whole
    home = f" for {head['of']}" if head and head["of"] and asked.heard(head["of"]).of("project") else ""
    plans = [_of_part(part, home, tools, again) for part in parts]
    read = [plan for plan in plans if plan is not None]
    calls = tuple(call for plan in read for call in plan.calls)
    if not of_several(calls) or (len(read) < len(parts) if head is None else len(read) < FEWEST - 1):
        return whole
    left = [NO_TELLING.format(words=told["said"])] if told else []
    left += [NOT_USED.format(words=part) for part, plan in zip(parts, plans, strict=True) if plan is None]
    return replace(read[0], calls=calls, says=" ".join(filter(None, (*(plan.says for plan in read), *left))), understood=not left)


def _and_so(text: str) -> tuple[str, ...]:
    """What is told, and what comes of it: “I am away on Monday, so the report will be ready on Friday”."""
    parts = tuple(SO.split(text)) if "?" not in text and "\n" not in text.strip() and not QUOTED.search(text) else ()
    return parts if len(parts) == FEWEST - 1 else ()


def _of_part(part: str, home: str, tools: tuple[Tool, Tool], again: Callable[[str], Plan]) -> Plan | None:
    """The one change that a part tells, in the project that all are said of where it names none; None where it is not plainly read."""
    ways: Sequence[str] = (part, f"{part}{home}") if home else (part,)
    plans = [again(way) for way in ways]
    found = [plan for plan in plans if len(plan.calls) == 1 and plan.understood and plan.calls[0][0] in {t.name for t in tools} and (
        not plan.says or (plan.says.startswith(OPENED) and ". " not in plan.says))]
    return next((plan for plan in found if plan.calls[0][0] == tools[0].name), found[-1] if found else None)
