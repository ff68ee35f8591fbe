"""What a model says leaves unit by unit behind the guard, and what left is the answer."""
from uuid import uuid4

from hypothesis import given, settings
from hypothesis import strategies as st
from langchain_core.messages import AIMessage
from langchain_core.outputs import ChatGeneration, LLMResult

from assistant.guarding.guard import Guard
from assistant.messages import silent
from assistant.model.listening import Ear
from assistant.model.speech import CUT, Speech
from reports.blocks import Block, Fact, Table, Text

FACT = Fact("apollo.cpi", "CPI", "0.80", "EV 20 / AC 25")
TABLE = Table("2 tasks", ("task",), (("Order steel",), ("Sell it",)))


def said(*pieces: str, read: tuple[Block, ...] = (FACT, TABLE), called: bool = False) -> tuple[list[Block], tuple[Block, ...]]:
    """What left one by one, and the answer."""
    left: list[Block] = []
    speech = Speech(Guard("how is Apollo?", (), {"Apollo": "APOLLO"}), left.append)
    speech.read(read)
    for piece in pieces:
        speech.hear(piece)
    speech.end(called=called)
    return left, speech.blocks(read)


def test_the_answer_is_the_sum_of_what_left_then_the_blocks_nobody_placed() -> None:
    left, answer = said("The CPI is [[apollo", ".cpi]]. It takes 12 days. Decide so", "on.")
    assert left == [Text("The CPI is 0.80."), Text(" Decide soon.")]
    assert answer == (Text("The CPI is 0.80. Decide soon."), FACT, TABLE)


def test_a_block_stands_where_the_model_placed_it_and_once() -> None:
    _, answer = said("Look at these.\n\n[[block:2]]\n\nThen decide. [[block:2]] [[block:9]]")
    assert answer == (Text("Look at these."), TABLE, Text("Then decide."), FACT)


def test_a_lead_goes_with_the_first_item_that_gets_through() -> None:
    _, answer = said("These matter:\n\n- 12 tasks\n- Order steel\n\nDecide soon.")
    assert answer[0] == Text("These matter:\n\n- Order steel\n\nDecide soon.")


def test_what_leans_on_a_sentence_that_is_left_out_goes_with_it() -> None:
    assert said("It takes 12 days. So decide soon. None of them is late. The CPI is [[apollo.cpi]].")[1][0] == Text("The CPI is 0.80.")
    assert said("The CPI is [[apollo.cpi]]. So decide soon.")[1][0] == Text("The CPI is 0.80. So decide soon.")


def test_a_lead_to_nothing_is_left_out() -> None:
    _, answer = said("These matter:\n\n- 12 tasks\n- 5 risks\n\nDecide soon.")
    assert answer[0] == Text("Decide soon.")


def test_a_lead_to_a_placed_block_stays() -> None:
    _, answer = said("These matter:\n\n[[block:2]]")
    assert answer == (Text("These matter:"), TABLE, FACT)


def test_a_table_that_a_model_writes_again_is_the_one_that_a_tool_shows() -> None:
    _, answer = said("These wait:\n\n| Task |\n|---|\n| Order steel |\n\nDecide soon.")
    assert answer == (Text("These wait:"), TABLE, Text("Decide soon."), FACT)


def test_a_table_of_the_models_own_words_is_drawn_as_one() -> None:
    _, answer = said("| step | of |\n| --- | --- |\n| Look into it | everybody |\n\nDecide soon.")
    assert answer[:2] == (Table("", ("step", "of"), (("Look into it", "everybody"),)), Text("Decide soon."))


def test_a_table_of_the_models_own_is_one_claim() -> None:
    _, answer = said("| task | days |\n| --- | --- |\n| Order steel | 12 |\n\nDecide soon.")
    assert answer[0] == Text("Decide soon.")


def test_a_preamble_before_the_first_call_is_not_part_of_the_answer() -> None:
    for preamble in ("Let me look that up.", "Great work! I'll mark T-5 as done and check your next steps."):
        assert said(preamble, read=(), called=True) == ([], ())


def test_marks_of_a_markup_that_faces_do_not_draw_are_left_out() -> None:
    _, answer = said("## Apollo\n\n**Decide** `soon`.")
    assert answer[0] == Text("Apollo\n\nDecide soon.")


def test_what_was_said_before_a_cut_stays_and_the_begun_sentence_goes() -> None:
    speech = Speech(Guard("hello"))
    speech.read((FACT,))
    speech.hear("The CPI is [[apollo.cpi]]. It will al")
    speech.cut()
    speech.cut()
    assert speech.blocks(()) == (Text(f"The CPI is 0.80.\n\n{CUT}"),)


def test_nothing_said_before_a_cut_says_nothing() -> None:
    speech = Speech(Guard("hello"))
    speech.hear("The CPI i")
    speech.cut()
    assert speech.blocks(()) == ()


def test_without_a_tool_too_sentences_leave_in_their_order() -> None:
    left, _ = said("One thing leads. Then more comes! ", "Why so? Because it does. Gladly.", read=())
    assert [b.text for b in left if isinstance(b, Text)] == ["Then more comes!", " Why so?", " Because it does.", " Gladly."]


WHOLE = ("Apollo needs you. The CPI is [[apollo.cpi]], e.g. low. These matter:\n\n- 12 tasks\n- Order steel. It waits.\n\n[[block:2]]\n\n"
         "| a | b |\n| --- | --- |\n| 1 | 2 |\n\nDecide so that it goes on. It takes 3 days. Gladly.")


@settings(max_examples=60)
@given(st.lists(st.integers(1, 12), min_size=1, max_size=30))
def test_an_answer_is_the_same_in_whatever_pieces_it_comes(sizes: list[int]) -> None:
    pieces, at = list[str](), 0
    while at < len(WHOLE):
        size = sizes[len(pieces) % len(sizes)]
        pieces.append(WHOLE[at:at + size])
        at += size
    left, answer = said(*pieces)
    assert answer == (Text("Apollo needs you. The CPI is 0.80, e.g. low. These matter:\n\n- Order steel. It waits."), TABLE,
                      Text("Decide so that it goes on. Gladly."), FACT)
    assert "".join(b.text for b in left if isinstance(b, Text)) == "".join(b.text for b in answer if isinstance(b, Text))


async def test_a_model_that_a_tool_asks_is_not_heard() -> None:
    left: list[Block] = []
    ear = Ear(Speech(Guard("hello"), left.append), silent, {}, "offline")
    for node in ("tools", "model"):
        run, whole = uuid4(), AIMessage(f"Spoken by {node}.", response_metadata={"finish_reason": "stop"})
        await ear.on_chat_model_start({}, [], run_id=run, metadata={"langgraph_node": node})
        await ear.on_llm_end(LLMResult(generations=[[ChatGeneration(message=whole)]]), run_id=run)
    assert left == [Text("Spoken by model.")]
