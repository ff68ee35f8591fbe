"""Text without what nobody can see - control characters, surrogates, direction overrides, tag characters - and text folded for comparison."""
from functools import lru_cache
import re
import unicodedata

LONGEST = 20_000
# Zero-width joiners stay between letters that need them (Persian, Indic scripts, family emoji); all other unseen characters go.
UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f"
                    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
                    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]")
NEED_JOINERS = "\u0600-\u06ff\u0900-\u0dff\u2640-\u2642\ufe0f\U0001f000-\U0001faff"
JOINERS = re.compile(f"(?<![{NEED_JOINERS}])[\u200c\u200d]+|[\u200c\u200d]+(?![{NEED_JOINERS}])")


def clean(text: str) -> str:
    """The text in NFC, with line breaks and tabs but no other control, formatting or tag characters."""
    seen = UNSEEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n"))
    return unicodedata.normalize("NFC", JOINERS.sub("", seen))


def too_long(text: str, most: int = LONGEST) -> bool:
    """Whether a message is longer than anybody would type."""
    return len(text) > most


@lru_cache(maxsize=16_384)
def folded(text: str) -> str:
    """The text for comparison: lower case, no accents, ß as ss, ø as o."""
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(STROKES)
    return "".join(c for c in plain if not unicodedata.combining(c))


STROKES = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "’": "'"})
