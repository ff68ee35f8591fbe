"""A model's answer leaves while it is made, over real HTTP: guarded, in order, and equal in the end to what is kept."""
import asyncio
from collections.abc import Sequence

from assistant.assistant import Assistant
from assistant.calling import Told, Turn
from assistant.messages import Question, Say, unheard
from assistant.model.agent import MOST_CALLS, TOO_MANY
from assistant.model.speech import CUT
from assistant.outcome import MOST_TOOLS
from reports.blocks import Block, Card, Text
from reports.formats.markdown import markdown
from tests.assistant.conftest import ANA, Ask
from tests.fakes.model import breaks_off, calls, says

STATUS = calls("status_report", project="Apollo")


def words(pieces: Sequence[Block]) -> list[str]:
    return [b.text for b in pieces if isinstance(b, Text)]


def test_sentences_leave_one_by_one_and_their_sum_begins_the_answer(heard: Ask) -> None:
    here = heard([STATUS, says("The CPI is [[apollo.cpi]]. Progress is 95 %.\n\n[[block:2]]\n\nIt needs you. Decide soon.")])
    assert words(here.pieces) == ["The CPI is 0.85.", "It needs you.", " Decide soon."]
    assert isinstance(here.pieces[1], Card)
    assert here.answer.blocks[:3] == (Text("The CPI is 0.85."), here.pieces[1], Text("It needs you. Decide soon."))
    assert here.signs == ["Reading the project’s status"]
    assert here.asked[0]["stream"]


def test_small_talk_leaves_too(heard: Ask) -> None:
    assert words(heard([says("Hello! What can I look up?")], "hello").pieces) == ["Hello!", " What can I look up?"]


def test_a_preamble_before_a_tool_does_not(heard: Ask) -> None:
    message = STATUS["choices"][0]["message"] | {"content": "Let me look that up."}
    first = {"choices": [{"index": 0, "message": message, "finish_reason": "tool_calls"}]}
    assert words(heard([first, says("It needs you.")]).pieces) == ["It needs you."]


def test_what_was_said_before_the_stream_broke_stays_and_the_cut_is_said(heard: Ask) -> None:
    here = heard([STATUS, breaks_off("It needs you. Decide so"), says("never")])
    assert words(here.pieces) == ["It needs you.", f"\n\n{CUT}"]
    assert here.answer.blocks[0] == Text(f"It needs you.\n\n{CUT}")
    assert "Delivered well?" in markdown(here.answer.blocks)
    assert (len(here.asked), here.answer.proposal) == (2, None)


def test_an_answer_that_broke_before_its_first_sentence_is_asked_for_again(heard: Ask) -> None:
    here = heard([STATUS, breaks_off("It nee"), says("It needs you.")])
    assert words(here.pieces) == ["It needs you."]
    assert here.answer.blocks[0] == Text("It needs you.")


def test_a_model_that_says_nothing_of_use_is_answered_for(heard: Ask) -> None:
    here = heard([says("There are 12 tasks.")], "hello")
    assert here.pieces == []
    assert markdown(here.answer.blocks).startswith("The language model looked nothing up, so I answered without it.")


def test_a_model_that_calls_tools_without_an_end_is_stopped(heard: Ask) -> None:
    here = heard([STATUS])
    assert len(here.asked) == MOST_CALLS
    assert here.answer.blocks[0] == Text(TOO_MANY)


def test_tools_beyond_the_most_of_a_turn_are_not_run(heard: Ask) -> None:
    many = [{**STATUS["choices"][0]["message"]["tool_calls"][0], "id": f"call_{n}"} for n in range(MOST_TOOLS + 3)]
    first = {"choices": [{"index": 0, "message": {"role": "assistant", "content": None, "tool_calls": many}, "finish_reason": "tool_calls"}]}
    here = heard([first, says("It needs you.")])
    assert sum("That is enough" in m["content"] for m in here.asked[1]["messages"] if m["role"] == "tool") == 3


class Slow:
    """A speaker that waits until it is cancelled."""

    def __init__(self) -> None:
        self.began = asyncio.Event()

    async def turn(self, asked: str, turn: Turn, say: Say = unheard) -> Told:
        """Begin, and never end, unless it is asked a second time."""
        if asked == "again":
            return Told("Here I am.")
        say(Text("I begin."))
        self.began.set()
        await asyncio.sleep(turn.now.year)
        return Told("")


async def test_a_cancelled_turn_leaves_its_thread_as_it_was(hands: Assistant) -> None:
    slow = Slow()
    assistant = Assistant(hands._caller, slow, hands._clock)       # the same company with another speaker
    turn = asyncio.create_task(assistant.answer(Question("q", ANA, "t", "how is Apollo?")))
    await slow.began.wait()
    turn.cancel()
    await asyncio.wait([turn])
    assert turn.cancelled()
    answer = await assistant.answer(Question("q2", ANA, "t", "again"))
    assert answer.blocks == (Text("Here I am."),)
    assert [e.question for e in await assistant.open(ANA, "thread", "t")] == ["again"]


def test_what_a_model_tried_in_vain_is_not_told_once_it_found_another_way(heard: Ask) -> None:
    wrong = calls("find_records", kind="task", where={"status": "quite done"})
    assert "is no status" not in markdown(heard([wrong, STATUS, says("It needs you.")]).answer.blocks)


def test_a_wish_that_came_to_nothing_is_told_whatever_the_model_says(heard: Ask) -> None:
    wrong = calls("create_record", kind="risk", values={"title": "Theft", "project": "Apollo", "impact": "huge"})
    answer = heard([wrong, STATUS, says("It needs you.")], "log a risk of theft, and how is Apollo?").answer
    assert "“huge” is no impact" in markdown(answer.blocks)
