"""Blocks in Slack: within its limits whatever their size, and words of records that can neither ping nor link."""
from collections.abc import Sequence

import pytest

from assistant.messages import Answer, Offer
from bots.slack.linking import citations
from bots.slack.pieces import escaped, literal, parts
from bots.slack.rendering import Post, post, posts
from reports.blocks import Block, Card, Choices, Fact, FieldChange, Passage, Preview, Receipt, Source, Sources, Table, Text
from tests.fakes.slack import blockkit
from tests.fakes.slack.acting import in_markup, links, pings
from tests.fakes.slack.people import buttons
from tests.fakes.slack.workspace import Message

HOSTILE = "<!channel> <@U0BEN> <https://evil.example|click here> https://evil.example *bold* & <b>\u202e"
SECTION = Source("section", "DOC-1/4.2", "Handbook: Gate 2", "3.0", 12)


def every(word: str) -> tuple[Block, ...]:
    """One block of each type, with this word wherever a word can be."""
    return (
        Text(f"{word}\n- {word}\n- {word}"), Fact("slot", word, word, word, (word,)), Table(word, (word, word), ((word, word),), (word,), word),
        Card(word, "red", (word,), (word,)), Preview("P-1", word, (FieldChange(word, word, word, word),), word), Receipt(7, word, (word,), (word,), "P-1"),
        Passage(word, Source("section", word, word, word, 1)), Choices(word, (word, word)), Sources((Source("record", word, word),)),
    )


def shown(posted: Sequence[Post]) -> str:
    return "\n".join(Message("C", "1", "U", p.text, p.blocks).everything for p in posted)


def problems(posted: Sequence[Post]) -> list[str]:
    found = [problem for p in posted for problem in blockkit.problems(p.blocks)]
    return found + [f"{blockkit.length(p.blocks)} characters" for p in posted if blockkit.length(p.blocks) > blockkit.MOST_IN_ALL]


WORDS = {"word": "word", "empty": "", "blank": " ", "hostile": HOSTILE, "long": "long " * 1000, "unbroken": "x" * 9000, "lines": "a\n" * 3000}


@pytest.mark.parametrize("word", WORDS.values(), ids=WORDS)
def test_every_block_is_taken_whatever_it_says(word: str) -> None:
    assert not problems(posts(Answer("t", every(word)), "U0ANA"))
    for block in every(word):
        assert not problems([post(Answer("t", (block,)), "U0ANA")])


def test_words_of_records_neither_ping_nor_link() -> None:
    for each in posts(Answer("t", every(HOSTILE)), "U0ANA"):
        assert not pings(each.blocks)
        assert not links(each.blocks)
        assert not list(in_markup(each.text, bare=False))
        assert "<!channel>" not in shown([each])


def test_what_is_shown_is_what_the_record_says() -> None:
    assert literal("5 < 7 & a > b *c*") == "5 < 7 & a > b *c*"
    assert literal("<!here> <https://x.example|y>") == "‹!here> ‹https://x.example|y>"
    assert escaped("5 < 7 & a > b") == "5 &lt; 7 &amp; a &gt; b"


def test_a_tone_has_a_shape_and_a_word() -> None:
    assert "🔺 red" in shown(posts(Answer("t", (Card("Delivered well?", "red"),)), "U0ANA"))
    assert "🟢 green" in shown(posts(Answer("t", (Card("Delivered well?", "green"),)), "U0ANA"))


def test_a_preview_stands_apart_with_the_words_before_it() -> None:
    blocks = (Card("Apollo", "green"), Text("I put it into Apollo."), Preview("P-1", "New task", (FieldChange("new task", "title", "", "Order"),)))
    first, second = posts(Answer("t", blocks, proposal=Offer("P-1", ())), "U0ANA")
    assert "I put it into Apollo." not in shown([first])
    assert "I put it into Apollo." in shown([second])
    assert buttons(Message("C", "1", "U", "", second.blocks)) == ["Confirm", "Edit", "Discard"]


def test_every_field_of_a_change_is_shown_before_and_after() -> None:
    changes = tuple(FieldChange(f"APOLLO-T-{n}", "owner", "Ben Carter", "Ana Petrova") for n in range(60))
    text = shown(posts(Answer("t", (Preview("P-1", "Move 60 tasks", changes),)), "U0ANA"))
    assert all(f"APOLLO-T-{n} \nowner: \n" in text for n in range(60))
    assert text.count("Ben Carter → ") >= 60


def test_each_of_several_records_stands_by_its_title() -> None:
    changes = tuple(FieldChange(f"APOLLO-T-{n}", "owner", "Ben Carter", "Ana Petrova", f"Order {n}") for n in range(3))
    text = shown(posts(Answer("t", (Preview("P-1", "Change 3 tasks", changes),)), "U0ANA"))
    assert "APOLLO-T-1 Order 1, \nowner: \n" in text


