"""“No, the other one”: what is said when the wrong one of two was taken."""
import re

OTHER = re.compile(r"^\W*(?:(?:no|nope|not that one|sorry|i meant|i mean|rather|oops|wait|but)\b[\s,.]*)*"
                   r"(?:the other(?: one| task| risk| record)?|another one)(?: please)?\W*$", re.I)


def is_other(text: str) -> bool:
    return OTHER.match(text) is not None
