"""Questions that a tool reads whole: one is open to any words, a wish needs the words of its own kind, so that no other question falls to it."""
import re

from assistant.planner.comparing import BETWEEN, COMPARED
from assistant.planner.hearing import Heard
from tools.base import Holds, Slot

SUPPOSING = re.compile(r"\b(?:if|suppos(?:e|es|ed|ing)|assum(?:e|es|ed|ing)|imagine|say that|what happens|would|were|hypothetically|without|"
                       r"longer|later|earlier|higher|away|instead)\b")
CHOOSING = re.compile(r"\b(?:fund(?:s|ed|ing)?|afford(?:s|able)?|fits?|select(?:s|ed|ion)?|choose|choice|pick(?:s|ed)?|optimi[sz]e|scenarios?|"
                      r"candidates?|together|dropped|best|get for|spend|do with|in and out|must be in)\b")
PIECES = r"(?:tasks|to-dos|steps|pieces|ones|parts|work packages)"
BREAKING = re.compile(rf"\b(?:break(?:ing)? (?:\w+ ){{0,4}}down|broken down|split(?:s|ting)? (?:\w+ ){{0,5}}in(?:to)? (?:\w+ )?{PIECES}|work breakdown|wbs|"
                      r"(?:notes|minutes) (?:of|from|for)|meeting notes|into tasks|description)\b", re.I)
AMOUNT = re.compile(r"\d\s?(?:k|m|mn|million|thousand)\b|\d{5,}|\d[.,]\d{3}\b|\bmillion\b")
SPEAKS = {"supposing": SUPPOSING, "wish": CHOOSING, "text": BREAKING}          # by what the tool calls its question


def is_open(slot: Slot) -> bool:
    """Whether any question may stand in a slot."""
    return slot.holds is Holds.question and slot.name not in SPEAKS


def is_text(slot: Slot) -> bool:
    """Whether a slot takes a whole description."""
    return slot.holds is Holds.passage


def is_for_money(slot: Slot, heard: Heard) -> bool:
    """Whether an amount and projects are said: which of them it pays for."""
    is_of_projects = "KIND" in heard.types or re.search(r"\b(?:get for|afford|fund)\b", heard.plain) is not None
    return slot.name == "wish" and is_of_projects and is_wished(slot, heard) and ("MONEY" in heard.types or AMOUNT.search(heard.plain) is not None)


def is_wished(slot: Slot, heard: Heard) -> bool:
    """Whether a question speaks of what a tool's wish is about: something supposed, or a choice among projects."""
    said = SPEAKS.get(slot.name)
    if slot.holds is not Holds.question or said is None or said.search(heard.plain):
        return True
    return slot.name == "supposing" and heard.types >= {"PERCENT", "FIGURE"} and not (COMPARED.search(heard.text) or BETWEEN.search(heard.text))
