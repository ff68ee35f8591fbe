"""Somebody who stands where a person would and is none whom the asker may see: told as unknown, and never made a part of a title or left out."""
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.plan import Plan
from assistant.planner.heard.wording import NO_PERSON
from assistant.planner.words.phrases import POLITE
from assistant.planner.words.spelling import spelling
from language.words import words

NAME = r"(?P<n>(?-i:[A-Z])[\w'-]+(?: (?-i:[A-Z])[\w'-]+)?|[a-z]{3,})"
ASKED = re.compile(rf"^\W*{POLITE}(?:ask|tell|remind|have|let|get) {NAME} to (?P<do>\w.*)$", re.I)
SHOULD = re.compile(rf"^\W*{POLITE}{NAME} (?:should|must|has to|needs to|shall|please) (?P<do>(?!be\b|have\b)[a-z]\w+ .*)$", re.I)
GIVEN = re.compile(rf"^\W*{POLITE}(?:give|assign|reassign|hand|pass|transfer)\b.* to {NAME}\W*$", re.I)
ADDED = re.compile(rf"^\W*{POLITE}(?:add|put|bring|get) {NAME} (?:to|on|onto|into|in) (?:the )?(?:\w+ )?(?:team|project|crew)\b", re.I)
TAKES = re.compile(rf"^\W*{POLITE}{NAME} (?:takes over|takes|will take|gets|will do|does)\b", re.I)
WORKS = (re.compile(rf"\b(?:what|which tasks?|how much) (?:is|does|has|are|did) {NAME} (?:working|doing|work|do|have|up to|busy|on\b)", re.I),
         re.compile(rf"^\W*{POLITE}(?:(?:set|change|update) )?{NAME}['’]s? (?:new )?(?:e-?mail|mail)\b", re.I),
         re.compile(rf"\b(?:tasks|work|to-?dos|hours|leave|load) (?:of|for) {NAME}\W*$", re.I),
         re.compile(rf"^\W*{POLITE}{NAME}['’]s? (?:open |overdue |late |blocked )*(?:tasks|work|to-?dos|hours|load)\b", re.I))
COMPANY = re.compile(r"\b(?:GmbH|AG|Ltd|Inc|LLC|SE|SA|Corp|Group|Team|Board)\b", re.I)
NO_NAME = frozenset(("somebody", "someone", "anybody", "anyone", "everybody", "everyone", "nobody", "them", "him", "her", "you", "the", "our", "their", "all"))


def unknown_person(heard: Heard) -> Plan | None:
    """The plan that tells of a person who is not known, with how to go on; None where nobody unknown stands in a person's place."""
    on_records = heard.types & {"KEY", "KIND", "SAYING"}
    for place in (ASKED, *((SHOULD,) if "KIND" not in heard.types else ()), *((GIVEN, TAKES) if on_records else ()), ADDED, *WORKS):
        m = place.search(heard.text)
        if m and _is_somebody(m["n"], m.start("n"), heard, is_small=place is ASKED):
            said = m["n"].removesuffix("'s").removesuffix("’s")
            do = (m.groupdict().get("do") or "").strip(" .!?")
            return Plan(says=NO_PERSON.format(words=said), choices=(f"task: {do}", f"task: {heard.text.strip(' .!?')}") if do else ("show all people",),
                        understood=False)
    return None


def _is_somebody(name: str, at: int, heard: Heard, *, is_small: bool) -> bool:
    """Whether words are a name, and of nothing that is known; `is_small`: it may be written small, where hardly anything else could stand."""
    if any(s.start < at + len(name) and at < s.end for t, s in heard.spans if t != "ME"):
        return False
    if COMPANY.search(name) or name.isupper():
        return False
    low = [w.removesuffix("'s").lower() for w in name.split()]
    if any(w in NO_NAME for w in low):
        return False
    given = words()["given"]
    return any(w in given for w in low) if name.islower() and not is_small else all(w in given or w not in spelling() for w in low)
