"""The watch: each early sign where it should be seen and where it should not, with the risk that it suggests."""
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from records.kinds import (
    Absence,
    Baseline,
    Benefit,
    BudgetLine,
    Calendar,
    ChangeRequest,
    Comment,
    CostEntry,
    Dependency,
    Milestone,
    Office,
    Person,
    Project,
    Task,
    TimeEntry,
)
from records.rules import WATCH
from records.rules.base import DEFAULTS, Rule
from records.rules.watch.burning import burning
from records.rules.watch.depending import depending
from records.rules.watch.falling_silent import falling_silent
from records.rules.watch.going_stale import going_stale
from records.rules.watch.hearing_trouble import hearing_trouble
from records.rules.watch.losing_benefit import losing_benefit
from records.rules.watch.slowing import slowing
from records.rules.watch.straining import straining
from records.rules.watch.swelling import swelling
from tests.records.building import TODAY, Case, Made, made

LIVE = made(Project, phase="in delivery", finish=TODAY + timedelta(weeks=20))
NEW, OLD = (TODAY - timedelta(days=3),) * 2, (TODAY - timedelta(days=40),) * 2


def away(days: int) -> object:
    return TODAY + timedelta(days=days)


def done(number: int, hours: float) -> list[Made]:
    return [made(Task, status="done", hours=hours, done_on=away(-5)) for _ in range(number)]


def spent(*amounts: int) -> list[Made]:
    return [made(CostEntry, type="actual", amount=Decimal(a), on=away(-10)) for a in amounts]


GATE = made(Milestone, title="Pilot", planned=away(14))
FULL = (made(Person, id=9, name="Ben Okafor", weekly_hours=40.0), made(Task, owner_id=9, hours=200.0, due=away(20)))
SIGNS: list[tuple[Rule, tuple[Made, ...], str]] = [
    # 160 h in eight weeks are 20 h a week; 90 h are left, that takes 4.5 weeks
    (slowing, (LIVE, *done(4, 40), made(Task, hours=90.0, due=away(10)), GATE),
     "90 h of work are due before “Pilot” on 2 Dec 2026; at 20 h a week, the pace of the last eight, that takes 4.5 weeks, and 2 are left."),
    # 80,000 in eight weeks are 10,000 a week, 200,000 in the 20 weeks that are left
    (burning, (LIVE, made(BudgetLine, amount=Decimal(200_000)), *spent(20_000, 30_000, 30_000), made(Task, hours=100.0, progress=10)),
     "10,000 a week were spent over eight weeks; until the work is done that comes to 280,000 of 200,000. The budget would be gone on 10 Feb 2027."),
    (going_stale, (LIVE, made(Task, title="Data", status="in progress", written=OLD), made(Task, written=NEW)),
     "1 task under way without a word since 9 Oct 2026: “Data”."),
    (falling_silent, (made(Project, phase="in delivery", written=OLD), made(Task, written=OLD)),
     "Nothing was written about Apollo for 40 days, since 9 Oct 2026."),
    (depending, (made(Dependency, title="Login", direction="get", status="open", needed_by=away(10), promised_for=away(17)),),
     "“Login” is needed by 28 Nov 2026; it is promised for 5 Dec 2026, 7 days later."),
    (depending, (made(Dependency, title="Login", direction="get", status="agreed", needed_by=away(-2)),),
     "“Login” is needed by 16 Nov 2026; it is 2 days late."),
    (depending, (made(Dependency, title="Login", direction="get", status="open", needed_by=away(20)),),
     "“Login” is needed by 8 Dec 2026; nobody promised a day."),
    (swelling, (LIVE, made(Baseline, agreed_on=away(-60), hours=100.0), *(made(Task, hours=5.0, written=NEW) for _ in range(3))),
     "3 tasks with 15 h came since the baseline of 100 h, and no approved change request asks for them."),
    (straining, (LIVE, *FULL), "Ben Okafor has 200 h due by 16 Dec 2026 and 160 h to do it."),
    (straining, (LIVE, made(Person, id=9, name="Ben Okafor", weekly_hours=40.0), made(Task, owner_id=9, hours=160.0, due=away(20)),
                 made(Absence, person_id=9, start=away(0), end=away(6))),
     "Ben Okafor has 160 h due by 16 Dec 2026 and 128 h to do it, 32 h away counted."),
    # the office works four days, and two of the sixteen are days off
    (straining, (LIVE, *FULL, made(Office, calendar_id=3), made(Calendar, id=3, workdays="1, 2, 3, 4", days_off="2026-11-30, 2026-12-01, 2026-12-04")),
     "Ben Okafor has 200 h due by 16 Dec 2026 and 140 h to do it."),
    # what its owner says is left counts before its progress
    (straining, (LIVE, made(Person, id=9, name="Ben Okafor", weekly_hours=40.0), made(Task, owner_id=9, hours=50.0, remaining=210.0, due=away(20))),
     "Ben Okafor has 210 h due by 16 Dec 2026 and 160 h to do it."),
    (losing_benefit, (LIVE, made(Benefit, expected=Decimal(100), forecast=Decimal(80))),
     "20 % of the promised benefits are no longer expected: promised 100, now expected 80."),
    (hearing_trouble, (LIVE, made(Comment, text="We won't make Friday.", about="APOLLO-T-1", written=NEW)),
     "On APOLLO-T-1 somebody wrote: “We won't make Friday.”"),
]
QUIET: list[tuple[Rule, tuple[Made, ...]]] = [
    (slowing, (LIVE, *done(4, 40), made(Task, hours=40.0, due=away(10)), GATE)),
    (slowing, (LIVE, *done(2, 80), made(Task, hours=90.0, due=away(10)), GATE)),
    (slowing, (LIVE, *done(4, 40), made(Task, hours=90.0, due=away(10)), made(Milestone, planned=away(14), actual=away(-1)))),
    (burning, (LIVE, made(BudgetLine, amount=Decimal(200_000)), *spent(20_000, 30_000, 30_000), made(Task, hours=100.0, progress=60))),
    (burning, (LIVE, made(BudgetLine, amount=Decimal(400_000)), *spent(20_000, 30_000, 30_000), made(Task, hours=100.0, progress=10))),
    (going_stale, (LIVE, made(Task, status="in progress", written=NEW), made(Task, status="to do", written=OLD))),
    (going_stale, (LIVE, made(Task, id=5, status="in progress", written=OLD), made(TimeEntry, task_id=5, on=away(-4)))),
    (going_stale, (LIVE, made(Task, key="T-1", status="in progress", written=OLD), made(Comment, about="T-1", written=NEW))),
    (falling_silent, (made(Project, phase="in delivery", written=OLD), made(Task, written=NEW))),
    (falling_silent, (made(Project, phase="on hold", written=OLD),)),
    (going_stale, (LIVE, made(Task, status="in progress", written=OLD))),
    (depending, (made(Dependency, direction="get", status="open", needed_by=away(10), promised_for=away(10), confidence="high"),)),
    (depending, (made(Dependency, direction="give", status="open", needed_by=away(-2)),)),
    (depending, (made(Dependency, direction="get", status="delivered", needed_by=away(-2)),)),
    (depending, (made(Dependency, direction="get", status="open", needed_by=away(60)),)),
    (swelling, (LIVE, made(Baseline, agreed_on=away(-60), hours=100.0), *(made(Task, hours=5.0, parent_id=1, written=NEW) for _ in range(3)))),
    (swelling, (LIVE, made(Baseline, agreed_on=away(-60), hours=100.0), *(made(Task, hours=5.0, written=NEW) for _ in range(3)),
                made(ChangeRequest, type="scope", status="approved", decided_on=away(-10)))),
    (straining, (LIVE, made(Person, id=9, weekly_hours=40.0), made(Task, owner_id=9, hours=190.0, due=away(20)))),
    (losing_benefit, (LIVE, made(Benefit, expected=Decimal(100), forecast=Decimal(90)))),
    (hearing_trouble, (LIVE, made(Comment, text="We won't make Friday.", written=OLD))),
    (hearing_trouble, (LIVE, made(Task, key="APOLLO-T-1", status="done"), made(Comment, text="We won't make Friday.", about="APOLLO-T-1", written=NEW))),
    (hearing_trouble, (LIVE, made(Comment, text="All is well.", written=NEW))),
]


