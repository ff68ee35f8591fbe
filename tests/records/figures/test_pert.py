"""PERT by its worked case: 4, 6, 14 make 7.00 and 1.667."""
from records.figures.pert import Expected, expected, pert, pert_effort
from records.kinds import Task
from tests.records.building import Case, made
from tests.records.figures.printed import as_printed

THREE = made(Task, key="T-1", title="Build", hours=6, optimistic=4, pessimistic=14)


def test_the_worked_case() -> None:
    case = Case(THREE)
    assert as_printed(case.number(pert), "7.00") == "7.00"
    assert case.value(pert).how == "(4 + 4 × 6 + 14) / 6, standard deviation 1.7 h"
    assert case.narrowed(case.value(pert).keys).value(pert) == case.value(pert)
    found = expected(case._rows(pert)[Task][0])
    assert isinstance(found, Expected)
    assert as_printed(found.deviation, "1.667") == "1.667"


def test_without_a_range_the_estimate_stands_and_without_hours_there_is_none() -> None:
    assert Case(made(Task, hours=6)).number(pert) == 6
    assert Case(made(Task, hours=6, pessimistic=12)).number(pert) == 7
    assert Case(made(Task, optimistic=4)).value(pert).how == "it has no estimate in hours"


def test_the_open_work_of_a_project_adds_up_and_its_deviations_do_by_their_squares() -> None:
    """7 + 7 + 10 hours; two deviations of 5/3 come to 5/3 x sqrt(2) = 2.357."""
    case = Case(THREE, made(Task, key="T-2", title="Test", hours=6, optimistic=4, pessimistic=14), made(Task, key="T-3", hours=10),
                made(Task, key="T-4"), made(Task, key="T-5", hours=99, optimistic=1, status="done"))
    found = case.value(pert_effort)
    assert found.number == 24
    assert found.how == "(O + 4M + P) / 6 of 2 open tasks, the hours of 1 more; standard deviation 2.4 h; 1 without an estimate left out"
    assert [(p.label, p.said) for p in found.parts] == [("Build", "(4 + 4 × 6 + 14) / 6 = 7.0 h ± 1.7"), ("Test", "(4 + 4 × 6 + 14) / 6 = 7.0 h ± 1.7")]
    assert case.narrowed(found.keys).number(pert_effort) == 24
    assert Case(made(Task, hours=6)).value(pert_effort).how == "no open task has an optimistic or pessimistic estimate beside its hours"
