"""A reader runs apart: whatever it does, its caller gets what it made or one sentence."""
from collections.abc import Iterator
from pathlib import Path

import pytest

from records import bounded
from records.bounded import Limits
from records.errors import BadInput

ALONE = bounded.run                         # before other tests let theirs be forked
SHORT = Limits(seconds=1, memory=256, result=4)
HERE = "tests.records.hostile_work"


@pytest.fixture(scope="module")
def readers() -> Iterator[bounded.Readers]:
    with bounded.Readers() as made:
        yield made


@pytest.fixture(params=["alone", "forked"], autouse=True)
def _way(request: pytest.FixtureRequest, readers: bounded.Readers, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader is bounded alike, in a process of its own and in one that is forked."""
    monkeypatch.setattr(f"{__name__}.way", ALONE if request.param == "alone" else readers.run)


way = ALONE


def run(work: str, limits: Limits = SHORT, name: str = "plan.csv") -> bytes:
    return way(f"{HERE}.{work}", b"content", name, limits, {"kind": "task"})


def refused(work: str, limits: Limits = SHORT) -> BadInput:
    with pytest.raises(BadInput) as bad:
        run(work, limits)
    return bad.value


def test_what_the_reader_makes_comes_back() -> None:
    assert run("echo").startswith(b"content plan.csv {'kind': 'task'}")


def test_the_child_knows_nothing_of_our_environment_and_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PMO_SECRET", "canary")
    said = run("echo")
    assert b"PMO_SECRET" not in said
    assert said.endswith(b" /")


def test_a_start_is_quick_and_loads_no_library_of_the_database() -> None:
    assert not {"sqlalchemy", "pydantic", "sqlmodel"} & set(run("loaded").decode().split())


def test_the_readers_own_complaint_is_the_sentence() -> None:
    assert str(refused("complain")) == "Row 7 is upside down."


@pytest.mark.slow
@pytest.mark.parametrize("work", ["fail", "crash", "die", "recurse"])
def test_a_reader_that_breaks_is_one_sentence(work: str) -> None:
    assert str(refused(work)).startswith("plan.csv could not be read: it is damaged")


def test_why_a_reader_broke_is_kept_for_whoever_mends_it() -> None:
    assert "ZeroDivisionError" in str(refused("fail").__cause__)


@pytest.mark.slow
@pytest.mark.parametrize("work", ["spin", "sleep"])
def test_a_reader_without_end_is_ended(work: str) -> None:
    assert "takes longer to read" in str(refused(work))


@pytest.mark.slow
def test_a_reader_that_swells_is_ended() -> None:
    assert "takes more memory" in str(refused("swell"))


@pytest.mark.slow
def test_a_result_has_a_size() -> None:
    assert "takes more memory" in str(refused("overflow"))


@pytest.mark.slow
@pytest.mark.parametrize("work", ["fork", "start", "call", "look", "write"])
def test_a_reader_starts_nothing_calls_nobody_and_opens_nothing(work: str) -> None:
    assert "PermissionError" in str(refused(work).__cause__)


def test_nothing_was_written() -> None:
    assert not list(Path(__file__).parent.glob("*.written"))


def children() -> set[int]:
    """The processes that this one has started and not yet laid to rest."""
    return {int(pid) for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()}


@pytest.mark.slow
def test_no_child_is_left_behind() -> None:
    before = children()
    with bounded.Readers() as readers:
        for ways in (ALONE, readers.run):
            with pytest.raises(BadInput):
                ways(f"{HERE}.crash", b"content", "plan.csv", SHORT)
    assert children() == before


@pytest.mark.slow
def test_the_process_that_forks_may_end_and_the_next_file_is_read(readers: bounded.Readers) -> None:
    run("echo")
    for process in readers._forking.values():
        process.kill()
    assert readers.run(f"{HERE}.echo", b"content", "plan.csv").startswith(b"content plan.csv")


@pytest.mark.parametrize(("name", "shown"), [("../../etc/passwd", "passwd"), ("C:\\plans\\a.csv", "a.csv"), ("a\n\u202eb\0.csv", "ab.csv"), ("", "The file"),
                                             ("x" * 500, "x" * 100)])
def test_a_files_name_is_shown_without_its_tricks(name: str, shown: str) -> None:
    assert bounded.shown(name) == shown


def test_a_large_file_gets_room_to_be_read() -> None:
    assert Limits().for_size(bytes(10 << 20)) == Limits(30, 524, 148)
