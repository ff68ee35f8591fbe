"""A record that is told by its place in a list, or in a project by a word of its title."""
import pytest

from tests.tools.conftest import LayDesk
from tools.desk.placing import placed


@pytest.mark.parametrize(("text", "found"), [
    ("push the second milestone of Corvus back", {"the second milestone of Corvus": "CORVUS-MS-2"}),
    ("move Corvus's last milestone", {"Corvus's last milestone": "CORVUS-MS-3"}),
    ("when is the next milestone of Apollo", {"the next milestone of Apollo": "APOLLO-MS-2"}),
    ("give Ben's first open task to Mia", {"Ben's first open task": "APOLLO-T-5"}),
    ("the second Corvus milestone slips", {"the second Corvus milestone": "CORVUS-MS-2"}),
    ("push the pilot of Apollo back", {"the pilot of Apollo": "APOLLO-MS-3"})])
def test_a_place_in_a_list_and_a_word_of_a_title_in_its_project_tell_a_record(desk_of: LayDesk, text: str, found: dict[str, str]) -> None:
    assert placed(desk_of("paula"), text) == found


def test_my_next_one_is_the_first_of_mine_that_is_open(desk_of: LayDesk) -> None:
    assert placed(desk_of("ben"), "push my next task to Friday") == {"my next task": "APOLLO-T-5"}


@pytest.mark.parametrize("text", ["push the second milestone back", "the ninth milestone of Corvus", "the second shiny milestone of Corvus",
                                  "the owner of Apollo", "push the second milestone of Zeus back"])
def test_what_tells_no_one_record_is_left_alone(desk_of: LayDesk, text: str) -> None:
    assert placed(desk_of("paula"), text) == {}
