"""Stand-ups and notes: what is told of a known record changes it, what is new is made beside it, and what cannot be read is told."""
from collections.abc import Mapping
from typing import Any

from assistant.planner.heard.plan import Asked, Plan
from assistant.planner.heard.wording import LINES_LEFT, ONLY_TOLD
from tests.assistant.planner.asking import ALL, NAMES, TODAY, planner

TITLED = {"order history": "APOLLO-T-6", "invoice download": "APOLLO-T-12", "load test": "APOLLO-T-10", "password reset": "APOLLO-T-7",
          "privacy notice": "APOLLO-T-9", "room alarm": "BOREALIS-T-9"}


def planned(text: str) -> Plan:
    return planner().plan(text, Asked(NAMES, TODAY, (), "Ana Ruiz", {said: key for said, key in TITLED.items() if said in text}), ALL)


def told(plan: Plan) -> list[tuple[str, Mapping[str, Any]]]:
    return [(str((args.get("where") or {}).get("key") or args["kind"]), args["values"]) for _, args in plan.calls]


def test_a_stand_up_changes_the_tasks_that_are_there_and_books_the_hours_of_whoever_tells() -> None:
    plan = planned("stand-up Apollo:\nBen: order history at 70%, 4h yesterday\nDev: invoice download blocked, waiting for test data\nMia: load test started\n"
                   "New risk: Keyward might be bought by a competitor")
    assert told(plan) == [
        ("APOLLO-T-6", {"progress": "70%", "time entry": "4h yesterday, worked by Ben"}),
        ("APOLLO-T-12", {"status": "blocked", "blocked by": "test data"}), ("load test", {"status": "in progress"}),
        ("risk", {"project": "APOLLO", "title": "Keyward might be bought by a competitor"})]
    assert not plan.says


def test_notes_of_a_meeting_make_the_decision_the_risk_and_the_action_of_its_project() -> None:
    plan = planned("Notes from today's Apollo meeting:\n- order history done by tomorrow\n- privacy notice slips to 4 December\n"
                   "- Decision: we keep the current login page\n- Ana to follow up with legal on Tuesday")
    assert [of for of, _ in told(plan)] == ["APOLLO-T-6", "APOLLO-T-9", "decision", "task"]
    assert told(plan)[0][1] == {"due": "tomorrow"}
    assert told(plan)[3][1]["owner"] == "Ana"
    assert {values.get("project") for of, values in told(plan)[2:]} == {"APOLLO"}


def test_a_line_that_tells_nothing_known_is_named_and_makes_nothing() -> None:
    plan = planned("Daily Apollo\n- password reset done\n- we should ask legal again")
    assert [of for of, _ in told(plan)] == ["APOLLO-T-7"]
    assert plan.says == LINES_LEFT.format(lines="we should ask legal again")


def test_a_record_of_another_project_is_no_part_of_the_notes_of_one() -> None:
    assert [of for of, _ in told(planned("Daily Apollo\n- password reset done\n- room alarm done"))] == ["APOLLO-T-7"]


def test_what_each_says_in_one_line_is_told_of_each() -> None:
    plan = planned("Dev: invoice download done, 3h; Ben: order history 80%")
    assert [of for of, _ in told(plan)] == ["APOLLO-T-12", "APOLLO-T-6"]
    assert told(plan)[0][1]["time entry"] == "3h today, worked by Dev"


def test_other_lists_of_things_to_do_are_still_new() -> None:
    plan = planned("new tasks for Apollo:\n- label the shelves\n- count the stock")
    assert [name for name, _ in plan.calls] == ["create_tasks"]


STAND_UP = ("Stand-up Apollo 18 Nov:\n- Ben: order history 70 %, will finish Tuesday. Blocked on Keyward sandbox.\n"
            "- Dev: invoice download 15 %, needs the dealer test data by Friday\n- Ana: privacy notice - legal answered, done\n"
            "- New risk: Keyward might be bought by a competitor, medium likelihood, high impact, Ana owns\n"
            "- Decision needed: do we pilot without invoices? Elena by 27 Nov")


def test_a_line_of_several_things_changes_its_record_by_each_and_what_is_over_is_no_task() -> None:
    plan = planned(STAND_UP)
    assert told(plan)[:3] == [
        ("APOLLO-T-6", {"progress": "70 %", "due": "Tuesday", "status": "blocked", "blocked by": "Keyward sandbox"}),
        ("APOLLO-T-12", {"progress": "15 %"}), ("APOLLO-T-9", {"status": "done"})]
    assert ONLY_TOLD.format(lines="needs the dealer test data by Friday”, “legal answered") in plan.says


def test_a_risk_has_its_likelihood_impact_and_owner_and_a_decision_that_is_needed_stays_open() -> None:
    risk, decision = told(planned(STAND_UP))[3:]
    assert risk == ("risk", {"impact": "4", "probability": "3", "owner": "Ana", "project": "APOLLO", "title": "Keyward might be bought by a competitor"})
    assert decision == ("decision", {"decide by": "27 Nov", "decider": "Elena", "project": "APOLLO", "title": "Do we pilot without invoices?"})


