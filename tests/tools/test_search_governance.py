"""What the assistant quotes from the documents, how sure it says it is, and what it says when nothing is there."""
from assistant.assistant import Assistant
from assistant.messages import Answer
from reports.blocks import Choices, Passage, Text

BEN = "ben@northlight.example"


async def asked(hands: Assistant, question: str) -> Answer:
    return await hands.call(BEN, "search_governance", {"question": question})


async def test_the_clause_is_quoted_with_document_section_edition_and_page(hands: Assistant) -> None:
    lead, passage = (await asked(hands, "can I skip the risk review?")).blocks[:2]
    assert lead == Text("Project and Value Handbook, 6.2 Risk review (edition 3.1) says:")
    assert isinstance(passage, Passage)
    assert "It cannot be skipped." in passage.text
    assert (passage.source.key, passage.source.version, passage.source.page) == ("DOC-1/6.2", "edition 3.1", 3)


async def test_the_sources_of_an_answer_are_its_clauses(hands: Assistant) -> None:
    answer = await asked(hands, "what do I need before gate 2?")
    assert answer.sources[0].key == "DOC-1/4.3"
    assert len([b for b in answer.blocks if isinstance(b, Passage)]) <= 3


async def test_what_is_only_near_is_said_to_be_near(hands: Assistant) -> None:
    lead = (await asked(hands, "how often are dashboards shown to stakeholders?")).blocks[0]
    assert lead == Text("I find no clause on exactly that. The nearest is Project and Value Handbook, 9.2 Stakeholders (edition 3.1):")


async def test_nothing_is_said_to_be_nothing_and_what_there_is_can_be_asked(hands: Assistant) -> None:
    nothing, instead, whom = (await asked(hands, "how many days of holiday do I have?")).blocks
    assert nothing == Text("I cannot answer that: I found nothing about it in the documents you may read.")
    assert whom == Text("Paula Adler looks after the documents that come nearest, and may know.")
    assert isinstance(instead, Choices)
    assert len(instead.options) == 3
    for question in instead.options:
        assert isinstance((await asked(hands, question)).blocks[1], Passage), question
