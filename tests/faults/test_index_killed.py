"""Whoever keeps the index is killed as it works: what it said was taken in is there, and the next one starts."""
from pathlib import Path

import pytest

from benchmarks.indexing import Office, killed, lost


@pytest.mark.slow
def test_no_document_that_was_taken_in_is_lost_and_every_start_succeeds(tmp_path: Path) -> None:
    Office(tmp_path)
    told, failed = killed(tmp_path, 2)
    assert told
    assert failed == 0
    assert lost(tmp_path, told) == set()
