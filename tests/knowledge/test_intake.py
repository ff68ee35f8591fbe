"""Documents taken in: once, in both formats, in newer and older editions, and a bad one not at all."""
from pathlib import Path

import pytest

from knowledge.sample import DOCUMENTS
from records.errors import BadInput
from records.proposals import Change, Create
from tests.knowledge.conftest import Shelf, page
from tests.knowledge.formats.making import bomb, word

RULES = "# Rules\n\nEdition: {edition}\nIn force from: {since}\n\n## 1 Lamps\n\n{text}\n"


def rules(edition: str, text: str, since: str = "2026-01-01") -> str:
    return RULES.format(edition=edition, text=text, since=since)


def printed(edition: str, text: str) -> bytes:
    return page([("Rules", 20, False), (f"Edition: {edition}", 10, False), ("1 Lamps", 14, True), (text, 10, False)])


def test_pdf_alone_is_read_with_its_sections_and_pages(shelf: Shelf) -> None:
    path = shelf.put("handbook.pdf", (DOCUMENTS / "handbook.pdf").read_bytes())
    assert shelf.take_in(path) == ["handbook.pdf: DOC-1, 40 sections, edition 3.1"]
    assert shelf.search(lambda s: next((h.key, h.page) for h in s.find("can I skip the risk review?"))) == ("DOC-1/6.2", 3)


def test_what_did_not_change_writes_nothing(shelf: Shelf) -> None:
    shelf.take_in(DOCUMENTS)
    before = shelf.one("select count(*) || ' ' || (select count(*) from stem) || ' ' || (select count(*) from version) from change")
    assert {line.partition(": ")[2] for line in shelf.take_in(DOCUMENTS)} == {"unchanged"}
    assert shelf.one("select count(*) || ' ' || (select count(*) from stem) || ' ' || (select count(*) from version) from change") == before


@pytest.mark.slow
def test_a_new_edition_supersedes_the_old_whose_citation_still_opens(shelf: Shelf) -> None:
    for edition, text in (("1.0", "Lamps are red."), ("2.0", "Lamps are green.")):
        shelf.take_in(shelf.put("rules.md", rules(edition, text)))
    assert shelf.found("which lamps?") == [("DOC-1/1", "Lamps are green.")]
    assert (shelf.opened("DOC-1@1.0/1").text, shelf.opened("DOC-1@1.0/1").warning) == ("Lamps are red.", "superseded by a newer edition")
    assert shelf.opened("DOC-1/1").text == "Lamps are green."


def test_old_and_new_edition_side_by_side_stay_in_their_order(shelf: Shelf) -> None:
    shelf.put("rules-2.md", rules("2.0", "Lamps are green.", "2026-06-01"))
    shelf.put("z-rules-1.md", rules("1.0", "Lamps are red."))
    assert shelf.take_in()[1] == "z-rules-1.md: DOC-1, the older edition 1.0, for those who cite it"
    assert {line.partition(": ")[2] for line in shelf.take_in()} == {"unchanged"}
    assert shelf.found("which lamps?") == [("DOC-1/1", "Lamps are green.")]
    assert shelf.opened("DOC-1@1.0/1").text == "Lamps are red."


def test_an_edition_that_is_not_yet_in_force_waits(shelf: Shelf) -> None:
    shelf.take_in(shelf.put("rules.md", rules("1.0", "Lamps are red.")))
    assert shelf.take_in(shelf.put("rules.md", rules("2.0", "Lamps are green.", "2027-01-01"))) == [
        "rules.md: left out. Edition 2.0 is in force from 1 Jan 2027 only; take it in then. Until that day 1.0 holds."]
    assert shelf.found("which lamps?") == [("DOC-1/1", "Lamps are red.")]


@pytest.mark.slow
def test_a_text_that_is_mended_within_its_edition_keeps_the_pages_of_its_twin(shelf: Shelf) -> None:
    shelf.put("rules.pdf", printed("1.0", "Lamps are red."))
    shelf.put("rules.md", rules("1.0", "Lamps are red."))
    shelf.take_in()
    shelf.put("rules.md", rules("1.0", "Lamps are red and bright."))
    assert shelf.take_in() == ["rules.md: DOC-1, 1 section, edition 1.0", "rules.pdf: unchanged"]
    assert shelf.search(lambda s: [(h.text, h.page) for h in s.find("which lamps?")]) == [("Lamps are red and bright.", 1)]


@pytest.mark.slow
def test_a_newer_pdf_takes_the_place_of_an_older_text(shelf: Shelf) -> None:
    shelf.put("rules.md", rules("1.0", "Lamps are red."))
    shelf.put("rules.pdf", printed("1.0", "Lamps are red."))
    shelf.take_in()
    shelf.put("rules.pdf", printed("2.0", "Lamps are green."))
    assert shelf.take_in() == ["rules.md: unchanged", "rules.pdf: DOC-1, 1 section, edition 2.0"]
    assert shelf.found("which lamps?") == [("DOC-1/1", "Lamps are green.")]


