"""A project that is opened in running text: its name and the plain answers in it are told apart from what it is about."""
import pytest

from language.describing.answering import answers
from language.describing.asking import asked
from language.describing.opening import laid_out

HELIOS = ('start a project "Helios": a solar roof on hall 3 so that we buy less energy. Manager is Sofia, sponsor Elena. Budget 420,000 EUR, must be finished '
          "by 31 July 2027. Benefit: 60k a year less energy, Jonas.")


def told(text: str) -> dict[str, str]:
    request = asked(text)
    return {label: said[-1].strip(" .\n") for label, said in answers(laid_out(request.lead, request.body)).items()}


def test_a_name_in_quotation_marks_is_the_name_and_sentences_beside_the_idea_are_answers() -> None:
    assert told(HELIOS) == {"": "a solar roof on hall 3 so that we buy less energy", "name": "Helios", "manager": "Sofia", "sponsor": "Elena",
                            "budget": "420,000 EUR", "finish": "by 31 July 2027", "benefit": "60k a year less energy, Jonas"}


def test_answers_between_commas_are_told_apart() -> None:
    assert told("new project Helios: solar roof on hall 3, manager Sofia, sponsor Elena, start 1 Feb 2027, budget 420k, objective use less energy") == {
        "": "solar roof on hall 3", "name": "Helios", "manager": "Sofia", "sponsor": "Elena", "start": "1 Feb 2027", "budget": "420k",
        "objective": "use less energy"}


@pytest.mark.parametrize(("text", "name"), [
    ("create project Helios, manager Sofia, sponsor Elena", "Helios"), ("start a project: Helios, a solar roof on hall 3, manager Sofia", "Helios"),
    ("start a new project called Helios: solar roof on hall 3", "Helios"),
    ("Start a project for a Nordic warehouse called Thule, live by October 2027", "Thule"),
    ("create a new project Green Fleet: replace the vans by June", "Green Fleet"), ("please create a project “Cold Chain” – sensors in all vans", "Cold Chain"),
    ("start a project: customers return parcels at any shop, by October", ""), ("start a project: lead generation portal for dealers", "")])
def test_a_project_is_called_what_stands_in_the_place_of_a_name(text: str, name: str) -> None:
    assert told(text).get("name", "") == name


def test_words_that_only_look_like_an_answer_stay_in_the_idea() -> None:
    idea = "lead generation portal for dealers, start with a pilot in shops, cost savings for the desk"
    assert told(f"start a project: {idea}") == {"": idea}


def test_who_leads_it_is_heard_before_and_behind_the_word() -> None:
    found = told("new project Thule: a warehouse in Malmö. The sponsor is Elena and the manager is Carla. With a budget of 300k.")
    assert (found["sponsor"], found["manager"], found["budget"]) == ("Elena", "Carla", "300k")
    assert told("start a project: a warehouse, with Carla as manager")["manager"] == "Carla"


def test_an_amount_that_stands_alone_is_the_budget_and_what_is_left_keeps_its_full_stop() -> None:
    found = told("start a project: Thule. A warehouse in Malmö. Sofia runs it. 300k, done by October 2027. Saves 50,000 a year, Nora owns it.")
    assert (found["budget"], found["finish"]) == ("300k", "by October 2027")
    assert found[""] == "Thule. A warehouse in Malmö. Sofia runs it. Saves 50,000 a year, Nora owns it"
