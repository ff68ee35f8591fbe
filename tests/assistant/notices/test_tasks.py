"""Who gets a task hears of it once, and answers: taken on, not me, or a question."""
from datetime import date

import pytest

from records.journal import Event
from records.kinds import Task
from records.proposals import Create
from tests.assistant.notices.conftest import HOST, HOUR, MINUTE, World, words


def test_who_gets_a_task_hears_what_who_asked_and_by_when(quiet: World) -> None:
    key = quiet.give("ana", "ben", due=date(2026, 11, 27), hours=6)
    told = quiet.told("ben")
    assert told.email == f"ben@{HOST}"
    assert told.headline == f"Ana Ruiz gave you {key} Fix the login page, due Fri 27 Nov 2026"
    assert "from Ana Ruiz · Apollo · due Fri 27 Nov 2026 · 6 h" in words(told)
    assert [p.label for p in told.items[0].presses] == ["Accept", "Not me", "Question"]


def test_it_is_told_once_however_often_one_looks(quiet: World) -> None:
    quiet.give("ana", "ben")
    assert set(quiet.tell()) == set()            # the first look finds it, and waits whether more comes
    assert set(quiet.tell()) == {"ben"}
    assert all(not quiet.tell() for _ in range(3))


def test_nobody_is_told_what_they_gave_themselves(quiet: World) -> None:
    quiet.give("ben", "ben")
    quiet.tick()
    assert quiet.tell() == {}


def test_several_within_some_minutes_are_one_message(quiet: World) -> None:
    quiet.give("ana", "ben", "One")
    quiet.tick(MINUTE)
    quiet.give("ana", "ben", "Two")
    quiet.tick(MINUTE)
    quiet.give("paula", "ben", "Three")
    told = quiet.told("ben")
    assert [i.blocks[0].title.partition(" ")[2] for i in told.items] == ["One", "Two", "Three"]  # type: ignore[union-attr]
    assert told.headline.endswith("One – and 2 more")
    assert quiet.tell() == {}


def test_a_task_that_was_taken_away_meanwhile_is_not_told(quiet: World) -> None:
    key = quiet.give("ana", "ben")
    quiet.tick(MINUTE)
    quiet.change("ana", Task, key, owner_id=quiet.id("mia"))
    told = quiet.told("mia")
    assert key in told.headline
    assert [n.startswith("task:") for n in quiet.journal(Event.notice_dropped)] == [True]


def test_a_creation_that_was_taken_back_is_not_told(quiet: World) -> None:
    given = quiet.do("ana", Create("task", {"title": "Oops", "project_id": quiet.id("APOLLO"), "owner_id": quiet.id("ben")}))
    quiet.tick(MINUTE)
    quiet.undo("ana", given.position)
    assert quiet.tell() == {}


def test_a_task_given_from_hand_to_hand_and_back_is_told_once(quiet: World) -> None:
    key = quiet.give("ana", "ben")
    quiet.change("ana", Task, key, owner_id=quiet.id("mia"))
    quiet.change("ana", Task, key, owner_id=quiet.id("ben"))
    quiet.tick(MINUTE)
    told = quiet.tell()
    assert set(told) == {"ben"}
    assert len(told["ben"].items) == 1


def test_accepting_is_a_change_in_ones_own_name_that_the_record_shows(quiet: World) -> None:
    key = quiet.give("ana", "ben")
    item, = quiet.told("ben").items
    pressed = quiet.press("ben", item.id, "accept")
    assert quiet.task(key).taken_on == date(2026, 11, 18)
    assert pressed.said == [f"You took on {key}."]
    assert pressed.receipt
    assert pressed.receipt.lines == (f"{key} taken on: nothing → Wed 18 Nov 2026",)
    assert pressed.shown == f"✓ You took on {key}."
    assert pressed.items[0].presses == ()


def test_a_second_press_says_that_it_was_answered(quiet: World) -> None:
    key = quiet.give("ana", "ben")
    item, = quiet.told("ben").items
    quiet.press("ben", item.id, "accept")
    again = quiet.press("ben", item.id, "accept")
    assert (again.said, again.error) == ([], "You answered that already.")
    assert quiet.task(key).version == 2


def test_an_acceptance_that_was_taken_back_is_asked_anew_where_they_look(quiet: World) -> None:
    key = quiet.give("ana", "ben")
    item, = quiet.told("ben").items
    quiet.undo("ben", quiet.press("ben", item.id, "accept").position)
    assert quiet.task(key).taken_on is None
    assert [p.act for p in quiet.message(item.id).items[0].presses] == ["accept", "refuse", "ask"]


def test_who_gets_a_task_anew_has_not_taken_it_on_yet(quiet: World) -> None:
    key = quiet.give("ana", "ben")
    item, = quiet.told("ben").items
    quiet.press("ben", item.id, "accept")
    quiet.change("ana", Task, key, owner_id=quiet.id("mia"))
    assert quiet.task(key).taken_on is None


def test_nobody_answers_for_somebody_else(quiet: World) -> None:
    key = quiet.give("ana", "ben")
    item, = quiet.told("ben").items
    with pytest.raises(Exception, match="told to somebody else"):
        quiet.press("mia", item.id, "accept")
    assert quiet.task(key).taken_on is None


def test_who_may_change_no_task_answers_nevertheless(quiet: World) -> None:
    key = quiet.give("paula", "nora")                              # a viewer
    item, = quiet.told("nora").items
    pressed = quiet.press("nora", item.id, "accept")
    assert pressed.said == [f"You took on {key}. That counts as your answer; in the records nothing was changed, for your role may not."]
    assert quiet.task(key).taken_on is None
    assert quiet.tell() == {}


