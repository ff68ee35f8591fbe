"""Charts drawn as SVG are sound XML, keep text as text, carry status by shape and colour, and suit light, dark and print."""
from datetime import date, timedelta
from itertools import pairwise
import re
from typing import get_args
from xml.etree import ElementTree as ET

from hypothesis import example, given
from hypothesis import strategies as st
import pytest

from reports.blocks import Chart
from reports.drawing import svg
from reports.drawing.canvas import DARK, LIGHT, cut, width_of
from reports.drawing.scales import days, ticks
from reports.pictures import Band, Bar, Curve, Dot, Gantt, Lines, Matrix, Picture, Quadrants, Spot, State

DAY = date(2026, 1, 5)
MARKUP = '<script>alert("x")</script> & "more"'
STATES: tuple[State, ...] = get_args(State)
NS = "{http://www.w3.org/2000/svg}"


def lines(label: str) -> Lines:
    points = tuple((DAY + timedelta(days=7 * n), 10.0 * n) for n in range(9))
    band = Band("range", ((DAY, 0, 0), (DAY + timedelta(days=70), 50, 90)))
    return Lines("EUR", (Curve("planned", points, "plan", label),), (band,), DAY + timedelta(days=20))


def gantt(label: str) -> Gantt:
    return Gantt((Bar("P-T-1", label, DAY, DAY + timedelta(days=9), 0.5, True, planned=(DAY, DAY + timedelta(days=5))),
                  Bar("P-MS-1", label, DAY, DAY, is_point=True, tone="red")), DAY)


def matrix(label: str) -> Matrix:
    return Matrix("probability", "impact", (Spot("P-R-1", label, 4, 5, (3, 5)),), 10, 16)


def quadrants(label: str) -> Quadrants:
    return Quadrants("worth", "delivered", ("a", "b", "c", "d"), (Dot("P", label, True, True, 5, "amber"),))


MADE = (lines, gantt, matrix, quadrants)


def drawn(picture: Picture, title: str = "A chart") -> ET.Element:
    return ET.fromstring(svg(Chart(title, "What there is to see.", picture)))  # noqa: S314 - our own


@pytest.mark.parametrize("make", MADE)
def test_a_title_that_is_markup_stays_text(make: type) -> None:
    root = drawn(make(MARKUP), MARKUP)
    assert root.find(f".//{NS}script") is None
    assert root.findtext(f"{NS}title") == MARKUP
    assert any((t.text or "").startswith("<scr") for t in root.iter(f"{NS}text"))


@pytest.mark.parametrize("make", MADE)
def test_whoever_cannot_see_it_is_told(make: type) -> None:
    root = drawn(make("x"))
    assert root.get("role") == "img"
    assert root.get("aria-label") == root.findtext(f"{NS}desc") == "What there is to see."


@pytest.mark.parametrize("make", MADE)
def test_nothing_is_drawn_outside_the_picture(make: type) -> None:
    root = drawn(make("A label of some length"))
    wide, high = float(root.get("width", 0)), float(root.get("height", 0))
    for shape in root.iter():
        for point in shape.get("points", "").split():
            x, y = map(float, point.split(","))
            assert 0 <= x <= wide
            assert 0 <= y <= high
        if shape.tag == f"{NS}text":
            x, y = float(shape.get("x", 0)), float(shape.get("y", 0))
            assert 0 <= x <= wide
            assert 0 <= y <= high


@pytest.mark.parametrize("days_long", [9, 40, 120, 200, 500, 2000])
@pytest.mark.parametrize("wide", [300, 360, 720])
def test_the_days_below_a_chart_do_not_cover_each_other(days_long: int, wide: int) -> None:
    ends = DAY + timedelta(days=days_long)
    picture = Lines("EUR", (Curve("planned", ((DAY, 0.0), (ends, 90.0)), "plan", "planned 414,750 of 420,000"),), (), DAY)
    root = ET.fromstring(svg(Chart("A chart", "What there is to see.", picture), wide=wide, high=240))  # noqa: S314 - our own
    low = max(float(t.get("y", 0)) for t in root.iter(f"{NS}text"))
    below = [(float(t.get("x", 0)), width_of(t.text or "", 9.5)) for t in root.iter(f"{NS}text") if float(t.get("y", 0)) == low]
    assert all(at - said / 2 > before + earlier / 2 for (before, earlier), (at, said) in pairwise(below))


def test_a_curve_that_ends_early_leaves_its_words_the_room_beside_it() -> None:
    short, long = Curve("spent", ((DAY, 0.0), (DAY + timedelta(days=30), 50.0)), "spent", "spent 231,500 of all there is"), lines("EAC").curves[0]
    root = drawn(Lines("EUR", (short, long), (), DAY))
    at = [float(c.get("cx", 0)) for c in root.iter(f"{NS}circle")]
    assert max(at) + 8 + width_of("EAC", 10.5, bold=True) <= float(root.get("width", 0))
    assert max(at) > float(root.get("width", 0)) - width_of(short.says, 10.5, bold=True)


def test_colours_follow_the_reader_and_print_is_light() -> None:
    said = svg(Chart("x", "y", lines("z")))
    assert f".f-done{{fill:{LIGHT['done']}}}" in said
    assert "@media screen and (prefers-color-scheme: dark)" in said
    dark = svg(Chart("x", "y", lines("z")), "dark")
    assert f".f-done{{fill:{DARK['done']}}}" in dark
    assert "@media" not in dark


def test_every_colour_has_its_light_and_its_dark() -> None:
    assert LIGHT.keys() == DARK.keys()


