"""What members of a team ask each other: who is stuck, loaded, away, silent; and what they tell: what happened when, and why."""
from typing import Any

import pytest

from assistant.calling import Call, Past
from tests.assistant.planner.asking import planned

LOADED = Past("how busy am I this week?", "load", (Call("explain_figure", {"figure": "load", "person": "me", "days": "this week"}),), ("P-3",))
STUCK = Past("what is blocked?", "**2 tasks**", (Call("find_records", {"kind": "task", "where": {"status": "blocked"}}),), ("APOLLO-T-9", "CORVUS-T-6"))
REQUEST = Past("show APOLLO-CR-2", "card", (Call("show_record", {"record": "APOLLO-CR-2"}),), ("APOLLO-CR-2",))
RISK = Past("show APOLLO-R-1", "card", (Call("show_record", {"record": "APOLLO-R-1"}),), ("APOLLO-R-1",))
RISKS = Past("risks of Apollo", "**2 risks**", (Call("find_records", {"kind": "risk", "where": {"project": "APOLLO"}}),), ("APOLLO-R-1", "APOLLO-R-3"))
STATUS = Past("how is Apollo doing?", "Apollo is off track", (Call("status_report", {"project": "APOLLO"}),), ("APOLLO", "APOLLO-T-5"))


def calls(text: str, *past: Past) -> list[tuple[str, dict[str, Any]]]:
    return [(name, dict(said)) for name, said in planned(text, *past).calls]


def values(text: str) -> dict[str, str]:
    ((name, said),) = calls(text)
    assert name == "change_records"
    return dict(said["values"])


@pytest.mark.parametrize(("text", "where"), [
    ("what's blocking us", {}), ("any blockers?", {}), ("what is holding us up", {}), ("which tasks are blocked and why", {}), ("what's in our way", {}),
    ("what are the blockers of Corvus", {"project": "CORVUS"}), ("what is blocking Apollo?", {"project": "APOLLO"}), ("what am I waiting for?", {"owner": "me"}),
    ("what is blocking me?", {"owner": "me"}), ("where are we stuck?", {})])
def test_what_holds_a_team_up_is_what_is_blocked(text: str, where: dict[str, str]) -> None:
    assert calls(text) == [("find_records", {"kind": "task", "where": {"status": "blocked", **where}})]


@pytest.mark.parametrize("text", ["what blocks APOLLO-T-9?", "who could unblock APOLLO-T-9?", "what is APOLLO-T-9 waiting for", "why is APOLLO-T-9 blocked?",
                                  "how can we get APOLLO-T-9 unblocked?"])
def test_what_holds_one_up_is_told_of_it(text: str) -> None:
    assert calls(text) == [("show_record", {"record": "APOLLO-T-9", "field": "blocked by"})]


def test_who_could_unblock_them_is_asked_of_each_that_was_listed() -> None:
    assert [said["record"] for _, said in calls("who could unblock them?", STUCK)] == ["APOLLO-T-9", "CORVUS-T-6"]


@pytest.mark.parametrize("text", ["anything waiting for me to review", "what's in my review queue", "what do I have to sign", "anyone stuck on my stuff",
                                  "what do I have to review", "is there anything for me to approve?", "what needs to be reviewed by me", "my review list",
                                  "am I in anybody's way", "is somebody waiting on my work"])
def test_what_waits_for_ones_word_is_no_list_of_ones_tasks(text: str) -> None:
    assert calls(text) == [("my_work", {"focus": "waiting"})]


@pytest.mark.parametrize(("text", "said"), [
    ("am I overbooked next week", {"person": "me", "days": "next week"}), ("how full is my week", {"person": "me"}), ("what is my load", {"person": "me"}),
    ("is Dev overbooked in December?", {"person": "Dev", "days": "in December"})])
def test_how_loaded_one_is_is_a_figure(text: str, said: dict[str, str]) -> None:
    assert calls(text) == [("explain_figure", {"figure": "load", **said})]


@pytest.mark.parametrize(("text", "more"), [
    ("how loaded is everybody next week", {"days": "next week"}), ("load of Dev and Jonas", {"where": {"key": "P-9, P-11"}}),
    ("compare Ana's and Ben's load", {"where": {"key": "P-2, P-3"}}), ("how busy is everyone", {}), ("Ana's load vs Ben's", {"where": {"key": "P-2, P-3"}}),
    ("how busy are Ana and Ben in December", {"where": {"key": "P-2, P-3"}, "days": "in December"})])
