"""A file as Slack takes it in, with its title, and for a picture what there is to see."""
from typing import Any

from assistant.reporting.wanted import Written
from bots.slack.pieces import cut

LONGEST_ALT = 1900


def uploaded(file: Written, alt: str = "") -> dict[str, Any]:
    return {"filename": file.name, "content": file.content, "title": file.name, **({"alt_txt": cut(alt, LONGEST_ALT)} if alt else {})}
