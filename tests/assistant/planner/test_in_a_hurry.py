"""What people in a hurry write is heard as the usual question; what is only told around a question narrows nothing."""
import pytest

from tests.assistant.planner.asking import planned


@pytest.mark.parametrize(("hurried", "usual"), [
    ("who on earth has the most on their plate?", "who is the most loaded?"),
    ("what did I miss since Monday?", "what changed since Monday?"),
    ("are there more than five blocked tasks?", "how many blocked tasks are there?"),
    ("did we write down any lessons on Elara?", "any lessons on Elara?"),
    ("which change request costs the most?", "change requests by cost effect, the highest first"),
    ("can Mia take 30 more hours in December?", "what is Mia's load in December?"),
    ("write me something about Apollo that I can forward to Nora", "status report of Apollo"),
    ("set prio high on whatever is overdue on Apollo", "set the priority of all overdue tasks of Apollo to high"),
    ("anything changed on Zephyr while I was out last week", "what changed on Zephyr last week?"),
    ("which benefit is worth the most?", "benefits by expected, the highest first"),
    ("lessons learned on Elara about the works council", "which lessons on Elara are about works council?"),
    ("which decisions have no reason written down?", "which decisions are without a reason?"),
    ("tasks more than two weeks late, with owner and hours", "tasks due before two weeks ago, with owner and hours"),
    ("tasks on Apollo overdue by more than 14 days", "tasks on Apollo due before 14 days ago"),
    ("Corvus red again?", "why is Corvus red?"),
    ("what's due before Christmas for me?", "which of my open tasks are due before Christmas?")])
def test_it_is_the_usual_question(hurried: str, usual: str) -> None:
    assert planned(hurried).calls == planned(usual).calls
    assert planned(usual).calls


@pytest.mark.parametrize(("said", "alone"), [
    ("budget by category for Corvus, the finance lady is waiting", "budget by category for Corvus"),
    ("who is overloaded? I can't hand out any more work blindly", "who is overloaded?"),
    ("did we write down any lessons on Elara? I'd hate to walk into the same trap with Fortuna.", "did we write down any lessons on Elara?"),
    ("how many hours has Ben booked this month? Looks awfully low to me.", "how many hours has Ben booked this month?"),
    ("Elena just asked me why Apollo is slipping and I had no answer. Can you give me the reasons?", "why is Apollo red?"),
    ("tasks due this week, it's for the stand-up", "tasks due this week")])
def test_what_a_question_is_for_narrows_nothing(said: str, alone: str) -> None:
    assert planned(said).calls == planned(alone).calls


def test_what_is_told_behind_a_question_and_narrows_it_is_told_as_left_out() -> None:
    assert "“The board meets tomorrow”" in planned("which tasks are late? The board meets tomorrow.").says


def test_why_an_order_is_given_is_not_written_down_beside_it() -> None:
    ((_, args),) = planned("Ben is ill, so please give T-12 to Dev and make it due Monday").calls
    assert args["values"] == {"owner": "Dev", "due": "Monday"}


@pytest.mark.parametrize("said", ["We've spent a fortune on showrooms and I keep hearing that the orders won't come. Should we stop Dione or carry on?",
                                  "I was on holiday since the 9th. what did I miss?"])
def test_what_is_told_in_passing_before_a_question_is_not_written_down(said: str) -> None:
    assert not [name for name, _ in planned(said).calls if name.startswith(("create", "change"))]
