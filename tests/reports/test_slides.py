"""Slides: nothing runs over an edge, long tables go on, charts stand on axes of days, and what is told aloud stands in the notes."""
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any

from pptx import Presentation
import pytest

from reports import formats
from reports.blocks import Block, Card, Chart, Fact, Heading, Table, Text
from reports.formats.base import Report
from reports.formats.brand import Brand
from reports.pictures import Band, Bar, Curve, Dot, Gantt, Lines, Matrix, Quadrants, Spot

NOW, DAY = datetime(2026, 11, 18, 9, tzinfo=UTC), date(2026, 8, 3)
LONG = "The identity supplier may deliver three weeks later than it has promised to the steering committee. " * 4
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 10"><rect width="400" height="10" fill="#7a1f4e"/></svg>'
LATER = DAY + timedelta(90)
SLIPS = Chart("Milestones", "One slips.", Lines("date", (Curve("Gate 2", ((DAY, 740000.0), (LATER, 740014.0)), "spent", "MS-2 15 Jan"),), (), DAY))
MONEY = Chart("Money", "It rises.", Lines("EUR", (Curve("planned", ((DAY, 0), (LATER, 9e5)), "plan", "planned 900,000"),),
                                          (Band("range", ((DAY, 0, 0), (LATER, 1, 2))),), DAY))
PLAN = Chart("Plan", "Tasks.", Gantt(tuple(Bar(f"P-T-{n}", LONG, DAY + timedelta(n), DAY + timedelta(n + 5), 0.5) for n in range(24)), DAY))
CELLS = Chart("Risks", "Many.", Matrix("probability", "impact", tuple(Spot(f"P-R-{n}", f"R-{n}", 4, 5, (3, 5)) for n in range(30)), 10, 16))
DOTS = tuple(Dot(f"P{n}", f"Project {n}", right=True, up=True, size=n, tone="green") for n in range(300))
CORNERS = Chart("Two", "Many.", Quadrants("worth it", "delivered", ("a", "b", "c", "d"), DOTS))
TITLES = {0: LONG, 3: LONG * 20, 7: "w" * 4000}
FULL: tuple[Block, ...] = (
    Text(LONG), *(Card(LONG, "red", (LONG, LONG)) for _ in range(4)), *(Fact(f"p.{n}", f"figure {n}", "Mon 22 Feb 2027", "by its pace") for n in range(11)),
    Fact("p.x", "why not", "not computable: no task has a baseline, so nothing says what was planned", "no baseline"), Heading("Tables " * 20),
    Table("Overdue: 300", ("task", "title", "owner"), tuple((f"APOLLO-T-{n}", TITLES.get(n, "Write"), "Ben Okafor") for n in range(300)), note="and more"),
    Text("x" * 9000), Card("y" * 5000, "red", ("z" * 5000,)),
    SLIPS, MONEY, PLAN, CELLS, CORNERS)


@pytest.fixture(scope="module")
def deck() -> Any:
    report = Report("Apollo: status report " * 6, LONG, FULL, NOW, brand=Brand("Northlight", "#7a1f4e", font="Open Sans", logo=LOGO))
    return Presentation(BytesIO(formats.named("pptx").render(report)))


def shapes(deck: Any) -> list[Any]:
    return [shape for slide in deck.slides for shape in slide.shapes]


@pytest.mark.slow
def test_nothing_lies_outside_of_its_slide(deck: Any) -> None:
    assert [s.name for s in shapes(deck) if s.left < 0 or s.top < 0 or s.left + s.width > deck.slide_width or s.top + s.height > deck.slide_height] == []


def test_no_table_is_longer_than_its_slide_and_a_long_one_goes_on_with_its_head(deck: Any) -> None:
    tables = [s for s in shapes(deck) if s.has_table and s.table.cell(0, 0).text == "task"]
    assert len(tables) == 4
    assert all(t.top + sum(row.height for row in t.table.rows) <= deck.slide_height for t in tables)
    assert any("more rows are in the other formats" in s.text_frame.text for s in shapes(deck) if s.has_text_frame)


def test_boxes_do_not_cover_each_other(deck: Any) -> None:
    for slide in deck.slides:
        placed = [s for s in slide.shapes if (s.has_table or s.has_chart or s.shape_type == 1) and s.height > 300_000 and s.width > 300_000]
        for n, one in enumerate(placed):
            for other in placed[n + 1:]:
                assert (one.top + one.height <= other.top or other.top + other.height <= one.top or one.left + one.width <= other.left
                        or other.left + other.width <= one.left), (slide.shapes.title.text, one.name, other.name)


def test_the_trend_of_milestones_has_days_on_both_axes(deck: Any) -> None:
    chart = next(s.chart for s in shapes(deck) if s.has_chart and s.name == "Milestones")
    assert chart.value_axis.tick_labels.number_format == chart.category_axis.tick_labels.number_format == "d mmm yy"
    assert list(chart.plots[0].series[0].values)[-1] == 740014 - date(1899, 12, 30).toordinal()
    assert float(chart.plots[0].categories[0]) == DAY.toordinal() - date(1899, 12, 30).toordinal()


