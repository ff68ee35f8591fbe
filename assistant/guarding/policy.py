"""Sentences that say what must or may be done, and sentences that claim a deed.

The former need a citation that resolves, the latter are never true: what is written is said by its receipt.
"""
from collections.abc import Sequence
import re

from reports.blocks import Block, Passage, Source, Sources

CITE = re.compile(r"\s*\[\[cite:(\d+)\]\]", re.I)
MUST = re.compile(r"\b(?:must(?:n't)?|shall|mandatory|compulsory|obligatory|obliged|required|requires?|forbidden|prohibited|not allowed|is allowed|are allowed|"
                  r"permitted|may (?:not|only)|(?:has|have|had|needs?) to (?:be|approve|decide|sign|report|escalate)|"
                  r"only .{1,30} (?:can|may) (?:approve|decide)|needs? (?:[\w']+ ){0,3}(?:approval|sign-off|consent)|(?:approval|consent) (?:is|of)|"
                  r"authori[sz]ed|entitled|(?:approves?|decides?) (?:changes|requests|gates)|policy|policies|handbook|"
                  r"according to the|the rules? (?:says?|asks?))\b", re.I)
# Where the documents were searched, weaker words are about them too.
MAY = re.compile(r"\b(?:should|may|can|cannot|can't|needs? to|has to|have to|approv\w+|allow\w*)\b", re.I)
# Said of the assistant itself or to the asker about their yes, or asked: no claim of what the office demands.
ABOUT_US = re.compile(r"^\W*(?:(?:you|it) (?:must|have to|need to|can|may) (?:first )?(?:confirm|discard|click)|if you (?:confirm|say|tell|want|like)|"
                      r"i (?:can|cannot|can't|may|should|will|could|would|do|don't) )|\?\W*$", re.I)
# What the asker may not see is no rule of the office's.
NOT_SEEN = re.compile(r"\byou (?:may|can)(?:not| not)? (?:see|change|read|know)\b", re.I)
DEEDS = (r"(?:created|added|updated|changed|deleted|removed|moved|assigned|reassigned|set|marked|closed|opened|reopened|booked|logged|recorded|saved|sent|"
         r"approved|rejected|postponed|rescheduled|renamed|cancelled|confirmed|applied|undone|reverted|informed|notified|e-?mailed|scheduled)")
DEED = re.compile(rf"\b(?:i|we)(?:'ve| have| had)?(?: just| now| already| also| successfully)* {DEEDS}\b|"
                  r"\b(?:has|have) (?:now |just |successfully )*been (?:successfully )?(?:created|added|updated|deleted|moved|reassigned|logged|recorded|saved|"
                  r"sent|postponed|rescheduled|renamed|undone|reverted|notified)\b|^\W*(?:done|all done|all set)\b", re.I)


def cited(text: str, blocks: Sequence[Block]) -> str | None:
    """The text with its citations as a reader finds them again, or None when one does not resolve; blocks count from 1."""
    wanted = [int(n) for n in CITE.findall(text)]
    found = {n: _source(blocks, n) for n in wanted}
    return None if None in found.values() else CITE.sub(lambda m: f" ({found[int(m[1])]})", text)


def is_policy(text: str, *, searched: bool) -> bool:
    """Whether it says what the office demands or allows."""
    text = NOT_SEEN.sub(" ", text)
    return not ABOUT_US.search(text) and bool(MUST.search(text) or (searched and MAY.search(text)))


def mentions_deed(text: str) -> bool:
    """Whether it says that something was changed or sent."""
    return bool(DEED.search(text))


def _source(blocks: Sequence[Block], number: int) -> str | None:
    block = blocks[number - 1] if 0 < number <= len(blocks) else None
    sources: tuple[Source, ...] = (block.source,) if isinstance(block, Passage) else block.items if isinstance(block, Sources) else ()
    titles = [s.title or s.key for s in sources if s.kind == "section"]
    return titles[0] if titles else None