@pytest.mark.slow
def test_where_one_format_is_gone_the_other_answers(shelf: Shelf) -> None:
    text = shelf.put("rules.md", rules("1.0", "Lamps are red."))
    shelf.put("rules.pdf", printed("1.0", "Lamps are red."))
    shelf.take_in()
    text.unlink()
    assert shelf.take_in() == ["rules.pdf: DOC-1, 1 section, edition 1.0", "rules.md: gone"]
    assert shelf.found("which lamps?") == [("DOC-1/1", "Lamps are red.")]


@pytest.mark.slow
def test_a_document_whose_files_are_gone_is_retired_and_comes_back_with_them(shelf: Shelf) -> None:
    shelf.put("other.md", "# Other\n\nLadders.")
    path = shelf.put("rules.md", rules("1.0", "Lamps are red."))
    shelf.take_in()
    path.unlink()
    assert shelf.take_in()[1:] == ["rules.md: gone, DOC-2 is retired"]
    assert shelf.found("which lamps?") == []
    assert (shelf.opened("DOC-2/1").text, shelf.opened("DOC-2/1").warning) == ("Lamps are red.", "retired")
    shelf.put("rules.md", rules("1.0", "Lamps are red."))
    shelf.take_in()
    assert shelf.found("which lamps?") == [("DOC-2/1", "Lamps are red.")]


@pytest.mark.slow
def test_what_a_person_retired_stays_retired(shelf: Shelf) -> None:
    shelf.put("rules.md", rules("1.0", "Lamps are red."))
    shelf.take_in()
    shelf.change(Change("document", ("DOC-1",), {"status": "retired"}))
    assert shelf.take_in() == ["rules.md: unchanged"]
    assert shelf.found("which lamps?") == []


def test_a_file_that_moved_keeps_its_document(shelf: Shelf) -> None:
    path = shelf.put("old.md", "# Lamps\n\nLamps are red.")
    shelf.take_in()
    path.rename(shelf.folder / "new.md")
    assert shelf.take_in() == ["new.md: DOC-1, 1 section", "old.md: gone"]
    assert shelf.found("which lamps?") == [("DOC-1/lamps", "Lamps are red.")]


def test_a_copy_of_a_file_is_cited_once(shelf: Shelf) -> None:
    for name in ("a.md", "b/copy.md"):
        shelf.put(name, "# Lamps\n\nLamps are red.")
    assert shelf.take_in() == ["a.md: DOC-1, 1 section", "b/copy.md: the same as DOC-1 in another place"]
    assert shelf.found("which lamps?") == [("DOC-1/lamps", "Lamps are red.")]


def test_an_empty_folder_retires_nothing(shelf: Shelf) -> None:
    path = shelf.put("rules.md", rules("1.0", "Lamps are red."))
    shelf.take_in()
    path.unlink()
    with pytest.raises(BadInput, match="nothing in shelf that I can read"):
        shelf.take_in()
    assert shelf.found("which lamps?")


@pytest.mark.slow
def test_documents_without_edition_are_the_same_only_beside_each_other(shelf: Shelf) -> None:
    for folder in ("north", "south"):
        shelf.put(f"{folder}/index.md", f"# Overview\n\n## Lamps\n\nLamps of the {folder}.")
    assert [line.partition(", ")[0] for line in shelf.take_in()] == ["north/index.md: DOC-1", "south/index.md: DOC-2"]
    shelf.put("north/index.pdf", page([("Overview", 20, False), ("Lamps", 14, True), ("Lamps of the north.", 10, False)]))
    assert shelf.take_in()[-1] == "north/index.pdf: the same as DOC-1 in another format"


@pytest.mark.slow
def test_two_texts_of_one_title_and_edition_are_not_both_taken(shelf: Shelf) -> None:
    shelf.put("a.md", rules("1.0", "Lamps are red."))
    shelf.put("b.md", rules("1.0", "Lamps are green."))
    assert shelf.take_in() == ["a.md: DOC-1, 1 section, edition 1.0", "b.md: left out. DOC-1 has this title and edition already, from a.md."]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "content", "why"), [
    ("broken.pdf", b"%PDF-1.4 nothing", "no whole PDF"), ("latin.md", "Über".encode("latin-1"), "no UTF-8"),
    ("dated.md", b"# A\n\nIn force from: tomorrow\n\n## 1 B\n\nC.", "is no date"), ("empty.md", b"", "holds no text"),
])
def test_a_bad_file_is_said_leaves_nothing_and_the_others_are_read(shelf: Shelf, name: str, content: bytes, why: str) -> None:
    shelf.put(name, content)
    shelf.put("rules.md", rules("1.0", "Lamps are red."))
    lines = shelf.take_in()
    assert any(line.startswith(f"{name}: left out") and why in line for line in lines), lines
    assert shelf.found("which lamps?")
    assert shelf.one("select count(*) from document") == shelf.one("select count(*) from version") == 1


@pytest.mark.slow
def test_a_file_that_became_bad_leaves_what_was_there(shelf: Shelf) -> None:
    shelf.take_in(shelf.put("rules.md", rules("1.0", "Lamps are red.")))
    shelf.take_in(shelf.put("rules.md", "Über".encode("latin-1")))
    assert shelf.found("which lamps?") == [("DOC-1/1", "Lamps are red.")]


