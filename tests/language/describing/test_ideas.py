"""An idea told in chat is taken apart: whose it is, what it is, by when, for how much, and what it brings in a year, computed and never guessed."""
from decimal import Decimal

import pytest

from language.describing.answering import spoken
from language.describing.ideas import told_idea

PHONE = ("hi, nora came to me with an idea: technicians should see the spare parts stock on their phone before they drive to a customer. saves maybe 150 "
         "second visits a year at 220 EUR each. could start in january, pilot by april. budget around 80k.")


def test_a_greeting_whose_it_is_its_days_and_its_money_are_no_part_of_what_it_is() -> None:
    found = told_idea(PHONE)
    assert found.what == "technicians should see the spare parts stock on their phone before they drive to a customer."
    assert (found.by, found.budget, found.days) == ("nora came to me with an idea", Decimal(80_000), {"start": "in january", "pilot": "by april"})
    assert [(g.title, g.yearly, g.reckoned) for g in found.gains] == [("Fewer second visits", Decimal(33_000), "150 × 220 = 33,000")]


@pytest.mark.parametrize(("text", "yearly"), [
    ("a planner, it saves 40 hours a month at 60 EUR an hour", 28_800), ("sell lamps. brings 5k a month", 60_000), ("a chat, saves 12,000 EUR a year", 12_000),
    ("print labels, 200 returns a month cost us 15 EUR each", 36_000), ("a map, avoids 3 tows a week at EUR 100 each", 15_600)])
def test_what_it_brings_is_computed_for_a_year(text: str, yearly: int) -> None:
    assert [g.yearly for g in told_idea(text).gains] == [yearly]


@pytest.mark.parametrize(("text", "budget"), [
    ("sell lamps for 30 EUR each", None), ("sell lamps, about 40,000 EUR", 40_000), ("we have a budget of 40k, a visit costs 220 EUR each", 40_000),
    ("a lamp costs 30 EUR each, 5k budget", 5_000)])
def test_the_price_of_one_thing_is_no_budget(text: str, budget: int | None) -> None:
    assert told_idea(text).budget == budget


@pytest.mark.parametrize(("text", "who"), [
    ("Nora suggests that we sell lamps", "Nora suggests"), ("Victor's proposal is to sell lamps", "Victor's proposal"),
    ("sell lamps (idea from Nora). about 40k", "idea from Nora"), ("sell lamps, it was Ben's idea", "Ben's idea"), ("sell lamps", "")])
def test_whose_idea_it_is_stands_before_or_behind_it(text: str, who: str) -> None:
    found = told_idea(text)
    assert found.by == who
    assert "sell lamps" in found.what
    assert "idea" not in found.what


@pytest.mark.parametrize(("text", "wanted"), [
    ("manager carla, sponsor elena", "manager: carla\nsponsor: elena"), ("elena is the sponsor and carla is the manager", "sponsor: elena\nmanager: carla"),
    ("call it Hermes", "name: Hermes"), ("Hermes: budget 80,000", "budget: 80,000"), ("the budget for Hermes is 80000", "budget: 80000"),
    ("budget 80k; ready by end of june", "budget: 80k\nfinish: by end of june"),
    ("risk is that shops refuse. sponsor elena", "risk: that shops refuse\nsponsor: elena")])
def test_answers_need_no_colons(text: str, wanted: str) -> None:
    assert spoken(text, "Hermes") == wanted


@pytest.mark.parametrize("text", ["show me the budget", "who is the sponsor?", "lead times are long", "cost of Apollo", "manager of Apollo is Ben",
                                  "start on the plan", "budget for Corvus is 80000", "risks of Apollo", "how is Apollo doing?"])
def test_what_is_no_answer_is_left_alone(text: str) -> None:
    assert spoken(text, "Hermes") == ""


@pytest.mark.parametrize("text", ["from sales: sell lamps, costs about 60k. please make a project of it",
                                  "sell lamps. Could you create a project out of this? It would cost 60k"])
def test_what_is_asked_of_us_is_no_part_of_it(text: str) -> None:
    found = told_idea(text)
    assert found.what.strip(" .") == "sell lamps"
    assert "project" not in found.told
