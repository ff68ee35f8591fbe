"""How an installation stands: of use or not, part by part, and in numbers."""
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.jobs.slots import Slots
from assistant.operating.health import Health
from assistant.operating.metrics import Metrics
from assistant.operating.people import Numbers
from records import journal
from records.database import Database
from records.migrating import downgrade
from records.versions import chain

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)


def test_a_whole_one_is_ready(bare: Database) -> None:
    found = Health(bare).readiness()
    assert (found.is_ready, found.parts) == (True, {"records": "ok", "jobs": "nobody at work", "index": "ok", "changes": "ok"})


def test_one_that_finds_by_words_alone_is_ready_and_says_so(bare: Database) -> None:
    found = Health(bare, lambda: "there is no embedder").readiness()
    assert (found.is_ready, found.parts["index"]) == (True, "words alone")


def test_one_that_is_to_work_and_does_not_is_not_ready(bare: Database) -> None:
    assert not Health(bare, works=True).readiness().is_ready


def test_one_that_works_is_ready(bare: Database) -> None:
    _, held = Slots(bare).take()
    found = Health(bare, works=True).readiness()
    held.close()
    assert (found.is_ready, found.parts["jobs"]) == (True, "1 at work")


@pytest.mark.slow
def test_workers_are_counted_while_they_live(empty: Database) -> None:
    held = [Slots(empty).take()[1] for _ in range(2)]
    assert Slots(empty).living() == 2
    for each in held:
        each.close()
    assert Slots(empty).living() == 0


def test_a_database_of_another_version_is_of_no_use(bare: Database) -> None:
    downgrade(bare, chain()[-2])
    found = Health(bare).readiness()
    assert (found.is_ready, found.parts["records"]) == (False, "of another version")


def test_a_database_that_is_away_is_of_no_use(tmp_path: Path) -> None:
    found = Health(Database(f"sqlite:///{tmp_path / 'gone' / 'pmo.db'}")).readiness()
    assert (found.is_ready, found.parts) == (False, {"records": "out of reach"})


def test_one_that_is_read_only_says_so(bare: Database) -> None:
    assert Health(Database(str(bare.engine.url), read_only=True)).readiness().parts["changes"] == "read only"


def test_its_numbers_are_read_by_prometheus(bare: Database) -> None:
    with bare.writing() as tx:
        for tokens in (100, 23):
            journal.note_spent(tx, journal.Spent(at=NOW, asker_id=1, turn="t", calls=2, tokens_in=tokens, tokens_out=7, cost=500_000, why=""))
    lines = Metrics(Health(bare).numbers).text().decode().splitlines()
    assert {"pmo_model_calls_total 4.0", 'pmo_model_tokens_total{way="in"} 123.0', 'pmo_model_tokens_total{way="out"} 14.0', "pmo_model_cost_total 1.0",
            "pmo_workers 0.0", "pmo_jobs_waiting 0.0", "pmo_changes_total 0.0", "pmo_read_only 0.0", "pmo_index_whole 1.0"} <= set(lines)


@pytest.mark.parametrize("part", ["pmo_turns", "process_resident_memory_bytes"])
def test_what_the_process_counts_is_told_although_its_database_is_away(tmp_path: Path, part: str) -> None:
    metrics = Metrics(Health(Database(f"sqlite:///{tmp_path / 'gone' / 'pmo.db'}")).numbers)
    said = metrics.text().decode()
    assert part in said
    assert "pmo_changes" not in said


def test_people_are_known_by_their_numbers_and_strangers_by_none(sample_home: Path) -> None:
    numbers = Numbers(Database(f"sqlite:///{sample_home / 'pmo.db'}"))
    assert isinstance(numbers("ana@northlight.example"), int)
    assert numbers("stranger@example.com") is None
