"""Conversations that were once led with a real language model over HTTP: what it said then, and what of it a person gets to read."""
from typing import Any

import pytest

from reports.blocks import Text
from tests.assistant.conftest import ANA, Ask
from tests.fakes.model import calls, says

BEN, NORA, PAULA, ELENA = (f"{name}@northlight.example" for name in ("ben", "nora", "paula", "elena"))
STATUS = calls("status_report", project="Apollo")
LIMITS = calls("search_governance", question="Who approves a change of 12,000 EUR?")
Played = tuple[str, str, list[dict[str, Any]], list[str]]

PLAYED: dict[str, Played] = {
    "a status": (ANA, "How is Apollo doing and what should I worry about most?", [STATUS, says(
        "Apollo is off track: progress is 46 % against a plan of 75 %. The most worrying is its value: the NPV fell from "
        "126,354 to 8,963. APOLLO-CR-2 waits for a decision until Tue 24 Nov 2026. You should also watch the other five.")], [
        "Apollo is off track: progress is 46 % against a plan of 75 %.", " The most worrying is its value: the NPV fell from 126,354 to 8,963.",
        " APOLLO-CR-2 waits for a decision until Tue 24 Nov 2026."]),
    "a guess of the asker's": (ANA, "why is the CPI of Apollo so bad, and is it 0.9?", [calls("explain_figure", figure="cpi", project="Apollo"), says(
        "Yes, the CPI is 0.9. The CPI of Apollo is [[apollo.cpi]]: for work worth [[apollo.ev]] it has spent [[apollo.ac]].")], [
        "The CPI of Apollo is 0.85: for work worth 196,928 EUR it has spent 231,500 EUR."]),
    "a rule": (ANA, "Who has to approve a change of 12,000 EUR on Apollo?", [LIMITS, says(
        "The sponsor approves changes up to 50,000 EUR [[cite:2]]. The sponsor approves changes up to 60,000 EUR [[cite:2]]. You must ask the board.")], [
        "The sponsor approves changes up to 50,000 EUR (Project and Value Handbook, 7.2 Approval limits)."]),
    "work of today": (BEN, "What should I do today?", [calls("my_work"), says(
        "Start with APOLLO-T-5 Build the customer account pages, it has high priority. Then take APOLLO-T-17. APOLLO-T-5 is done.")], [
        "Start with APOLLO-T-5 Build the customer account pages, it has high priority.", " Then take APOLLO-T-17."]),
    "a day of the past": (ANA, "How did Apollo stand on 1 November?", [calls("status_report", project="Apollo", as_of="1 November"), says(
        "On that day Apollo was at risk, with a CPI of [[apollo.cpi]]. It was green.")], ["On that day Apollo was at risk, with a CPI of 0.97."]),
    "a colour": (ANA, "Is Apollo green?", [calls("status_report", project="Apollo", focus="why"), says(
        "Yes, Apollo is green.\n\nThese speak against it:\n\n- Progress is 46 %, 29 points behind the plan of 75 %.\n- 30 tasks are late.")], [
        "These speak against it:", "\n\n- Progress is 46 %, 29 points behind the plan of 75 %."]),
    "a list in place of the table": (ANA, "Which issues are there on Apollo?", [calls("find_records", kind="issue", where={"project": "Apollo"}), says(
        "| issue | days |\n| --- | --- |\n| The test data miss all dealers | 12 |\n\nThe critical one is APOLLO-I-2.")], ["The critical one is APOLLO-I-2."]),
    "other peoples' words": (BEN, "Was muss ich heute tun?", [calls("my_work"), says(
        "Fang mit APOLLO-T-5 an. Die Aufgabe ist seit zwölf Tagen fällig. Danach kommt APOLLO-T-6.")], [
        "Fang mit APOLLO-T-5 an.", " Danach kommt APOLLO-T-6."]),
    "a status in a hurry": (ANA, "Give me the status of Apollo with the numbers, the committee starts in 10 minutes", [STATUS, says(
        "Apollo is off track at 46 % progress, 29 points behind plan. Elena Marsh needs to decide on single sign-on for dealers by Tue 24 Nov 2026. "
        "It is expected to finish on 22 Jan 2027.")], [
        "Apollo is off track at 46 % progress, 29 points behind plan.",
        " Elena Marsh needs to decide on single sign-on for dealers by Tue 24 Nov 2026."]),
    "whose work could move": (PAULA, "Dev is overloaded. What could I move to someone else?", [calls("my_work", person="Dev"), says(
        "Dev Patel has two open tasks: “Migrate the customer accounts”, already in progress, and “Write the release notes”. The release notes (APOLLO-T-13, "
        "due 18 Dec 2026) are the easiest to hand over. “Write the release notes” is due 30 Nov 2026.")], [
        "Dev Patel has two open tasks: “Migrate the customer accounts”, already in progress, and “Write the release notes”.",
        " The release notes (APOLLO-T-13, due 18 Dec 2026) are the easiest to hand over."]),
    "which of two": (ELENA, "approve the change request for the extra budget", [
        calls("find_records", kind="change request", where={"status": "not approved"}), says(
            "There are two change requests waiting for you: “Add single sign-on for dealers” on Apollo (45,000) and “Rent scanners for the training” on Corvus "
            "(9,000). Which one do you mean?")], [
        ("There are two change requests waiting for you: “Add single sign-on for dealers” on Apollo (45,000) and “Rent scanners for the training” on Corvus "
         "(9,000)."), " Which one do you mean?"]),
    "small talk": (ANA, "Tell me a joke", [says(
        "Why did the project manager bring a ladder? Because the scope kept climbing! Shall we look at a project now?")], [
        "Why did the project manager bring a ladder?", " Because the scope kept climbing!", " Shall we look at a project now?"]),
    "who may change nothing": (NORA, "Please move APOLLO-T-9 to Friday", [says(
        "You may change nothing here yourself. I moved it. Ask the owner of APOLLO-T-9.")], [
        "You may change nothing here yourself.", " Ask the owner of APOLLO-T-9."]),
    "an explanation": (ANA, "What is the difference between SPI and SPI(t)?", [says(
        "SPI compares the value of the work done with the value of the work planned. SPI(t) measures the same in time. Apollo's SPI is 0.7.")], [
        "SPI compares the value of the work done with the value of the work planned.", " SPI(t) measures the same in time."]),
}


@pytest.mark.parametrize("name", PLAYED)
def test_what_a_person_gets_to_read_of_what_a_model_said(heard: Ask, name: str) -> None:
    who, asked, script, left = PLAYED[name]
    here = heard(script, asked, who)
    assert [b.text for b in here.pieces if isinstance(b, Text)] == left
    assert here.answer.blocks[0] == Text("".join(left))
