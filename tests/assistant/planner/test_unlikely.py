"""What can hardly be wanted is asked and never proposed: a whole sentence for a name, a rumour, a project's name for a programme."""
import pytest

from tests.assistant.planner.asking import WRITING, planned


@pytest.mark.parametrize("text", [
    "the migration waits for the customer account pages on Apollo", "Apollo gets another 30,000, the board agreed to it this morning",
    "Fortuna should belong to the same programme as Corvus", "Corvus is in the same programme as Apollo, in my opinion", "I learned a lot from Ben last week",
    "we learned a lot from Corvus", "somebody told me that APOLLO-T-5 is cancelled?", "APOLLO-R-1 is closed?", "so APOLLO-T-7 is finished since Friday?"])
def test_what_is_only_told_or_asked_leads_to_no_preview(text: str) -> None:
    plan = planned(text)
    assert not any(name in WRITING for name, _ in plan.calls)
    assert plan.says or plan.calls


@pytest.mark.parametrize(("text", "title"), [
    ("task for Ben on Apollo: check what is late", "Check what is late"), ("add a task to Apollo: the plan is to be printed", "Plan is to be printed"),
    ("new task on Corvus: find out who has the keys", "Find out who has the keys"), ("Ben has to check whether the labels are right on Corvus by Friday",
                                                                                    "Check whether the labels are right")])
def test_a_sentence_that_is_put_as_a_name_stays_one(text: str, title: str) -> None:
    (_, args), = planned(text).calls
    assert args["values"]["title"] == title


@pytest.mark.parametrize("text", ["risk on Apollo: the dealers are against it", "there is a risk on Apollo that the dealers have no time",
                                  "raise an issue on Corvus: the scanners cannot read old labels", "we decided on Corvus that hall one is moved first"])
def test_what_is_called_by_what_is_so_may_be_a_sentence(text: str) -> None:
    assert [name for name, _ in planned(text).calls] == ["create_record"]


@pytest.mark.parametrize("text", ["can you close APOLLO-T-5?", "could we move APOLLO-T-5 to Friday?", "APOLLO-T-5 is done, can you close it?",
                                  "how about a task for Ben on Apollo to call legal by Friday?"])
def test_an_order_with_a_question_mark_is_still_one(text: str) -> None:
    assert any(name in WRITING for name, _ in planned(text).calls)


def test_what_is_told_beside_a_question_is_still_written() -> None:
    plan = planned("APOLLO-T-12 is done, finally!! what's next for ben?")
    assert [name for name, _ in plan.calls] == ["change_records", "my_work"]
