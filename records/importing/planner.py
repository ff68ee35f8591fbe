"""GNOME Planner files are not read: the refusal says what to do instead."""
from typing import NoReturn

from records.errors import BadInput


def read(content: bytes, name: str) -> NoReturn:
    """Refuse, whatever is in it. Raises BadInput."""
    what = "is empty" if not content.strip() else "is a Planner file, which I do not read"
    raise BadInput(f"“{name}” {what}. Open it in a program that reads it (such as ProjectLibre or MS Project), save it as MS Project XML, then load that.")
