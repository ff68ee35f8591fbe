"""A record that is called by a part of its name or by what it is about."""
from collections.abc import Sequence

import pytest

from assistant.calling import Past
from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.meant.subjects import subjects
from records.kinds import ChangeRequest, CostEntry, Issue, Lesson, Milestone, Task
from records.kinds.base import Record
from tests.assistant.planner.asking import ALL, NAMES, TODAY, planner
from tools.desk.holding import Holder


def holder(kind: type[Record], key: str, title: str, *, is_own: bool = True) -> Holder:
    return Holder(kind, key, title, is_titled=True, is_own=is_own, is_theirs=False, is_open=True)


HELD = (holder(Task, "DIONE-T-6", "Furnish Vienna"), holder(CostEntry, "DIONE-C-9", "Furniture Vienna"), holder(Task, "DIONE-T-7", "Furnish Zurich"),
        holder(Task, "APOLLO-T-5", "Build the customer account pages"), holder(Milestone, "APOLLO-MS-3", "Pilot with ten customers"),
        holder(Lesson, "ELARA-LL-1", "Ask the works council before the pilot", is_own=False), holder(Issue, "CORVUS-I-1", "The scanners do not read old labels"),
        holder(Task, "CORVUS-T-6", "Order the hand scanners"), holder(Task, "APOLLO-T-8", "Migrate the customer accounts"), holder(Task, "DIONE-T-8", "Furnish Berlin"),
        holder(Task, "DIONE-T-9", "Paint Berlin"))


def holding(said: str) -> Sequence[Holder]:
    return tuple(h for h in HELD if all(w in h.title.lower() for w in said.lower().split()))


def planned(text: str, *past: Past, own: tuple[str, ...] = ("APOLLO", "DIONE", "CORVUS")) -> Plan:
    return planner().plan(text, Asked(NAMES, TODAY, past, "Ana Ruiz", own=own, holding=holding), ALL)


@pytest.mark.parametrize(("text", "key"), [
    ("is Vienna going to make it?", "DIONE-T-6"), ("is Zurich late?", "DIONE-T-7"), ("how is the pilot?", "APOLLO-MS-3"),
    ("push Zurich back by a week", "DIONE-T-7"), ("Zurich slips by a week", "DIONE-T-7"),
    ("Vienna needs two more weeks", "DIONE-T-6"), ("booked 4h on the account pages this morning", "APOLLO-T-5"), ("how far is Vienna?", "DIONE-T-6"),
    ("the labels are sorted", "CORVUS-I-1"),
])
def test_the_one_record_that_holds_the_words_is_meant(text: str, key: str) -> None:
    plan = planned(text)
    assert key in str(plan.calls), plan


def test_it_is_said_which_record_was_taken() -> None:
    assert planned("is Vienna going to make it?").says == "By “Vienna” I understand DIONE-T-6 Furnish Vienna."


def test_several_that_could_be_meant_by_an_order_are_offered() -> None:
    plan = planned("push Berlin back by a week")
    assert not plan.calls
    assert plan.choices == ("push DIONE-T-8 Furnish Berlin back by a week", "push DIONE-T-9 Paint Berlin back by a week")


def test_of_several_the_one_that_the_order_can_be_of_is_meant() -> None:
    assert "CORVUS-T-6" in str(planned("scanners: delivery on 11 December").calls)


def test_several_that_could_be_meant_by_a_question_are_listed() -> None:
    assert planned("how's the scanner situation?").calls == (("find_records", {"words": "scanner"}),)


def test_what_is_new_for_such_a_record_goes_into_its_project() -> None:
    (_, said), = planned("put Dev on Zurich with 10 hours a week from 1 to 23 Dec").calls
    assert said["values"]["project"] == "DIONE"
    assert "Zurich" not in said["values"].values()


def test_words_that_no_record_holds_show_the_asker_their_own() -> None:
    plan = planned("the offline thing is at 85 now")
    assert plan.calls == (("find_records", {"kind": "task", "where": {"owner": "me", "status": "not done, cancelled"}}),)
    assert "offline thing" in plan.says


@pytest.mark.parametrize("text", ["declare Apollo amber until 15 December because the scanners are late", "bring the go-live of Apollo forward by two weeks",
                                  "write a poem about Vienna", "which tasks slipped since the pilot?"])
def test_what_is_plain_without_a_record_stays_as_it_is(text: str) -> None:
    assert "By “" not in planned(text).says


def test_hours_on_one_thing_change_no_hours_that_are_booked_and_what_stands_in_the_way_is_left_out() -> None:
    asked = Asked(NAMES, TODAY, (), "Ana Ruiz", {"order list": "APOLLO-H-1", "test data": "APOLLO-I-1"}, holding=lambda _: ())
    plan = planner().plan("stand-up: Ben did the order list yesterday, 5 hours, still stuck on the test data", asked, ALL)
    assert [(said["kind"], said["values"]["hours"], said["values"]["on"]) for _, said in plan.calls] == [("time entry", "5 hours", "yesterday")]
    assert "still stuck on the test data" in plan.says


def test_a_title_in_an_order_for_something_new_is_left_as_it_is() -> None:
    assert "DIONE-T-6" not in str(planned("ask Ana to fix the account pages by Friday, 6h").calls)


@pytest.mark.parametrize("word", ["first", "last", "other"])
def test_a_word_that_counts_off_what_was_shown_is_no_name(word: str) -> None:
    asked = Asked(NAMES, TODAY, (), "Paula Adler", holding=lambda _: (HELD[0],))
    assert not list(subjects(asked.heard(f"push the {word} one to 15 December"), asked))


def test_work_is_moved_and_no_request_that_holds_its_words() -> None:
    held = (holder(ChangeRequest, "CORVUS-CR-1", "Rent scanners for the training"), holder(Task, "CORVUS-T-6", "Order the hand scanners"))
    asked = Asked(NAMES, TODAY, (), "Carla Winter", {"scanner training": "CORVUS-CR-1"}, own=("CORVUS",), holding=lambda said: held if "scanner" in said else ())
    assert not planner().plan("move the scanner training two weeks later", asked, ALL).calls