def test_another_kind_of_file_is_refused_with_what_can_be_read(shelf: Shelf) -> None:
    with pytest.raises(BadInput, match=r"Save it as \.xlsx"):
        shelf.take_in(shelf.put("sheet.xls", b""))


@pytest.mark.slow
def test_what_cannot_be_read_is_said_of_every_file_of_a_folder(shelf: Shelf) -> None:
    shelf.put("rules.md", rules("1.0", "Lamps are red."))
    shelf.put("plan.png", b"\x89PNG")
    assert shelf.take_in() == ["rules.md: DOC-1, 1 section, edition 1.0", "plan.png: left out. plan.png is a picture, and I read text only."]


@pytest.mark.slow
def test_a_bomb_leaves_what_was_there(shelf: Shelf) -> None:
    shelf.take_in(shelf.put("rules.docx", word("Lamps are red.")))
    assert shelf.take_in(shelf.put("rules.docx", bomb("word/document.xml"))) == [
        "rules.docx: left out. rules.docx is too deeply packed to be read: it would unfold to 150 MB."]
    assert [text for _, text in shelf.found("which lamps?")] == ["Lamps are red."]


def test_hidden_folders_are_left_alone(shelf: Shelf) -> None:
    shelf.put(".git/notes.md", "# Notes\n\nNothing.")
    shelf.put("rules.md", rules("1.0", "Lamps are red."))
    assert len(shelf.take_in()) == 1


@pytest.mark.slow
def test_sections_without_number_are_cited_by_their_heading(shelf: Shelf) -> None:
    shelf.put("rules.md", "# Rules\n\n## Lamps & bulbs\n\nRed.\n\n## Notes\n\nOne.\n\n## Notes\n\nTwo.\n\n## 2026\n\nA year.")
    shelf.take_in()
    for key, text in (("lamps-bulbs", "Red."), ("notes", "One."), ("notes-2", "Two."), ("s-2026", "A year.")):
        assert shelf.opened(f"DOC-1/{key}").text == text


def test_a_long_section_is_quoted_by_its_passage(shelf: Shelf) -> None:
    shelf.put("rules.md", "# Rules\n\n## 1 Tools\n\n" + "Hammers are kept in the shed. " * 80 + "\n\nLamps are red.\n")
    shelf.take_in()
    (key, text), = shelf.found("which lamps?")
    assert key == "DOC-1/1"
    assert text.endswith("Lamps are red.")
    assert len(text) <= 1200


def test_the_path_of_a_file_may_hold_anything(shelf: Shelf) -> None:
    shelf.put("50%_done/über_uns.md", "# Rules\n\n## 1 Lamps\n\nRed.")
    shelf.take_in()
    assert shelf.take_in() == [f"{Path('50%_done/über_uns.md')}: unchanged"]


@pytest.mark.slow
def test_what_a_file_says_of_itself_is_its_record(shelf: Shelf) -> None:
    shelf.change(Create("person", {"name": "Ana", "email": "ana@office.example"}))
    shelf.change(Create("space", {"name": "Board"}))
    facts = "---\nowner: Ana\napprover: ben@office.example\nspace: Board\ntype: method\nstatus: draft\nreview: 2027-01-31\n---\n"
    shelf.take_in(shelf.put("lamps.md", f"{facts}# Lamps\n\nRed ones."))
    told = "select owner_id || ' ' || approver_id || ' ' || space_id || ' ' || type || ' ' || status || ' ' || review from document"
    assert shelf.one(told) == "2 1 1 method draft 2027-01-31"
    shelf.change(Change("document", ("DOC-1",), {"status": "in force", "owner_id": 1}))
    shelf.take_in(shelf.put("lamps.md", "# Lamps\n\nGreen ones."))
    assert shelf.one(told) == "1 1 1 method in force 2027-01-31"


@pytest.mark.slow
def test_a_space_that_is_not_there_is_said(shelf: Shelf) -> None:
    assert shelf.take_in(shelf.put("lamps.md", "# Lamps\n\nSpace: Attic\n\nRed ones.")) == [
        "lamps.md: left out. There is no space “Attic”. Make it first, or leave it out."]


def test_a_file_that_cannot_be_opened_is_said_and_the_others_are_read(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.put("rules.md", rules("1.0", "Lamps are red."))
    shelf.put("secret.md", "# Secret")
    plain = Path.read_bytes

    def read(path: Path) -> bytes:
        if path.name == "secret.md":
            raise PermissionError(13, "Permission denied")
        return plain(path)
    monkeypatch.setattr(Path, "read_bytes", read)
    assert shelf.take_in() == ["rules.md: DOC-1, 1 section, edition 1.0", "secret.md: left out. It cannot be opened: permission denied."]


@pytest.mark.slow
def test_what_is_read_ahead_is_stored_in_its_order(shelf: Shelf) -> None:
    for n in range(30):
        shelf.put(f"{n:02}.md", f"# Note {n}\n\nNumber {n}.")
    assert [line.partition(",")[0] for line in shelf.take_in()] == [f"{n:02}.md: DOC-{n + 1}" for n in range(30)]
