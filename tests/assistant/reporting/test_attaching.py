"""A report that is asked for as a file: the answer in brief, with the file beside it, written with the rights of whoever opens it."""
import pytest

from assistant import bootstrap
from assistant.assistant import Assistant
from assistant.messages import Answer, Question
from assistant.settings import Settings
from records.errors import NotFound
from reports.attached import opened

ANA, BEN, ELENA = (f"{name}@northlight.example" for name in ("ana", "ben", "elena"))


async def said(assistant: Assistant, text: str, who: str = ANA) -> Answer:
    return await assistant.answer(Question(text, who, text, text))


def files(answer: Answer) -> list[str]:
    return [s.key for s in answer.sources if s.kind == "file"]


@pytest.mark.parametrize(("text", "key"), [
    ("send me the Apollo report as pdf", "APOLLO.pdf"), ("Apollo's status report for the steerco in PowerPoint, please.", "APOLLO_steering-committee.pptx"),
    ("export the portfolio to excel", "portfolio.xlsx"), ("prepare my steering committee on Apollo", "APOLLO_steering-committee.pptx"),
    ("one-page pdf of the portfolio", "portfolio.pdf"), ("board pack", "portfolio.pdf"), ("the board pack as powerpoint please", "portfolio.pptx"),
    ("a pdf of Apollo", "APOLLO.pdf"), ("pdf of the status report of Apollo", "APOLLO.pdf")])
async def test_a_report_comes_with_its_file(assistant: Assistant, text: str, key: str) -> None:
    answer = await said(assistant, text)
    assert files(answer) == [key]
    assert len(answer.blocks) > 1


async def test_a_report_of_one_page_is_said_to_be_the_whole_one(assistant: Assistant) -> None:
    first = (await said(assistant, "one-page pdf of the portfolio", ELENA)).blocks[0]
    assert "on one page only" in str(first)


async def test_what_names_no_report_of_theirs_has_no_file(assistant: Assistant) -> None:
    for text in ("send me the Zephyr report as pdf", "create a task to send the report as pdf"):
        assert files(await said(assistant, text, BEN)) == []


def test_the_file_is_written_for_whoever_opens_it_and_for_those_who_read_along(settings: Settings) -> None:
    reports = bootstrap.reporting(settings)
    made = reports.original(ELENA, "APOLLO_executive.md")
    assert (made.name, "Apollo: status report" in made.content.decode()) == ("apollo-2026-11-18.md", True)
    assert "Zephyr" in reports.original(ELENA, "portfolio.md").content.decode()
    assert "Zephyr" not in reports.handed(ELENA, "portfolio.md", (BEN,))[-1].content.decode()
    with pytest.raises(NotFound):
        reports.original(BEN, "ZEPHYR.md")


def test_a_key_is_a_reports_only_where_it_is_written_so() -> None:
    assert opened("APOLLO_steering-committee.pptx") == ("APOLLO", "steering committee", "pptx")
    assert opened("portfolio.pdf") == ("", "", "pdf")
    assert opened("DOC-6") is opened("APOLLO.exe") is opened("../APOLLO.pdf") is None
