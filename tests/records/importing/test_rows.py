"""From a table to records that know where they come from and point at each other."""
from tests.records.importing.reading_here import first, read_here, values, whys

SCHEDULE = """ID,WBS,Task Name,Duration,Start,Finish,Predecessors,Resource Names,% Complete,Outline Level
1,1,Build,10 days,Mon 05/01/26,Fri 16/01/26,,,50%,1
2,1.1,Walls,5 days,Mon 05/01/26,Fri 09/01/26,,"Ana Ruiz[50%],Ben Okafor",100%,2
3,1.2,Roof,5 days,Mon 12/01/26,Fri 16/01/26,2FS+2d,Ben Okafor,0%,2
4,1.3,House done,0 days,Fri 16/01/26,Fri 16/01/26,3,,0%,2
"""


def test_an_id_that_means_nothing_elsewhere_counts_within_its_project() -> None:
    assert read_here("ID,Title,Status\n7,A,done\n", project="Apollo").rows[0].source == "csv:task:apollo/7"
    assert read_here("ID,Title,Project\n7,A,Zephyr\n", project="Apollo").rows[0].source == "csv:task:zephyr/7"
    assert read_here("ID,Title,Status\nAP-7,A,done\n", project="Apollo").rows[0].source == "csv:task:AP-7"


def test_numbers_that_only_count_the_rows_are_no_ids() -> None:
    assert read_here("No.,Title,Status\n1,A,done\n2,B,done\n").rows[0].source == ""
    assert read_here("No.,Title,Status\n4711,A,done\n4712,B,done\n").rows[0].source == "csv:task:4711"


def test_ids_that_repeat_are_said_and_not_used() -> None:
    read = read_here("ID,Title,Status\n1,A,done\n1,B,done\n")
    assert {row.source for row in read.rows} == {""}
    assert any("same value in several rows" in note for note in read.notes)


def test_our_own_keys_lead_back_to_our_own_records() -> None:
    assert read_here("key,title,status\nAPOLLO-T-1,A,done\n").rows[0].source == "key:APOLLO-T-1"


def test_a_schedule_has_parents_links_and_milestones() -> None:
    read = read_here(SCHEDULE)
    assert [(v["title"], v.get("parent_id")) for v in values(read, "task")] == [("Build", None), ("Walls", "csv:task:1"), ("Roof", "csv:task:1")]
    assert values(read, "link") == [{"predecessor_id": "csv:task:2", "successor_id": "csv:task:3", "type": "FS", "lag": 2.0},
                                    {"predecessor_id": "csv:task:3", "successor_milestone_id": "csv:milestone:4", "type": "FS", "lag": 0.0}]
    assert values(read, "milestone") == [{"title": "House done", "planned": "2026-01-16", "forecast": "2026-01-16"}]


def test_parents_come_from_wbs_codes_where_no_level_is_told() -> None:
    read = read_here("WBS,Title,Status\n1,A,done\n1.1,B,done\n1.1.1,C,done\n2,D,done\n")
    assert [v.get("parent_id") for v in values(read)] == [None, "csv:task:1", "csv:task:1.1", None]


def test_a_parent_may_be_named_by_its_title() -> None:
    read = read_here("Title,Parent task,Status\nA,,done\nB,A,done\nC,Z,done\nD,D,done\n")
    assert [v.get("parent_id") for v in values(read)] == [None, "csv:task:=A", "Z", None]
    assert whys(read) == ["row 5: parent left out: the row names itself"]


def test_a_predecessor_may_carry_its_type_and_lag_and_an_id_a_hyphen() -> None:
    read = read_here("ID,Title,Predecessors\nA-1,A,\nA-2,B,A-1\nA-3,C,A-1SS-1w;A-2FF+4h;A-9\n")
    assert [(v["predecessor_id"], v["type"], v["lag"]) for v in values(read, "link")] == [
        ("csv:task:A-1", "FS", 0.0), ("csv:task:A-1", "SS", -5.0), ("csv:task:A-2", "FF", 0.5)]
    assert whys(read) == ["row 4: link to “A-9” left out: there is no such row"]


def test_a_lag_in_percent_is_left_out_and_the_link_stays() -> None:
    read = read_here("ID,Title,Predecessors\n1,A,\n2,B,1FS+50%\n")
    assert values(read, "link")[0]["lag"] == 0.0
    assert "is no number of days" in whys(read)[0]


def test_successors_are_links_turned_round() -> None:
    assert values(read_here("ID,Title,Successors\n1,A,2\n2,B,\n"), "link") == [
        {"predecessor_id": "csv:task:1", "successor_id": "csv:task:2", "type": "FS", "lag": 0.0}]


def test_a_duration_gives_the_due_date_over_a_weekend() -> None:
    read = read_here("Title,Start,Duration\nA,2026-01-02,3\nB,2026-01-03,1 day\n")
    assert [v["due"] for v in values(read)] == ["2026-01-06", "2026-01-05"]
    assert any("counted from start and duration" in note for note in read.notes)


def test_a_projects_budget_becomes_a_line_of_its_own_in_its_currency() -> None:
    read = read_here("Project,End date,Whole life cost (£m)\nApollo,2026-01-01,1.5\n")
    assert first(read, "project")["currency"] == "GBP"
    assert first(read, "budgetline") == {"title": "Whole life cost", "amount": "1500000.00", "project_id": "csv:project:=Apollo"}


def test_a_milestone_without_a_plan_is_planned_for_what_is_known() -> None:
    assert first(read_here("Milestone,Forecast\nGo live,2026-01-02\n"))["planned"] == "2026-01-02"


def test_people_come_with_first_and_last_name_or_after_their_address() -> None:
    read = read_here("First name,Last name,Email\nAna,Ruiz,ana@x.example\n,,ben.okafor@x.example\n")
    assert [v["name"] for v in values(read)] == ["Ana Ruiz", "Ben Okafor"]
    assert first(read_here('Name,Email\n"Ruiz, Ana",ana@x.example\n'))["name"] == "Ana Ruiz"


def test_a_list_of_objects_is_a_table() -> None:
    assert first(read_here('[{"title": "A", "due": "2026-01-01", "tags": ["x", "y"]}]')) == {"title": "A", "due": "2026-01-01", "labels": "x, y"}


def test_the_usual_short_headers_of_projects_are_known() -> None:
    read = read_here("Prj No.,Project,Kick-off,Target end,Sponsor,RAG\nP-1,Harbour,2026-01-05,2026-12-18,Ana Ruiz,Amber\n")
    assert read.rows[0].source == "csv:project:P-1"
    assert first(read) == {"name": "Harbour", "start": "2026-01-05", "finish": "2026-12-18", "sponsor_id": "Ana Ruiz", "declared_colour": "amber"}


def test_a_day_rate_is_kept_for_an_hour_and_hours_a_week_are_known() -> None:
    read = read_here("Name,Email,Hrs/week,Day rate\nAna Ruiz,ana@x.example,32,800\n")
    assert first(read) == {"name": "Ana Ruiz", "email": "ana@x.example", "weekly_hours": 32.0, "rate": "100.00"}
    assert "Column “Day rate” is for a day of 8 hours; rates are kept for an hour." in read.notes


def test_a_benefit_that_is_no_money_has_an_aim() -> None:
    read = read_here("Benefit,Unit,Target\nHappier customers,points,45\nFewer claims,EUR,45000\n")
    assert values(read) == [{"title": "Happier customers", "unit": "points", "aim": 45.0}, {"title": "Fewer claims", "unit": "EUR", "expected": "45000.00"}]
