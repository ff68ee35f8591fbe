"""A decision that is wanted reaches who decides, and a tap decides it the way of every change."""
from datetime import UTC, date, datetime

import pytest

from assistant.notices import Item
from assistant.notices.ticking import KEPT
from records import notices
from records.errors import Sorry
from records.kinds import ChangeRequest, Decision, Gate
from records.proposals import Create
from reports.blocks import Card
from tests.assistant.notices.conftest import HOST, MINUTE, Did, World, words


def wanted(world: World, **more: object) -> str:
    values = {"title": "Buy a second scanner", "project_id": world.id("CORVUS"), "decider_id": world.id("elena"), "requester_id": world.id("jonas"),
              "reason": "One is not enough.", "without_it": "The line stands still.", "cost_effect": 4000, "decide_by": date(2026, 11, 25)}
    return str(world.do("paula", Create("changerequest", {**values, **more})).edits[0]["key"])


def of(world: World, key: str, who: str = "elena") -> Item:
    return next(i for i in world.told(who).items if key in words_of(i))


def words_of(item: Item) -> str:
    return " ".join((item.headline, *(str(b) for b in item.blocks)))


def test_the_decider_hears_what_is_asked_why_and_what_happens_without_it(quiet: World) -> None:
    key = wanted(quiet)
    told = quiet.told("elena")
    assert told.headline == "Decision wanted: Buy a second scanner, by Wed 25 Nov 2026"
    said = words(told)
    assert f"Decision wanted, by Wed 25 Nov 2026: {key} Buy a second scanner" in said
    assert "Asked by: Jonas Keller" in said
    assert "Why: One is not enough." in said
    assert "Effect: cost 4,000" in said
    assert "Without a decision: The line stands still." in said
    assert "“Approve” records: status approved; rationale As asked for: One is not enough" in said
    assert [p.label for p in told.items[0].presses] == ["Approve", "Reject…", "Ask…", "Tomorrow"]


def test_one_tap_approves_as_the_card_said(quiet: World) -> None:
    key = wanted(quiet)
    item = of(quiet, key)
    pressed = quiet.press("elena", item.id, "approve")
    row = quiet.row(ChangeRequest, key)
    assert (row.status, row.rationale, row.decided_on) == ("approved", "As asked for: One is not enough.", date(2026, 11, 18))  # type: ignore[attr-defined]
    quiet.undo("elena", pressed.position)
    assert quiet.row(ChangeRequest, key).status == "submitted"  # type: ignore[attr-defined]


def test_a_rejection_needs_its_reason(quiet: World) -> None:
    key = wanted(quiet)
    item = of(quiet, key)
    with pytest.raises(Sorry, match="Please fill in: Why"):
        quiet.press("elena", item.id, "reject")
    quiet.press("elena", item.id, "reject", rationale="Not this year.")
    row = quiet.row(ChangeRequest, key)
    assert (row.status, row.rationale) == ("rejected", "Not this year.")  # type: ignore[attr-defined]


def test_what_changed_since_it_was_shown_is_shown_anew_and_not_decided(quiet: World) -> None:
    key = wanted(quiet)
    item = of(quiet, key)
    quiet.change("paula", ChangeRequest, key, cost_effect=40_000)
    pressed = Did(quiet.notices.press(f"elena@{HOST}", item.id, "approve", {}, item.version))
    assert pressed.error.startswith("It changed since you were shown it")
    assert "cost 40,000" in pressed.shown
    assert quiet.row(ChangeRequest, key).status == "submitted"  # type: ignore[attr-defined]


def test_who_may_not_decide_that_much_is_told_so_and_it_still_waits(quiet: World) -> None:
    key = wanted(quiet, decider_id=quiet.id("carla"), cost_effect=2_000_000)
    item = of(quiet, key, "carla")
    assert "approve" not in {p.act for p in item.presses}
    assert "“Approve” records" not in words_of(item)
    with pytest.raises(Sorry, match="you may not"):
        quiet.press("carla", item.id, "approve")
    assert quiet.row(ChangeRequest, key).status == "submitted"  # type: ignore[attr-defined]
    assert item.id in {i.id for i in quiet.notices.waiting(f"carla@{HOST}")}


def test_a_recommended_decision_is_taken_as_recommended(quiet: World) -> None:
    home, elena = quiet.id("CORVUS"), quiet.id("elena")
    key = quiet.do("jonas", Create("decision", {"title": "Which scanner?", "project_id": home, "options": "A or B", "recommendation": "B", "decider_id": elena})
                   ).edits[0]["key"]
    item = of(quiet, key)
    assert "Options: A or B" in words_of(item)
    quiet.press("elena", item.id, "approve")
    row = quiet.row(Decision, key)
    assert (row.status, row.decision, row.decider_id) == ("decided", "As recommended: B", elena)  # type: ignore[attr-defined]
    assert row.rationale == "The recommendation was followed, decided by a tap on what was shown."  # type: ignore[attr-defined]


def test_without_a_recommendation_it_is_asked_what_is_decided(quiet: World) -> None:
    key = quiet.do("jonas", Create("decision", {"title": "Where to store them?", "project_id": quiet.id("CORVUS"), "decider_id": quiet.id("elena")})
                   ).edits[0]["key"]
    item = of(quiet, key)
    assert next((p.label, [f.name for f in p.fields]) for p in item.presses) == ("Decide…", ["decision", "rationale"])
    quiet.press("elena", item.id, "approve", decision="In hall 2", rationale="It is empty.")
    row = quiet.row(Decision, key)
    assert (row.decision, row.rationale) == ("In hall 2", "It is empty.")  # type: ignore[attr-defined]