def test_not_me_needs_a_reason_and_moves_nothing_by_itself(quiet: World) -> None:
    key = quiet.give("ana", "ben")
    item, = quiet.told("ben").items
    with pytest.raises(Exception, match="Please fill in: Why not"):
        quiet.press("ben", item.id, "refuse")
    quiet.press("ben", item.id, "refuse", reason="I am away all week", owner_id="Mia Fischer")
    assert quiet.task(key).owner_id == quiet.id("ben")
    back = quiet.told("ana")
    assert back.headline == f"Ben Okafor gives back {key} Fix the login page"
    assert "Ben Okafor says: “I am away all week”" in words(back)
    assert [p.label for p in back.items[0].presses] == ["Give it to Mia Fischer", "Give it to…", "Leave it there"]


def test_who_gave_a_task_gives_it_to_somebody_else_by_one_tap(quiet: World) -> None:
    key = quiet.give("ana", "ben")
    item, = quiet.told("ben").items
    quiet.press("ben", item.id, "refuse", reason="Away", owner_id="Mia Fischer")
    back, = quiet.told("ana").items
    quiet.press("ana", back.id, "give")
    assert quiet.task(key).owner_id == quiet.id("mia")
    assert f"Ana Ruiz gave you {key}" in quiet.told("mia").headline


def test_who_gave_a_task_may_leave_it_and_say_why(quiet: World) -> None:
    quiet.give("ana", "ben")
    item, = quiet.told("ben").items
    quiet.press("ben", item.id, "refuse", reason="Away")
    back, = quiet.told("ana").items
    quiet.press("ana", back.id, "leave", text="It can wait until you are back")
    assert "“It can wait until you are back”" in words(quiet.told("ben"))


def test_a_question_reaches_who_gave_the_task_and_the_answer_comes_back(quiet: World) -> None:
    key = quiet.give("ana", "ben")
    item, = quiet.told("ben").items
    pressed = quiet.press("ben", item.id, "ask", question="Which browsers?")
    assert [p.act for p in pressed.items[0].presses] == ["accept", "refuse", "ask"]           # it still waits
    asked = quiet.told("ana")
    assert asked.headline == f"Ben Okafor asks about {key} Fix the login page"
    assert "“Which browsers?”" in words(asked)
    quiet.press("ana", asked.items[0].id, "answer", text="The two that we support")
    answer = quiet.told("ben")
    assert "“The two that we support”" in words(answer)
    assert quiet.said(key) == [("Ben Okafor", "Which browsers?"), ("Ana Ruiz", "The two that we support")]


def test_what_its_receiver_may_not_see_any_more_is_not_told(quiet: World) -> None:
    key = quiet.give("ana", "ben")
    quiet.tick(MINUTE)
    quiet.change("paula", Task, key, status="done")
    assert quiet.tell() == {}


def test_what_was_told_and_answered_stands_in_the_journal(quiet: World) -> None:
    key = quiet.give("ana", "ben")
    item, = quiet.told("ben").items
    quiet.press("ben", item.id, "accept")
    assert quiet.journal(Event.notice_told)[-1] == f"{item.id} by test"
    assert quiet.journal(Event.notice_answered) == [f"{item.id} accept"]
    assert quiet.kept(item.id).about == key


def test_a_whole_import_of_tasks_is_one_message_that_lists_them(quiet: World) -> None:
    home, ben = quiet.id("APOLLO"), quiet.id("ben")
    quiet.do("ana", *(Create("task", {"title": f"Task {n}", "project_id": home, "owner_id": ben}) for n in range(12)))
    told = quiet.told("ben")
    assert len(told.items) == 9
    assert [len(i.presses) for i in told.items] == [3] * 8 + [0]
    assert "And 4 more" in words(told)
    assert len(quiet.notices.waiting(f"ben@{HOST}")) >= 12



@pytest.mark.parametrize(("many", "says"), [(45, "And 37 more"), (60, "The first 40 of 52")])
def test_a_message_names_many_and_counts_the_rest(quiet: World, many: int, says: str) -> None:
    home, ben = quiet.id("APOLLO"), quiet.id("ben")
    made = quiet.do("ana", *(Create("task", {"title": f"Task {n}", "project_id": home, "owner_id": ben}) for n in range(many)))
    told = quiet.told("ben")
    assert told.headline.endswith(f" – and {many - 1} more")
    assert says in words(told)
    assert sum(f"{edit['key']} " in words(told) for edit in made.edits) == min(many, 48)
    assert quiet.tell() == {}
    assert {quiet.kept(f"task:{edit['id']}:{made.position}").state for edit in made.edits} == {"told"}


def test_a_new_task_waits_where_one_looks_before_the_clock_looked_and_out_of_hours_and_is_told_once(quiet: World) -> None:
    quiet.tick(12 * HOUR)                                          # nine in the evening
    key = quiet.give("ana", "ben")
    item, = (i for i in quiet.notices.waiting(f"ben@{HOST}") if key in i.headline)
    assert [p.label for p in item.presses] == ["Accept", "Not me", "Question"]
    assert quiet.notices.waiting(f"ben@{HOST}").count(item) == 1
    quiet.press("ben", item.id, "accept")
    assert quiet.task(key).taken_on
    assert not [i for i in quiet.notices.waiting(f"ben@{HOST}") if key in i.headline]
    assert "ben" not in quiet.tell(12 * HOUR)
