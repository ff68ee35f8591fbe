"""What is asked for in words: kinds, projects, and what does not go together."""
import pytest

from records import exporting
from records.errors import Ambiguous, BadInput
from records.exporting.base import in_order, kind_named
from records.kinds import BudgetLine, ChangeRequest, Risk, Task
from records.proposals import Create
from tests.records.conftest import ADMIN, ANA, NOW, Office
from tests.records.exporting.conftest import Out


@pytest.mark.parametrize(("said", "kind"), [("tasks", Task), ("Task", Task), ("to-do", Task), ("todo", Task), ("RISKS", Risk), ("budget lines", BudgetLine),
                                            ("budget-lines", BudgetLine), ("budget_line", BudgetLine), ("change request", ChangeRequest)])
def test_a_kind_is_meant_by_any_of_its_names(said: str, kind: type) -> None:
    assert kind_named(said) is kind


def test_an_unknown_kind_names_the_nearest() -> None:
    with pytest.raises(BadInput, match=r"I keep no “riks”\. Did you mean risks"):
        kind_named("riks")


@pytest.mark.parametrize(("wanted", "says"), [
    (("docx",), "There is no format “docx”"), (("csv",), "name the kind"), (("mspdi",), "name the project"),
    (("ics", "tasks"), "cannot be narrowed to one kind"),
    (("json", "", "", "ben"), "cannot be narrowed to one person"), (("json", "", "Apolo"), "Did you mean Apollo"), (("csv", "tsks"), "Did you mean tasks")])
def test_what_does_not_go_together_is_said(out: Out, wanted: tuple[str, ...], says: str) -> None:
    with pytest.raises(BadInput, match=says):
        out(ADMIN, *wanted)


def test_a_name_that_two_projects_have_is_asked_about(office: Office, out: Out) -> None:
    office.do(ANA, Create("project", {"name": "Apollo"}))
    with pytest.raises(Ambiguous, match="APOLLO-2"):
        out(ADMIN, "json", project="Apollo")


@pytest.mark.parametrize(("wanted", "name"), [
    (exporting.Wanted("json"), "everything.json"), (exporting.Wanted("csv", "budget lines"), "budget-lines.csv"),
    (exporting.Wanted("xlsx", "tasks", "Apollo"), "apollo-tasks.xlsx"), (exporting.Wanted("ics", "", "Apollo", "Ben"), "apollo-p-3.ics"),
    (exporting.Wanted("mspdi", "", "Apollo"), "apollo.xml")])
def test_a_file_is_called_by_what_is_in_it(office: Office, wanted: exporting.Wanted, name: str) -> None:
    with office.database.reading() as session:
        assert exporting.write(exporting.Keeper(session, office.asker(ADMIN)), wanted, NOW).name == name


def test_keys_are_ordered_by_their_numbers() -> None:
    assert sorted(["A-T-10", "A-T-9", "A-R-1", "A", "A-2", "B"], key=in_order) == ["A", "A-2", "A-R-1", "A-T-9", "A-T-10", "B"]