def test_what_does_not_fit_is_said_to_be_left_out() -> None:
    rows = tuple((f"APOLLO-T-{n}", "a title") for n in range(240))
    assert "The first 100 of 240 rows are shown." in shown(posts(Answer("t", (Table("Tasks", ("task", "title"), rows),)), "U0ANA"))
    changes = tuple(FieldChange(f"APOLLO-T-{n}", "text", "x" * 400, "y" * 400) for n in range(30))
    assert "more fields of APOLLO-T-9, " in shown(posts(Answer("t", (Preview("P-1", "Change 30 tasks", changes),)), "U0ANA"))
    assert "the rest is too long for one message" in shown([post(Answer("t", (Passage("word " * 5000, SECTION),)), "U0ANA")])


def test_a_long_table_shows_its_first_rows_and_counts_the_rest() -> None:
    made = post(Answer("t", (Table("Tasks", ("task", "title"), tuple((f"APOLLO-T-{n}", "a title") for n in range(22))),)), "U0ANA")
    table = next(block for block in made.blocks if block["type"] == "data_table")
    assert (table["page_size"], len(table["rows"])) == (10, 23)
    assert "… and 12 more on the next pages." in shown([made])
    assert "… and 12 more" in made.text
    assert "APOLLO-T-9 |" in made.text
    assert "APOLLO-T-10" not in made.text


def test_a_table_that_is_almost_short_is_shown_whole() -> None:
    made = post(Answer("t", (Table("Tasks", ("task",), tuple((f"APOLLO-T-{n}",) for n in range(12))),)), "U0ANA")
    assert "more" not in shown([made])
    assert "APOLLO-T-11" in made.text


def test_an_empty_table_says_so() -> None:
    assert "None." in shown(posts(Answer("t", (Table("Overdue", ("task",), ()),)), "U0ANA"))


def test_a_long_answer_comes_in_several_messages_in_order() -> None:
    made = posts(Answer("t", tuple(Text(f"{n} " + "word " * 500) for n in range(12))), "U0ANA")
    assert len(made) > 1
    text = "\n".join(Message("C", "1", "U", "", p.blocks).everything for p in made)
    assert [text.index(f"{n} word") for n in range(12)] == sorted(text.index(f"{n} word") for n in range(12))


def test_a_cited_section_is_named_once() -> None:
    assert "Sources: Handbook: Gate 2, 3.0, DOC-1/4.2, p. 12" in shown(posts(Answer("t", (Text("Confirm it."),), (SECTION,)), "U0ANA"))
    assert "Sources:" not in shown(posts(Answer("t", (Passage("Confirm it.", SECTION),), (SECTION,)), "U0ANA"))


def test_a_cited_section_opens_on_the_page_where_that_has_an_address() -> None:
    said = Source("section", "DOC-1/4.2", "Gate 2", start=10, stop=40)
    made = posts(Answer("t", (Passage("Confirm it.", said), Text("And more."), Sources((said, Source("record", "APOLLO"))))), "U0ANA", "https://pmo.office.example")
    where = "https://pmo.office.example/#section/DOC-1%2F4.2:10-40"
    assert [link["url"] for link in _links(made[0].blocks)] == [where, where, "https://pmo.office.example/records/APOLLO"]
    assert not problems(made)


def test_slacks_own_sources_name_each_cited_section_once_and_only_by_our_address() -> None:
    said, other = Source("section", "DOC-1/4.2", "Gate 2"), Source("section", "https://evil.example/", "Look <here>")
    assert citations((Passage("Confirm it.", said),), (said, Source("record", "APOLLO"), other), "https://pmo.office.example/") == [
        {"type": "url", "url": "https://pmo.office.example/#section/DOC-1%2F4.2", "text": "Gate 2, DOC-1/4.2"},
        {"type": "url", "url": "https://pmo.office.example/#section/https%3A%2F%2Fevil.example%2F", "text": "Look <here>, https://evil.example/"}]
    assert citations((), (said,), "") == []


def _links(node: object) -> list[dict[str, str]]:
    if isinstance(node, dict):
        return [node] if node.get("type") == "link" else [found for each in node.values() for found in _links(each)]
    return [found for each in node for found in _links(each)] if isinstance(node, list) else []


def test_a_text_is_parted_where_it_may_be() -> None:
    assert list(parts("one two three", 8)) == ["one two", "three"]
    assert list(parts("x" * 20, 8)) == ["x" * 8, "x" * 8, "x" * 4]
    assert not list(parts("  "))
