"""Text without what nobody can see: control characters, surrogates, direction overrides and tag characters."""
import re
import unicodedata

UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]")


def clean(text: str) -> str:
    """The text in NFC, with line breaks and tabs but no other control, formatting or tag characters."""
    return unicodedata.normalize("NFC", UNSEEN.sub("", text.replace("\r\n", "\n")))


def folded(text: str) -> str:
    """The text for comparison: lower case, no accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))
