"""Full text: whatever is written is found by its words at once, by those who may see it, on every kind."""
from collections.abc import Iterable
from datetime import timedelta

import pytest
import sqlalchemy as sa

from records import finding
from records.errors import BadInput
from records.finding import folded, sought
from records.kinds import KINDS, Person, Project, Risk, Task
from records.kinds.base import Record
from records.proposals import Change, Create, Undo
from records.reading import Reader
from tests.records.conftest import ADMIN, ANA, BEN, DORA, NOW, VERA, Office


def keys(office: Office, who: str, said: str, kind: type[Record] | None = None, limit: int = 20) -> list[str]:
    with office.reader(who) as reader:
        return [f.key for f in reader.search(said, kind, limit)]


def test_words_are_found_in_titles_and_texts_of_all_kinds(office: Office) -> None:
    office.do(ANA, Create("task", {"title": "Train the testers", "project_id": 1, "description": "How the hand scanner is charged."}),
              Create("changerequest", {"title": "Buy scanners", "project_id": 1}),
              Create("lesson", {"title": "Order early", "project_id": 1, "recommendation": "The SCANNERS came late."}))
    assert keys(office, BEN, "scanner") == ["APOLLO-CR-1", "APOLLO-T-3", "APOLLO-LL-1"]


def test_a_title_stands_before_a_text(office: Office) -> None:
    office.do(ANA, Create("task", {"title": "Anything", "project_id": 1, "description": "crane"}), Create("task", {"title": "Rent a crane", "project_id": 1}))
    assert keys(office, BEN, "crane") == ["APOLLO-T-4", "APOLLO-T-3"]


@pytest.mark.parametrize("said", ["Größe", "grosse", "GRÖSSE", "prüfung", "prufung", "cafe", "Café", "smorrebrod", "groß"])
def test_accents_and_capitals_do_not_matter(office: Office, said: str) -> None:
    office.do(ANA, Create("task", {"title": "Größe: Prüfung im Café, Smørrebrød", "project_id": 1}))
    assert keys(office, BEN, said) == ["APOLLO-T-3"]


def test_every_word_is_wanted_and_some_do_when_no_record_has_all(office: Office) -> None:
    with office.reader(BEN) as reader:
        assert [(f.key, f.partly) for f in reader.search("order the steel")] == [("APOLLO-T-2", False)]
        assert {(f.key, f.partly) for f in reader.search("steel plans")} == {("APOLLO-T-1", True), ("APOLLO-T-2", True), ("APOLLO-R-1", True)}


def test_one_kind_alone_can_be_searched(office: Office) -> None:
    assert set(keys(office, BEN, "steel")) == {"APOLLO-T-2", "APOLLO-R-1"}
    assert keys(office, BEN, "steel", Risk) == ["APOLLO-R-1"]


def test_a_sentence_speaks_of_titles_that_who_says_it_may_see(office: Office) -> None:
    office.do(ANA, Create("task", {"title": "Train the testers", "project_id": 1, "description": "Order nothing."}))
    with office.reader(BEN) as reader:
        assert reader.spoken_of("training of the testers before we order the steel") == {
            "training of the testers": "APOLLO-T-3", "order the steel": "APOLLO-T-2"}
        assert reader.spoken_of("nothing") == reader.spoken_of("") == {}
    office.do(ANA, Change("project", ("APOLLO",), {"access": "restricted"}))
    with office.reader(VERA) as reader:
        assert reader.spoken_of("training of the testers before we order the steel") == {}


def test_what_is_found_tells_where_the_words_stand(office: Office) -> None:
    text = "First the walls are painted, then the floor is laid. " * 3 + "The new scanner stands beside the door. " + "And so on. " * 20
    office.do(ANA, Create("task", {"title": "Furnish", "project_id": 1, "description": text}))
    with office.reader(BEN) as reader:
        (found,) = reader.search("scanners")
        assert (found.kind, found.title, found.line) == (Task, "Furnish", "APOLLO-T-3 Furnish (to do)")
        assert found.snippet.startswith("description: …")
        assert "new scanner stands beside the door" in found.snippet
        assert len(found.snippet) < 160


def test_a_change_is_found_by_its_new_words_and_no_longer_by_its_old_ones(office: Office) -> None:
    office.do(ANA, Change("task", ("APOLLO-T-1",), {"title": "Print the drawings"}))
    assert (keys(office, BEN, "drawings"), keys(office, BEN, "plans")) == (["APOLLO-T-1"], [])


def test_a_change_of_one_text_keeps_the_others(office: Office) -> None:
    office.do(ANA, Change("task", ("APOLLO-T-1",), {"description": "In colour"}), Change("task", ("APOLLO-T-2",), {"status": "done"}))
    assert (keys(office, BEN, "plans"), keys(office, BEN, "colour"), keys(office, BEN, "order")) == (["APOLLO-T-1"], ["APOLLO-T-1"], ["APOLLO-T-2"])


def test_what_is_taken_back_is_not_found_until_it_is_brought_back(office: Office) -> None:
    made = office.do(ANA, Create("task", {"title": "Paint the hall", "project_id": 1}))
    assert keys(office, ANA, "paint") == ["APOLLO-T-3"]
    gone = office.do(ANA, Undo(made))
    assert keys(office, ANA, "paint") == []
    office.do(ANA, Undo(gone))
    assert keys(office, ANA, "paint") == ["APOLLO-T-3"]


# --- who finds what ---

@pytest.mark.parametrize(("who", "found"), [(DORA, ["ZEPHYR-T-1"]), (ADMIN, ["ZEPHYR-T-1"]), (BEN, []), (ANA, []), (VERA, [])])
def test_what_is_hidden_is_not_found(office: Office, who: str, found: list[str]) -> None:
    assert keys(office, who, "seller") == found


