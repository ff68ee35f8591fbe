"""What a message is told from others by: its words and their pairs, how it opens, its meanings, what is named, and whether it orders or asks."""
from collections import Counter
from itertools import combinations, pairwise
import re

from assistant.planner.heard.hearing import Heard
from assistant.planner.heard.mood import is_plain_order, is_question
from assistant.planner.words.concepts import concepts
from language.words import words

WRAPPING = re.compile(r"^(?:(?:hi|hello|hey|good|morning|afternoon|evening|so|ok|and|please|well)\b\s*)*(?:(?:can|could|would|will) you (?:please "
                      r")?)?(?:tell ME|tell us|let ME "
                      r"know|do you know|i want to know|"
                      r"ME (?:want|would like|need) to know)(?: please)? (?:if|whether|how|what|who|when|which|about)?\s*|^(?:(?:hi|hello|hey|morning|so|"
                      r"ok|please|well|now)\b\s*)+")


WHOLE, SHORT = "whole: ", 8                      # a message of so few words is known by all of them, too


def features(heard: Heard) -> Counter[str]:
    """How often each is there, every named thing being replaced by its type. Letter runs are for words that nobody has said yet."""
    said = [w if w.isupper() and len(w) > 1 else stem(w) for w in WRAPPING.sub("", heard.shape).split()]
    kept = [w for w in said if w not in words()["small"]]
    meanings = concepts(heard.plain)
    named = [f"~{s.value}" for t, s in heard.spans if t in ("KIND", "SAYING", "FIGURE")]
    whole = [f"{WHOLE}{' '.join(said)}"] if 0 < len(said) <= SHORT else []
    return Counter([*whole, *kept, *(f"_{a} {b}" for a, b in pairwise(said)), f"^{' '.join(said[:2])}", *named,
                    *(f"@{m}" for m in meanings), *(f"+{a} {b}" for a, b in combinations(meanings, 2)),
                    *(f"#{w[i:i + 4]}" for w in kept if not w.isupper() for i in range(len(w) - 3)),
                    *(f"={t}" for t in heard.types), f"={'order' if is_plain_order(heard) else 'none'}, {'question' if is_question(heard) else 'none'}"])


def stem(word: str) -> str:
    return re.sub(r"(?:ing|ed|es|s)$", "", word) if len(word) > 4 else word  # noqa: PLR2004 - short words keep their ends