@pytest.mark.parametrize(("rule", "records", "says"), SIGNS, ids=lambda v: v.name if isinstance(v, Rule) else "")
def test_a_sign_is_seen_and_suggests_a_risk(rule: Rule, records: tuple[Made, ...], says: str) -> None:
    (finding,) = Case(*records).findings(rule)
    assert finding.says == says
    assert finding.keys
    threat = finding.threat
    assert threat is not None
    assert all((threat.key, threat.cause, threat.event, threat.effect, threat.response))


@pytest.mark.parametrize(("rule", "records"), QUIET, ids=lambda v: v.name if isinstance(v, Rule) else "")
def test_what_is_well_is_not_reported(rule: Rule, records: tuple[Made, ...]) -> None:
    assert Case(*records).findings(rule) == []


def test_an_office_says_itself_from_when_on_a_project_is_silent() -> None:
    case = Case(made(Project, phase="in delivery", written=OLD))
    assert case.findings(falling_silent, replace(DEFAULTS, silent_after=Decimal(40))) == []
    assert case.findings(falling_silent, replace(DEFAULTS, silent_after=Decimal(39)))


def test_a_closed_project_is_not_watched_for_trouble() -> None:
    case = Case(made(Project, phase="closed"), made(Comment, text="We won't make Friday.", written=NEW), *FULL)
    assert [f for rule in (hearing_trouble, straining) for f in case.findings(rule)] == []


def test_every_rule_of_the_watch_is_tried_here() -> None:
    assert {rule for rule, *_ in SIGNS} == set(WATCH)
