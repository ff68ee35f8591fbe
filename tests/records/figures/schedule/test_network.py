"""The critical path method by hand: every type of link with lags, calendars, dates that must be kept, circles."""
import pytest

from records.figures.schedule.axis import DAY, FIRST, Axis
from records.figures.schedule.network import Circle, Network, dated
from tests.records.figures.schedule.networks import EVERY_DAY, MONDAY, floats, in_days, plain


@pytest.mark.parametrize(("of", "lag", "starts"), [
    ("FS", 0, 4), ("FS", 2, 6), ("FS", -1, 3), ("FS", 0.5, 4.5), ("SS", 0, 0), ("SS", 3, 3), ("SS", -2, 0), ("FF", 0, 1), ("FF", 2, 3), ("FF", -3, 0),
    ("SF", 0, 0), ("SF", 5, 2), ("SF", 3, 0)])
def test_each_type_of_link_holds_the_second_task_as_it_says(of: str, lag: float, starts: float) -> None:
    """The first takes four days, the second three."""
    assert plain(in_days((4, 3), (0, 1, of, lag)).start) == [0, starts]


@pytest.mark.parametrize(("of", "lag", "slack"), [("FS", 1, 0), ("SS", 1, 0), ("FF", 2, 0), ("FF", 1, 1), ("SF", 3, 0), ("SS", -1, 1)])
def test_what_a_link_drives_has_no_free_float_before_it(of: str, lag: float, slack: float) -> None:
    """The second takes three days and stands before a long third, so that only the link bounds the first."""
    dates = in_days((1, 3, 20), (0, 1, of, lag), (1, 2, "FS", 0))
    assert plain(dates.free)[0] == slack


def test_the_textbook_network_has_its_dates_and_floats() -> None:
    """Activity on node: A 3, B 4 (A), C 2 (A), D 5 (B), E 1 (C), F 2 (C), G 4 (D, E), H 3 (F, G); critical A-B-D-G-H, 19 days."""
    links = [(0, 1), (0, 2), (1, 3), (2, 4), (2, 5), (3, 6), (4, 6), (5, 7), (6, 7)]
    dates = in_days((3, 4, 2, 5, 1, 2, 4, 3), *((a, b, "FS", 0) for a, b in links))
    assert plain(dates.start) == [0, 3, 3, 7, 5, 5, 12, 16]
    assert plain(dates.finish) == [3, 7, 5, 12, 6, 7, 16, 19]
    assert plain(dates.late_start) == [0, 3, 9, 7, 11, 14, 12, 16]
    assert floats(dates) == [0, 0, 6, 0, 6, 9, 0, 0]
    assert plain(dates.free) == [0, 0, 0, 0, 6, 9, 0, 0]
    assert dates.critical() == [0, 1, 3, 6, 7]


def test_the_construction_project_of_hillier_and_lieberman_takes_44_weeks() -> None:
    """Introduction to Operations Research, the Reliable Construction Co.: activities A to N, critical A-B-C-E-F-J-L-N."""
    weeks = (2, 4, 10, 6, 4, 5, 7, 9, 7, 8, 4, 5, 2, 6)
    follows = ("AB", "BC", "CD", "CE", "CI", "EF", "DG", "EH", "GH", "FJ", "IJ", "JK", "JL", "HM", "KN", "LN")
    dates = in_days(weeks, *((ord(pair[0]) - 65, ord(pair[1]) - 65, "FS", 0) for pair in follows))
    assert plain(dates.start) == [0, 2, 6, 16, 16, 20, 22, 29, 16, 25, 33, 33, 38, 38]
    assert floats(dates) == [0, 0, 0, 4, 0, 0, 4, 4, 2, 0, 1, 0, 4, 0]
    assert max(plain(dates.finish)) == 44
    assert "".join(chr(65 + n) for n in dates.critical()) == "ABCEFJLN"


def test_a_ladder_of_starts_and_finishes_is_worked_out_by_hand() -> None:
    """Dig 10 days, lay pipes 6 (SS+2 and FF+2 of dig), fill 4 (FF+1 of pipes), each section following the other."""
    dates = in_days((10, 6, 4), (0, 1, "SS", 2), (0, 1, "FF", 2), (1, 2, "FF", 1))
    assert plain(dates.start) == [0, 6, 9]
    assert plain(dates.finish) == [10, 12, 13]
    assert floats(dates) == [0, 0, 0]


