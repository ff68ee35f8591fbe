"""What the watch says of projects whose end is known: mostly true, and most of what goes wrong."""
from datetime import UTC, datetime
from pathlib import Path

import pytest

from benchmarks.watching import PRECISION, RECALL, seen

NOW = datetime(2026, 11, 18, 9, 0, tzinfo=UTC)


@pytest.mark.slow
def test_the_watch_is_right_four_times_of_five_and_sees_most_of_what_goes_wrong(tmp_path: Path) -> None:
    found = seen(tmp_path, NOW, projects=30)
    assert found.right.total() > 30
    assert found.precision >= PRECISION, found
    assert found.recall >= RECALL, found
