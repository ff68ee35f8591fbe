"""The whole status report: the news first, every task counted once, calm parts in a line, each figure with its receipt, and only what its reader may see."""
from datetime import UTC, date, datetime
import re

from hypothesis import given
from hypothesis import strategies as st
import pytest

from language.dates import Period
from records.errors import BadInput
from records.figures import FIGURES
from records.figures.base import display
from reports.blocks import Card, Chart, Fact, Heading, Table, Text
from reports.formats.markdown import markdown
from reports.sections.buckets import bucket
from reports.whole import CHOSEN, Audience, report
from tests.conftest import NOW
from tests.reports.conftest import BookOf

PERIOD = Period(date(2026, 11, 4), date(2026, 11, 18))
FIGURE = {f"{f.name}": f for f in FIGURES}


def of(book_of: BookOf, who: str = "paula", key: str = "APOLLO", audience: Audience = "project manager", names: tuple[str, ...] = ()):  # type: ignore[no-untyped-def]
    book, project = book_of(who, key)
    return report(book, project, PERIOD, NOW, audience=audience, names=names)


def headings(made) -> list[str]:  # type: ignore[no-untyped-def]
    return [b.text for b in made.blocks if isinstance(b, Heading)]


def test_its_parts_stand_in_their_order(book_of: BookOf) -> None:
    assert headings(of(book_of)) == ["Status", "Decisions needed", "Since then", "Tasks in numbers", "Tasks done, overdue and coming", "Schedule", "Cost",
                                     "Resources", "Quality", "Risks", "Issues", "Change control", "Stakeholders and communications", "Value", "Data",
                                     "Method", "Receipts"]


def test_the_line_below_the_title_says_who_when_and_how_far_to_trust_it(book_of: BookOf) -> None:
    assert of(book_of).says == ("APOLLO · in delivery · sponsor Elena Marsh · manager Ana Ruiz · next gate Build, Mon 7 Dec 2026 · Wed 4 Nov 2026 – "
                                "Wed 18 Nov 2026 · as of Wed 18 Nov 2026 09:00 UTC · data confidence A")


@pytest.mark.parametrize("key", ["ELARA", "DIONE", "APOLLO", "CORVUS", "BOREALIS", "ZEPHYR", "FORTUNA"])
def test_the_summary_is_at_most_four_sentences_each_with_a_figure_or_a_name(book_of: BookOf, key: str) -> None:
    made = of(book_of, key=key, audience="executive")
    said = made.blocks[0]
    assert isinstance(said, Text)
    sentences = re.split(r"(?<=[.])\s+(?=[A-Z])", said.text)
    assert 1 <= len(sentences) <= 5                  # a decision's “without it” may hold a full stop
    assert len(sentences) == len(set(sentences))
    assert all(re.search(r"\d|[A-Z][a-z]+", s) for s in sentences)


def test_a_decision_that_is_due_comes_first(book_of: BookOf) -> None:
    made = of(book_of, audience="executive")
    assert made.blocks[0].text.startswith("Elena Marsh is to decide by Tue 24 Nov 2026 on “Add single sign-on for dealers” (APOLLO-CR-2)")


def test_two_verdicts_stand_side_by_side_and_are_never_blended(book_of: BookOf) -> None:
    assert [(b.title, b.tone) for b in of(book_of).blocks if isinstance(b, Card)] == [
        ("Delivered well? Off track", "red"), ("Still worth it? Doubtful", "amber")]


def test_what_moved_is_told_with_what_it_was(book_of: BookOf) -> None:
    moved = next(b for b in of(book_of).blocks if isinstance(b, Table) and b.title.startswith("Moved since"))
    assert ("EAC", "433,749 EUR", "493,735 EUR") in moved.rows
    assert ("milestone Portal live", "Wed 27 Jan 2027", "Thu 11 Feb 2027") in moved.rows
    assert all(then != now for _, then, now in moved.rows)


def test_each_dimension_says_its_rule_and_how_it_was(book_of: BookOf) -> None:
    line = next(b for b in of(book_of).blocks if isinstance(b, Table) and b.columns[0] == "dimension")
    assert line.title.endswith("declared: green")
    assert ("cost", "▲ red", "worse, was green", "The cost is forecast 18 % over budget: EAC 493,735 − budget 420,000.", "overrunning") in line.rows


def test_a_part_with_nothing_off_plan_is_one_line(book_of: BookOf) -> None:
    blocks = of(book_of, key="CORVUS").blocks
    at = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.text == "Cost")
    assert blocks[at + 1] == Text("Nothing off plan: budget 400,000 EUR, actual cost 216,000 EUR, EAC 397,470 EUR.")


