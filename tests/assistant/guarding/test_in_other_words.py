"""Ways in which models put what a turn shows: counts of what they list, before and after, what follows from a full stop; and the same ways put wrongly."""
import pytest

from assistant.guarding.guard import Guard
from assistant.guarding.shortening import shorter
from reports.blocks import Block, Card, Passage, Source, Table, Text

PROJECTS = {"Apollo": "APOLLO", "Borealis": "BOREALIS"}
NAMES = (*PROJECTS, "Ben Okafor", "Ana Ruiz", "Mia Fischer")
LATE: list[Block] = [
    Text("4 tasks are overdue, the longest APOLLO-T-5 Build the pages, by 20 days (Ben Okafor). By owner: Ben Okafor 3, Ana Ruiz 1."),
    Table("4 tasks", ("task", "title", "owner", "status", "hours"), (
        ("APOLLO-T-9", "Agree the notice", "Ana Ruiz", "blocked", "16 h"), ("APOLLO-T-5", "Build the pages", "Ben Okafor", "in progress", "160 h"),
        ("APOLLO-T-6", "Connect the orders", "Ben Okafor", "in progress", "90 h"), ("APOLLO-T-7", "Rework the reset", "Ben Okafor", "in progress", "48 h")),
        ("APOLLO-T-9", "APOLLO-T-5", "APOLLO-T-6", "APOLLO-T-7"))]
MOVED: list[Block] = [
    Text("Borealis: expected finish Tue 26 Jan 2027 instead of Tue 12 Jan 2027."),
    Table("Before and after", ("of", "figure", "now", "then", "difference"), (
        ("Borealis", "expected finish", "Tue 12 Jan 2027", "Tue 26 Jan 2027", "+14 days"), ("Borealis", "NPV", "363,176 EUR", "361,448 EUR", "-1,728 EUR"),
        ("Borealis", "payback", "3.3 years", "3.4 years", "+0.2 years"), ("Borealis", "IRR", "91.2 %", "89.3 %", "-1.9 percentage points")))]
SINCE: list[Block] = [Table("Moved", ("what", "then", "now"), (("CPI", "1.50", "0.97"), ("expected finish", "Wed 27 Jan 2027", "Mon 1 Feb 2027")))]
LOAD: list[Block] = [
    Table("Load by week", ("week", "load", "above 100 %"), (
        ("18 Nov to 22 Nov 2026", "93 %", "Ben Okafor 736 %"), ("23 Nov to 29 Nov 2026", "61 %", "Ben Okafor 409 %"))),
    Table("3 people", ("person", "name", "weekly hours", "free hours"), (
        ("P-3", "Ben Okafor", "40 h", "0 h"), ("P-10", "Mia Fischer", "32 h", "69 h")), ("P-3", "P-10"))]
RULES: list[Block] = [
    Text("Handbook, 7.2 says:"), Passage("The portfolio board approves changes above 50,000 EUR.", Source("section", "DOC-1/7.2", "Handbook, 7.2 Limits"))]
LIMITS: list[Block] = [Text("CORVUS-CR-1 Rent scanners asks for 9,000 EUR. By what it asks for may approve it: executive without limit; "
                            "PMO admin without limit. It is beyond: project manager (Ana Ruiz) up to 5,000.")]
NONE: list[Block] = [Text("There are no such tasks (owner me; status blocked). There are 2 without “owner me”.")]
BESIDE: list[Block] = [
    Text("Apollo is at risk and worth it (NPV 88,658 EUR); Borealis is on track and worth it (NPV 363,176 EUR)."),
    Table("Apollo and Borealis", ("", "Apollo", "Borealis"), (
        ("delivered well?", "at risk", "on track"), ("progress", "54 %", "81 %"), ("budget", "400,000 EUR", "180,000 EUR")))]
