"""The answer to a question of ours, in the request that it was about; and what of it is no answer but a wish of its own."""
from collections.abc import Sequence
import re

from assistant.planner.filled.stating import stated
from assistant.planner.heard.following import Context, Earlier
from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.mood import is_question
from assistant.planner.heard.plan import Asked
from assistant.planner.heard.wording import TITLE_ASKED
from assistant.planner.learned.weighing import is_order
from assistant.planner.told.told_of_people import told_of_people
from assistant.planner.words.phrases import HARD, LOOK, MAKING

SHORT = 7
BECOMES = frozenset({"PERCENT", "DATE", "person", "HOURS", "MONEY", "REPEAT"})          # what a record that is named gets
WHOLE_ONE = re.compile(r"^(?:please )?(?:compare|rank|list|show|prioriti[sz]e|summari[sz]e)\b.*\w{3}")        # a request of its own, and no answer
ASKED = re.compile(r"^(?:Which|Whose|Who|What|When|Say)\b")
UNCLEAR = re.compile(r"“(?P<w>[^”]+)”")
DAY_ALONE = re.compile(r"\W*(?:until|till|to|through|by|on|from|before)?\s*\0+[\s.!]*", re.I)
FEW_LINES = 3                                   # of an answer that comes to a question
LEADING = re.compile(r"^\s*(?:(?:for|on|in|to|the|it is|it's|i mean|i meant|of course|project|that is|no|yes)\b[\s,]*)+", re.I)


def answered(heard: Heard, context: Context, asked: Asked) -> str | None:
    """The earlier request with the answer to our question in it, or None when this is no answer."""
    last = context.past[-1] if context.past else None
    if last is None or last.state or is_question(heard) or WHOLE_ONE.match(heard.plain):
        return None
    question = _first_line(last)
    if question == TITLE_ASKED and _is_title(heard, asked):
        return f"{_whole(context.past, asked).rstrip(' ?.!:')}: {heard.text}"
    if _is_wish(heard):
        return None
    unclear = UNCLEAR.search(question)
    is_title = any(title and question.startswith(title) for _, title in last.named)      # “Which cloud hosts the portal?” was shown, and not asked
    if (ASKED.match(question) and not is_title) or (unclear and _is_name(heard)):
        return _joined(_whole(context.past, asked), heard.text, question)
    return None


def gives_title(heard: Heard, context: Context, asked: Asked) -> bool:
    """Whether it is what something new is called, which was asked: no title of what is there."""
    last = context.past[-1] if context.past else None
    return last is not None and not last.state and _first_line(last) == TITLE_ASKED and not is_question(heard) and _is_title(heard, asked)


def waits(context: Context, asked: Asked) -> str:
    """The order that we asked about last and that has no answer yet; "" where there is none."""
    last = context.past[-1] if context.past else None
    if last is None or last.state or not ASKED.match(_first_line(last)) or last.keys:
        return ""
    whole = _whole(context.past, asked)
    return whole.strip(" .!?") if "\n" not in whole and is_order(asked.heard(whole)) else ""


def _is_title(heard: Heard, asked: Asked) -> bool:
    """Whether it may be what something new is called, and is no order, no question and no sentence of its own."""
    if MAKING.match(heard.plain) or LOOK.match(heard.plain) or ("KEY" in heard.types and is_order(heard)) or told_of_people(heard):
        return False
    if HARD.match(heard.plain) and heard.types & {"project", "person"}:
        return False
    return not any(each.weight and each.values is not None for each in stated(heard, Context((), asked.projects), asked.names, asked.today))


def _is_wish(heard: Heard) -> bool:
    """Whether it is a request of its own and no answer: long, an order of more than a name, or a record with what it becomes: “T-5 70 %”."""
    if "KEY" in heard.types and is_order(heard):
        return True
    if DAY_ALONE.fullmatch(heard.signed(*((s, "\0") for s in heard.of("DATE")))):
        return False                                       # “until 18 December”
    is_long = len(heard.text.split()) > SHORT or (is_order(heard) and len(heard.text.split()) > 2)  # noqa: PLR2004 - a name may look like an order
    return is_long or ("KEY" in heard.types and bool(heard.types & BECOMES))


def _first_line(turn: Earlier) -> str:
    """What an answer begins with; the question that it ends in, where something was said before it."""
    lines = [line.strip() for line in turn.answer.replace("\\", "").strip().splitlines() if line.strip()]
    asks = next((line for line in lines[1:FEW_LINES] if turn.failed and ASKED.match(line)), "")
    return asks or (lines[0] if lines else "")


def _whole(past: Sequence[Earlier], asked: Asked) -> str:
    """The request that a question of ours was about, with the answers already given to earlier ones in it."""
    last, before = past[-1], past[-2] if len(past) > 1 else None
    if before is not None and not before.state and _first_line(before) == TITLE_ASKED and _is_title(asked.heard(last.question), asked):
        return f"{_whole(past[:-1], asked).rstrip(' ?.!:')}: {last.question}"
    if before is not None and not before.state and ASKED.match(_first_line(before)) and not _is_wish(asked.heard(last.question)):
        return _joined(_whole(past[:-1], asked), last.question, _first_line(before))
    return last.question


def _joined(question: str, answer: str, asked: str) -> str:
    """A request with the answer to what was asked about it in its place."""
    bare = LEADING.sub("", answer).strip(" .!?") or answer
    unclear = UNCLEAR.search(asked)
    if unclear and unclear["w"] in question:
        return question.replace(unclear["w"], bare, 1)
    whole = question.rstrip(" ?.!")
    if "\n" in whole and "project" in asked.lower():
        return f"{bare}:\n{whole}"                         # a list, and above it where its tasks are
    return f"{whole} on {bare}" if "project" in asked.lower() else f"{whole} {answer}"


def _is_name(heard: Heard) -> bool:
    return len(heard.text.split()) <= 3 and bool(heard.types & {"project", "person", "KEY", "DATE"})  # noqa: PLR2004 - a name
