"""A finding opens the clause that it breaks; a clause tells the rules and records that stand on it."""
from assistant.assistant import Assistant
from reports.blocks import Passage, Sources, Table

PAULA = "paula@northlight.example"


async def test_what_breaks_a_rule_comes_with_its_clause_to_open(hands: Assistant) -> None:
    answer = await hands.call(PAULA, "check_compliance", {"project": "Apollo"})
    cited = [source for block in answer.blocks if isinstance(block, Sources) for source in block.items]
    assert ("DOC-1/6.1", "Project and Value Handbook, 6.1 Risk register", "Risks") in [(s.key, s.title, s.path) for s in cited]
    for source in cited:
        assert (await hands.open(PAULA, "section", source.key))[0].answer.blocks


async def test_a_clause_tells_the_rules_and_criteria_that_stand_on_it(hands: Assistant) -> None:
    passage, table = (await hands.open(PAULA, "section", "DOC-1/6.1"))[0].answer.blocks
    assert isinstance(passage, Passage)
    assert isinstance(table, Table)
    assert table.rows == (("rule “unowned risk”", "Every risk has one owner.", "APOLLO-R-3, FORTUNA-R-1"),)
    gate = (await hands.open(PAULA, "section", "DOC-1/4.3"))[0].answer.blocks[1]
    assert isinstance(gate, Table)
    assert gate.rows[0] == ("criterion of a gate (met)", "An approved baseline of schedule, cost and scope", "")


async def test_nothing_is_said_to_stand_on_a_clause_on_which_nothing_does(hands: Assistant) -> None:
    assert len((await hands.open(PAULA, "section", "DOC-1/9.1"))[0].answer.blocks) == 1