ONE: list[Block] = [Card("APOLLO-T-5 Build the pages", "plain", ("due: Thu 29 Oct 2026", "baseline due: Mon 19 Oct 2026", "progress: 65 %"), ("APOLLO-T-5",))]
CHANGED: list[Block] = [Text("Due of APOLLO-T-5 Build the pages was changed once, by Ana Ruiz: due: Mon 19 Oct 2026 → Thu 29 Oct 2026; progress: 40 % → 65 %.")]
SLIPPED: list[Block] = [Table("2 milestones", ("milestone", "title", "planned", "forecast", "actual", "against plan"), (
    ("APOLLO-MS-4", "Portal live", "Wed 27 Jan 2027", "Thu 11 Feb 2027", "", "15 days late"),
    ("APOLLO-MS-1", "Gate 1: start approved", "Tue 1 Sep 2026", "Tue 1 Sep 2026", "Fri 4 Sep 2026", "3 days late")), ("APOLLO-MS-4", "APOLLO-MS-1"))]
CARD: list[Block] = [Card("Delivered well? Off track", "red", ("Progress is 46 %, 29 points behind the plan of 75 %.",), ("APOLLO-MS-1",))]


def passed(sentence: str, blocks: list[Block], asked: str = "How is Apollo, says Mia?") -> str:
    guard = Guard(asked, NAMES, PROJECTS, "Ana Ruiz")
    guard.read(blocks)
    return guard.passed(sentence)


@pytest.mark.parametrize(("blocks", "said"), [
    (LATE, "Four tasks in Apollo are overdue: Ben Okafor has three (APOLLO-T-5, APOLLO-T-6, APOLLO-T-7) and you have one (APOLLO-T-9), which is blocked."),
    (LATE, "The longest is APOLLO-T-5, by 20 days."), (LATE, "Ben Okafor has three overdue tasks."), (LATE, "You have one overdue task."),
    (LATE, "The biggest is APOLLO-T-5 with 160 h."), (LATE, "Two more wait: APOLLO-T-6 and APOLLO-T-7."),
    (LATE, "APOLLO-T-9 has no helper, so name one first."),
    (LATE, "I cannot compare the two."),
    (MOVED, "Borealis would finish on Tue 26 Jan 2027 instead of Tue 12 Jan 2027."), (MOVED, "Its expected finish moves from 12 Jan to 26 Jan 2027."),
    (MOVED, "The NPV falls only slightly, by 1,728 EUR to 361,448 EUR."),
    (MOVED, "The payback grows from 3.3 to 3.4 years, but the IRR falls from 91.2 % to 89.3 %."),
    (SINCE, "The CPI fell from 1.50 to 0.97."), (SINCE, "Its expected finish moved from 27 Jan to 1 Feb 2027."),
    (LOAD, "Ben Okafor has a load of 736 % from 18 Nov to 22 Nov 2026."), (LOAD, "Mia Fischer still has 69 h free."),
    (LIMITS, "No, you may not approve CORVUS-CR-1: as project manager you may approve up to 5,000."), (LIMITS, "The PMO admin may approve CORVUS-CR-1 too."),
    (NONE, "None of your tasks is blocked."), (CARD, "I can't write to Mia Fischer."),
    (BESIDE, "Borealis is 81 % done and on track, while Apollo is 54 % done and at risk."), (BESIDE, "Borealis has an NPV of 363,176 EUR."),
    (BESIDE, "Apollo has a budget of 400,000 EUR, Borealis of 180,000 EUR."), (BESIDE, "Borealis does better on all three."),
    (SLIPPED, "Two milestones slipped: APOLLO-MS-4 by 15 days, and APOLLO-MS-1 by 3 days, which was reached on Fri 4 Sep 2026."),
    (SLIPPED, "APOLLO-MS-4 is forecast for 11 Feb 2027 instead of 27 Jan."),
    (CHANGED, "Ana Ruiz moved the due date of APOLLO-T-5 from 19 Oct to 29 Oct 2026, and its progress from 40 % to 65 %."),
    (ONE, "It was due on 29 October."), (ONE, "You are 65 % through it."),
    (CARD, "I cannot tell more: it rests on budget amounts that you may not see."),
])
def test_what_is_shown_may_be_told_in_these_ways(blocks: list[Block], said: str) -> None:
    assert passed(said, blocks) == said