def test_what_went_well_and_badly_are_lessons_and_only_actions_are_tasks() -> None:
    plan = planned("Retro notes Borealis sprint 5:\nWent well: pairing works on old phones too\nWent badly: app store paperwork started too late\n"
                   "We should start the store paperwork two sprints before release\nAction: Mia to draft the store texts by next Friday\n"
                   "Action: Carla asks legal about the privacy label")
    assert [(of, v.get("type"), v["title"]) for of, v in told(plan)[:3]] == [
        ("lesson", "keep", "Pairing works on old phones"), ("lesson", "avoid", "App store paperwork started too late"),
        ("lesson", None, "Start the store paperwork two sprints before release")]
    assert [(of, v["owner"], v["title"], v.get("due")) for of, v in told(plan)[3:]] == [
        ("task", "Mia", "Draft the store texts", "next Friday"), ("task", "Carla", "Ask legal about the privacy label", None)]


def test_minutes_keep_headings_those_present_and_the_next_meeting_out_of_the_tasks() -> None:
    plan = planned("Minutes steering committee Apollo, 17 November\nPresent: Elena, Ana, Victor, Nora\n"
                   "1. Status: Apollo is three weeks behind. Ana will send a recovery plan by Friday.\n"
                   "2. Decision: the pilot runs with eight customers instead of ten (Elena).\n3. Nora to name two people for the service desk training until 30 Nov.\n"
                   "4. Risk: legal may not answer before Christmas - Ana to watch, high.\n5. Next meeting 1 December, 10:00.")
    assert [(of, v["title"]) for of, v in told(plan)] == [
        ("task", "Send a recovery plan"), ("decision", "Pilot runs with eight customers instead of ten"),
        ("task", "Name two people for the service desk training"), ("risk", "Legal may not answer before Christmas")]
    assert {n: told(plan)[1][1][n] for n in ("decider", "status", "decided on")} == {"decider": "Elena", "status": "decided", "decided on": "17 November"}
    assert told(plan)[3][1]["owner"] == "Ana"


def test_what_somebody_is_to_do_is_a_task_of_theirs_and_no_change_of_what_its_words_name() -> None:
    plan = planned("Apollo meeting notes 17.11.\n- Ben to fix the wrong total by Thursday\n- Dev: ask legal about the privacy notice, Fri\n"
                   "- AP: Ana to call legal re privacy notice (tomorrow)\n- T-5 moved to 27 November\n- order history now 20 %")
    assert [(of, v.get("owner"), v.get("due")) for of, v in told(plan)] == [
        ("task", "Ben", "Thursday"), ("task", "Dev", "Fri"), ("task", "Ana", "tomorrow"), ("APOLLO-T-5", None, "27 November"), ("APOLLO-T-6", None, None)]


def test_a_heading_holds_for_the_bullets_below_it_and_for_nothing_behind_them() -> None:
    plan = planned("Steerco Apollo 17 Nov\nAttendees: Elena, Ana\nDecisions:\n- we keep Nimbora for hosting\nOpen decisions:\n"
                   "- who pays for the training? Nora by 4 December\nT-10 moved to 4 December. T-12 is done.\nI will send the minutes tomorrow")
    assert [(of, v.get("status")) for of, v in told(plan)] == [
        ("decision", "decided"), ("decision", None), ("APOLLO-T-10", None), ("APOLLO-T-12", "done"), ("task", None)]
    assert told(plan)[-1][1]["owner"] == "me"


def test_whoever_tells_of_a_task_does_not_become_its_owner() -> None:
    assert told(planned("Stand-up Apollo\nAna: order history 70 %, two bugs left\nBen: invoice download done"))[0] == ("APOLLO-T-6", {"progress": "70 %"})


def test_new_things_of_no_project_are_left_to_be_asked_about() -> None:
    plan = planned("- Action: Ben to write the release notes by Friday\n- Decision: we postpone the invoices to March\n- Risk: dealers may not come, likely")
    assert all(name not in ("create_record", "create_records") for name, _ in plan.calls)


def test_a_heading_of_two_lines_is_one_and_a_line_before_a_colon_that_names_the_project_is_a_heading() -> None:
    plan = planned("Minutes\nApollo board, 17.11.2026\n\nRisks\n- Tester may not be found before December; Ana\nActions\n- Ana: talk to HR (20.11.)\n"
                   "- Dev / Ben: prepare the demo data")
    assert [(of, v["title"], v["owner"], v["project"]) for of, v in told(plan)] == [
        ("risk", "Tester may not be found before December", "Ana", "APOLLO"), ("task", "Talk to HR", "Ana", "APOLLO"),
        ("task", "Prepare the demo data with Ben", "Dev", "APOLLO")]
    assert [of for of, _ in told(planned("Apollo: notes from the call with legal\n- privacy notice is approved, done\n- they need the list by Friday"))] == [
        "APOLLO-T-9"]


def test_what_was_done_yesterday_is_booked_on_that_day() -> None:
    plan = planned("standup\nyesterday: order history 75%, 5h\nblocked: sandbox is down")
    assert told(plan) == [("APOLLO-T-6", {"progress": "75%", "time entry": "5h yesterday"})]
