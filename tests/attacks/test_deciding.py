"""How somebody might decide what they may not: by turns, in parts, by taking back, by what is named beside it."""
import pytest

from records.errors import Conflict, NotFound, Refused
from records.kinds import ChangeRequest, Criterion, Gate, Task
from records.proposals import Change, Create, Undo
from tests.records.conftest import ADMIN, ANA, BEN, CLEO, DORA, Office

ASKS = {"title": "More steel", "project_id": 1, "cost_effect": "3000", "days_effect": 1, "requester_id": 3}


def request(office: Office, **more: object) -> None:
    office.do(ADMIN, Create("changerequest", {**ASKS, **more}))


def decided(key: str, status: str = "approved") -> Change:
    return Change("changerequest", (key,), {"status": status})


@pytest.mark.parametrize("values", [{"title": "My own crane"}, {"description": "and a crane"}, {"scope_effect": "a crane"}, {"rebaselines": "yes"}])
def test_whoever_words_a_request_anew_does_not_decide_it(office: Office, values: dict[str, object]) -> None:
    request(office)
    office.do(ANA, Change("changerequest", ("APOLLO-CR-1",), values))
    with pytest.raises(Refused, match="Nobody decides their own change request"):
        office.plan(ANA, decided("APOLLO-CR-1"))
    assert office.do(CLEO, decided("APOLLO-CR-1"))


def test_whoever_only_assesses_a_request_may_decide_it(office: Office) -> None:
    request(office)
    office.do(ANA, Change("changerequest", ("APOLLO-CR-1",), {"cost_effect": "4000", "status": "evaluated"}))
    assert office.do(ANA, decided("APOLLO-CR-1"))


def test_a_request_stays_its_first_requesters_when_a_friend_takes_the_name_off(office: Office) -> None:
    request(office, requester_id=2)
    office.do(BEN, Change("changerequest", ("APOLLO-CR-1",), {"requester_id": 3}))
    with pytest.raises(Refused, match="Nobody decides their own change request"):
        office.plan(ANA, decided("APOLLO-CR-1"))


@pytest.mark.parametrize("decider", [2, 3, 4])
def test_to_be_named_as_decider_raises_no_limit(office: Office, decider: int) -> None:
    request(office, cost_effect="90000")
    office.do(ANA, Change("changerequest", ("APOLLO-CR-1",), {"decider_id": decider}))
    for who in (ANA, BEN):
        with pytest.raises(Refused):
            office.plan(who, decided("APOLLO-CR-1"))


def test_the_pmo_admin_writes_no_decision_about_their_own_request(office: Office) -> None:
    mine = {"title": "A crane", "project_id": 1, "status": "approved"}
    for values in (mine, {**mine, "requester_id": 1}):
        with pytest.raises(Refused, match="first asked for, then decided"):
            office.plan(ADMIN, Create("changerequest", values))
    assert office.plan(ADMIN, Create("changerequest", {**ASKS, "status": "approved"}))


def test_an_amount_in_parts_is_one_amount_within_a_day(office: Office) -> None:
    for _ in range(3):
        request(office)
    office.do(ANA, decided("APOLLO-CR-1"))
    with pytest.raises(Refused, match=r"that makes 6,000 and 2 days; as project manager you may approve up to 5,000 and 5 days\."):
        office.plan(ANA, decided("APOLLO-CR-2"))
    office.do(ANA, decided("APOLLO-CR-2", "rejected"))
    office.do(CLEO, decided("APOLLO-CR-3"))


def test_parts_in_one_change_are_one_amount_too(office: Office) -> None:
    for days in (1, 4, 2):
        request(office, cost_effect="10", days_effect=days)
    with pytest.raises(Refused, match="that makes 30 and 7 days"):
        office.plan(ANA, Change("changerequest", ("APOLLO-CR-1", "APOLLO-CR-2", "APOLLO-CR-3"), {"status": "approved"}))
    assert office.do(ANA, Change("changerequest", ("APOLLO-CR-1", "APOLLO-CR-2"), {"status": "approved"}))


def test_a_saving_does_not_make_room_and_what_was_taken_back_does(office: Office) -> None:
    request(office)
    request(office, cost_effect="-4000")
    request(office)
    first = office.do(ANA, decided("APOLLO-CR-1"))
    office.do(ANA, decided("APOLLO-CR-2"))
    with pytest.raises(Refused, match="that makes 6,000"):
        office.plan(ANA, decided("APOLLO-CR-3"))
    office.do(ANA, Undo(first))
    again = office.do(ANA, decided("APOLLO-CR-3"))
    with pytest.raises(Refused, match="that makes 6,000"):
        office.plan(ANA, Undo(again - 1))


def test_whoever_sponsors_but_sees_no_money_approves_none(office: Office) -> None:
    office.do(ADMIN, Change("project", ("APOLLO",), {"sponsor_id": 3}))
    request(office, cost_effect="77777", requester_id=4)
    with pytest.raises(Refused, match="You may not see what APOLLO-CR-1 costs") as sorry:
        office.plan(BEN, decided("APOLLO-CR-1"))
    assert "77" not in str(sorry.value)
    assert office.plan(BEN, decided("APOLLO-CR-1", "rejected"))


