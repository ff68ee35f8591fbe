"""What the assistant quotes from the documents, how sure it says it is, and what it says when nothing is there."""
from assistant.assistant import Assistant
from assistant.messages import Answer
from knowledge.searching import Hit
from reports.blocks import Card, Choices, Fact, Passage, Source, Table, Text
from tools.search_governance import answering

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


def test_a_further_passage_is_quoted_only_where_it_answers_about_as_well() -> None:
    best, near, far = (Hit(f"DOC-1/{n}", "Handbook", "", None, "", "", score) for n, score in enumerate((0.9, 0.8, 0.6)))
    assert answering((best, near, far)) == [best, near]
    assert answering(()) == []


async def test_what_is_only_near_is_said_to_be_near(hands: Assistant) -> None:
    lead = (await asked(hands, "how often are dashboards shown to stakeholders?")).blocks[0]
    assert lead == Text("I find no clause on exactly that. The nearest is Project and Value Handbook, 9.2 Stakeholders (edition 3.1):")


async def test_nothing_is_said_to_be_nothing_and_what_there_is_can_be_asked(hands: Assistant) -> None:
    nothing, instead, whom = (await asked(hands, "how many days of holiday do I have?")).blocks
    assert nothing == Text("I cannot answer that: I found nothing about it in the documents you may read.")
    assert whom == Text("Victor Lang looks after the documents that come nearest, and may know.")
    assert isinstance(instead, Choices)
    assert len(instead.options) == 3
    for question in instead.options:
        assert isinstance((await asked(hands, question)).blocks[1], Passage), question


async def test_how_a_risk_is_written_comes_in_steps_and_with_one_of_ones_own(hands: Assistant) -> None:
    answer = await asked(hands, "how do I write a risk?")
    passage = next(b for b in answer.blocks if isinstance(b, Passage))
    assert passage.source.key == "DOC-17/6.1"
    assert [line[:2] for line in passage.text.split("\n")[1:]] == [f"{n}." for n in range(1, 8)]
    assert any(isinstance(b, Card) and b.title.startswith("For example APOLLO-R-") for b in answer.blocks)


async def test_a_template_is_the_file_itself(hands: Assistant) -> None:
    answer = await asked(hands, "give me the template for a charter")
    assert answer.blocks[0] == Text("Here is Project Charter Template (edition 1.0), as a file to fill in. In it:")
    assert Source("file", "DOC-6", "Project Charter Template", "edition 1.0") in answer.sources


async def test_the_template_that_is_named_is_given(hands: Assistant) -> None:
    answer = await asked(hands, "give me the risk template")
    assert [s.title for s in answer.sources if s.kind == "file"] == ["Risk entry template"]


async def test_a_lesson_is_told_with_the_figures_of_the_project_that_is_named(hands: Assistant) -> None:
    answer = await hands.call("ana@northlight.example", "search_governance", {"question": "teach me earned value with Apollo's figures"})
    assert answer.blocks[0] == Text("From Earned Value in Eight Slides:")
    assert {b.source.key.partition("/")[0] for b in answer.blocks if isinstance(b, Passage)} == {"DOC-13"}
    facts = {b.label: b.display for b in answer.blocks if isinstance(b, Fact)}
    assert (facts["earned value"], facts["planned value"], facts["actual cost"]) == ("196,928 EUR", "318,552 EUR", "231,500 EUR")


async def test_two_rules_in_force_that_do_not_say_the_same_are_both_shown(hands: Assistant) -> None:
    for question in ("how long does a decision on a change request take?", "within how many days must a change request be decided?",
                     "how many days do I have to decide a change request?"):
        assert (await asked(hands, question)).blocks[0] == Text(
            "Change Control Procedure, 3.1 Time for a decision (edition 2.0) and Project and Value Handbook, 7.2 Approval limits (edition 3.1) "
            "are both in force and do not say the same:")


async def test_a_rule_that_says_more_than_another_does_not_contradict_it(hands: Assistant) -> None:
    for question in ("what is a sponsor supposed to do?", "what are the responsibilities of a sponsor?", "how much can a project manager approve?"):
        assert "do not say the same" not in str((await asked(hands, question)).blocks[0]), question


async def test_what_a_named_project_may_is_told_by_the_clause_and_by_who_decides_there(hands: Assistant) -> None:
    answer = await asked(hands, "who may approve 30k more for Dione?")
    assert answer.sources[0].key == "DOC-1/7.2"
    assert Text("For Dione that is the project manager Sofia Rossi and the sponsor Elena Marsh.") in answer.blocks


