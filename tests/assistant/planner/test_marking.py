"""Which words of an order are which value: what was learned is of the marked sentences that lie there, and reads those that nobody has said before."""
from datetime import date

import numpy as np
import pytest

from assistant.planner.heard.following import Context
from assistant.planner.heard.hearing import hear
from assistant.planner.learned.chain import NONE, Chain, What, chain
from assistant.planner.learned.marking import Marking, Piece, marking
from assistant.planner.learned.weights import read
from assistant.planner.told.creating import created
from assistant.planner.words.lexicon import kind_named
from benchmarks.learning import digest
from benchmarks.marking import Row, keyed, learn, row, unmarked

TODAY = date(2026, 11, 18)
NAMES = {"project": {"Apollo": "APOLLO"}, "person": {"Ana": "Ana Ruiz", "Mia": "Mia Fischer"}}


def marked(kind: str, said: str, what: What = "values") -> dict[str, str]:
    heard = hear(said, NAMES, TODAY)
    return {m.field: said[m.start:m.end] for m in marking(heard, kind_named(kind), what).runs()}


@pytest.mark.slow
@pytest.mark.parametrize("what", ["values", "changes"])
def test_what_was_learned_is_of_all_that_lies_there_or_python_m_benchmarks_learning_is_due(what: What) -> None:
    assert chain(what).source == digest()


@pytest.mark.parametrize(("kind", "said", "wanted"), [
    ("task", "the boiler hisses again, so Ana should bleed the radiators by Friday, 2h", {"owner": "Ana", "title": "bleed the radiators", "due": "Friday"}),
    ("risk", "the quarry might run out of gravel, likely, Mia keeps an eye on it", {"title": "the quarry might run out of gravel", "probability": "likely"}),
    ("cost entry", "Bill from Moebel Krause came in, 8,450 euros, goes on Apollo", {"amount": "8,450 euros", "project": "Apollo"})])
def test_each_word_is_marked_with_the_field_it_is_a_value_of(kind: str, said: str, wanted: dict[str, str]) -> None:
    assert wanted.items() <= marked(kind, said).items()


def test_of_a_change_what_tells_which_records_are_meant_is_told_from_what_they_get() -> None:
    found = marked("task", "hand all open tickets of Mia over to Ana", "changes")
    assert (found["?owner"], found["owner"]) == ("Mia", "Ana")


def test_a_reason_is_no_part_of_a_title() -> None:
    heard = hear("Ana please order new gloves by Friday, the old ones are torn", NAMES, TODAY)
    made = created(kind_named("task"), heard, Context((), NAMES["project"]))
    assert (made["title"], made["owner"], made["due"]) == ("Order new gloves", "Ana", "Friday")


@pytest.mark.parametrize(("said", "title"), [
    ("create a task for Ana to fix <img src=x onerror=alert(1)> by Friday", "Fix <img src=x onerror=alert(1)>"),
    ("create a task in Apollo: tell <!channel> about https://evil.example and <@U0BEN>", "Tell <!channel> about https://evil.example and <@U0BEN>")])
def test_a_title_is_cut_in_the_midst_of_no_word(said: str, title: str) -> None:
    assert created(kind_named("task"), hear(said, NAMES, TODAY), Context((), NAMES["project"]))["title"] == title


def test_a_run_of_words_bridges_one_that_is_unsure_and_no_more() -> None:
    row_ = [Piece(n, n + 1, w, "WORD") for n, w in enumerate("abcde")]
    shares = np.array([[.1, .9], [.6, .4], [.1, .9], [1, 0], [.2, .8]], dtype=np.float32)
    found = Marking(row_, (NONE, "title"), shares).run("title")
    assert found is not None
    assert (found.start, found.end) == (0, 3)
    assert Marking(row_, (NONE, "title"), shares).run("owner") is None


def test_the_shares_of_each_word_are_of_one() -> None:
    names, shares = chain("values").shares([["w=fix"], ["w=it"]], ["title", "owner"])
    assert set(names) == {NONE, "title", "owner"}
    assert shares.sum(axis=1) == pytest.approx([1, 1], abs=1e-4)


def test_a_name_is_learned_by_what_a_word_is_told_by_and_by_its_neighbour() -> None:
    rows = [Row([["w=ask"], ["t=PERSON"], ["w=fix"]], [NONE, "owner", "title"], ["owner", "title"]),
            Row([["w=ask"], ["t=PERSON"], ["w=paint"]], [NONE, "owner", "title"], ["owner", "title"])] * 3
    made = Chain(read(learn(rows, "these")))
    names, shares = made.shares([["w=ask"], ["t=PERSON"], ["w=never said"]], ["owner", "title"])
    assert made.source == "these"
    assert [names[n] for n in shares.argmax(axis=1)] == [NONE, "owner", "title"]


def test_a_marked_sentence_is_read_as_it_is_said_and_with_a_key_for_its_title() -> None:
    said = "please give the {?title=oven repair} to {owner=Ana}"
    assert unmarked(said) == "please give the oven repair to Ana"
    assert keyed("change_records", "task", said) == "please give {?key=APOLLO-T-7} to {owner=Ana}"
    assert keyed("change_records", "task", "give it to {owner=Ana}") == ""
    made = row("task", said, NAMES, TODAY, "changes")
    assert made.names == [NONE, NONE, NONE, "?title", "?title", NONE, "owner"]
