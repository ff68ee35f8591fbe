"""Charts show the figures and nothing else: where a curve ends its figure stands, and what a person may not see is not drawn for them."""
from datetime import date
from itertools import pairwise

import pytest

from records.figures.benefits import benefit_expected, benefit_forecast
from records.figures.earned_value import ac, bac, eac, ev
from records.figures.schedule.critical import critical_path
from records.figures.schedule.expected import expected_finish
from records.kinds import Milestone, Risk
from records.query import Query, Where
from reports.charts import CHARTS
from reports.charts.benefit_ramp import benefit_ramp
from reports.charts.burn_up import burn_up
from reports.charts.gantt import gantt
from reports.charts.milestone_trend import milestone_trend
from reports.charts.risk_matrix import risk_matrix
from reports.charts.s_curve import s_curve
from reports.charts.two_by_two import absent, two_by_two
from reports.drawing import svg
from reports.pictures import Gantt, Lines, Matrix
from tests.conftest import NOW
from tests.reports.conftest import BookOf

TODAY = NOW.date()


def curves(picture: object) -> dict[str, tuple[tuple[date, float], ...]]:
    assert isinstance(picture, Lines)
    return {c.name: c.points for c in picture.curves}


def test_the_s_curve_ends_at_its_figures(book_of: BookOf) -> None:
    book, apollo = book_of("paula", "APOLLO")
    made = s_curve.run(book, apollo)
    assert made
    drawn = curves(made.picture)
    figure = {f: float(book.value(apollo, f).number or 0) for f in (bac, ev, ac, eac)}
    assert drawn["earned value"][-1] == (TODAY, figure[ev])
    assert drawn["actual cost"][-1] == (TODAY, figure[ac])
    assert drawn["planned value"][-1][1] <= figure[bac]
    end = date.fromordinal(int(book.value(apollo, expected_finish).number or 0))
    assert drawn["estimate at completion"] == ((TODAY, figure[ac]), (end, figure[eac]))


def test_no_curve_of_work_or_money_falls(book_of: BookOf) -> None:
    book, apollo = book_of("paula", "APOLLO")
    for made in (s_curve.run(book, apollo), burn_up.run(book, apollo), benefit_ramp.run(book, apollo)):
        assert made
        for name, points in curves(made.picture).items():
            assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(points)), name


def test_who_may_not_see_money_gets_no_picture_of_it(book_of: BookOf) -> None:
    book, apollo = book_of("ben", "APOLLO")
    assert book.unseen(bac)
    assert s_curve.run(book, apollo) is None
    assert benefit_ramp.run(book, apollo) is None
    assert gantt.run(book, apollo) is not None


def test_the_benefit_ramp_ends_at_what_was_promised_and_what_is_expected(book_of: BookOf) -> None:
    book, apollo = book_of("paula", "APOLLO")
    made = benefit_ramp.run(book, apollo)
    assert made
    drawn = curves(made.picture)
    assert drawn["promised"][-1][1] == float(book.value(apollo, benefit_expected).number or 0)
    assert drawn["expected now"][-1][1] == float(book.value(apollo, benefit_forecast).number or 0)


def test_the_bars_that_stand_out_are_the_critical_path(book_of: BookOf) -> None:
    book, apollo = book_of("paula", "APOLLO")
    made = gantt.run(book, apollo)
    assert made
    assert isinstance(made.picture, Gantt)
    assert {b.key for b in made.picture.bars if b.is_critical} == {p.key for p in book.value(apollo, critical_path).parts} != set()


def test_the_words_of_the_plan_say_what_is_under_way_blocked_and_done(book_of: BookOf) -> None:
    book, apollo = book_of("paula", "APOLLO")
    made = gantt.run(book, apollo)
    assert made
    assert isinstance(made.picture, Gantt)
    for state in {b.state for b in made.picture.bars if not b.is_point}:
        keys = [b.key for b in made.picture.bars if b.state == state and not b.is_point]
        assert f"{state.capitalize()}: {', '.join(keys)}." in made.alt


def test_where_one_corner_holds_all_there_is_no_picture_and_a_line_says_why(book_of: BookOf) -> None:
    book, apollo = book_of("paula", "APOLLO")
    assert two_by_two(book, [apollo]) is None
    assert absent(book, [apollo]) == ("No picture of delivery and value, as all that are judged on both stand in one corner: "
                                      "doubtful or no longer worth it, not delivered well.")


def test_a_milestone_ends_where_it_is_expected_now(book_of: BookOf) -> None:
    book, apollo = book_of("paula", "APOLLO")
    made = milestone_trend.run(book, apollo)
    assert made
    now = {m.title: (m.forecast or m.planned).toordinal() for m in book.reader.find(Query(Milestone, (Where("project_id", "is", apollo.id),), limit=None))}
    assert {name: points[-1] for name, points in curves(made.picture).items()} == {name: (TODAY, now[name]) for name in curves(made.picture)}


def test_each_risk_lies_in_its_cell_and_came_from_where_it_was(book_of: BookOf) -> None:
    book, apollo = book_of("paula", "APOLLO")
    made = risk_matrix.run(book, apollo)
    assert made
    assert isinstance(made.picture, Matrix)
    known = {r.key: (r.probability, r.impact) for r in book.reader.find(Query(Risk, (Where("project_id", "is", apollo.id),), limit=None))}
    assert all(known[s.key] == (s.row, s.column) for s in made.picture.spots)
    assert {s.key: s.was for s in made.picture.spots}["APOLLO-R-1"] == (3, 5)


@pytest.mark.parametrize("who", ["paula", "ben", "elena", "nora"])
@pytest.mark.parametrize("key", ["ELARA", "APOLLO", "CORVUS", "BOREALIS", "FORTUNA"])
def test_every_chart_of_every_project_is_drawn_or_left_out(book_of: BookOf, who: str, key: str) -> None:
    book, project = book_of(who, key)
    made = [c for drawn in CHARTS if (c := drawn.run(book, project))]
    assert all(c.alt.endswith(".") and svg(c).startswith("<svg") for c in made)
    assert made or key == "FORTUNA"
