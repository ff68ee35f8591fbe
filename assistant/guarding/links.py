"""What reaches out of a text: links, addresses, mentions. A model's own sentences may hold only those that the asker said."""
from collections.abc import Iterator
import re

REACHES_OUT = re.compile(
    r"[a-z][a-z0-9+.-]{1,20}:/{1,3}\S+|\b(?:mailto|javascript|data|tel|vbscript):\S+|\[[^\[\]]*\]\([^)]*\)|\[[^\[\]]+\]\s?\[[^\[\]]+\]|<[^<>\s|]+\|[^<>]*>|<[!@#][^>]*>|"
    r"<\s*(?:a|img|iframe|script|form|link)\b[^>]*>?|[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+|(?<![\w.])@[a-z][\w.-]+|\bwww\.\S+|"
    r"\b(?:[a-z0-9-]+\.)+[a-z]{2,}/\S*|"
    r"\b(?:[a-z0-9-]+\.)+(?:com|net|org|io|ru|cn|xyz|info|biz|co|dev|app|site|top|online|link|click|example|test|ai|me|tk|ly)\b", re.I)


def strays(sentence: str, said: str) -> bool:
    """Whether a model's sentence holds a link, an address or a mention that the asker did not say."""
    return any(True for _ in reached(sentence, said))


def reached(text: str, said: str) -> Iterator[str]:
    """What reaches out of a text - links, addresses, mentions - and is not among these words."""
    own = said.lower()
    for found in REACHES_OUT.finditer(text):
        if found[0].lower().strip(".,;:!?)") not in own:
            yield found[0]
