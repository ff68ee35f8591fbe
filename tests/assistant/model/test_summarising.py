"""With a language model a report begins with its words, through the guard, and the same facts have the same summary; without it our own sentences stand."""
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from assistant import bootstrap
from assistant.model.summarising import held
from assistant.reporting.reporting import Reporting
from assistant.reporting.wanted import Wanted
from reports.blocks import Text
from tests.conftest import copied, settings_in
from tests.fakes.model import Model, calls, says, served

ANA, ELENA = "ana@northlight.example", "elena@northlight.example"
CALL = calls("status_report", project="Apollo", focus="whole")
OURS = "Elena Marsh is to decide by Tue 24 Nov 2026 on “Add single sign-on for dealers”"
Told = Callable[..., tuple[str, int]]


@pytest.fixture
def told(sample_home: Path, tmp_path: Path) -> Iterator[Told]:
    """The summary of a report, and how often the model was asked for it."""
    model = Model([says("")])
    home = copied(sample_home, tmp_path / "pmo")
    with served(model) as url:
        reporting: Reporting = bootstrap.reporting(settings_in(home, sample=True, llm_base_url=url, llm_model="scripted", llm_timeout=30.0))

        def tell(script: list[dict[str, Any] | int | bytes], who: str = ANA, look: bool = False, **wanted: Any) -> tuple[str, int]:  # noqa: FBT001, FBT002
            model.script, model.asked = list(script), []
            asked = Wanted("Apollo", audience="executive", **wanted)
            made = reporting.shown(who, asked).report if look else reporting.report(who, asked)
            assert isinstance(made.blocks[0], Text)
            return made.blocks[0].text, len(model.asked)
        yield tell


def test_the_models_sentences_stand_with_their_figures_filled_in(told: Told) -> None:
    text, _ = told([CALL, says("Apollo runs at a CPI of [[apollo.cpi]], and is off track.")])
    assert text == "Apollo runs at a CPI of 0.85, and is off track."


def test_a_number_of_its_own_never_gets_in(told: Told) -> None:
    text, _ = told([CALL, says("Apollo runs at a CPI of [[apollo.cpi]]. It will save 9,000,000 EUR a year.")])
    assert text == "Apollo runs at a CPI of 0.85."


def test_the_same_facts_have_the_same_summary_and_the_model_is_asked_once(told: Told) -> None:
    first, asked = told([CALL, says("Apollo runs at a CPI of [[apollo.cpi]].")])
    again, then = told([CALL, says("Apollo is in good hands with Ana Ruiz.")])
    assert (asked, then) == (2, 0)
    assert again == first


def test_what_was_written_for_one_reader_is_not_anothers(told: Told) -> None:
    told([CALL, says("Apollo runs at a CPI of [[apollo.cpi]].")])
    text, asked = told([CALL, says("Apollo is off track, led by Ana Ruiz.")], ELENA)
    assert (text, asked) == ("Apollo is off track, led by Ana Ruiz.", 2)


def test_the_page_shows_what_is_kept_and_never_waits_for_a_model(told: Told) -> None:
    text, asked = told([CALL, says("Apollo runs at a CPI of [[apollo.cpi]].")], look=True)
    assert text.startswith(OURS)
    told([CALL, says("Apollo runs at a CPI of [[apollo.cpi]].")])
    kept, then = told([], look=True)
    assert (kept, asked, then) == ("Apollo runs at a CPI of 0.85.", 0, 0)


@pytest.mark.parametrize("script", [[500] * 6, [CALL, says("It will save 9,000,000 EUR.")], [CALL, says("All is well.")]])
def test_where_nothing_holds_our_own_sentences_stand(told: Told, script: list[Any]) -> None:
    assert told(script)[0].startswith(OURS)


def test_a_past_day_is_told_by_our_own_sentences(told: Told) -> None:
    assert told([CALL, says("Apollo runs at a CPI of [[apollo.cpi]].")], as_of="1 October")[1] == 0


def test_at_most_four_sentences_stay_each_with_a_figure_or_a_name_and_none_twice() -> None:
    said = "Ana decides. All is well. The CPI is 0.85. The CPI is 0.85. It costs 5 EUR. It ends in 2027. It pays 3 EUR. It has 2 risks."
    assert held(said, ["Ana"]) == ["Ana decides.", "The CPI is 0.85.", "It costs 5 EUR.", "It ends in 2027."]
