"""What a terminal shows while an answer is made, and what is left to show when it is whole."""
import pytest

from assistant.messages import Answer
from bots.cli.showing import Spoken, show
from reports.blocks import Block, Table, Text

TABLE = Table("Tasks", ("task",), (("Order steel",),))
PIECES: tuple[Block, ...] = (Text("Apollo is late."), Text(" Decide soon."), TABLE, Text("Then rest."))
ANSWER = Answer("t", (Text("Apollo is late. Decide soon."), TABLE, Text("Then rest."), Text("More is there.")))


def test_what_was_spoken_is_not_said_again(capsys: pytest.CaptureFixture[str]) -> None:
    show(ANSWER, as_json=False)
    whole = capsys.readouterr().out
    spoken = Spoken(lambda _: None)
    for piece in PIECES:
        spoken.say(piece)
    spoken.end()
    before = capsys.readouterr().out
    assert before.endswith("Then rest.\n")
    show(ANSWER, as_json=False, spoken=spoken)
    assert before + capsys.readouterr().out == whole


def test_an_answer_that_was_spoken_to_its_end_leaves_nothing_to_show(capsys: pytest.CaptureFixture[str]) -> None:
    spoken = Spoken(lambda _: None)
    spoken.say(Text("Hello."))
    spoken.end()
    show(Answer("t", (Text("Hello."),)), as_json=False, spoken=spoken)
    assert capsys.readouterr().out == "Hello.\n"


def test_words_that_no_longer_fit_begin_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    spoken = Spoken(lambda _: None, width=12)
    spoken.say(Text("Apollo is late."))
    spoken.say(Text(" Decide soon.\n- or later on"))
    spoken.end()
    lines = capsys.readouterr().out.splitlines()
    assert [line.rstrip() for line in lines] == ["Apollo is", "late. Decide", "soon.", "- or later", "on"]