def test_the_load_of_several_is_one_list(text: str, more: dict[str, Any]) -> None:
    assert calls(text) == [("find_records", {"kind": "person", "sort": "-load", **more})]


@pytest.mark.parametrize("text", ["what are Ana and Ben working on", "workload of Ana and Ben"])
def test_of_several_people_none_is_dropped(text: str) -> None:
    assert [said["person"] for _, said in calls(text)] == ["P-2", "P-3"]


@pytest.mark.parametrize(("text", "start"), [
    ("Jonas is off sick, who could take over his stuff?", "2026-11-18"), ("Ben is on leave next week, who takes over his tasks?", "2026-11-23"),
    ("Mia called in sick today. Who can do her work?", "2026-11-18")])
def test_somebody_away_is_recorded_and_who_could_take_their_work_is_told(text: str, start: str) -> None:
    (read, asked), (write, made) = calls(text)
    assert (read, asked["focus"], write, made["kind"], made["values"]["start"]) == ("my_work", "handover", "create_record", "absence", start)
    assert made["values"]["person"] == asked["person"]


@pytest.mark.parametrize("text", ["who could take over Ben's tasks?", "who covers for Ben", "to whom can I give Ben's tasks?", "who else could do Ben's work",
                                  "what do we do with Ben's tasks"])
def test_who_could_take_all_of_somebodys_work_is_told_of_each_task(text: str) -> None:
    assert calls(text) == [("my_work", {"person": "Ben", "focus": "handover"})]


@pytest.mark.parametrize("text", ["who's away next week on Corvus", "is anybody on Corvus away next week", "which people on Corvus are absent next week"])
def test_who_is_away_on_a_project_is_asked_of_its_people(text: str) -> None:
    ((name, said),) = calls(text)
    assert (name, said["kind"], said["where"]["project"], said["where"]["start"]) == ("find_records", "absence", "CORVUS", "at most 2026-11-29")


@pytest.mark.parametrize(("text", "told"), [
    ("finished APOLLO-T-7 yesterday", {"status": "done", "done on": "yesterday"}), ("started APOLLO-T-10 on Monday", {"status": "in progress", "began on": "Monday"}),
    ("I completed APOLLO-T-7 last Friday", {"status": "done", "done on": "last Friday"}), ("mark APOLLO-T-7 done yesterday", {"status": "done", "done on": "yesterday"}),
    ("Ben finished APOLLO-T-7 on 12 November", {"status": "done", "done on": "12 November"}), ("finish APOLLO-T-7 by Friday", {"due": "Friday"}),
    ("APOLLO-T-7 should be done on Monday", {"due": "Monday"}), ("APOLLO-T-7 done, on Monday", {"status": "done", "done on": "Monday"})])
def test_the_day_on_which_something_happened_is_kept(text: str, told: dict[str, str]) -> None:
    assert values(text) == told


@pytest.mark.parametrize(("text", "told"), [
    ("reject APOLLO-CR-2, too expensive", {"status": "rejected", "rationale": "too expensive"}),
    ("reject APOLLO-CR-2 too expensive", {"status": "rejected", "rationale": "too expensive"}),
    ("approve APOLLO-CR-2, good idea", {"status": "approved", "rationale": "good idea"}),
    ("APOLLO-CR-2 rejected, too expensive", {"status": "rejected", "rationale": "too expensive"}),
    ("close APOLLO-R-1 - supplier delivered", {"status": "closed", "closed because": "supplier delivered"}),
    ("defer APOLLO-CR-2 (no money this year)", {"status": "deferred", "rationale": "no money this year"}),
    ("APOLLO-T-12 done, all tests green", {"status": "done", "comment": "all tests green"}),
    ("approve APOLLO-CR-2, thanks", {"status": "approved"})])
def test_why_it_is_so_is_kept_without_because(text: str, told: dict[str, str]) -> None:
    assert (values(text), planned(text).says) == (told, "")


@pytest.mark.parametrize(("text", "before", "key", "told"), [
    ("approve it, good idea", REQUEST, "APOLLO-CR-2", {"status": "approved", "rationale": "good idea"}),
    ("reject it, too expensive", REQUEST, "APOLLO-CR-2", {"status": "rejected", "rationale": "too expensive"}),
    ("close the risk - supplier delivered", RISK, "APOLLO-R-1", {"status": "closed", "closed because": "supplier delivered"})])
