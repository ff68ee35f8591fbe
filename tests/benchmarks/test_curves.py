"""How growth is told: its steepness, the table and the picture."""
import xml.etree.ElementTree as ET

import pytest

from benchmarks import growing
from benchmarks.measuring import Spread, spread_of

SIZES = (10, 100, 1000)
CURVES = {name: (1.0 * n, 10.0 * n, 100.0 * n) for n, name in enumerate((*growing.CURVES, growing.IMPORT, growing.UNDO), 1)}


@pytest.mark.parametrize(("took", "steep"), [((5, 5, 5), 0), ((1, 10, 100), 1), ((1, 100, 10_000), 2)])
def test_steepness_is_the_power_with_which_it_grows(took: tuple[float, ...], steep: float) -> None:
    assert growing.steepness(SIZES, took) == pytest.approx(steep)


def test_what_grows_faster_than_in_proportion_is_said() -> None:
    assert [m.holds for m in growing.measures({"even": (1, 10, 100), "square": (1, 100, 10_000)}, SIZES)] == [True, False]


def test_every_curve_stands_in_the_table_and_in_the_picture() -> None:
    drawn = ET.fromstring(growing.picture(CURVES, SIZES))  # noqa: S314 - our own
    texts = {element.text for element in drawn.iter() if element.text}
    assert set(CURVES) <= texts
    assert all(name in growing.table(CURVES, SIZES) for name in CURVES)


def test_a_spread_is_the_middle_and_the_hundredth_highest() -> None:
    assert spread_of([n / 1000 for n in range(1, 101)]) == Spread(50.5, 99)
