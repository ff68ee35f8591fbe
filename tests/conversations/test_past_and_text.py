"""Whole conversations about the past and about words in all records, on the sample company."""
import pytest

from assistant.assistant import Assistant
from tests.conversations.dialogues import ANA, BEN, ELENA, PAULA, Dialogue, Line, one
from tests.conversations.doors import OwnDoor
from tests.conversations.test_dialogues import check

DIALOGUES = (
    Dialogue(ANA, (Line("how was Apollo doing on 1 October?", ("card",), shows=("As of Thu 1 Oct 2026 (change #", "Apollo is at risk at 38 %"), keys=("APOLLO",)),
                   Line("and Borealis?", ("card",), shows=("As of Thu 1 Oct 2026", "Borealis is at risk")),
                   Line("and now?", ("card",), shows=("Borealis is on track",), hides=("As of",)))),
    one(ANA, "open risks of Apollo as of last Monday", "table", shows=("As of Mon 16 Nov 2026",), keys=("APOLLO-R-1",)),
    Dialogue(ANA, (Line("what was the CPI of Apollo two weeks ago?", ("fact",), shows=("As of Wed 4 Nov 2026", "0.97")),
                   Line("and a month ago?", ("fact",), shows=("As of Sun 18 Oct 2026", "0.94")))),
    one(ANA, "tasks of Apollo as of 3 Nov", "table", shows=("As of Tue 3 Nov 2026", "16 tasks"), hides=("APOLLO-T-17",)),
    one(PAULA, "what was overdue on 1 November?", "table", shows=("As of Sun 1 Nov 2026",), keys=("APOLLO-T-5",), hides=("APOLLO-T-6",)),
    one(ELENA, "how was the portfolio a month ago?", "table", shows=("As of Sun 18 Oct 2026", "5 open projects"), keys=("ZEPHYR",)),
    Dialogue(ELENA, (Line("how was the portfolio a month ago?", ("table",), shows=("5 of 6 projects",)),
                     Line("in full", ("table",), shows=("As of Sun 18 Oct 2026", "6 projects")))),
    one(BEN, "how was the portfolio a month ago?", "table", hides=("Zephyr", "ZEPHYR")),
    one(BEN, "how was Zephyr doing on 1 October?", asks=True, shows=("I know no project “Zephyr”",)),
    one(ANA, "show T-12 as of 1 November", "card", shows=("status: to do",)),
    one(ANA, "how is Apollo doing as of next Friday?", asks=True, shows=("has not come yet",)),
    one(ANA, "how is Apollo doing as of 2 January 2020?", asks=True, shows=("Nothing had been recorded yet",)),
    one(ANA, "what changed on Apollo as of 1 November?", "choices", shows=("only as it is now",)),
    one(ANA, "search records for scanner", "table", keys=("CORVUS-T-6", "CORVUS-R-1")),
    one(ANA, "find everything about single sign-on", "table", keys=("APOLLO-CR-2",)),
    one(ANA, "search tasks for invoice", "table", keys=("APOLLO-T-12",)),
    one(ELENA, "find everything about the sensor maker", "table", keys=("ZEPHYR",)),
    one(BEN, "find everything about the sensor maker", "table", shows=("No record holds all",), hides=("ZEPHYR", "Zephyr")),
)


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda d: f"{d.who.partition('@')[0]}-{d.lines[0].says[:50]}")
def test_each_goes_as_it_should(assistant: Assistant, dialogue: Dialogue) -> None:
    door = OwnDoor(assistant)
    for number, line in enumerate(dialogue.lines):
        check(line, door.say(dialogue.who, number, line.says))
