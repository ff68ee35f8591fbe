"""What waits for somebody's word, and whose work waits for theirs: as the records say it, and only as far as the asker may see."""
from records.kinds import Person
from records.proposals import Change, Create
from reports.waiting import HeldUp, held_up, word_wanted
from tests.records.conftest import ADMIN, ANA, BEN, CLEO, DORA, TODAY, Office
from tests.records.conftest import office as office  # noqa: PLC0414
from tests.records.conftest import office_file as office_file  # noqa: PLC0414 - fixtures

ANAS, BENS, CLEOS = 2, 3, 4
SPONSORED = Change("project", ("APOLLO",), {"sponsor_id": CLEOS})
OF_APOLLO = {"project_id": 1}


def wanted(office: Office, who: int, asker: str = ADMIN) -> list[tuple[str, str]]:
    with office.reader(asker) as reader:
        return [(w.key, w.to) for w in word_wanted(reader, who, TODAY)]


def behind(office: Office, who: str, asker: str = ADMIN) -> list[HeldUp]:
    with office.reader(asker) as reader:
        return held_up(reader, reader.get(Person, who), TODAY)


def test_what_was_delivered_waits_for_the_sponsor_until_it_is_accepted(office: Office) -> None:
    office.do(ADMIN, SPONSORED)
    office.do(ADMIN, Create("deliverable", {**OF_APOLLO, "title": "The plans", "status": "delivered"}),
              Create("deliverable", {**OF_APOLLO, "title": "The crane", "status": "in progress"}))
    assert (wanted(office, CLEOS), wanted(office, BENS)) == ([("APOLLO-D-1", "accept")], [])
    office.do(ADMIN, Change("deliverable", ("APOLLO-D-1",), {"status": "accepted"}))
    assert wanted(office, CLEOS) == []


def test_whoever_a_record_names_to_give_their_word_is_waited_for(office: Office) -> None:
    office.do(ADMIN, SPONSORED)
    office.do(ADMIN, Create("changerequest", {**OF_APOLLO, "title": "More steel", "assessor_id": BENS, "decide_by": "2026-12-01", "requester_id": ANAS}),
              Create("check", {**OF_APOLLO, "title": "Look over the plans", "reviewer_id": BENS, "approver_id": CLEOS, "planned": "2026-11-20"}),
              Create("check", {**OF_APOLLO, "title": "Far ahead", "reviewer_id": BENS, "planned": "2027-11-20"}),
              Create("issue", {**OF_APOLLO, "title": "No crane", "status": "escalated", "escalated_to_id": CLEOS}),
              Create("businesscase", {**OF_APOLLO, "title": "Build it", "status": "recommended"}),
              Create("assumption", {**OF_APOLLO, "title": "Steel stays cheap", "owner_id": BENS, "validate_by": "2026-11-10"}))
    assert wanted(office, BENS) == [("APOLLO-AS-1", "validate"), ("APOLLO-QC-1", "review"), ("APOLLO-CR-1", "assess")]
    assert wanted(office, CLEOS) == [("APOLLO-QC-1", "sign off"), ("APOLLO-BC-1", "approve"), ("APOLLO-I-1", "settle")]


def test_hours_that_were_asked_for_wait_for_the_line_manager(office: Office) -> None:
    office.do(ADMIN, Change("person", ("P-3",), {"manager_id": ANAS}))
    office.do(ADMIN, Create("allocation", {**OF_APOLLO, "person_id": BENS, "role": "Drawer", "hours": 20, "start": "2026-12-01", "end": "2026-12-31",
                                           "commitment": "requested"}))
    assert wanted(office, ANAS) == [("APOLLO-A-1", "agree to")]


def test_a_criterion_waits_for_its_judge_when_the_gate_comes_near_and_not_once_it_is_held(office: Office) -> None:
    office.do(ADMIN, Create("gate", {**OF_APOLLO, "title": "Build", "finish": "2026-12-10"}))
    office.do(ADMIN, Create("criterion", {**OF_APOLLO, "title": "Plans are drawn", "gate_id": 1, "judge_id": CLEOS}))
    assert wanted(office, CLEOS) == [("APOLLO-GC-1", "judge")]
    office.do(CLEO, Change("gate", ("APOLLO-G-1",), {"decision": "go"}))
    assert wanted(office, CLEOS) == []


def test_work_of_others_behind_ones_own_waits_for_it_until_it_is_done(office: Office) -> None:
    office.do(ADMIN, Create("task", {**OF_APOLLO, "title": "Weld", "owner_id": ANAS, "due": "2026-12-01"}))
    office.do(ADMIN, Create("link", {**OF_APOLLO, "predecessor_id": 2, "successor_id": 4}),
              Create("link", {**OF_APOLLO, "predecessor_id": 1, "successor_id": 2}))
    (held,) = behind(office, "P-3")
    assert (held.key, held.owner_id, held.waits_for) == ("APOLLO-T-3", ANAS, "APOLLO-T-2 Order steel, due Fri 20 Nov 2026")
    office.do(BEN, Change("task", ("APOLLO-T-2",), {"status": "done"}))
    assert behind(office, "P-3") == []


def test_a_task_that_is_blocked_by_somebody_by_name_or_by_their_tasks_key_waits_for_them(office: Office) -> None:
    for title, by in (("Weld", "Ben has no time"), ("Paint", "apollo-t-1 first"), ("Sweep", "the supplier")):
        office.do(ADMIN, Create("task", {**OF_APOLLO, "title": title, "owner_id": ANAS, "status": "blocked", "blocked_by": by}))
    assert [(h.title, h.waits_for) for h in behind(office, "P-3")] == [("Weld", "Ben has no time"), ("Paint", "APOLLO-T-1 Draw the plans")]


def test_what_waits_in_a_hidden_project_is_told_to_nobody_who_may_not_see_it(office: Office) -> None:
    office.do(ADMIN, Create("check", {"project_id": 2, "title": "Sound out", "reviewer_id": CLEOS, "planned": "2026-11-20"}))
    assert wanted(office, CLEOS, ADMIN) == [("ZEPHYR-QC-1", "review")]
    assert (wanted(office, CLEOS, BEN), wanted(office, CLEOS, ANA), len(wanted(office, CLEOS, DORA))) == ([], [], 1)
