"""Benefits to measure, silent projects, early signs, and how much of all that one person is asked in a week."""
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
import sqlalchemy as sa

from records import changing, forgetting
from records.errors import Sorry
from records.journal import Event
from records.kinds import Benefit, Measurement, Person, Project, Risk, Task
from records.kinds.task import ENDED
from records.notices import Notice
from records.proposals import Create
from records.query import Query, Where
from records.reading import Reader
from records.sample import OFFICE
from tests.assistant.notices.conftest import DAY, HOST, HOUR, MINUTE, World, words


def benefit(world: World, owner: str, **more: object) -> str:
    values = {"title": "Fewer calls", "project_id": world.id("APOLLO"), "owner_id": world.id(owner), "review": date(2027, 11, 17), "frequency": "quarterly",
              "unit": "calls a day", "aim": 120}
    return str(world.do("paula", Create("benefit", {**values, **more})).edits[0]["key"])


def silent(world: World, manager: str = "carla") -> str:
    """A project in delivery about which nobody has written anything since a month ago."""
    then, world.now = world.now, world.now - 30 * DAY
    made = world.do("paula", Create("project", {"name": "Mute", "phase": "in delivery", "manager_id": world.id(manager)}))
    world.now = then
    return str(made.edits[0]["key"])


def a_morning(world: World) -> dict:  # type: ignore[type-arg]
    """What is told on the next morning."""
    world.now = datetime(2026, 11, 19, 9, 0, tzinfo=UTC)
    world.tick(0 * MINUTE)
    return world.tell()


def measurements(world: World, key: str) -> list[Measurement]:
    with world.database.reading() as session:
        return list(Reader(session, OFFICE).find(Query(Measurement, (Where("benefit_id", "is", world.id(key)),), limit=None)))


def test_a_benefits_owner_is_asked_on_its_day_also_after_closure(quiet: World) -> None:
    key = benefit(quiet, "victor")
    quiet.change("paula", Project, "APOLLO", phase="closed")
    assert key not in str(a_morning(quiet))
    quiet.now = datetime(2027, 11, 17, 9, 0, tzinfo=UTC)                 # a year later
    told = quiet.told("victor")
    item = next(i for i in told.items if key in i.headline)
    assert item.headline == f"How much has come of {key} Fewer calls?"
    quiet.press("victor", item.id, "measure", value="97", evidence="The desk's own count", review="2028-02-16")
    made, = measurements(quiet, key)
    assert (made.value, made.evidence, made.on) == (97, "The desk's own count", date(2027, 11, 17))
    assert quiet.row(Benefit, key).review == date(2028, 2, 16)  # type: ignore[attr-defined]
    assert key not in str(quiet.tell(DAY))


def test_a_number_is_wanted_and_its_evidence(quiet: World) -> None:
    key = benefit(quiet, "victor", review=date(2026, 11, 19))
    item = next(i for i in a_morning(quiet)["victor"].items if key in i.headline)
    with pytest.raises(Sorry, match="Please fill in: Evidence"):
        quiet.press("victor", item.id, "measure", value="97")
    with pytest.raises(Sorry):
        quiet.press("victor", item.id, "measure", value="many", evidence="The count")
    assert measurements(quiet, key) == []


def test_money_that_came_is_written_where_the_figures_read_it(quiet: World) -> None:
    key = benefit(quiet, "victor", review=date(2026, 11, 19), unit="", aim=None, expected=50_000)
    item = next(i for i in a_morning(quiet)["victor"].items if key in i.headline)
    assert item.presses[0].fields[0].label == "Realised so far"
    quiet.press("victor", item.id, "measure", value="12500", evidence="The ledger")
    assert quiet.row(Benefit, key).realised == Decimal(12500)  # type: ignore[attr-defined]


def test_what_its_owner_may_not_record_is_confirmed_by_who_leads_the_project(quiet: World) -> None:
    key = benefit(quiet, "elena", review=date(2026, 11, 19))                # an executive records no measurements
    item = next(i for i in a_morning(quiet)["elena"].items if key in i.headline)
    said = quiet.press("elena", item.id, "measure", value="97", evidence="The count")
    assert "somebody who may is asked to confirm it" in said.said[-1]
    assert measurements(quiet, key) == []
    wish = next(i for i in quiet.told("ana").items if "Elena Marsh asks you to record" in i.headline and "measurement" in i.headline)
    quiet.press("ana", wish.id, "confirm")
    assert [m.value for m in measurements(quiet, key)] == [97]


