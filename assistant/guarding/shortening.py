"""A sentence without what was added to it: what stands before “, and it …”, “, which …” or “; …” says something by itself.

Never before a “but”, an “unless” or an “if”: what those add changes what stands before them.
"""
from collections.abc import Iterator
import re

ADDED = re.compile(r"(?:;|,\s+(?:and|so|while|whereas|which|where|with|although|because|since)\b|"
                   r",\s+(?=(?:(?:about|only|just|some|nearly|almost)\s+)?(?:an?|\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s+"
                   r"(?:days?|weeks?|months?|years?|hours?|points?)\b)|"
                   r"\s+(?:and|–|—)(?=\s+(?:it|its|the|they|their|this|that|there|i|you|we|he|she|none|nobody|only)\b))\s*", re.I)
LIST = re.compile(r",\s+(?:and|with)\s+(?!(?:it|its|they|their|this|that|there|i|you|we|he|she|none|nobody|no|the|only|for|because|a|an)\b)", re.I)
TAKES_BACK = re.compile(r"\b(?:but|unless|if|except|only|however|provided|until|not)\b", re.I)
PAIRS = (("(", ")"), ("“", "”"), ("[", "]"))
LEAST = 3                       # words


def shorter(sentence: str) -> Iterator[str]:
    """The beginnings of a sentence that stand by themselves, the longest first."""
    end = sentence[len(sentence.rstrip(".!")):] or "."
    for found in reversed(list(ADDED.finditer(sentence))):
        said, gone = sentence[:found.start()].rstrip(" ,;–—"), sentence[found.start():]
        if len(said.split()) >= LEAST and not LIST.match(sentence, found.start()) and not TAKES_BACK.search(gone) and _is_whole(said):
            yield f"{said}{end}"


def _is_whole(text: str) -> bool:
    """Whether no bracket and no quotation is left open."""
    return all(text.count(a) == text.count(b) for a, b in PAIRS) and text.count('"') % 2 == 0
