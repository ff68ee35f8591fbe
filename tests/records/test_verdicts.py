"""Two verdicts that are never blended, each with its reasons, and no colour where nothing is known."""
from datetime import date, timedelta

import pytest

from records.computing import Book
from records.kinds import Project
from records.proposals import Change, Create, Wish
from records.query import Query
from records.verdicts import BEGUN, Tone, Verdict, delivery, is_flattered, value
from tests.records.conftest import ADMIN, TODAY, VERA, Office

SOON, PAST, LONG_AGO = TODAY + timedelta(days=20), TODAY - timedelta(days=2), TODAY - timedelta(days=40)


@pytest.fixture
def judged(office: Office) -> "Judged":
    office.do(ADMIN, Create("project", {"name": "Corvus", "phase": "in delivery"}))
    return Judged(office)


class Judged:
    """One fresh project and its verdicts after some wishes."""

    def __init__(self, office: Office) -> None:
        self.office = office

    def with_(self, *wishes: Wish) -> "Judged":
        for wish in wishes:
            self.office.do(ADMIN, wish)
        return self

    def tasks(self, number: int, **values: object) -> "Judged":
        return self.with_(*(Create("task", {"title": f"Work {n}", "project_id": 3, "hours": 5, **values}) for n in range(number)))

    def of(self, who: str = ADMIN) -> tuple[Verdict, Verdict]:
        with self.office.reader(who) as reader:
            corvus = next(p for p in reader.find(Query(Project)) if p.key == "CORVUS")
            book = Book(reader, (corvus,), TODAY)
            return delivery(book, corvus), value(book, corvus)

    @property
    def delivered(self) -> tuple[str, str]:
        return self.of()[0].tone, self.of()[0].word

    @property
    def worth(self) -> tuple[str, str]:
        return self.of()[1].tone, self.of()[1].word


def serving() -> tuple[Wish, ...]:
    return Create("objective", {"title": "Grow"}), Change("project", ("CORVUS",), {"objective_id": 1})


def flow(year: int, amount: int, forecast: int | None = None) -> Wish:
    return Create("cashflow", {"title": "Flow", "project_id": 3, "year": year, "amount": amount, "forecast": forecast})


def test_without_any_task_nothing_is_known(judged: Judged) -> None:
    assert judged.delivered == ("plain", "not known: it has no tasks")


def test_work_in_time_is_on_track(judged: Judged) -> None:
    assert judged.tasks(3, due=SOON, start=TODAY + timedelta(days=5)).delivered == ("green", "on track")


def test_one_overdue_task_in_many_is_a_delay(judged: Judged) -> None:
    judged.tasks(19, due=SOON, start=TODAY + timedelta(days=5)).tasks(1, due=PAST)
    assert judged.delivered == ("amber", "delayed")


def test_a_blocked_task_is_a_danger_beside_a_delay(judged: Judged) -> None:
    judged.tasks(19, due=SOON, start=TODAY + timedelta(days=5)).tasks(1, due=PAST).tasks(1, due=SOON, start=SOON, status="blocked", blocked_by="rain")
    assert judged.delivered == ("amber", "at risk")


def test_much_overdue_work_is_off_track_with_the_worst_reason_first(judged: Judged) -> None:
    judged.tasks(2, due=LONG_AGO).tasks(1, due=SOON, start=SOON, status="blocked", blocked_by="rain")
    delivered = judged.of()[0]
    assert (delivered.tone, delivered.word) == ("red", "off track")
    assert [f.severity for _, f in delivered.because] == ["red", "red", "amber"]
    assert "CORVUS-T-1" in delivered.keys


@pytest.mark.parametrize(("phase", "word"), [("closed", "closed"), ("cancelled", "cancelled"), ("on hold", "on hold")])
def test_what_is_not_under_way_has_no_colour(judged: Judged, phase: str, word: str) -> None:
    judged.tasks(2, due=LONG_AGO).with_(Change("project", ("CORVUS",), {"phase": phase}))
    assert judged.delivered == ("plain", word)