def test_a_project_that_becomes_restricted_is_hidden_with_all_it_holds(office: Office) -> None:
    office.do(ANA, Change("project", ("APOLLO",), {"access": "restricted"}))
    assert (keys(office, VERA, "steel"), len(keys(office, BEN, "steel"))) == ([], 2)


def test_a_moved_record_is_found_by_those_who_see_its_new_place(office: Office) -> None:
    office.do(ADMIN, Change("task", ("APOLLO-T-1",), {"project_id": 2}))
    assert (keys(office, VERA, "plans"), keys(office, DORA, "plans")) == ([], ["APOLLO-T-1"])


def test_what_only_some_may_read_is_found_by_nobody(office: Office) -> None:
    office.do(ANA, Create("stakeholder", {"name": "The mayor", "project_id": 1, "notes": "He is corrupt", "expectations": "A bridge"}))
    assert [keys(office, who, "corrupt") for who in (ANA, ADMIN, BEN)] == [[], [], []]
    assert keys(office, BEN, "bridge") == ["APOLLO-S-1"]


def test_a_line_that_is_found_shows_no_money_to_who_may_not_see_it(office: Office) -> None:
    with office.reader(BEN) as reader:
        assert [f.line for f in reader.search("works")] == ["APOLLO-B-1 Works: –"]


# --- what people type ---

@pytest.mark.parametrize("said", ['"steel', "steel*", "steel AND", "NEAR(steel", "title:steel", "-steel", "steel'; DROP TABLE task; --", "^steel", "{steel}",
                                  "st\u00e9el", "steel | !", "steel:*", "(steel) & \\", "steel\x00", "\ud800 steel"])
def test_what_is_typed_is_only_ever_words(office: Office, said: str) -> None:
    assert "APOLLO-T-2" in keys(office, BEN, said)


@pytest.mark.parametrize("said", ["", "  ", "*", '"', "!?", "🙂"])
def test_where_there_are_no_words_one_is_told_to_say_them(office: Office, said: str) -> None:
    with office.reader(BEN) as reader, pytest.raises(BadInput, match="Say the words"):
        reader.search(said)


def test_what_is_said_very_long_is_cut() -> None:
    assert len(sought("word " * 5 + " ".join(f"w{n}" for n in range(1000)))) == finding.MOST_WORDS
    assert len(sought("x" * 100_000)[0]) == finding.LONGEST_WORD


def test_small_words_are_looked_for_only_when_there_are_no_others() -> None:
    assert (sought("the steel of the hall"), sought("of the")) == (["steel", "hall"], ["of", "the"])


@pytest.mark.parametrize(("text", "words"), [("Größe, CAFÉ!", "grosse cafe"), ("single sign-on", "single sign on"), ("İstanbul Ǆ ﬁne", "istanbul dz fine"),
                                             ("a_b 3,5 x²", "a b 3 5 x2"), ("naïve\tŁódź\nÆsir", "naive lodz aesir"), ("", ""), ("日本 語", "日本 語")])
def test_words_are_folded_the_same_for_every_engine(text: str, words: str) -> None:
    assert folded(text) == words


def test_the_past_is_not_searched(office: Office) -> None:
    with office.reader(BEN) as reader, pytest.raises(BadInput, match="as they are now"):
        reader.at(NOW - timedelta(days=1)).search("steel")


# --- what is kept ---

def kept(office: Office) -> set[tuple[object, ...]]:
    with office.database.reading() as session:
        return {tuple(row) for row in session.execute(sa.text("SELECT kind, record_id, title, body FROM wording"))}


def test_what_is_kept_is_what_would_be_kept_anew(office: Office) -> None:
    """After all kinds of changes the words are the same as if every record were read again."""
    office.do(ANA, Create("task", {"title": "Paint", "project_id": 1}), Change("risk", ("APOLLO-R-1",), {"response": "Buy early"}))
    office.do(ANA, Undo(office.do(ANA, Create("milestone", {"title": "Roof on", "project_id": 1, "planned": "2026-12-01"}))))
    office.do(ADMIN, Create("person", {"name": "Zoë", "email": "zoe@office.example"}), Change("project", ("APOLLO",), {"purpose": "A bridge"}))
    before = kept(office)
    with office.database.writing() as tx:
        tx.execute(sa.text("DELETE FROM wording"))
        finding.fill(tx.connection())
    assert kept(office) == before


def test_the_index_is_sound(office: Office) -> None:
    office.do(ANA, Change("task", ("APOLLO-T-1",), {"title": "Print"}), Create("task", {"title": "Paint", "project_id": 1}))
    if office.database.engine.dialect.name == "sqlite":
        with office.database.writing() as tx:
            tx.execute(sa.text("INSERT INTO found_words(found_words, rank) VALUES ('integrity-check', 1)"))


@pytest.mark.parametrize("kind", KINDS)
def test_no_narrow_field_and_no_choice_is_kept(kind: type[Record]) -> None:
    assert not [f.name for f in finding.told(kind) if f.says.only or f.choices or f.refers]


def test_people_and_projects_are_found_too(office: Office) -> None:
    def kinds(found: Iterable[str]) -> set[str]:
        return set(found)
    assert kinds(keys(office, BEN, "okafor")) == {"P-3"}
    assert kinds(keys(office, BEN, "apollo")) == {"APOLLO"}
    assert [f.name for f in finding.told(Person)][:2] == ["name", "email"]
    assert "name" in {f.name for f in finding.told(Project)}


def test_a_search_writes_nothing_and_asks_within_rights(office: Office) -> None:
    with office.reader(BEN) as reader:
        assert isinstance(reader, Reader)
        said = str(finding._rights(KINDS, reader.asker))
        assert said.count("EXISTS") == len(KINDS)
        assert "access" in said
