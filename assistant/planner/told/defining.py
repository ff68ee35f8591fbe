"""Words of the office's own with any meaning: “the red book means the risk policy”. What is one of our fixed choices is a sentence of its kind already."""
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.sentences import keeps_choices
from records.kinds import KINDS
from records.kinds.base import Record
from records.kinds.word import ANYTHING, MEANING

WORD = r"(?:[\"“‘'](?P<q>[^\"”’']{2,60})[\"”’']|(?:the |our |a |an )?(?P<w>[\w-]+(?: [\w-]+){0,3}))"
MEANS = r"(?:means|stands for|refers to|is our (?:word|name|term) for|is what we call|is (?:always )?understood as)"
HERE = r"(?:(?:here|for us|with us|in this office|in our office|at our place|from now on)\b[\s,]*)?"
PATTERNS = tuple(re.compile(rf"^\W*(?:(?:please|note that|remember(?: that)?|ok|so|and)\b[\s,:]*)*{HERE}{p}[\s.!]*{HERE}[\s.!]*$", re.I) for p in (
    rf"{WORD} {MEANS} (?P<m>[^?\n]{{2,60}}?)", rf"by {WORD},? we mean (?P<m>[^?\n]{{2,60}}?)",
    rf"(?:when|if|whenever) (?:i|we|people|they|somebody) says?,? {WORD},? (?:i|we|they) mean (?P<m>[^?\n]{{2,60}}?)"))
NO_WORD = re.compile(r"^(?:this|that|it|which|what|who|these|those|he|she|they|there|here)\b", re.I)
CLAUSE = re.compile(r"\b(?:is|are|was|were|we|you|they|must|should|will|can|could|have|has|had|do|does|not|no|i)\b", re.I)


def defined(heard: Heard) -> tuple[type[Record], dict[str, str]] | None:
    """The kind that keeps such words, and the values of the new one; None when nothing is defined."""
    m = next((m for p in PATTERNS if (m := p.match(heard.text))), None)
    if m is None or heard.text.rstrip().endswith("?"):
        return None
    word, meant = (m["q"] or m["w"]).strip(), re.sub(r"^(?:the|our|a|an) ", "", m["m"].strip(" \"“”'‘’"), flags=re.I)
    if NO_WORD.match(word) or CLAUSE.search(meant) or CLAUSE.search(word) or (heard.types & {"KEY", "person"} and not m["q"]):
        return None
    kind = next(k for k in KINDS if keeps_choices(k))
    return kind, {kind.kind.title: word, "record": ANYTHING, "field": MEANING, "choice": meant}