def test_a_judge_waives_nothing_and_a_waiver_stays_at_its_gate(office: Office) -> None:
    office.do(ADMIN, Change("person", ("P-3",), {"role": "project manager"}))
    office.do(ANA, Create("gate", {"title": "Design", "project_id": 1, "decider_id": 3}))
    office.do(ANA, Create("gate", {"title": "Build", "project_id": 1, "decider_id": 4}))
    office.do(ANA, Create("criterion", {"title": "Baseline agreed", "project_id": 1, "gate_id": 2, "judge_id": 2}))
    waive = Change("criterion", ("APOLLO-GC-1",), {"status": "waived", "reason": "small"})
    for who in (ANA, BEN):
        with pytest.raises(Refused, match="Nobody waives a criterion"):
            office.plan(who, waive)
    with pytest.raises(Refused, match="Nobody waives a criterion"):
        office.plan(ANA, Change("criterion", ("APOLLO-GC-1",), {"status": "waived", "reason": "small", "gate_id": 1}))
    office.do(BEN, Change("criterion", ("APOLLO-GC-1",), {"gate_id": 1}))
    office.do(BEN, waive)                                                        # he decides that gate
    with pytest.raises(Refused, match="Nobody waives a criterion"):
        office.plan(BEN, Change("criterion", ("APOLLO-GC-1",), {"gate_id": 2}))   # but not this one
    with office.reader(CLEO) as reader:
        assert reader.get(Criterion, "APOLLO-GC-1").gate_id == 1


def test_what_was_taken_back_comes_back_only_by_who_might_decide_it(office: Office) -> None:
    passed = office.do(CLEO, Create("gate", {"title": "Build", "project_id": 1, "decider_id": 4, "decision": "go"}))
    gone = office.do(CLEO, Undo(passed))
    with pytest.raises(Refused, match="about a gate of their own project"):
        office.plan(ANA, Undo(gone))
    office.do(CLEO, Undo(gone))
    with office.reader(ANA) as reader:
        assert reader.get(Gate, "APOLLO-G-1").decision == "go"


def test_an_undo_of_an_undo_decides_no_request(office: Office) -> None:
    born = office.do(ADMIN, Create("changerequest", {**ASKS, "status": "approved"}))
    gone = office.do(ADMIN, Undo(born))
    for who in (BEN, ANA):
        with pytest.raises(Refused, match="first asked for, then decided"):
            office.plan(who, Undo(gone))
    request(office)
    approved = office.do(CLEO, decided("APOLLO-CR-2"))
    opened = office.do(CLEO, Undo(approved))
    with pytest.raises(Refused):
        office.plan(BEN, Undo(opened))
    office.do(ANA, Undo(opened))
    with office.reader(ANA) as reader:
        assert reader.get(ChangeRequest, "APOLLO-CR-2").status == "approved"


def test_nobody_becomes_sponsor_again_by_taking_back_that_they_are_not(office: Office) -> None:
    office.do(ADMIN, Change("project", ("APOLLO",), {"sponsor_id": 2}))
    freed = office.do(ADMIN, Change("project", ("APOLLO",), {"sponsor_id": 4}))
    with pytest.raises(Refused, match="makes themselves the sponsor"):
        office.plan(ANA, Undo(freed))


@pytest.mark.parametrize("keys", [("APOLLO-T-1", "ZEPHYR-T-1"), ("ZEPHYR-T-1", "APOLLO-T-1"), ("APOLLO-T-1", "QEPHYR-T-1")])
def test_of_a_change_of_many_nothing_is_done_where_one_may_not_be(office: Office, keys: tuple[str, ...]) -> None:
    with pytest.raises(NotFound, match=r"^There is no such task\.$"):
        office.plan(BEN, Change("task", keys, {"priority": "high"}))
    office.do(ADMIN, Create("project", {"name": "Gemini"}, new=-1), Create("task", {"title": "Look", "project_id": -1}))
    with pytest.raises(Refused, match="You may see GEMINI-T-1, but not change it"):
        office.plan(BEN, Change("task", ("APOLLO-T-1", "GEMINI-T-1"), {"priority": "high"}))
    with office.reader(BEN) as reader:
        assert reader.get(Task, "APOLLO-T-1").priority == "medium"


def test_a_change_of_somebody_who_lost_the_right_meanwhile_is_not_taken_back_by_them(office: Office) -> None:
    done = office.do(DORA, Change("task", ("ZEPHYR-T-1",), {"hours": 11}))
    office.do(ADMIN, Change("project", ("ZEPHYR",), {"manager_id": 4}), Change("task", ("ZEPHYR-T-1",), {"owner_id": 4}))
    with pytest.raises((NotFound, Conflict, Refused)) as sorry:
        office.plan(DORA, Undo(done))
    assert str(sorry.value) == f"There is no change #{done} that you could undo."
