"""Whether the records keep to the handbook: in the office's own words, as it was weeks ago, and with the asker's rights."""
from records.computing import Book
from records.rules.compliance.missed_communication import missed_communication
from records.rules.compliance.unanswered_risk import unanswered_risk
from records.rules.compliance.unowned_risk import unowned_risk
from reports.blocks import Card, Table, Text
from tests.tools.conftest import LayDesk
from tools.base import Result
from tools.check_compliance import check_compliance
from tools.desk import Desk


def checked(desk: Desk, **said: str) -> tuple[object, ...]:
    made = check_compliance.call(desk, said)
    assert isinstance(made, Result)
    return made.blocks


def test_each_finding_stands_with_its_clause_its_record_and_who_can_act(desk_of: LayDesk) -> None:
    lead, table, trend = checked(desk_of("ana"), project="Apollo")
    assert isinstance(lead, Card)
    assert (lead.title, lead.tone) == ("Apollo breaks 5 of 23 rules of the handbook, in 5 places", "amber")
    assert isinstance(table, Table)
    assert table.rows[1] == ("Nobody owns 1 open risk.", "◆ unowned risk", "Every risk has one owner. (Project and Value Handbook 6.1)", "Ana Ruiz")
    assert table.keys[1] == "APOLLO-R-3"
    assert isinstance(trend, Card)
    assert trend.lines[0].startswith("21 Oct: ")
    assert trend.lines[0].endswith("today: 5")


def test_all_projects_are_counted_by_rule(desk_of: LayDesk) -> None:
    lead, by_rule, *_ = checked(desk_of("paula"))
    assert isinstance(lead, Card)
    assert lead.title == "4 of 7 projects keep to the handbook; 10 things to put right"
    assert isinstance(by_rule, Table)
    assert by_rule.rows[0][:3] == ("unowned benefit", "3", "APOLLO, CORVUS, FORTUNA")


def test_a_project_that_keeps_all_rules_is_green(desk_of: LayDesk) -> None:
    lead, *_ = checked(desk_of("paula"), project="Dione")
    assert lead == Card("Dione keeps all 23 rules of the handbook", "green")


def test_a_project_that_the_asker_may_not_see_is_not_there(desk_of: LayDesk) -> None:
    lead, *_ = checked(desk_of("nora"))
    assert isinstance(lead, Card)
    assert "of 6 projects" in lead.title


def test_a_clause_without_words_of_its_own_takes_the_offices_thresholds(desk_of: LayDesk) -> None:
    book = Book(desk_of("paula").reader, (), desk_of("paula").today)
    assert book.clause(unanswered_risk) == "A threat scored 10 or more has a response. (Risk Management Policy 3)"
    assert book.clause(unowned_risk) == "Every risk has one owner. (Project and Value Handbook 6.1)"
    assert book.clause(missed_communication) == "Those whom the communications plan names hear by the day it names. (Project and Value Handbook 9.2)"


def test_what_rests_on_hidden_fields_is_not_checked_and_said(desk_of: LayDesk) -> None:
    said = [b.text for b in checked(desk_of("nora"), project="Apollo") if isinstance(b, Text)]
    assert said == ["Not checked, as you may not see what they rest on: unbudgeted spending."]
