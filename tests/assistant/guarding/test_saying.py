"""What a model says in words of its own: counts in words, days in part, progress as “done”. What real conversations lost, and what must stay lost."""
from datetime import date

import pytest

from assistant.guarding.guard import Guard
from assistant.guarding.saying import as_told, whole
from reports.blocks import Block, Card, Fact, Passage, Source, Table, Text

TODAY = date(2026, 11, 18)
PROJECTS = {"Apollo": "APOLLO", "Borealis": "BOREALIS", "Corvus": "CORVUS"}
NAMES = (*PROJECTS, "Ben Okafor", "Elena Marsh", "Ana Ruiz")
STATUS: list[Block] = [
    Text("Apollo is off track at 46 % progress, due Fri 22 Jan 2027, led by Ana Ruiz."),
    Card("Delivered well? Off track", "red", ("Progress is 46 %, 29 points behind the plan of 75 %.",), ("APOLLO",)),
    Fact("apollo.finish", "expected finish", "Mon 22 Feb 2027", "by its pace so far; 31 days after the wanted finish 22 Jan 2027", ("APOLLO",)),
    Card("Decisions needed: 3, the first", "plain", ("Add single sign-on for dealers (APOLLO-CR-2): Elena Marsh by Tue 24 Nov 2026",), ("APOLLO-CR-2",)),
]
WORK: list[Block] = [
    Text("Start with APOLLO-T-8 Migrate the accounts, due Mon 30 Nov 2026. Ben Okafor has 5 open tasks: 3 overdue."),
    Table("Next: 2", ("task", "title", "due"), (
        ("APOLLO-T-8", "Migrate the accounts", "Mon 30 Nov 2026"), ("APOLLO-T-17", "Fix the search", "Fri 20 Nov 2026")), ("APOLLO-T-8", "APOLLO-T-17")),
]
NEEDED: list[Block] = [
    Table("Decisions needed: 2", ("record", "decision", "by whom", "by when"), (
        ("APOLLO-CR-2", "Add single sign-on", "Elena Marsh", "Tue 24 Nov 2026"), ("APOLLO-DE-1", "Which cloud?", "Elena Marsh", "Fri 27 Nov 2026")),
        ("APOLLO-CR-2", "APOLLO-DE-1")),
    Table("2 of 3 criteria are missing", ("criterion", "status"), (("Every benefit has an owner", "not met"), ("The risks are reviewed", "open"))),
    Table("Before and after", ("figure", "now", "then"), (("NPV", "8,963 EUR", "-37,247 EUR"),)),
    Text("Apollo: NPV -37,247 EUR instead of 8,963 EUR."),
    Card("APOLLO-T-10 Load test", "plain", ("start: Mon 30 Nov 2026", "due: Mon 14 Dec 2026"), ("APOLLO-T-10",)),
    Table("To put right", ("what", "who"), (("APOLLO-R-3 scores 12 of 25 and has no response.", "Ana Ruiz"),)),
    Table("1 absence", ("absence", "type", "person", "start", "end"), (("AB-2", "training", "Mia Fischer", "Mon 23 Nov 2026", "Tue 24 Nov 2026"),), ("AB-2",)),
]


def passed(sentence: str, blocks: list[Block], asked: str = "how is it?", before: str = "") -> bool:
    guard = Guard(asked, NAMES, PROJECTS, "Ana Ruiz", before, TODAY)
    guard.read(blocks)
    return guard.passed(sentence) != ""


@pytest.mark.parametrize(("blocks", "said"), [
    (STATUS, "Apollo is due on Friday 22 January 2027."), (STATUS, "Apollo is due on 22 January."), (STATUS, "Apollo is 46 % done."),
    (STATUS, "Apollo is at 46 % progress, 29 points behind plan."),
    (STATUS, "It should finish on [[apollo.finish]], 31 days after the wanted finish of 22 Jan 2027."),
    (STATUS, "It should finish on [[apollo.finish]], well after the wanted 22 Jan 2027."),
    (STATUS, "Elena Marsh needs to decide on single sign-on for dealers by Tue 24 Nov 2026."),
    (STATUS, "Decide on “Add single sign-on for dealers” by 24 November."), (STATUS, "Elena Marsh decides on APOLLO-CR-2 by next Tuesday."),
    (WORK, "Ben Okafor has five open tasks, three of them overdue."), (WORK, "“Fix the search” is due this Friday."), (WORK, "Fix the search is due 20 Nov."),
    (WORK, "APOLLO-T-17 is due on Friday 20 November."),
    (NEEDED, "Elena Marsh has to decide on single sign-on (APOLLO-CR-2) by Tue 24 Nov 2026 and on the cloud (APOLLO-DE-1) by Fri 27 Nov 2026."),
    (NEEDED, "Two of the three criteria are missing."), (NEEDED, "Apollo's NPV would be -37,247 EUR instead of 8,963 EUR."),
    (NEEDED, "Load test starts on 30 November."), (NEEDED, "Start with APOLLO-R-3, which scores 12 of 25."),
    (NEEDED, "Mia Fischer is in training from Monday 23 November to Tuesday 24 November."),
])
def test_what_a_tool_shows_may_be_said_in_usual_words(blocks: list[Block], said: str) -> None:
    assert passed(said, blocks)


