"""Words that are said of a field are found among its choices, as people say them; those that may mean several are none."""
import pytest

from assistant.planner.told.choice_meant import MEANINGS, choice_meant
from assistant.planner.words.lexicon import choice_words, kind_named
from records.kinds.base import FieldOf, Record, fields
from tests.assistant.planner.asking import planned


def _field(kind: type[Record], label: str) -> FieldOf:
    return next(f for f in fields(kind) if f.label == label)


@pytest.mark.parametrize(("kind", "field", "said", "choice"), [
    ("allocation", "commitment", "firm", "hard"), ("allocation", "commitment", "softly", "soft"), ("risk", "strategy", "accepted", "accept"),
    ("issue", "status", "esclated", "escalated"), ("change request", "status", "turned down", "rejected"), ("task", "type", "bugs", "bug"),
    ("absence", "type", "hollidays", "leave"), ("dependency", "direction", "we need", "get"), ("stakeholder", "current", "suportive", "supportive")])
def test_a_choice_is_meant_by_other_words(kind: str, field: str, said: str, choice: str) -> None:
    of = kind_named(kind)
    assert choice_meant(of, _field(of, field), said) == choice


@pytest.mark.parametrize(("kind", "field", "said"), [
    ("issue", "status", "not resolved yet"), ("cost entry", "type", "commitments left out"), ("person", "role", "sponsors, executives or auditors"),
    ("requirement", "status", "has yet to implement"), ("task", "status", "decided")])
def test_what_is_denied_or_may_mean_several_is_none(kind: str, field: str, said: str) -> None:
    of = kind_named(kind)
    assert choice_meant(of, _field(of, field), said) == ""


def test_every_meaning_is_of_a_choice_and_no_wording_of_two() -> None:
    seen: set[tuple[str, str, str]] = set()
    for line in MEANINGS.read_text("utf-8").splitlines():
        kind, field, choice, said = line.split("\t")
        of = _field(kind_named(kind), field)
        own = {w for name, w, _ in choice_words(str(kind_named(kind).__tablename__)) if name == of.name}
        assert choice in of.choices, line
        for words in said.split(", "):
            assert (kind, field, words) not in seen, (kind, field, words)
            assert words not in own, (kind, field, words)
            seen.add((kind, field, words))


@pytest.mark.parametrize(("said", "values"), [
    ("comms plan corvus: fortnightly mail to the shift leaders, carla is sending it, next one due 27 nov", {
        "next due": "27 nov", "sender": "carla", "project": "CORVUS", "title": "Fortnightly mail to the shift leaders", "audience": "the shift leaders",
        "frequency": "fortnightly"}),
    ("plan a quality check for dione, inspection of the room layouts on 2 dec, mia reviews", {
        "planned": "2 dec", "reviewer": "mia", "project": "DIONE", "title": "Inspection of the room layouts", "activity": "inspection"}),
    ("i'm off from 21 to 31 december, annual leave", {"person": "me", "start": "2026-12-21", "end": "2026-12-31", "type": "leave"}),
    ("book room for gate 2, Fri, me", {"due": "Fri", "owner": "me", "title": "Book room for gate 2"}),
    ("print the gate 2 posters - Dev - thurs", {"due": "thurs", "owner": "Dev", "title": "Print the gate 2 posters"}),
    ("new contract dione: Holm & Sons, fixed price 38k, furniture, 1 dec 26 till 31 mar 27", {
        "start": "1 dec 26", "supplier": "Holm & Sons", "type": "fixed price", "end": "31 mar 27", "worth": "38k", "project": "DIONE", "title": "Furniture"})])
def test_a_new_record_holds_what_is_said_of_it(said: str, values: dict[str, str]) -> None:
    ((_, args),) = planned(said).calls
    assert args["values"] == values


def test_what_is_approved_yesterday_was_decided_then() -> None:
    ((_, args),) = planned("With reference to CORVUS-CR-1, note that the request was approved yesterday").calls
    assert args["values"] == {"decided on": "yesterday", "status": "approved"}
