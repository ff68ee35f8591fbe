"""The index of vectors: brought in step with SQL, and made anew whatever happened to it."""
from collections.abc import Callable
from pathlib import Path
import shutil

import pytest

from assistant.documents import Documents, Keeper
from assistant.upkeep import Upkeep
from knowledge.index import AWAY, FILE, Folder, Index, Server
from knowledge.meaning import NOT_READY, Meaning
from knowledge.scanning import Scan
from knowledge.searching import searching
from records import credentials
from records.database import Database
from records.proposals import Change, Create
from tests.knowledge.conftest import BEN, NOW, Shelf
from tests.knowledge.meanings import Colours

COLOURS = "# Colours\n\n## 1 Doors\n\nScarlet ones.\n\n## 2 Walls\n\nEmerald ones.\n\n## 3 Roofs\n\nAzure ones.\n"


class Kept(Shelf):
    """A shelf whose server keeps an index."""

    def __init__(self, home: Path, bare_file: Path) -> None:
        super().__init__(home, Database(f"sqlite:///{shutil.copy(bare_file, home)}"))
        self.at = home / "index"
        self.embedder = Colours()
        self.index = Index(lambda: Folder(self.at), "here")
        self.meaning = Meaning(lambda: self.embedder, self.index)
        self.documents = Documents(self.database, self.meaning)
        self.keeper = Keeper(self.database, self.documents, self.meaning, self.index)

    def take_in(self, path: Path | None = None) -> list[str]:
        return list(Upkeep(self.database, lambda: NOW, documents=self.documents).ingest(path or self.folder))

    def nearest(self, question: str) -> list[str]:
        with self.database.reading() as session:
            hits = searching(session, credentials.asker(session, BEN), self.meaning).ranked(question)
            return [h.key for h in sorted(hits, key=lambda h: -(h.likeness or 0.0))][:1]

    @property
    def file(self) -> Path:
        return max(p for p in self.at.iterdir() if p.name.isdigit()) / FILE