def test_where_who_leads_may_not_either_the_pmo_is_asked(quiet: World) -> None:
    quiet.change("paula", Person, "P-2", role="member")                     # Ana still leads Apollo, but writes no benefits any more
    key = benefit(quiet, "ben", review=date(2026, 11, 19))
    item = next(i for i in a_morning(quiet)["ben"].items if key in i.headline)
    quiet.press("ben", item.id, "measure", value="97", evidence="The count", review="2027-02-01")
    assert [m.value for m in measurements(quiet, key)] == [97]              # that he may record himself
    told = quiet.tell()
    told |= quiet.tell()
    wish = next(i for i in told["paula"].items if "Ben Okafor asks you to record" in i.headline)
    quiet.press("paula", wish.id, "confirm")
    assert quiet.row(Benefit, key).review == date(2027, 2, 1)  # type: ignore[attr-defined]


def test_the_manager_of_a_silent_project_is_asked_once_a_week(quiet: World) -> None:
    key = silent(quiet)
    told = a_morning(quiet)["carla"]
    item = next(i for i in told.items if key in str(i.blocks))
    assert "One question: how is Mute doing?" in words(told)
    assert "Nothing was written about Mute for 31 days" in words(told)
    assert [p.label for p in item.presses] == ["On track", "Something changed…", "Ask me next week"]
    asked = sum(key in str(m) for _ in range(5) for m in quiet.tell(DAY).values())
    assert asked == 0
    quiet.tick(2 * DAY)
    assert "Mute" in words(quiet.told("carla"))                # a week later, since nothing was said


def test_on_track_is_said_under_the_project_which_is_silent_no_longer(quiet: World) -> None:
    key = silent(quiet)
    item = next(i for i in a_morning(quiet)["carla"].items if key in str(i.blocks))
    quiet.press("carla", item.id, "on_track")
    assert quiet.said(key) == [("Carla Winter", "On track, says Carla Winter.")]
    assert not any(key in str(m) for _ in range(9) for m in quiet.tell(DAY).values())


def test_something_changed_asks_what(quiet: World) -> None:
    key = silent(quiet)
    item = next(i for i in a_morning(quiet)["carla"].items if key in str(i.blocks))
    quiet.press("carla", item.id, "changed", text="The supplier is gone")
    assert quiet.said(key) == [("Carla Winter", "The supplier is gone")]


def test_snoozing_asks_again_in_a_week_and_not_before(quiet: World) -> None:
    key = silent(quiet)
    item = next(i for i in a_morning(quiet)["carla"].items if key in str(i.blocks))
    quiet.press("carla", item.id, "later")
    assert not any(key in str(m) for _ in range(5) for m in quiet.tell(DAY).values())
    assert key in str(quiet.tell(2 * DAY))


def test_a_nudge_asks_in_the_name_of_who_nudged_and_once(quiet: World) -> None:
    assert quiet.notices.nudge(f"elena@{HOST}", "Apollo") == "Ana Ruiz will be asked how Apollo is doing, in your name."
    told = quiet.told("ana")
    assert told.headline == "Elena Marsh asks: how is Apollo doing?"
    assert quiet.notices.nudge(f"victor@{HOST}", "Apollo") == "Ana Ruiz was asked about Apollo on Wed 18 Nov already and has not answered yet."
    quiet.press("ana", told.items[0].id, "changed", text="The pilot began")
    assert "“The pilot began”" in words(quiet.told("elena"))


def test_nobody_nudges_about_what_they_may_not_see_or_themselves(quiet: World) -> None:
    quiet.do("paula", Create("project", {"name": "Secret", "access": "restricted", "phase": "in delivery", "manager_id": quiet.id("sofia")}))
    with pytest.raises(Sorry, match="Secret"):
        quiet.notices.nudge(f"nora@{HOST}", "Secret")
    with pytest.raises(Sorry, match="That would be you"):
        quiet.notices.nudge(f"ana@{HOST}", "Apollo")
    with pytest.raises(Sorry, match="Nora Keller has nothing open on Apollo"):
        quiet.notices.nudge(f"ana@{HOST}", "Apollo", "Nora Keller")


