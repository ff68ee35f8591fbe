import pytest

from records.errors import BadInput
from records.importing import planner


@pytest.mark.parametrize("content", [b'<?xml version="1.0"?><project name="Apollo"/>', b"", b"\x00\xff"])
def test_a_planner_file_is_refused_with_what_to_do(content: bytes) -> None:
    with pytest.raises(BadInput, match="save it as MS Project XML"):
        planner.read(content, "apollo.planner")
