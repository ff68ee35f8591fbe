"""Which tool a message is for, as far as its words tell: what was learned is of the tools there are and of all that lies there, and it tells them apart."""
from collections import Counter
from datetime import date

import numpy as np
import pytest

from assistant.planner.heard.hearing import hear
from assistant.planner.learned.features import features
from assistant.planner.learned.learned import NOTHING, Learned, learned
from assistant.planner.learned.weighing import WRITING, is_order, odds
from assistant.planner.learned.weights import STEPS, read, written
from benchmarks.learning import OFTEN, Told, digest, learn
from tools import TOOLS

TODAY = date(2026, 11, 18)
NAMES = {"project": {"Apollo": "APOLLO"}, "person": {"Ana": "Ana Ruiz"}}


def test_what_was_learned_is_of_the_tools_there_are_and_of_all_that_lies_there_or_python_m_benchmarks_learning_is_due() -> None:
    assert set(learned("tools").odds({})) == {*(t.name for t in TOOLS), NOTHING}
    assert learned("tools").source == digest()


def test_the_odds_are_shares_of_one() -> None:
    shared = odds(hear("how is Apollo doing?", NAMES, TODAY))
    assert sum(shared.values()) == pytest.approx(1)
    assert max(shared, key=lambda name: shared[name]) == "status_report"


def test_a_message_is_learned_by_its_words_and_a_word_said_once_by_nobody() -> None:
    messages = [Told(Counter({"late": 1, "apollo": 1}), "status_report"), Told(Counter({"late": 1}), "status_report"),
                Told(Counter({"paint": 1, "apollo": 1}), "create_record"), Told(Counter({"paint": 1, "blue": 1}), "create_record")]
    made = Learned(read(learn(messages, "these")))
    assert made.source == "these"
    assert made.odds({"late": 1})["status_report"] > 0.5 < made.odds({"paint": 1})["create_record"]
    assert (made.odds({"blue": 1}), OFTEN) == (made.odds({}), 2)
    assert (made.speaks_for("late", "status_report"), made.speaks_for("late", "create_record")) == (True, False)


@pytest.mark.parametrize(("said", "is_one"), [
    ("the pilot training is finished at last", True), ("we lost Ana for two weeks from monday", True),
    ("how is Apollo doing?", False), ("which risks are open on Apollo", False)])
def test_what_is_told_as_a_wish_is_an_order_in_whatever_words(said: str, is_one: bool) -> None:  # noqa: FBT001 - a case
    assert is_order(hear(said, NAMES, TODAY)) is is_one


def test_a_figure_of_speech_says_the_same_whoever_is_named() -> None:
    assert features(hear("how is Apollo doing?", NAMES, TODAY)) == features(hear("how is Zephyr doing?", {"project": {"Zephyr": "ZEPHYR"}}, TODAY))


def test_every_tool_that_proposes_is_one_that_writes() -> None:
    assert {"create_record", "change_records", "undo_change"} < WRITING


def test_what_features_say_together_is_what_their_table_would_say() -> None:
    table = np.random.default_rng(5).integers(-90, 90, (40, 7)) * (np.random.default_rng(6).random((40, 7)) < 0.1)
    names, features = [f"n{n}" for n in range(7)], [f"f{n}" for n in range(40)]
    rarity = {f: 1 + n / 8 for n, f in enumerate(features)}
    weights = read(written("s", names, np.zeros(7), rarity, table / STEPS, 1))
    kept = [f for n, f in enumerate(features) if table[n].any()]
    assert len(weights.marks) == len(kept) < len(features)
    several: tuple[list[list[str]], ...] = ([["f1", "f2", "nobody"], [], kept], [["nobody"]], [[]])
    for groups in several:
        places, rows = weights.known([f for group in groups for f in group])
        of = np.repeat(np.arange(len(groups)), [len(group) for group in groups])[places]
        said = weights.says(rows, of, len(groups), np.full(len(rows), STEPS / 2))
        assert said.tolist() == [sum((table[features.index(f)] / 2 for f in group if f in kept), np.zeros(7)).tolist() for group in groups]
        assert weights.rarity[rows].tolist() == [rarity[f] for group in groups for f in group if f in kept]