def test_every_figure_is_the_same_again_and_has_its_receipt(book_of: BookOf) -> None:
    made = of(book_of)
    book, project = book_of("paula", "APOLLO")
    facts = {b.slot: b for b in made.blocks if isinstance(b, Fact)}
    receipts = next(b for b in made.blocks if isinstance(b, Table) and b.title == "How each figure came about")
    assert len(receipts.rows) == len(facts) > 40
    for slot, shown in facts.items():
        figure = FIGURE[slot.removeprefix("apollo.")]
        value = book.value(project, figure)
        assert (shown.display, shown.how) == (display(figure, value, project.currency), value.how)


def test_the_pictures_stand_in_their_parts(book_of: BookOf) -> None:
    assert [b.title for b in of(book_of).blocks if isinstance(b, Chart)] == [
        "To which day each milestone was expected", "The plan", "Planned, earned and spent, in EUR", "Open risks, with their movement in 30 days",
        "Benefits promised, expected and realised, in EUR"]


def test_the_same_records_give_the_same_report(book_of: BookOf) -> None:
    assert of(book_of, key="BOREALIS") == of(book_of, key="BOREALIS")


def test_an_executive_gets_a_screen_and_a_team_its_work(book_of: BookOf) -> None:
    assert headings(of(book_of, audience="executive")) == ["Decisions needed", "Since then"]
    assert headings(of(book_of, audience="team", key="BOREALIS"))[:2] == ["Tasks in numbers", "Tasks done, overdue and coming"]


def test_a_client_is_told_no_money_and_no_value(book_of: BookOf) -> None:
    assert not {"Cost", "Value", "Risks"} & set(headings(of(book_of, audience="client")))


@pytest.mark.parametrize("audience", CHOSEN)
def test_who_may_not_see_money_reads_none(book_of: BookOf, audience: Audience) -> None:
    said = markdown(of(book_of, "ben", audience=audience).blocks)
    assert "EUR" not in said
    assert "231,500" not in said


def test_a_part_asked_for_by_name_says_when_it_has_nothing(book_of: BookOf) -> None:
    made = of(book_of, key="FORTUNA", names=("issues", "agile"))
    assert [b.text for b in made.blocks if isinstance(b, Text)] == [
        "There is nothing about issues on Fortuna that you may see.", "There is nothing about agile delivery on Fortuna that you may see."]


def test_a_part_that_there_is_not_is_refused(book_of: BookOf) -> None:
    with pytest.raises(BadInput, match="There is no section “weather”"):
        of(book_of, names=("weather",))


def test_what_is_left_out_is_said(book_of: BookOf) -> None:
    said = [b.text for b in of(book_of, key="FORTUNA").blocks if isinstance(b, Text)]
    assert any(text.startswith("Left out, as the records say nothing of it that you may see: ") for text in said)


class _Task:
    def __init__(self, status: str, start: date | None, due: date | None, done_on: date | None) -> None:
        self.status, self.start, self.due, self.done_on = status, start, due, done_on


DAYS = st.none() | st.dates(date(2026, 10, 1), date(2026, 12, 31))


@given(st.sampled_from(["backlog", "to do", "in progress", "in review", "blocked", "done"]), DAYS, DAYS, DAYS)
def test_every_task_is_in_one_bucket_and_the_first_that_fits(status: str, start: date | None, due: date | None, done_on: date | None) -> None:
    """Done in the period, before, overdue, in progress, upcoming, not started, without dates."""
    of = bucket(_Task(status, start, due, done_on), PERIOD)  # type: ignore[arg-type]
    if status == "done":
        assert of == (0 if done_on and PERIOD.first <= done_on <= PERIOD.last else 1)
    elif due and due < PERIOD.last:
        assert of == 2
    elif status in ("in progress", "in review", "blocked"):
        assert of == 3
    elif start and start > PERIOD.last:
        assert of == 4
    else:
        assert of == (5 if start or due else 6)


def test_the_buckets_add_up_to_all_tasks(book_of: BookOf) -> None:
    counted = next(b for b in of(book_of).blocks if isinstance(b, Table) and b.columns == ("tasks", "how many"))
    assert sum(int(how_many.split(" of ")[0]) for _, how_many in counted.rows) == int(counted.title.split(" ")[0]) == 16


def test_a_past_day_is_told_as_it_was_known_then(book_of: BookOf) -> None:
    book, project = book_of("paula", "APOLLO")
    then = report(book, project, Period(date(2026, 9, 1), date(2026, 9, 15)), datetime(2026, 9, 15, tzinfo=UTC))
    assert "as of Tue 15 Sep 2026" in then.says
