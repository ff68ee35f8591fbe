"""A folder that is watched: taken in when it changed and stands still, and only then."""
from collections.abc import Callable, Iterator
import os
from pathlib import Path

import pytest

from assistant import bootstrap
from assistant.watching import Watch
from records.errors import BadInput
from tests.conftest import settings_in


class Taking:
    def __init__(self) -> None:
        self.times = 0

    def __call__(self, folder: Path) -> Iterator[str]:
        self.times += folder.is_dir()
        yield "old.md: unchanged"
        yield "rules.md: DOC-1, 1 section"


def test_what_stands_still_is_taken_in_once(tmp_path: Path) -> None:
    taking = Taking()
    watch = Watch(tmp_path, taking)
    (tmp_path / "rules.md").write_text("# Rules\n\nLamps are red.")
    assert watch.look() == ()
    assert watch.look() == ["rules.md: DOC-1, 1 section"]
    assert (watch.look(), watch.look(), taking.times) == ((), (), 1)


def test_what_is_still_being_written_is_left_alone(tmp_path: Path) -> None:
    taking = Taking()
    watch = Watch(tmp_path, taking)
    for size in range(1, 4):
        (tmp_path / "rules.md").write_text("x" * size)
        assert watch.look() == ()
    watch.look()
    assert taking.times == 1


def test_a_change_of_time_size_or_place_and_a_file_that_goes_are_seen(tmp_path: Path) -> None:
    taking = Taking()
    watch = Watch(tmp_path, taking)
    path = tmp_path / "below" / "rules.md"
    path.parent.mkdir()
    path.write_text("red")
    changes: tuple[Callable[[], object], ...] = (lambda: None, lambda: os.utime(path, (1, 1)), lambda: path.write_text("green"),
                                                 lambda: path.rename(tmp_path / "rules.md"), (tmp_path / "rules.md").unlink)
    for number, change in enumerate(changes, 1):
        change()
        watch.look()
        watch.look()
        assert taking.times == number


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    taking = Taking()
    watch = Watch(tmp_path, taking)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "notes.md").write_text("x")
    (tmp_path / ".swap").write_text("x")
    watch.look()
    watch.look()
    assert taking.times == 0


def test_a_folder_that_is_not_there_is_said_at_the_start(tmp_path: Path) -> None:
    settings = settings_in(tmp_path, documents=tmp_path / "nowhere")
    with pytest.raises(BadInput, match="PMO_DOCUMENTS names no folder"):
        bootstrap.watching(settings, bootstrap.upkeep(settings))
    assert bootstrap.watching(settings_in(tmp_path), bootstrap.upkeep(settings)) is None