def test_what_was_shown_last_is_meant_and_why_is_kept(text: str, before: Past, key: str, told: dict[str, str]) -> None:
    ((_, said),) = calls(text, before)
    assert (said["where"], said["values"]) == ({"key": key}, told)


@pytest.mark.parametrize(("text", "projects"), [("risks of Apollo and Corvus", "APOLLO, CORVUS"), ("risks of Apollo, Corvus and Dione", "APOLLO, CORVUS, DIONE")])
def test_of_several_projects_none_is_dropped(text: str, projects: str) -> None:
    assert calls(text) == [("find_records", {"kind": "risk", "where": {"project": projects}})]


@pytest.mark.parametrize(("text", "name", "job"), [
    ("lena braun joins as tester", "Lena Braun", "tester"), ("Lena Braun joins Apollo as tester", "Lena Braun", "tester"),
    ("max weber starts on Monday as developer", "Max Weber", "developer"), ("welcome tim lorenz, our new analyst", "Tim Lorenz", "analyst"),
    ("we hired lena braun as a tester", "Lena Braun", "tester"), ("ben weber joins the team as developer", "Ben Weber", "developer"),
    ("add lena braun as tester to Apollo with 20 hours a week", "Lena Braun", "tester")])
def test_somebody_whom_nobody_is_called_like_is_new(text: str, name: str, job: str) -> None:
    assert calls(text) == [("create_record", {"kind": "person", "values": {"name": name, "job": job}})]


@pytest.mark.parametrize("text", ["elena joins Apollo as tester", "ana ruiz joins corvus as tester", "the tester joins on Monday"])
def test_who_is_known_or_no_name_is_nobody_new(text: str) -> None:
    assert not any(said.get("kind") == "person" for _, said in calls(text))


@pytest.mark.parametrize(("text", "where"), [
    ("which tasks have no progress update for two weeks", {"unchanged": "progress since two weeks ago"}), ("tasks nobody touched since Monday", {"unchanged": "since Monday"}),
    ("Ben's tasks without an update this week", {"owner": "Ben", "unchanged": "since this week"}), ("tasks with no movement in 10 days", {"unchanged": "since 10 days ago"})])
def test_what_was_not_touched_is_asked_of_open_ones(text: str, where: dict[str, str]) -> None:
    assert calls(text) == [("find_records", {"kind": "task", "where": {"status": "not done, cancelled", **where}})]


@pytest.mark.parametrize("text", ["who hasn't updated their tasks this week", "who did not update their tasks this week?", "has anybody not updated their tasks this week?"])
def test_who_said_nothing_of_their_tasks_is_a_list_of_people(text: str) -> None:
    assert calls(text) == [("find_records", {"kind": "person", "where": {"unchanged": "since this week"}})]


@pytest.mark.parametrize(("text", "said"), [
    ("same for next week", {"figure": "load", "person": "me", "days": "next week"}), ("thanks, and Dev?", {"figure": "load", "person": "Dev", "days": "this week"})])
def test_a_load_goes_on_with_other_days_and_people(text: str, said: dict[str, str]) -> None:
    assert calls(text, LOADED) == [("explain_figure", said)]


def test_thanks_for_the_last_answer_keep_nothing_from_going_on() -> None:
    assert calls("thanks, and for Corvus?", RISKS) == [("find_records", {"kind": "risk", "where": {"project": "CORVUS"}})]


def test_the_first_two_of_a_list_are_shown_and_not_changed() -> None:
    assert calls("the first two", RISKS) == [("find_records", {"kind": "risk", "where": {"key": "APOLLO-R-1, APOLLO-R-3"}})]


def test_why_after_a_report_tells_its_findings_and_after_a_list_what_holds_each_up() -> None:
    assert calls("why?", STATUS) == [("status_report", {"project": "APOLLO", "focus": "why"})]
    assert [said["record"] for _, said in calls("why?", STUCK)] == ["APOLLO-T-9", "CORVUS-T-6"]
    assert planned("why?", RISKS).choices == ("show APOLLO-R-1", "show APOLLO-R-3")


def test_who_owns_that_of_several_is_asked_and_of_them_told() -> None:
    assert planned("who owns that?", STUCK).choices == ("who owns APOLLO-T-9?", "who owns CORVUS-T-6?")
    assert calls("who owns them?", STUCK) == [("find_records", {"kind": "task", "where": {"key": "APOLLO-T-9, CORVUS-T-6"}, "sort": "owner"})]


def test_the_same_of_nothing_is_asked_back() -> None:
    assert planned("same for next week").calls == ()
