"""Which records hold some words in their titles or texts."""
from tests.tools.conftest import LayDesk
from tools.desk.holding import holding


def test_a_part_of_a_title_is_held_by_its_record_in_whatever_form(desk_of: LayDesk) -> None:
    found = {h.key: h for h in holding(desk_of("jonas").reader, "trainings")}
    assert found["CORVUS-T-7"].is_titled
    assert found["CORVUS-T-7"].home == "CORVUS"


def test_what_is_only_in_a_text_is_told_apart_from_a_title(desk_of: LayDesk) -> None:
    (only,) = [h for h in holding(desk_of("ben").reader, "Keyward") if h.key == "APOLLO-DP-1"]
    assert (only.is_titled, only.is_own, only.is_theirs, only.is_open) == (False, True, True, True)


def test_nobody_finds_what_they_may_not_see(desk_of: LayDesk) -> None:
    assert not [h for h in holding(desk_of("dev").reader, "patents") if h.home == "ZEPHYR"]


def test_empty_words_hold_nothing(desk_of: LayDesk) -> None:
    assert not holding(desk_of("ben").reader, "the")
