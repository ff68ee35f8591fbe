"""A document in one of its editions is evidence of a record: each opens the other."""
from assistant.assistant import Assistant
from reports.blocks import Card, Sources, Table

PAULA, BEN = "paula@northlight.example", "ben@northlight.example"


async def shown(hands: Assistant, key: str) -> tuple[list[str], list[tuple[str, str]], list[tuple[str, ...]]]:
    """The lines of a record, its sources, and what it is evidence of."""
    answer = await hands.call(PAULA, "show_record", {"record": key})
    lines = [line for b in answer.blocks if isinstance(b, Card) for line in b.lines]
    sources = [(str(s.kind), s.key) for b in answer.blocks if isinstance(b, Sources) for s in b.items]
    return lines, sources, [tuple(map(str, row)) for b in answer.blocks if isinstance(b, Table) and b.title == "Evidence of" for row in b.rows]


async def changed(hands: Assistant, key: str, values: dict[str, str]) -> None:
    planned = await hands.call(PAULA, "change_records", {"kind": "gate criterion", "where": {"key": key}, "values": values})
    assert planned.proposal, planned.blocks
    await hands.confirm(PAULA, planned.proposal.id)


async def test_a_document_is_named_as_evidence_in_the_edition_that_is_in_force_and_both_open_each_other(hands: Assistant) -> None:
    await changed(hands, "APOLLO-GC-1", {"document": "DOC-1"})
    lines, sources, _ = await shown(hands, "APOLLO-GC-1")
    assert {"document: Project and Value Handbook", "edition: 3.1"} <= set(lines)
    assert sources[:2] == [("record", "APOLLO-GC-1"), ("record", "DOC-1")]
    assert sources[2][0] == "section"
    assert (await hands.open(PAULA, "section", sources[2][1]))[0].answer.blocks
    (_, _, proven) = await shown(hands, "DOC-1")
    assert [(row[0], row[2]) for row in proven] == [("APOLLO-GC-1", "3.1")]
    await changed(hands, "APOLLO-GC-1", {"document": "nothing"})
    assert not [line for line in (await shown(hands, "APOLLO-GC-1"))[0] if line.startswith(("document", "edition"))]


async def test_the_edition_that_is_said_stays(hands: Assistant) -> None:
    await changed(hands, "APOLLO-GC-2", {"document": "DOC-1", "edition": "2.0"})
    assert "edition: 2.0" in (await shown(hands, "APOLLO-GC-2"))[0]
