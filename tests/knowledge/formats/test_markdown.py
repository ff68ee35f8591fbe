"""Markdown: every word that was written is in a section, and its marks are not."""
import pytest

from knowledge.formats import markdown
from knowledge.formats.base import Parsed
from records.errors import BadInput


def read(text: str, name: str = "how-we-buy.md") -> Parsed:
    return markdown.read(text.encode(), name)


def told(text: str) -> list[tuple[str, str, str]]:
    return [(s.number, s.heading, s.text) for s in read(text).sections]


def test_numbered_headings_make_sections_with_the_headings_above_them() -> None:
    parsed = read("# Rules\n\nEdition: 3.1\nIn force from: 2026-01-15\n\n## 4 Gates\n\n### 4.2 Gate 1: start\n\nThe sponsor decides.\n")
    assert (parsed.title, parsed.about) == ("Rules", {"edition": "3.1", "effective": "2026-01-15"})
    assert [(s.number, s.heading, s.path) for s in parsed.sections] == [("4", "Gates", ()), ("4.2", "Gate 1: start", ("Gates",))]


def test_a_text_without_headings_is_one_section_named_by_its_file() -> None:
    assert told("Ask **Ana** first, see [the list](http://x.example).") == [("", "How we buy", "Ask Ana first, see the list.")]


def test_what_stands_before_the_first_heading_is_kept() -> None:
    assert told("Read this first.\n\n## Lamps\n\nRed.") == [("", "How we buy", "Read this first."), ("", "Lamps", "Red.")]
    assert told("# Title\n\nRead this first.\n\n## Lamps\n\nRed.")[0] == ("", "Title", "Read this first.")


def test_front_matter_gives_title_and_edition_and_is_no_heading() -> None:
    parsed = read('---\ntitle: "Lamps"\nedition: 2\ntags: [a]\n---\n\n## 1 Colour\n\nRed.')
    assert (parsed.title, parsed.about, len(parsed.sections)) == ("Lamps", {"edition": "2"}, 1)


def test_a_numbered_first_heading_is_a_section_not_the_title() -> None:
    assert [n for n, _, _ in told("# 1 Purpose\n\nWhy.\n\n# 2 Scope\n\nWhat.")] == ["1", "2"]


def test_lists_tables_and_code_keep_their_lines() -> None:
    (_, _, text), = told("## A\n\nNeeded:\n\n- a plan\n- *two*\n  - offers\n\n| who | what |\n|---|---|\n| Ana | plan |\n\n```\n# no heading\n```\n")
    assert text == "Needed:\n- a plan\n- two\n  - offers\n\nwho | what\nAna | plan\n\n# no heading"


def test_headings_in_quotations_and_hidden_text_make_no_section() -> None:
    assert told("## A\n\n> ## Quoted\n\n<!-- secret -->\nPlain\U000e0041.") == [("", "A", "Quoted\n\nPlain.")]


@pytest.mark.parametrize(("content", "why"), [
    ("Über".encode("latin-1"), "no UTF-8"), (b"", "no text"), (b"---\ntitle: A\n---\n", "no text"), (b"## \n", "no text"),
])
def test_a_file_without_readable_text_is_said(content: bytes, why: str) -> None:
    with pytest.raises(BadInput, match=why):
        markdown.read(content, "a.md")
