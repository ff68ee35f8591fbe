"""The chain from strategy to proof: each joint that is missing is named with its record."""
from datetime import date
from decimal import Decimal

from records.figures.strategic_chain import chain, contribution, objective_chain, proven
from records.kinds import Benefit, Measurement, Objective, Project
from tests.records.building import Case, made

WHOLE = made(Benefit, id=1, key="BN-1", title="Calls", objective_id=1, milestone_id=1, realised=Decimal(5), expected=Decimal(30))
LOOSE = made(Benefit, id=2, key="BN-2", title="Posts", expected=Decimal(10))


def test_a_whole_chain_holds() -> None:
    found = Case(made(Project, objective_id=1), WHOLE, made(Measurement, benefit_id=1)).value(chain)
    assert (found.number, found.how, found.parts) == (Decimal(100), "5 of 5 joints hold", ())


def test_every_broken_joint_of_a_project_is_listed_with_its_record() -> None:
    found = Case(made(Project, key="APOLLO"), WHOLE, LOOSE, made(Measurement, benefit_id=1)).value(chain)
    assert found.number == Decimal(500) / 8
    assert [(p.key, p.said) for p in found.parts] == [("BN-2", "serves no objective"), ("BN-2", "hangs on no milestone"),
                                                      ("BN-2", "is not measured, and no day is set for it")]
    bare = Case(made(Project, key="APOLLO", objective_id=1)).value(chain)
    assert (bare.number, [(p.label, p.said, p.key) for p in bare.parts]) == (Decimal(50), [("Apollo", "has no benefit", "APOLLO")])
    assert Case(made(Project)).value(chain).number is None


def test_a_day_set_for_the_measurement_closes_its_joint() -> None:
    dated = made(Benefit, id=3, key="BN-3", title="Time", objective_id=1, milestone_id=2, review=date(2027, 1, 1))
    assert Case(made(Project, objective_id=1), dated).number(chain) == 100


def test_an_objective_without_project_or_benefit_is_an_orphan() -> None:
    found = Case(made(Objective, key="OBJ-1", title="Grow"), made(Project, phase="closed")).value(objective_chain)
    assert (found.number, [p.said for p in found.parts]) == (Decimal(0), ["no live project is named for it", "no benefit serves it"])
    half = Case(made(Objective, title="Grow"), made(Project, phase="planning"), WHOLE, LOOSE).value(objective_chain)
    assert (half.number, half.how) == (Decimal(400) / 6, "4 of 6 joints hold; broken: Posts hangs on no milestone and 1 more")


def test_the_contribution_of_each_benefit_is_its_share() -> None:
    case = Case(made(Objective, title="Grow"), WHOLE, LOOSE)
    assert case.number(contribution) == 40
    assert [(p.key, p.said) for p in case.value(contribution).parts] == [("BN-1", "30, 75 %"), ("BN-2", "10, 25 %")]
    assert case.value(proven).how == "1 of 2 benefits serving it realised something"
    assert Case(made(Objective, title="Grow")).number(proven) == 0