@pytest.mark.parametrize(("ground", "colours"), [("#ffffff", LIGHT), ("#0d1117", DARK)])
def test_every_colour_that_text_has_can_be_read(ground: str, colours: dict[str, str]) -> None:
    """WCAG 2.2 AA: 4.5 to 1."""
    for name in ("ink", "quiet", "plan", "done", "spent", "forecast", "scope", "red", "green", "amber"):
        assert contrast(ground, colours[name]) >= 4.5, name


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    shares = [int(colour[n:n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_a_status_has_a_shape_of_its_own() -> None:
    shapes = {tone: drawn(Gantt((Bar("P-MS-1", "x", DAY, DAY, is_point=True, tone=tone),), DAY)) for tone in ("red", "amber", "green")}
    corners = {tone: [len(p.get("points", "").split()) for p in root.iter(f"{NS}polygon")] for tone, root in shapes.items()}
    assert corners == {"red": [3], "amber": [4], "green": []}
    assert shapes["green"].find(f".//{NS}circle") is not None


def planned(*states: State) -> ET.Element:
    return drawn(Gantt(tuple(Bar(f"P-T-{n}", state, DAY, DAY + timedelta(days=60), 0.0, state=state) for n, state in enumerate(states)), DAY))


def test_a_plan_explains_the_states_that_occur_and_no_others() -> None:
    said = [t.text for t in planned("done", "blocked").iter(f"{NS}text")]
    assert [s for s in ("to do", "in progress", "in review", "blocked", "done") if said.count(s) == 2] == ["blocked", "done"]
    assert not {"to do", "in progress", "in review"} & set(said)


def test_each_state_of_a_bar_is_drawn_in_a_way_of_its_own_without_any_colour() -> None:
    shapes = {state: [e for e in planned(state).iter() if e.tag in (f"{NS}rect", f"{NS}polyline")] for state in STATES}
    ways = {tuple(re.sub(r'class="[^"]*"|[xy]\d?="[^"]*"', "", ET.tostring(e, "unicode")) for e in of) for of in shapes.values()}
    assert len(ways) == len(STATES)


def test_the_legend_of_a_plan_stays_inside_the_picture_on_paper_and_on_a_phone() -> None:
    bars = tuple(Bar(f"P-T-{n}", state, DAY, DAY + timedelta(days=60), 0.2, n == 0, planned=(DAY, DAY), state=state)
                 for n, state in enumerate(STATES))
    picture = Gantt((*bars, Bar("P-MS-1", "x", DAY, DAY, is_point=True)), DAY)
    for wide in (720.0, 420.0):
        root = ET.fromstring(svg(Chart("The plan", "What there is to see.", picture), wide=wide))  # noqa: S314 - our own
        high = float(root.get("height", "0"))
        said = [t for t in root.iter(f"{NS}text") if t.get("text-anchor") == "start"]
        ends = [(float(t.get("x", "0")) + width_of(t.text or "", 9.5), float(t.get("y", "0"))) for t in said]
        assert all(x <= wide and y <= high for x, y in ends)


def test_what_moved_has_an_arrow_and_what_stayed_has_none() -> None:
    assert drawn(matrix("x")).find(f".//{NS}polyline") is not None
    assert drawn(Matrix("p", "i", (Spot("R-1", "R-1", 2, 2, (2, 2)), Spot("R-2", "R-2", 1, 1)), 10, 16)).find(f".//{NS}polyline") is None


def test_many_in_one_cell_are_counted() -> None:
    said = [t.text for t in drawn(Matrix("p", "i", tuple(Spot(f"R-{n}", f"R-{n}", 5, 5) for n in range(6)), 10, 16)).iter(f"{NS}text")]
    assert "+3" in said


@given(st.floats(-1e9, 1e9), st.floats(0.001, 1e9))
@example(-5e-324, 6.0)
def test_ticks_are_even_and_hold_all_amounts(low: float, more: float) -> None:
    found = ticks(low, low + more)
    steps = [b - a for a, b in pairwise(found)]
    assert found[0] <= low + abs(low) * 1e-9
    assert found[-1] >= (low + more) - abs(low + more) * 1e-6 - 1e-9
    assert max(steps) - min(steps) <= max(map(abs, found)) * 1e-6
    assert 2 <= len(found) <= 8


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 15000))
def test_days_beside_a_chart_are_few_inside_and_in_order(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    found = [day for day, _ in days(first, last)]
    assert found == sorted(set(found))
    assert all(first <= day <= last for day in found)
    assert len(found) <= 10


@given(st.text(max_size=60), st.integers(20, 300))
def test_a_text_is_cut_to_its_room(said: str, room: int) -> None:
    assert width_of(cut(said, room), 11) <= room or cut(said, room) == "…"


def test_on_a_phone_the_corners_stand_below_each_other_and_each_name_in_the_picture() -> None:
    dots = tuple(Dot(f"P{n}", f"Project {n}", up=n < 2, right=n % 2 == 1, size=5, tone="amber") for n in range(4))
    drawn = ET.fromstring(svg(Chart("Two", "Four.", Quadrants("worth", "delivered", ("a", "b", "c", "d"), dots)), wide=360))  # noqa: S314 - our own
    assert drawn.get("viewBox") == "0 0 360 434"
    at = {t.text: (float(t.get("x", 0)), float(t.get("y", 0))) for t in drawn.iter(f"{NS}text")}
    assert [at[f"Project {n}"][1] for n in range(4)] == sorted(at[f"Project {n}"][1] for n in range(4))
    assert {at[f"Project {n}"][0] for n in range(4)} == {180.0}