@pytest.fixture(scope="module")
def whole(bare_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Kept:
    """One for all: each test leaves it whole."""
    made = Kept(tmp_path_factory.mktemp("kept"), bare_file)
    made.change(Create("person", {"name": "Ben", "email": BEN}))
    made.put("colours.md", COLOURS)
    made.take_in()
    assert made.meaning.note == f"Searched by words alone, for {NOT_READY}."
    assert made.keeper.look()
    return made


@pytest.mark.slow
def test_what_means_the_same_is_found(whole: Kept) -> None:
    assert whole.meaning.note == ""
    assert whole.nearest("crimson doors") == ["DOC-1/1"]
    assert whole.nearest("a blue roof") == ["DOC-1/3"]


def test_it_agrees_with_comparing_every_vector(whole: Kept) -> None:
    scan = Meaning(lambda: whole.embedder, Scan())
    with whole.database.reading() as session:
        asker = credentials.asker(session, BEN)
        for question in ("red doors", "green", "azure walls"):
            one, other = (searching(session, asker, m).ranked(question) for m in (whole.meaning, scan))
            assert [(h.key, round(h.score, 3)) for h in one] == [(h.key, round(h.score, 3)) for h in other]


def garbage(file: Path) -> None:
    file.write_bytes(b"garbage" * 1000)


def truncated(file: Path) -> None:
    with file.open("r+b") as opened:
        opened.truncate(file.stat().st_size // 2)


def deleted(file: Path) -> None:
    shutil.rmtree(file.parent)


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def swapped(file: Path) -> None:
    other = file.with_name("other")
    shutil.copy(file, other)
    other.replace(file)


@pytest.mark.parametrize("damage", [garbage, truncated, deleted, emptied, swapped])
def test_each_damage_is_noticed_by_the_next_check_and_mended(whole: Kept, damage: Callable[[Path], None]) -> None:
    before = whole.index.rebuilt
    damage(whole.file)
    assert whole.index.keep(whole.database.reading, "colours")
    assert whole.index.rebuilt == before + 1
    assert whole.nearest("a blue roof") == ["DOC-1/3"]


@pytest.mark.parametrize("damage", [None, garbage, truncated, deleted])
def test_a_new_server_opens_what_the_last_one_left_or_makes_it_anew(whole: Kept, tmp_path: Path, damage: Callable[[Path], None] | None) -> None:
    copied = tmp_path / "index"
    shutil.copytree(whole.at, copied)
    if damage:
        damage(max(p for p in copied.iterdir() if p.name.isdigit()) / FILE)
    index = Index(lambda: Folder(copied), "here")
    assert index.keep(whole.database.reading, "colours")
    assert index.rebuilt == (1 if damage in (garbage, truncated) else 0)
    assert sum(s.count for s in index._shelves.values()) == 3


def test_the_index_of_another_company_is_none_of_ours(whole: Kept, bare_file: Path, tmp_path: Path) -> None:
    other = Kept(tmp_path, bare_file)
    other.change(Create("person", {"name": "Ben", "email": BEN}))
    other.put("fruit.md", COLOURS.replace("Azure", "Plum").replace("Scarlet", "Pear"))
    other.take_in()
    shutil.copytree(whole.at, other.at)
    assert other.keeper.look()
    assert other.nearest("a plum") == ["DOC-1/3"]


def test_a_folder_is_kept_by_one_process_and_the_others_compare_every_vector(whole: Kept) -> None:
    second = Index(lambda: Folder(whole.at), "here")
    assert second.keep(whole.database.reading, "colours")
    meaning = Meaning(lambda: whole.embedder, second)
    with whole.database.reading() as session:
        hits = searching(session, credentials.asker(session, BEN), meaning).ranked("a blue roof")
    assert (meaning.note, hits[0].key) == ("", "DOC-1/3")
    assert not second._shelves


def test_a_server_that_is_away_leaves_the_words_and_says_so(whole: Kept) -> None:
    index = Index(lambda: Server("http://127.0.0.1:9"), "here")
    meaning = Meaning(lambda: whole.embedder, index)
    assert not index.keep(whole.database.reading, "colours")
    assert meaning.note == f"Searched by words alone, for {AWAY}."
    with whole.database.reading() as session:
        hits = searching(session, credentials.asker(session, BEN), meaning).find("which roofs?")
    assert [(h.key, h.likeness) for h in hits] == [("DOC-1/3", None)]


def test_what_moves_comes_or_goes_is_followed_and_nothing_is_embedded_twice(whole: Kept) -> None:
    before = whole.embedder.asked
    whole.put("fruit.md", "# Fruit\n\n## 1 Pears\n\nPear trees.\n\n## 2 Walls\n\nEmerald ones.\n")
    whole.take_in(whole.folder / "fruit.md")
    assert whole.embedder.asked == before + 2
    whole.keeper.look()
    assert {k: s.count for k, s in whole.index._shelves.items()} == {1: 5}
    whole.change(Create("space", {"name": "Garden"}))
    whole.change(Change("document", ("DOC-2",), {"space_id": 2}))
    whole.keeper.look()
    assert {k: s.count for k, s in whole.index._shelves.items()} == {1: 3, 2: 2}
    assert whole.nearest("a pear") == ["DOC-2/1"]
    whole.change(Change("document", ("DOC-2",), {"status": "retired"}))
    whole.keeper.look()
    assert {k: s.count for k, s in whole.index._shelves.items()} == {1: 3, 2: 0}
    assert whole.embedder.asked == before + 3           # and the one question


def test_vectors_of_two_models_never_meet(whole: Kept) -> None:
    class Others(Colours):
        model = "others"

    others = Others()
    meaning = Meaning(lambda: others, Scan())
    with whole.database.reading() as session:
        ben = credentials.asker(session, BEN)
        assert {h.likeness for h in searching(session, ben, meaning).ranked("a blue roof")} == {None}
    assert list(Documents(whole.database, meaning).embed_missing()) == [3]
    with whole.database.reading() as session:
        assert searching(session, ben, meaning).ranked("a blue roof")[0].likeness
    assert whole.index.keep(whole.database.reading, "others")
    assert whole.index.keep(whole.database.reading, "colours")
    assert sum(s.count for s in whole.index._shelves.values()) == 3