def test_a_start_that_drives_alone_leaves_the_finish_bounded_by_the_end() -> None:
    dates = in_days((8, 2), (0, 1, "SS", 1))
    assert plain(dates.finish) == [8, 3]
    assert floats(dates) == [0, 5]


def test_what_ends_on_friday_is_followed_on_saturday_where_saturday_is_worked() -> None:
    """Five days from Monday on; then two on a calendar without weekends, then one on the first calendar again."""
    axes = (Axis(), EVERY_DAY)
    start = tuple(axes[of].position(MONDAY * DAY) for of in (0, 1, 0))
    dates = dated(Network((5 * DAY, 2 * DAY, DAY), ((0, 1, "FS", 0), (1, 2, "FS", 0)), start, (), (0, 1, 0), axes))
    days = [axes[of].start(s) // DAY - MONDAY for of, s in zip((0, 1, 0), dates.start, strict=True)]
    assert days == [0, 5, 7]
    assert floats(dates) == [0, 0, 0]


def test_a_lag_counts_by_the_calendar_of_what_comes_first() -> None:
    axes = (Axis(), EVERY_DAY)
    start = tuple(axis.position(MONDAY * DAY) for axis in axes)
    dates = dated(Network((5 * DAY, DAY), ((0, 1, "FS", DAY),), start, (), (0, 1), axes))
    assert axes[1].start(dates.start[1]) // DAY - MONDAY == 8


def test_a_start_before_a_weekend_is_late_by_the_calendar_of_its_own() -> None:
    """The second may start on a Saturday with the first, which cannot start then: its last start lies on the Friday before, a tick before it is over."""
    axes = (Axis(), EVERY_DAY)
    start = tuple(axis.position(MONDAY * DAY) for axis in axes)
    long = (DAY // 2, 3 * DAY, 8 * DAY)
    dates = dated(Network(long, ((0, 1, "SS", 0),), (*start, start[1]), (), (0, 1, 1), axes))
    assert axes[1].start(dates.late_start[1]) // DAY - MONDAY == 5
    assert dates.float(0) == 5 * DAY - 1


def test_a_day_off_is_no_working_day() -> None:
    axis = Axis((0, 1, 2, 3, 4), (FIRST + MONDAY + 1,))
    assert [axis.day(axis.before(MONDAY) + n) - MONDAY for n in range(5)] == [0, 2, 3, 4, 7]
    assert axis.before(MONDAY + 7) - axis.before(MONDAY) == 4


def test_a_date_that_cannot_be_kept_makes_float_negative_and_leaves_the_forecast_honest() -> None:
    network = Network((4 * DAY, 3 * DAY), ((0, 1, "FS", 0),), (), (None, 5 * DAY))
    dates = dated(network)
    assert plain(dates.finish) == [4, 7]
    assert floats(dates) == [-2, -2]


def test_late_dates_may_count_back_from_a_wanted_finish() -> None:
    network = Network((4 * DAY, 3 * DAY), ((0, 1, "FS", 0),))
    assert floats(dated(network, EVERY_DAY.finish(10 * DAY))) == [3, 3]
    assert floats(dated(network, EVERY_DAY.finish(6 * DAY))) == [-1, -1]


def test_a_circle_is_refused_with_those_who_form_it_and_nobody_else() -> None:
    with pytest.raises(Circle) as refused:
        in_days((1, 1, 1, 1, 1), (0, 1, "FS", 0), (1, 2, "SS", 0), (2, 3, "FF", 0), (3, 1, "FS", 0), (3, 4, "FS", 0))
    assert sorted(refused.value.activities) == [1, 2, 3]


def test_an_activity_that_waits_for_itself_is_a_circle() -> None:
    with pytest.raises(Circle):
        in_days((1,), (0, 0, "FS", 0))


def test_without_activities_there_are_no_dates() -> None:
    assert in_days(()).start == []


@pytest.mark.parametrize("axis", [Axis(), EVERY_DAY, Axis((0, 1, 2, 3), tuple(FIRST + MONDAY + n for n in (1, 9, 16))), Axis((6,))])
def test_a_position_and_its_instants_agree_on_every_axis(axis: Axis) -> None:
    for position in range(axis.position((MONDAY - 20) * DAY), axis.position((MONDAY + 40) * DAY), DAY // 3):
        assert axis.position(axis.start(position)) == axis.position(axis.finish(position)) == position
        assert axis.finish(position) <= axis.start(position)