@pytest.mark.parametrize(("blocks", "said"), [
    (LATE, "Three are overdue: APOLLO-T-5 and APOLLO-T-6."), (LATE, "Ben Okafor has two overdue tasks."), (LATE, "You have three overdue tasks."),
    (LATE, "APOLLO-T-6 is late by 20 days."), (LATE, "It is 2 days late: APOLLO-T-5 and APOLLO-T-6."), (LATE, "APOLLO-T-6 takes 160 h."),
    (LATE, "The score is 2: APOLLO-T-5 and APOLLO-T-6."), (LATE, "Mia Fischer has three overdue tasks."),
    (MOVED, "Borealis would finish on Tue 12 Jan 2027 instead of Tue 26 Jan 2027."), (MOVED, "The NPV rises by 1,728 EUR."),
    (MOVED, "The IRR moves from 3.3 to 3.4 years."),
    (MOVED, "Apollo would finish on Tue 26 Jan 2027."), (MOVED, "The payback falls from 3.4 to 3.3 years."), (SINCE, "The CPI rose from 0.97 to 1.50."),
    (LOAD, "Mia Fischer has a load of 736 %."), (LOAD, "Ben Okafor still has 69 h free."), (CARD, "It is on budget."),
    (LIMITS, "Only the value manager may approve CORVUS-CR-1."), (LIMITS, "You may not approve CORVUS-CR-2."), (NONE, "All your tasks are blocked."),
    (CARD, "I can't write to Ben Okafor."),
    (BESIDE, "Borealis has an NPV of 88,658 EUR."), (BESIDE, "Apollo is 81 % done."), (BESIDE, "Apollo is 81 % done, Borealis 54 %."),
    (BESIDE, "Apollo is on track."),
    (SLIPPED, "APOLLO-MS-4 was reached on Fri 4 Sep 2026."), (SLIPPED, "APOLLO-MS-1 slipped by 15 days."), (SLIPPED, "APOLLO-MS-4 is reached."),
    (CHANGED, "The due date of APOLLO-T-5 moved from 29 Oct to 19 Oct 2026."),
    (ONE, "It was due on 19 October."), (ONE, "APOLLO-T-6 was due on 29 October."), ([*ONE, *LATE], "It was due on 29 October."),
])
def test_what_is_not_shown_may_be_told_in_none_of_them(blocks: list[Block], said: str) -> None:
    assert passed(said, blocks) == ""


def test_a_source_behind_the_full_stop_is_that_of_the_sentence() -> None:
    assert passed("The portfolio board approves changes above 50,000 EUR. [[cite:2]]", RULES) == (
        "The portfolio board approves changes above 50,000 EUR (Handbook, 7.2 Limits).")


def test_a_source_alone_says_nothing() -> None:
    assert passed("[[cite:2]]", RULES) == ""


@pytest.mark.parametrize(("said", "told"), [
    ("Progress is 46 %, 29 points behind the plan of 75 %, and it will take 12 weeks more.", "Progress is 46 %, 29 points behind the plan of 75 %."),
    ("Apollo is off track, which will cost 90,000 EUR.", "Apollo is off track."),
    ("Progress is 46 %, 29 points behind the plan of 75 %, 3 weeks late.", "Progress is 46 %, 29 points behind the plan of 75 %."),
    ("Apollo is off track, but only for 3 weeks.", ""), ("Apollo is off track, and not before 3 March.", ""),
    ("Late are APOLLO-MS-1, and APOLLO-MS-9.", ""), ("It is 12 weeks late, and Apollo is off track.", ""),
])
def test_a_sentence_loses_what_was_added_to_it_and_not_what_it_says(said: str, told: str) -> None:
    assert passed(said, CARD) == told


def test_a_sentence_is_shortened_from_its_end() -> None:
    assert list(shorter("A is so here, and it is B (so, and it is), which is C.")) == ["A is so here, and it is B (so, and it is).", "A is so here."]