@pytest.mark.parametrize(("blocks", "said"), [
    (STATUS, "Apollo is expected to finish on 22 Jan 2027."), (STATUS, "It will be finished on 22 January."), (STATUS, "Apollo is 75 % done."),
    (STATUS, "Apollo is due on Monday 22 January 2027."), (STATUS, "Apollo is due on 23 January."), (STATUS, "Apollo is 31 points behind plan."),
    (STATUS, "Elena Marsh needs to decide on the cloud by Tue 24 Nov 2026."),
    (STATUS, "Ana Ruiz has to decide on single sign-on for dealers by Tue 24 Nov 2026."),
    (STATUS, "Decide on single sign-on for dealers by 22 Jan 2027."), (STATUS, "Elena Marsh decides on APOLLO-CR-2 by Friday."),
    (WORK, "Ben Okafor has four open tasks."), (WORK, "Fix the search is due on Thursday."), (WORK, "Fix the search is due 30 Nov."),
    (WORK, "APOLLO-T-17 is due Mon 30 Nov 2026."), (WORK, "Fix the search is due tomorrow."),
    (NEEDED, "Elena Marsh has to decide on APOLLO-DE-1 by Tue 24 Nov 2026."), (NEEDED, "Three of the three criteria are missing."),
    (NEEDED, "“The risks are reviewed” is met."), (NEEDED, "The NPV is 8,963 EUR instead of -37,247 EUR."), (NEEDED, "Load test starts on 14 December."),
    (NEEDED, "APOLLO-R-1 scores 12 of 25."), (NEEDED, "Mia Fischer is in training until Monday 23 November."),
])
def test_in_usual_words_nothing_else_is_said(blocks: list[Block], said: str) -> None:
    assert not passed(said, blocks)


def test_who_was_spoken_of_before_may_be_named_but_nothing_of_this_turn_is_theirs() -> None:
    found: list[Block] = [Text("Borealis is on track."), Fact("borealis.cpi", "CPI", "1.23", "EV / AC", ("BOREALIS",))]
    assert passed("Compared with Apollo there is nothing to worry about.", found, before="how is Apollo doing?")
    assert not passed("Compared with Apollo there is nothing to worry about.", found)
    assert not passed("Apollo is on track.", found, before="how is Apollo doing?")
    assert not passed("Apollo has a CPI of [[borealis.cpi]].", found, before="how is Apollo doing?")


def test_a_key_said_in_short_beside_its_project_is_that_key() -> None:
    assert passed("I cannot assign APOLLO-T-5 to you.", [], "assign T-5 of Apollo to me")
    assert not passed("I cannot assign APOLLO-T-6 to you.", [], "assign T-5 of Apollo to me")
    assert not passed("I cannot assign CORVUS-T-5 to you.", [], "assign T-5 of Apollo to me")


def test_a_rule_word_by_word_needs_its_citation_also_behind_a_list() -> None:
    rule: list[Block] = [Passage("Needed before gate 2:\n- a plan\n\nThe papers are handed in five working days before the meeting.",
                                 Source("section", "DOC-1/4.3", "Handbook, 4.3 Gate 2"))]
    assert passed("The papers are handed in five working days before the meeting [[cite:1]].", rule)
    assert not passed("The papers are handed in five working days before the meeting.", rule)
    assert not passed("The papers are handed in four working days before the meeting [[cite:1]].", rule)


def test_on_leave_is_no_state_of_a_schedule() -> None:
    assert passed("Ben Okafor is on leave.", [Table("Absences", ("person", "status"), (("Ben Okafor", "planned"),))], "is Ben Okafor on leave?")


def test_a_sentence_is_put_as_a_tool_puts_it_only_where_it_is_clear_which_day_is_meant() -> None:
    shown = {date(2026, 11, 20), date(2027, 11, 20), date(2026, 11, 23)}
    assert as_told("due 20 Nov", shown, TODAY) == "due 20 Nov"
    assert as_told("due Friday", shown, TODAY) == "due Fri 20 Nov 2026"
    assert as_told("due Monday 23", shown, TODAY) == "due Mon 23 Nov 2026"
    assert as_told("due November 23", shown, TODAY) == "due Mon 23 Nov 2026"
    assert as_told("due Tuesday 23 November", shown, TODAY) == "due Tuesday 23 November"
    assert as_told("one of three is late", shown, TODAY) == "1 of 3 is late"
    assert whole("31 Feb 2027 and 1 March 2027") == "31 Feb 2027 and Mon 1 Mar 2027"