async def test_what_a_gate_lacks_is_told_by_its_clause_and_the_projects_records(hands: Assistant) -> None:
    answer = await asked(hands, "what is missing before Apollo can pass gate 2?")
    assert answer.sources[0].key == "DOC-1/4.3"
    assert Text("In the records gate 2 of Apollo is not decided; 2 of 3 criteria that are noted for it are missing.") in answer.blocks
    (criteria,) = (b for b in answer.blocks if isinstance(b, Table))
    assert criteria.rows[0] == ("Every benefit has an owner", "not met", "")


async def test_the_next_gate_is_the_first_that_is_not_passed(hands: Assistant) -> None:
    answer = await asked(hands, "what is missing for the next gate of Apollo?")
    assert answer.sources[0].key == "DOC-1/4.3"
    assert Text("In the records gate 2 of Apollo is not decided; 2 of 3 criteria that are noted for it are missing.") in answer.blocks


async def test_a_gate_that_no_record_is_kept_of_is_said_to_be_unknown(hands: Assistant) -> None:
    answer = await asked(hands, "what is missing before Borealis can pass gate 2?")
    assert Text("The records hold no gate 2 of Borealis: nobody has noted which of this is there.") in answer.blocks


async def test_a_project_that_may_not_be_seen_is_a_word_like_another(hands: Assistant) -> None:
    answer = await asked(hands, "what is missing before Zephyr can pass gate 2?")
    assert answer.blocks[0] == Text("I cannot answer that: I found nothing about it in the documents you may read.")


async def test_a_question_in_portuguese_is_answered_by_the_guide_in_portuguese_or_by_the_handbook(hands: Assistant) -> None:
    assert (await asked(hands, "como escrever um risco?")).sources[0].key == "DOC-12/3"
    assert (await asked(hands, "com que frequência devo atualizar as tarefas?")).sources[0].key in {"DOC-1/5.5", "DOC-12/2"}
    assert (await asked(hands, "quem aprova uma mudança de 30.000 EUR?")).sources[0].key == "DOC-1/7.2"


async def test_how_sure_something_is_asks_for_its_confidence(hands: Assistant) -> None:
    assert (await asked(hands, "how sure are we about the benefit figures")).sources[0].key == "DOC-3/3.3"


async def test_whether_somebody_may_decide_is_told_by_the_rule_and_by_who_they_are_there(hands: Assistant) -> None:
    answer = await asked(hands, "can Carla approve 30k for Dione?")
    assert next(b for b in answer.blocks if isinstance(b, Passage)).source.key == "DOC-1/7.2"
    assert Text("For Dione that is the project manager Sofia Rossi and the sponsor Elena Marsh. Carla Winter is neither.") in answer.blocks


async def test_a_document_that_is_named_alone_is_read_from_its_beginning(hands: Assistant) -> None:
    answer = await asked(hands, "DOC-8")
    assert [b.source.key for b in answer.blocks if isinstance(b, Passage)][:3] == ["DOC-8/1", "DOC-8/2.1", "DOC-8/2.2"]


async def test_a_form_that_is_not_there_is_said_to_be_missing_and_the_others_are_offered(hands: Assistant) -> None:
    missing, there = (await asked(hands, "can I get the travel form as word?")).blocks
    assert missing == Text("I find no such template among those that you may read.")
    assert isinstance(there, Choices)
    assert "give me the Project Charter Template" in there.options


async def test_a_section_that_stands_out_is_quoted_where_nothing_surely_answers(hands: Assistant) -> None:
    for question in ("do i need 3 offers if we buy a phone app for 18k?", "three offers needed for what amount?",
                     "What does the handbook say about buying - 18k app, how many offers?", "do we need several offers for software worth 18,000 EUR?"):
        lead, passage = (await asked(hands, question)).blocks[:2]
        assert lead == Text("I find no clause on exactly that. The nearest is Project and Value Handbook, 8 Buying (edition 3.1):"), question
        assert isinstance(passage, Passage)
        assert passage.source.key == "DOC-1/8"


async def test_the_amount_that_is_asked_about_is_held_beside_that_of_the_clause(hands: Assistant) -> None:
    said = [b.text for b in (await asked(hands, "do i need 3 offers if we buy a phone app for 18k?")).blocks if isinstance(b, Text)]
    assert "18,000 EUR is below the 25,000 EUR that it names." in said


async def test_what_holds_what_was_asked_comes_before_what_is_only_alike(hands: Assistant) -> None:
    first = next(b for b in (await asked(hands, "what does the policy say who has to approve an 80k project")).blocks if isinstance(b, Passage))
    assert first.source.key == "DOC-1/7.2"