def test_a_gate_is_passed_by_a_tap_or_held_with_a_reason(quiet: World) -> None:
    made = quiet.do("paula", *(Create("gate", {"title": f"Gate {n}", "project_id": quiet.id("CORVUS"), "number": n, "finish": date(2026, 12, 1),
                                               "decider_id": quiet.id("elena")}) for n in (8, 9)))
    first, second = (e["key"] for e in made.edits)
    told = {i.blocks[0].keys[0]: i for i in quiet.told("elena").items}  # type: ignore[union-attr]
    quiet.press("elena", told[first].id, "approve")
    quiet.press("elena", told[second].id, "reject", decision="recycle", rationale="No test yet.")
    assert [quiet.row(Gate, key).decision for key in (first, second)] == ["go", "recycle"]  # type: ignore[attr-defined]
    assert quiet.said(second) == [("Elena Marsh", "No test yet.")]


def test_a_question_of_the_decider_reaches_who_asked_for_it(quiet: World) -> None:
    key = wanted(quiet)
    item = of(quiet, key)
    quiet.press("elena", item.id, "ask", question="Can we rent one?")
    assert "“Can we rent one?”" in words(quiet.told("jonas"))
    assert item.id in {i.id for i in quiet.notices.waiting(f"elena@{HOST}")}


def test_a_decision_waits_with_its_buttons_where_one_looks_before_the_clock_looked_and_is_told_once(quiet: World) -> None:
    key = quiet.do("jonas", Create("decision", {"title": "Which racking supplier?", "project_id": quiet.id("CORVUS"), "decider_id": quiet.id("elena"),
                                                "recommendation": "Mecalux", "decide_by": date(2026, 12, 4)})).edits[0]["key"]
    first, = (i for i in quiet.notices.waiting(f"elena@{HOST}") if key in words_of(i))
    assert [p.label for p in first.presses] == ["Approve", "Reject…", "Ask…", "Tomorrow"]
    assert not [i for i in quiet.notices.waiting(f"jonas@{HOST}") if key in words_of(i)]
    quiet.press("elena", first.id, "approve")
    assert "elena" not in quiet.tell()


def test_all_that_waits_for_a_decision_waits_with_its_buttons_before_any_look_was_taken(world: World) -> None:
    waiting = {key for i in world.notices.waiting(f"elena@{HOST}") for b in i.blocks if isinstance(b, Card) for key in b.keys if i.presses}
    assert {"APOLLO-CR-2", "APOLLO-DE-1", "APOLLO-MS-2", "CORVUS-CR-1", "FORTUNA-MS-1"} <= waiting


def test_tomorrow_means_told_again_after_a_day(quiet: World) -> None:
    key = wanted(quiet)
    item = of(quiet, key)
    quiet.press("elena", item.id, "later")
    assert "elena" not in quiet.tell(600 * MINUTE)
    assert key in words(quiet.told("elena", 15 * 60 * MINUTE))


def test_on_its_last_day_a_decision_is_told_once_more_and_waits_once(quiet: World) -> None:
    key = wanted(quiet)
    first = of(quiet, key)
    quiet.now = datetime(2026, 11, 25, 9, tzinfo=UTC)
    again = of(quiet, key)
    assert again.headline == "Decision wanted: Buy a second scanner, today is the last day"
    assert again.id != first.id
    assert [i.id for i in quiet.notices.waiting(f"elena@{HOST}") if key in words_of(i)] == [again.id]
    assert "elena" not in quiet.tell(60 * MINUTE)
    quiet.press("elena", first.id, "approve")           # the older card counts as well
    assert quiet.row(ChangeRequest, key).status == "approved"  # type: ignore[attr-defined]
    assert key not in " ".join(map(words_of, quiet.notices.waiting(f"elena@{HOST}")))


def test_who_hears_of_a_decision_on_its_last_day_hears_of_it_once(quiet: World) -> None:
    key = wanted(quiet, decide_by=quiet.now.date())
    assert of(quiet, key).headline.endswith("today is the last day")
    assert "elena" not in quiet.tell(60 * MINUTE)


def test_what_was_settled_is_known_for_more_than_a_year_and_then_forgotten(quiet: World) -> None:
    key = wanted(quiet)
    item = of(quiet, key)
    message = quiet.kept(item.id).message
    quiet.press("elena", item.id, "approve")
    with quiet.database.writing() as tx:
        notices.sweep(tx, quiet.now - KEPT)
        assert notices.get(tx, item.id)
        notices.sweep(tx, quiet.now + MINUTE)
        assert notices.get(tx, item.id) is None
        assert notices.message(tx, message) is None


def test_what_was_decided_meanwhile_is_not_told(quiet: World) -> None:
    key = wanted(quiet)
    quiet.tick(MINUTE)
    quiet.change("elena", ChangeRequest, key, status="rejected", rationale="No.")
    assert quiet.tell() == {}


def test_a_decision_of_a_restricted_project_is_told_only_to_who_may_see_it(quiet: World) -> None:
    quiet.do("paula", Create("project", {"name": "Secret", "access": "restricted", "phase": "in delivery", "manager_id": quiet.id("sofia")}))
    quiet.do("sofia", Create("decision", {"title": "Buy the rival?", "project_id": quiet.id("SECRET"), "decider_id": quiet.id("nora")}))
    quiet.tick(0 * MINUTE)
    assert quiet.tell() == {}
    assert quiet.notices.waiting(f"nora@{HOST}") == ()
