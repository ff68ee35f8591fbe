"""Listings whose conditions only the words around tell, and those whose words say the opposite of what they hold."""
import pytest

from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("text", "kind", "where"), [
    ("risks with probability 4 or 5", "risk", {"probability": "between 4 and 5"}),
    ("dependencies where our confidence is low", "dependency", {"confidence": "low"}),
    ("which benefits has nobody put their name to?", "benefit", {"owner": "empty"}),
    ("to-dos without a name on them", "task", {"owner": "empty"}),
    ("quality checks that no one reviews", "quality check", {"reviewer": "empty"}),
    ("tasks blocked or not started on Apollo", "task", {"status": "blocked, to do, backlog", "project": "APOLLO"}),
])
def test_a_listing_is_narrowed_by_all_that_is_said(text: str, kind: str, where: dict[str, str]) -> None:
    (_, args), = planned(text).calls
    assert (args["kind"], args["where"]) == (kind, where)
    assert "words" not in args


@pytest.mark.parametrize(("text", "status"), [
    ("assumptions nobody has validated so far", "not valid"),
    ("decisions still to be taken on Apollo", "not decided"),
    ("change requests never approved", "not approved"),
])
def test_what_is_denied_is_not_listed_as_what_is_so(text: str, status: str) -> None:
    (_, args), = planned(text).calls
    assert args["where"]["status"] == status
