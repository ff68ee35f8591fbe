"""Colours are read as people write them; how well one is read on another is what WCAG says it is."""
import pytest

from language.colours import READABLE, coloured, contrast, mixed, readable


@pytest.mark.parametrize(("said", "meant"), [("#1F4E79", "#1f4e79"), ("1f4e79", "#1f4e79"), (" #14b ", "#1144bb")])
def test_a_colour_is_read_as_people_write_it(said: str, meant: str) -> None:
    assert coloured(said) == meant


@pytest.mark.parametrize("said", ["blue", "#12", "#12345g", "", "#1234567"])
def test_what_is_no_colour_is_refused_with_how_one_is_written(said: str) -> None:
    with pytest.raises(ValueError, match="#1f4e79"):
        coloured(said)


@pytest.mark.parametrize(("one", "other", "by"), [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#777777", "#ffffff", 4.48),
                                                  ("#ff0000", "#ffffff", 4.0)])
def test_contrast_is_as_wcag_computes_it(one: str, other: str, by: float) -> None:
    assert round(contrast(one, other), 2) == by
    assert contrast(other, one) == contrast(one, other)


@pytest.mark.parametrize("colour", ["#ffee00", "#ffffff", "#7a1f4e", "#000000", "#0d1117"])
@pytest.mark.parametrize("ground", ["#ffffff", "#0d1117", "#777777"])
def test_a_readable_shade_is_found_on_any_ground(colour: str, ground: str) -> None:
    assert contrast(readable(colour, ground), ground) >= min(READABLE, max(contrast("#000000", ground), contrast("#ffffff", ground)))


def test_a_colour_that_is_read_already_stays_as_it_is() -> None:
    assert readable("#7a1f4e", "#ffffff") == "#7a1f4e"
    assert mixed("#000000", "#ffffff", 0.5) == "#808080"
