"""What is asked of a document itself, of what it says, and of a record that stands beside the rules."""
from collections.abc import Mapping

import pytest

from assistant.planner.heard.plan import Asked, Plan
from tests.assistant.planner.asking import ALL, NAMES, TODAY, planned, planner

TITLED = {"risk policy": "DOC-17 APOLLO-GC-3", "change control procedure": "DOC-4", "partner talks": "DOC-10", "Vienna furnished": "DIONE-T-6",
          "sso for dealers": "APOLLO-CR-2"}


def of_titles(text: str, titled: Mapping[str, str] = TITLED) -> Plan:
    return planner().plan(text, Asked(NAMES, TODAY, (), "Ana Ruiz", {said: keys for said, keys in titled.items() if said in text}), ALL)


@pytest.mark.parametrize(("text", "key", "field"), [
    ("who owns the risk policy?", "DOC-17", "owner"), ("who approved the change control procedure?", "DOC-4", "approver"),
    ("when must the risk policy be reviewed?", "DOC-17", "review"), ("is the risk policy still in force?", "DOC-17", "status"),
    ("which edition of the change control procedure applies today?", "DOC-4", "edition"), ("is the handbook still in force?", "handbook", "status"),
    ("until when do we have to have Vienna furnished?", "DIONE-T-6", "due"), ("who decides about the sso for dealers change?", "APOLLO-CR-2", "decider"),
])
def test_a_field_of_a_document_or_record_that_is_named_by_its_title_is_told(text: str, key: str, field: str) -> None:
    assert of_titles(text).calls == (("show_record", {"record": key, "field": field}),)


@pytest.mark.parametrize(("text", "asked"), [
    ("show me DOC-4@1.2/2", "show me DOC-4@1.2/2"), ("open DOC-1/6.1", "open DOC-1/6.1"), ("what was discussed in the partner talks?", "DOC-10"),
    ("what does the change control procedure say?", "DOC-4")])
def test_a_citation_and_a_whole_document_are_read(text: str, asked: str) -> None:
    assert of_titles(text).calls == (("search_governance", {"question": asked}),)


@pytest.mark.parametrize("text", [
    "what happens when the NPV turns negative?", "can Carla approve 30k for Dione?", "is Ana allowed to approve changes on Apollo?",
    "which clause says that a risk must have an owner?", "in which document is it said who may close a project?", "where is the RACI?",
    "can I get the business case form as word?", "give me the risk entry form", "what was said in the kick-off?",
    "who answers a complaint about a dish?"])
def test_what_is_laid_down_is_looked_for_in_the_documents(text: str) -> None:
    assert planned(text).calls == (("search_governance", {"question": text}),)


@pytest.mark.parametrize(("text", "where"), [
    ("which documents are due for review?", {"review": "before today", "status": "in force, draft"}), ("list all policies", {"type": "policy"}),
    ("which policies do we have?", {"type": "policy", "status": "in force"}), ("which policies are drafts?", {"type": "policy", "status": "draft"})])
def test_documents_are_listed_by_their_sort_state_and_review(text: str, where: dict[str, str]) -> None:
    assert planned(text).calls == (("find_records", {"kind": "document", "where": where}),)


def test_how_sure_benefits_are_is_their_own_confidence() -> None:
    (name, said), = planned("how sure are the benefits of Apollo?").calls
    assert (name, said) == ("find_records", {"kind": "benefit", "where": {"project": "APOLLO"}, "sort": "-confidence"})


@pytest.mark.parametrize("text", ["can Ben order the scanners for Corvus?", "new task for Ana: see DOC-4/2", "who owns it?",
                                  "when is it due?"])
def test_what_only_looks_like_it_goes_its_own_way(text: str) -> None:
    assert [name for name, _ in planned(text).calls] != ["search_governance"]