def test_a_candidate_whose_work_waits_for_its_day_is_not_started(judged: Judged) -> None:
    judged.tasks(2, due=SOON, start=SOON).with_(Change("project", ("CORVUS",), {"phase": "candidate"}))
    assert judged.delivered == ("plain", "not started")


@pytest.mark.parametrize(("done", "due", "stands"), [(9, SOON, ("green", "on track")), (0, LONG_AGO, ("red", "off track"))])
def test_a_candidate_with_progress_or_overdue_work_is_judged_by_it_and_its_phase_is_told(judged: Judged, done: int, due: date, stands: tuple[str, str]) -> None:
    more: dict[str, object] = {"status": "in progress", "progress": done} if done else {}
    judged.tasks(2, due=due, start=min(due, TODAY), **more).with_(Change("project", ("CORVUS",), {"phase": "candidate"}))
    assert judged.delivered == stands
    assert judged.of()[0].note == BEGUN


def test_a_project_without_a_business_case_is_not_called_worth_it(judged: Judged) -> None:
    assert judged.with_(*serving()).worth == ("plain", "not known: it has no business case")


def test_a_sound_case_that_serves_an_objective_is_worth_it(judged: Judged) -> None:
    assert judged.with_(*serving(), flow(2026, -100), flow(2027, 200)).worth == ("green", "worth it")


def test_without_an_objective_the_worth_is_doubtful(judged: Judged) -> None:
    assert judged.with_(flow(2026, -100), flow(2027, 200)).worth == ("amber", "doubtful")


def test_a_negative_npv_is_no_longer_worth_it_however_well_it_is_delivered(judged: Judged) -> None:
    judged.tasks(3, due=SOON, start=SOON).with_(*serving(), flow(2026, -100), flow(2027, 200, 90))
    assert judged.delivered == ("green", "on track")
    assert judged.worth == ("red", "no longer worth it")


def test_lost_benefits_alone_are_no_longer_as_promised(judged: Judged) -> None:
    benefit = Create("benefit", {"title": "Sales", "project_id": 3, "expected": 100, "forecast": 50, "owner_id": 1})
    assert judged.with_(*serving(), flow(2026, -100), flow(2027, 200), benefit).worth == ("red", "no longer as promised")


def test_value_is_judged_after_closure_too(judged: Judged) -> None:
    judged.with_(*serving(), flow(2026, -100), flow(2027, 200, 90), Change("project", ("CORVUS",), {"phase": "closed"}))
    assert judged.worth == ("red", "no longer worth it")


def test_who_may_see_no_money_is_told_what_was_not_judged(judged: Judged) -> None:
    judged.tasks(3, due=SOON, start=SOON).with_(*serving(), flow(2026, -100), flow(2027, 200, 90))
    delivered, worth = judged.of(VERA)
    assert (delivered.tone, delivered.note) == ("green", "Not fully judged: you may not see all of its cost and scope.")
    assert (worth.tone, worth.word) == ("plain", "not known: there is no business case you may see")


@pytest.mark.parametrize(("declared", "tone", "flattered"), [
    ("green", "red", True), ("amber", "red", True), ("red", "green", False), ("green", "green", False), ("not declared", "red", False),
    ("green", "plain", False)])
def test_a_declared_colour_better_than_the_records_is_flattered(declared: str, tone: Tone, flattered: bool) -> None:  # noqa: FBT001 - a case
    project = Project.model_validate({"name": "Apollo", "declared_colour": declared})
    assert is_flattered(project, Verdict(tone, "")) is flattered


def test_the_offices_own_thresholds_move_the_colour(judged: "Judged") -> None:
    office = judged.office
    office.do(ADMIN, *(Create("task", {"title": str(n), "project_id": 3, "due": TODAY - timedelta(days=2) if n == 1 else TODAY + timedelta(days=9)})
                       for n in range(1, 9)))

    def tone() -> Tone:
        with office.reader(ADMIN) as reader:
            corvus = reader.get(Project, "CORVUS")
            return delivery(Book(reader, (corvus,), TODAY), corvus).tone
    assert tone() == "amber"                                                  # one of eight tasks is overdue: 12.5 %
    office.do(ADMIN, Create("threshold", {"name": "overdue red", "value": 12}))
    assert tone() == "red"