def test_no_part_of_an_axis_is_said_twice_or_powerpoint_would_not_open_it(deck: Any) -> None:
    for chart in (s.chart for s in shapes(deck) if s.has_chart):
        for axis in chart._chartSpace.xpath(".//c:dateAx | .//c:catAx | .//c:valAx"):
            names = [part.tag for part in axis]
            assert len(names) == len(set(names)), names


def test_a_range_stands_beside_its_curve_as_two_that_can_be_edited(deck: Any) -> None:
    chart = next(s.chart for s in shapes(deck) if s.has_chart and s.name == "Money")
    assert [series.name for series in chart.plots[0].series] == ["planned", "range, least", "range, most"]


def test_how_a_figure_came_about_and_what_a_chart_shows_stand_in_the_notes(deck: Any) -> None:
    said = "\n".join(slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide)
    assert "figure 3: Mon 22 Feb 2027. by its pace" in said
    assert "Milestones: One slips." in said


def test_every_chart_table_and_logo_has_words_and_every_slide_a_title(deck: Any) -> None:
    assert all(slide.shapes.title.text for slide in deck.slides)
    pictures = [s for s in shapes(deck) if s.has_chart or s.has_table or s.shape_type == 13]
    assert len(pictures) > 10
    assert all(s._element.xpath(".//p:cNvPr/@descr")[0] for s in pictures)


def test_the_office_s_font_and_colour_are_those_of_the_deck(deck: Any) -> None:
    theme = next(part for part in deck.slide_masters[0].part.package.iter_parts() if part.partname.startswith("/ppt/theme/theme1"))
    assert b'typeface="Open Sans"' in theme.blob
    assert b'<a:accent1><a:srgbClr val="7A1F4E"/>' in theme.blob


def test_a_corner_of_many_names_the_largest_and_counts_all(deck: Any) -> None:
    chart = next(s.chart for s in shapes(deck) if s.has_chart and s.name == "Two")
    series = chart.plots[0].series[0]
    assert len(list(series.values)) == 300
    named = [said for n in range(300) if (said := "".join(series._element.xpath(f"./c:dLbls/c:dLbl[c:idx/@val={n}]//a:t/text()")))]
    assert named == [f"● Project {n}" for n in range(299, 287, -1)]
    assert any(s.text_frame.text == "b · 300" for s in shapes(deck) if s.has_text_frame)


def test_the_last_lines_get_no_slide_of_their_own() -> None:
    made = Report("Apollo", "", (Heading("Value"), MONEY, Text("Left out to keep it short: Data.")), NOW)
    *_, last = Presentation(BytesIO(formats.named("pptx").render(made))).slides
    assert any(shape.has_chart for shape in last.shapes)
    assert any(shape.has_text_frame and shape.text_frame.text.startswith("Left out") for shape in last.shapes)


def test_the_plan_shows_what_is_done_what_is_critical_and_where_today_is() -> None:
    bars = (Bar("P-T-1", "Write", DAY, DAY + timedelta(9), 0.5), Bar("P-T-2", "Test", DAY, DAY + timedelta(4), 0.0, is_critical=True),
            Bar("P-MS-1", "Gate", DAY, DAY, is_point=True, tone="red"))
    report = Report("Plan", "", (Heading("Schedule"), Chart("The plan", "Three.", Gantt(bars, DAY + timedelta(2)))), NOW)
    (slide,) = [s for s in Presentation(BytesIO(formats.named("pptx").render(report))).slides if any(x.has_chart for x in s.shapes)]
    (drawn,) = [s.chart for s in slide.shapes if s.has_chart]
    days = {s.name: [v or 0 for v in s.values] for s in drawn.plots[0].series}
    assert list(days) == [" ", "done", "to do", "to do, critical path", "milestone"]
    assert (days["done"], days["to do"], days["to do, critical path"]) == ([5, 0, 0], [5, 0, 0], [0, 5, 0])
    assert drawn.has_legend
    assert any(s.name == "today, 5 Aug 2026" for s in slide.shapes)


def test_parts_that_fit_stand_on_one_slide_under_their_titles() -> None:
    long = Table("t", ("a",), tuple((str(n),) for n in range(20)))
    parts = (Heading("Cost"), Text("It is kept."), Heading("Risks"), Text("There is one."), Heading("Long"), long)
    slides = list(Presentation(BytesIO(formats.named("pptx").render(Report("R", "", parts, NOW)))).slides)[1:]
    said = [[s.text_frame.text for s in slide.shapes if s.has_text_frame] for slide in slides]
    assert {"Cost", "It is kept.", "Risks", "There is one."} <= set(said[0])
    assert "Long" not in said[0]