def test_who_works_on_a_project_is_asked_about_their_own_work(quiet: World) -> None:
    assert quiet.notices.nudge(f"ana@{HOST}", "Apollo", "Ben") == "Ben Okafor will be asked how their work on Apollo stands, in your name."
    told = quiet.told("ben")
    assert told.headline == "Ana Ruiz asks: how does your work on Apollo stand?"
    assert "APOLLO-T-" in words(told)
    quiet.press("ben", told.items[0].id, "on_track")
    assert quiet.said("APOLLO")[-1] == ("Ben Okafor", "On track, says Ben Okafor.")
    assert "“On track, says Ben Okafor.”" in words(quiet.told("ana"))


def test_an_early_sign_reaches_who_can_act_once_and_one_tap_puts_it_into_the_register(world: World) -> None:
    world.tick(0 * MINUTE)
    told = world.tell()
    item = next(i for i in told["ben"].items if "Login service" in i.headline)
    assert [p.label for p in item.presses] == ["Add to the register", "No risk"]
    world.press("ben", item.id, "register")
    with world.database.reading() as session:
        risk, = Reader(session, OFFICE).find(Query(Risk, (Where("title", "is", "Keyward delivers too late"),)))
    assert (risk.project_id, risk.probability, risk.impact) == (world.id("APOLLO"), 4, 3)
    assert "Login service" not in str([world.tell(DAY) for _ in range(3)])


def test_a_week_has_a_ceiling_and_the_rest_waits_for_the_next(quiet: World) -> None:
    quiet.do("paula", Create("threshold", {"name": "asks a week", "value": 2}))
    home, elena = quiet.id("APOLLO"), quiet.id("elena")
    quiet.do("ana", *(Create("decision", {"title": f"Question {n}", "project_id": home, "decider_id": elena, "recommendation": "yes"}) for n in range(5)))
    assert len(quiet.told("elena").items) == 2
    assert len(quiet.journal(Event.notice_held)[-1].split()) == 3
    assert quiet.tell(DAY).get("elena") is None
    quiet.now = datetime(2026, 11, 23, 8, 1, tzinfo=UTC)               # Monday
    assert len(quiet.tell(0 * MINUTE)["elena"].items) == 2


def test_all_tasks_of_one_message_are_one_ask(quiet: World) -> None:
    quiet.do("paula", Create("threshold", {"name": "asks a week", "value": 1}))
    for n in range(3):
        quiet.give("ana", "ben", f"Task {n}")
    assert len(quiet.told("ben").items) == 3
    quiet.give("ana", "ben", "One too many")
    quiet.tick(0 * MINUTE)
    assert quiet.tell(HOUR) == {}


def test_who_left_is_told_nothing_and_their_work_is_handed_over(quiet: World) -> None:
    quiet.give("ana", "ben")
    quiet.tick(0 * MINUTE)
    assert quiet.notices.left(f"ben@{HOST}")
    told = quiet.tell()
    assert "ben" not in told
    item = next(i for i in told["ana"].items if "Ben Okafor has left" in i.headline)
    assert [p.label for p in item.presses] == ["Give them to…", "Done"]
    count = int(item.headline.split(": ")[1].split()[0])
    assert count > 1
    quiet.press("ana", item.id, "give", owner_id="Mia Fischer")
    with quiet.database.reading() as session:
        left = Query(Task, (Where("owner_id", "is", quiet.id("ben")), Where("project_id", "is", quiet.id("APOLLO")), Where("status", "not in", ENDED)))
        assert Reader(session, OFFICE).count(left) == 0
    assert len(quiet.told("mia").items) > 1


def test_who_was_forgotten_is_handed_over_without_a_name_and_told_nothing(quiet: World) -> None:
    quiet.give("ana", "ben")
    quiet.tick(0 * MINUTE)
    with quiet.database.writing() as tx:
        gone = forgetting.person(tx, f"ben@{HOST}")
        changing.apply(tx, OFFICE, gone.changes, quiet.now, gone.marks)
    told = quiet.tell()
    told |= quiet.tell()
    assert "ben" not in told
    assert "Former colleague P-3 has left" in words(told["ana"])
    with quiet.database.reading() as session:
        kept = session.execute(sa.select(sa.inspect(Notice).local_table)).all()
    assert not [row for row in kept if row.person_id == 3 or "Ben" in row.note]
