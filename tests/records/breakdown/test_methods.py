"""The methods that are built in are sound, and an office's own come before them."""
import pytest

from records.breakdown.base import Method
from records.breakdown.methods import built_in, known_methods, method_for, place
from records.kinds import Template, TemplateStep


@pytest.mark.parametrize("method", built_in(), ids=lambda m: m.name)
def test_a_method_is_sound(method: Method) -> None:
    numbers = [s.number for s in method.steps]
    assert len(numbers) == len(set(numbers))
    assert numbers == sorted(numbers, key=place)
    assert all(place(other) < place(s.number) for s in method.steps for other in s.after)            # so there is no circle
    assert sum(s.type == "delivery" for s in method.steps) == 1
    assert all(s.effort is None or list(s.effort) == sorted(s.effort) for s in method.steps)
    assert all(s.because for s in method.steps if s.type == "task" and s.number.startswith("1."))


@pytest.mark.parametrize(("text", "name"), [
    ("a portal with login and search", "Software"), ("new servers and a firewall in the data centre", "Infrastructure"),
    ("tender the contract and compare the bids", "Procurement"), ("a conference with speakers and catering", "Event"),
    ("a reorganisation with new roles and the works council", "Organisational change"), ("a new roof, a building permit and scaffolding", "Construction"),
    ("a study with a hypothesis and experiments", "Research"), ("close the GDPR gaps before the audit", "Regulatory"),
    ("moving our office to Lisbon", "Relocation")])
def test_the_type_of_a_project_is_told_by_its_words(text: str, name: str) -> None:
    assert method_for(text, built_in())[0].name == name


def test_an_offices_own_template_stands_for_the_one_that_is_built_in() -> None:
    own = Template.model_validate({"id": 1, "key": "TP-1", "name": "Software", "heard": "app"})
    step = TemplateStep.model_validate({"id": 1, "template_id": 1, "number": "1", "phase": "All", "title": "Do it", "type": "delivery", "hours": 10})
    methods = known_methods([own], [step])
    assert [(m.name, m.key) for m in methods][:2] == [("Software", "TP-1"), ("Infrastructure", "")]
    assert methods[0].steps[0].effort == (5, 10, 20)
